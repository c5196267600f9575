// atlas/stipple.hpp: places on the skin for the dots of a stipple, evenly spaced and mirror-exact.
//
//   std::vector<SkinSample> dots = stipple(skin, mirror, 3.8f);
//
// A Poisson disk sample of the right half, thrown until hardly another dot fits, and its mirror
// image. The same skin gives the same dots. Depends on core.
#pragma once

#include "atlas/surface.hpp"
#include "core/body_surfaces.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tpatlas {

// No two dots on the same face of the skin lie nearer than `least_mm`; the typical distance to the
// nearest is a tenth more. `mirror` gives each vertex its image.
std::vector<SkinSample> stipple(const Surface& skin, std::span<const std::uint32_t> mirror,
                                float least_mm);

}  // namespace tpatlas
