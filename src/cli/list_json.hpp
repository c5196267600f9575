// cli/list_json.hpp: records and places as JSON, with the fields that are promised to
// scripts. Lengths are rounded to hundredths of a millimetre, directions to four decimals.
#pragma once

#include "atlas/atlas.hpp"
#include "core/texts.hpp"
#include "io/place_json.hpp"

#include <string>

namespace tpatlas::cli {

using io::Json;  // fields in the order in which they are added

using io::citations_json;
using io::number_json;
using io::point_json;
using io::shares_json;
using io::vector_json;
using io::zone_json;

Json structure_json(const Body& body, std::uint32_t number);
// `place` is null for a zone without a shape.
Json no_press_json(const Body& body, const NoPressZone& zone, const PlacedNoPress* place);
Json region_json(const Body& body, const PlacedRegion& region);
Json landmark_json(const PlacedLandmark& landmark);
Json muscle_json(const Catalogue& catalogue, const Muscle& muscle);
Json technique_json(const Technique& technique);
Json red_flag_json(const RedFlag& flag);  // with neither muscles nor places: of all

// One document and a line's end. Letters that are no UTF-8 (of a user's file names) are replaced.
std::string to_text(const Json& json);

}  // namespace tpatlas::cli
