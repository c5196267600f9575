// atlas/region_border.hpp: how far each place of the skin is from a region's border.
//
//   std::vector<float> d = distance_to_border(skin, body.skin_regions(), region, 60);
//
// Regions are kept as one number a vertex, so that a border has the teeth of the triangles. The
// border used here is where a softened membership crosses one half: smooth, and within half a
// triangle of the true one. Depends on core.
#pragma once

#include "atlas/geodesics.hpp"
#include "atlas/surface.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tpatlas {

// Negative inside; clipped to +-limit_mm.
std::vector<float> distance_to_border(const Surface& skin, std::span<const std::uint16_t> regions,
                                      std::uint16_t region, float limit_mm);

// Points along the line where a field that is linear in each triangle is zero: the ends and the
// middle of its piece in each triangle that it crosses.
std::vector<SurfacePoint> points_on_zero_line(const Surface& surface, std::span<const float> field);

}  // namespace tpatlas
