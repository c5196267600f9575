// io/measurement_files.hpp: the measurement tables of assets/body as files, one structure a file.
//
//   Result<MuscleTable> table = io::read_muscle_table("assets/body/muscles/teres_major.toml");
//   io::write_muscle_table(table.value(), file, "surveyed from FMA32551; mean error 0.41 mm");
//
// TOML, written so that a change shows in a diff: one ring or contour a line, lengths with at most
// two decimals, u with three, directions with six. Reading reports every fault with its line.
// Depends on core, domain and toml++.
#pragma once

#include "core/result.hpp"
#include "domain/measurements.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::io
{

inline constexpr std::size_t max_numbers_of_stack = 700;
inline constexpr std::size_t max_numbers_of_bone = 5000;

// The file's stem must be the structure's name.
Result<MuscleTable> read_muscle_table(const std::filesystem::path& file);
Result<BoneTable> read_bone_table(const std::filesystem::path& file);

// Every *.toml of the folder in order of name; all faults of all files. A folder that is not there
// is a fault.
Result<std::vector<MuscleTable>> read_muscle_tables(const std::filesystem::path& folder);
Result<std::vector<BoneTable>> read_bone_tables(const std::filesystem::path& folder);

// `note` stands as a comment at the top: from what was measured, with what error. The text is a
// function of the arguments alone.
std::string to_toml(const MuscleTable& table, std::string_view note);
std::string to_toml(const BoneTable& table, std::string_view note);

// Writes beside the file first and then renames, so that a failure leaves what was there.
Result<Done> write_muscle_table(const MuscleTable& table, const std::filesystem::path& file,
                                std::string_view note);
Result<Done> write_bone_table(const BoneTable& table, const std::filesystem::path& file,
                              std::string_view note);

// The table as it comes back from its file: every number rounded as it is written.
MuscleTable rounded(MuscleTable table);
BoneTable rounded(BoneTable table);

} // namespace tpatlas::io
