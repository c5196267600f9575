// io/place_json.hpp: points and zones of an atlas as JSON, with the fields that the command line's
// `list` promises to scripts; exported models carry the same.
//
//   io::point_json(atlas, *atlas.point({"trapezius_upper.tp2"}, Side::right))["position_mm"]
//
// Lengths are rounded to hundredths of a millimetre, directions to four decimals.
#pragma once

#include "atlas/atlas.hpp"

#include <vector>

#include <nlohmann/json.hpp>

namespace tpatlas::io {

using Json = nlohmann::ordered_json;  // fields in the order in which they are promised

Json point_json(const Atlas& atlas, const PlacedPoint& point);
Json zone_json(const Atlas& atlas, const PlacedZone& zone);
// Regions and how much of something each holds, as `shares` has them.
Json shares_json(const Body& body, const std::vector<RegionShare>& shares);

Json vector_json(glm::vec3 v, int decimals);
Json number_json(double value, int decimals);  // null for what is not finite
Json citations_json(const std::vector<Citation>& citations);

}  // namespace tpatlas::io
