// tests/hostile/corpus.hpp: every kind of file that was made to crash, hold or mislead a reader.
//
//   for (const HostileFile& one : corpus())
//       run_program({"list", "structures", "--body", one.make(folder)});
//
// Made at run time in a folder of the test's own; nothing of it is anybody else's.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace hostile {

namespace fs = std::filesystem;

struct HostileFile {
    std::string name;  // of letters, digits and underscores
    // Writes it, and what belongs to it, into the folder; returns what to open.
    std::function<fs::path(const fs::path& folder)> make;
    std::string said;       // a piece of the one line that refuses it; may be empty
    bool is_read = false;   // it does no harm: the rest of it is shown
};

// As GoogleTest prints it.
inline void PrintTo(const HostileFile& file, std::ostream* out)
{
    *out << file.name;
}

std::vector<HostileFile> corpus();

// Its chapters.
std::vector<HostileFile> lying_names();
std::vector<HostileFile> cut_files();
std::vector<HostileFile> hostile_gltf();
std::vector<HostileFile> hostile_tables();  // OBJ, STL, PLY
std::vector<HostileFile> hostile_trees();   // FBX, COLLADA
std::vector<HostileFile> hostile_places();  // links, pipes, devices, folders
std::vector<HostileFile> large_files();

fs::path write(const fs::path& file, const std::string& bytes);
// The text with its first `piece` another; ends the test's program where there is none.
std::string with(std::string text, const std::string& piece, const std::string& other);
std::string repeated(const std::string& piece, std::size_t times);

}  // namespace hostile
