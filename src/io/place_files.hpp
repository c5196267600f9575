// io/place_files.hpp: assets/body/landmarks.toml and regions.toml -> Places.
//
//   Result<Places> places = io::read_places(assets / "body");
//
// A landmark has exactly one rule:
//   extreme = { of = "temporal_bone", direction = [0, -1, 0], from = [0, 0, 0], to = [1, 1, 0.5] }
//   between = { a = "acromion", b = "c7_spinous_process", share = 0.5 }
//   offset = { from = "acromion", mm = [10, 0, 0] }          (x lateral, y up, z front)
//   fibre = { of = "trapezius_upper", u = 0.5, v = -0.25 }
//   skin_toward = { from = "vertebra_c4_side", direction = [1, 0, 0] }
//   skin_extreme = { near = "porion", radius_mm = 40, direction = [0, 1, 0] }
// A region has seeds = [{ at = "acromion", mm = [0, 0, 0], reach_mm = 20 }, ...]; one with
// to = "landmark" and to_mm, or to_mm alone, is the line from there to there.
// Depends on core, domain and io/catalogue_table.
#pragma once

#include "core/result.hpp"
#include "domain/places.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace tpatlas::io {

// All faults of both files, each with its line.
Result<Places> read_places(const std::filesystem::path& folder);

// One file's text added to `places`; `name` stands for it in messages. References are not checked.
Faults add_places(std::string_view text, const std::string& name, Places& places);

}  // namespace tpatlas::io
