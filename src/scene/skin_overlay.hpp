// scene/skin_overlay.hpp: what is drawn in the skin beside zones: no-press zones, or each region
// in a tint of its own.
//
//   frame.overlay = no_press_overlay(atlas);
//
// Made once and kept (scene/build_frame.hpp's memory): they hold four values a skin vertex.
#pragma once

#include "atlas/atlas.hpp"
#include "scene/frame.hpp"

#include <vector>

namespace tpatlas::scene {

SkinOverlay no_press_overlay(const Atlas& atlas);
SkinOverlay region_tints(const Atlas& atlas);

// A tint, 0...4, for each region of the body: neighbours differ; left and right are alike where
// they can be. (Five are enough for any map; should the search for them fail, a few neighbours
// share one.)
std::vector<int> tints_of_regions(const std::vector<PlacedRegion>& regions);

}  // namespace tpatlas::scene
