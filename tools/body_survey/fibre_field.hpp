// tools/body_survey/fibre_field.hpp: how far along its fibres each vertex of a closed muscle lies.
//
//   const FibreField field = fibre_field(closed, ends_by_form(closed));
//   // field.u[vertex]: 0 at the origin, 1 at the insertion, even in millimetres along the fibres
//
// Laplace's equation between the two ends with cotangent weights (Pinkall & Polthier 1993), then
// rescaled so that equal steps of u are equal lengths in the mean over each level. Depends on core
// and Eigen.
#pragma once

#include "core/mesh_data.hpp"

#include <cstdint>
#include <vector>

namespace tpatlas
{

struct MuscleEnds {
    std::vector<std::uint32_t> origin; // vertices, ascending; neither list may be empty
    std::vector<std::uint32_t> insertion;
};

// The two far ends of a connected surface: the extremes of the first eigenvector of its Laplacian
// that is not constant. Which of the two is called the origin is open. `share` of the vertices at
// each end.
MuscleEnds ends_by_form(const MeshData& closed, double share = 0.004);

struct FibreField {
    std::vector<float> u; // by vertex
    float length_mm = 0;  // mean length of the fibres on the surface
};

// The surface must be connected and closed.
FibreField fibre_field(const MeshData& closed, const MuscleEnds& ends);

} // namespace tpatlas
