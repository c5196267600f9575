// io/body_map_file.hpp: `body.toml`, beside a user's meshes: what they are (docs/bodies.md).
//
//   Result<BodyMap> map = io::read_body_map(folder / io::body_map_name, known_ids);
//   Result<Done> saved = io::write_body_map(folder / io::body_map_name, map.value());
//
// The text is stable: the same map gives the same bytes. The file is a stranger's: its size, the
// number of its meshes and the length of every text have limits, and a mesh's file may only lie in
// the folder of body.toml.
#pragma once

#include "core/result.hpp"
#include "domain/body_map.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::io {

constexpr const char* body_map_name = "body.toml";
constexpr std::size_t body_map_text_limit = 1024 * 1024;
constexpr std::size_t most_mapped_meshes = 5000;

// All faults, each with its line; `where` stands for the file in them. `known` are the ids of the
// embedded body's structures, with side. Whether the meshes' files are there is not looked at.
Result<BodyMap> body_map_of_text(std::string_view text, const std::string& where,
                                 const std::vector<StructureId>& known);

// The same of a file, and a fault for each mesh whose file is not in its folder.
Result<BodyMap> read_body_map(const std::filesystem::path& file,
                              const std::vector<StructureId>& known);

std::string body_map_text(const BodyMap& map);

// Whole or not at all. `map` is the whole file: to keep what is there, read it, put what was
// learned into it with put_mesh() and write it again. Comments of a person are not kept.
Result<Done> write_body_map(const std::filesystem::path& file, const BodyMap& map);

// Meant as a body.toml, sound or not: called so, or a *.toml with a [[mesh]].
bool looks_like_body_map(const std::filesystem::path& file);

}  // namespace tpatlas::io
