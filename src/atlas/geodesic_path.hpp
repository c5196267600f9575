// atlas/geodesic_path.hpp: the shortest way along a surface between two of its points.
//
//   const std::vector<glm::vec3> way = shortest_way(skin, a, b);
//   const std::vector<glm::vec3> points = evenly_spaced(way, 3.0f);
//
// Walks down the exact distances from a. Depends on core.
#pragma once

#include "atlas/surface.hpp"

#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// From b to a is walked, from a to b is given; both ends are in it. Empty where the surface does
// not join them.
std::vector<glm::vec3> shortest_way(const Surface& surface, const SurfacePoint& a,
                                    const SurfacePoint& b);

double length_mm(const std::vector<glm::vec3>& way);

// Points at most `step_mm` apart, evenly, both ends included.
std::vector<glm::vec3> evenly_spaced(const std::vector<glm::vec3>& way, float step_mm);

// Rounds the corners of an evenly spaced way and puts it back on the surface; the ends stay.
std::vector<glm::vec3> rounded(const Surface& surface, std::vector<glm::vec3> way, int passes);

}  // namespace tpatlas
