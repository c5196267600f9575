// core/place_inside.hpp: where a file lies that a stranger named, and only if that is within a folder.
//
//   const std::optional<fs::path> place = place_inside(folder, folder / "../x");   // nothing
#pragma once

#include <filesystem>
#include <optional>

namespace tpatlas {

// With every link followed, of the folder too. Nothing where it leads out of the folder, is the
// folder itself or is not there.
std::optional<std::filesystem::path> place_inside(const std::filesystem::path& folder,
                                                  const std::filesystem::path& file);

}  // namespace tpatlas
