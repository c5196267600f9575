// tools/body_survey/muscle_fit.hpp: choosing a stack's sections and moving their points so that the
// rebuilt surface fits the closed one best.
//
//   MuscleStack stack = fitted_stack(rings, closed, 700);
//
// Depends on body.
#pragma once

#include "body_survey/muscle_rings.hpp"
#include "domain/measurements.hpp"

namespace tpatlas
{

// Tries several counts of points a ring, each with as many sections as the count of numbers allows,
// and gives the best. Numbers are rounded as they are written. Six rings or more are needed.
MuscleStack fitted_stack(const std::vector<LevelRing>& rings, const MeshData& closed,
                         std::size_t most_numbers);

// The sections, `count` of the rings, that a straight course between them follows best; the first
// and the last are among them. Ascending.
std::vector<std::size_t> best_sections(const std::vector<std::vector<glm::vec3>>& rings,
                                       std::size_t count);

} // namespace tpatlas
