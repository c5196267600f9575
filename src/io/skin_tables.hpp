// io/skin_tables.hpp: assets/body/skin/*.toml -> the skin's tables as values.
//
//   Result<SkinTable> table = io::read_skin_tables(assets / "body/skin");
//
// All files of the folder make one table; how they share it out is up to whoever writes them. A
// point is [x, y, z] in the body frame or { at = "mark", d = [dx, dy, dz] } relative to a mark.
// Reading reports every fault with its line. Depends on core, domain and io/toml_tree.
#pragma once

#include "core/result.hpp"
#include "domain/skin_measurements.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace tpatlas::io {

Result<SkinTable> read_skin_tables(const std::filesystem::path& folder);

// One file's text laid over `table`; `name` stands for the file in messages.
Result<Done> add_skin_table(std::string_view text, const std::string& name, SkinTable& table);

}  // namespace tpatlas::io
