// tools/body_survey/distance.hpp: how far two surfaces are from each other.
//
//   const SurfaceError error = surface_error(rebuilt, closed);
//   error.worse_mean_mm();
//
// Samples spread evenly over each surface by area, always the same; point to triangle. Depends on
// core.
#pragma once

#include "core/mesh_data.hpp"

namespace tpatlas
{

struct SurfaceError {
    double mean_a_to_b = 0;  // mm
    double mean_b_to_a = 0;  // mm
    double p95 = 0;          // mm, of both ways together
    double volume_ratio = 0; // volume of a over volume of b

    double worse_mean_mm() const { return mean_a_to_b > mean_b_to_a ? mean_a_to_b : mean_b_to_a; }
};

// Both meshes must have triangles. The volume ratio is 0 where b has no volume.
SurfaceError surface_error(const MeshData& a, const MeshData& b, std::size_t samples = 20000);

// `count` points spread over the surface in proportion to area; the same for the same mesh.
std::vector<glm::vec3> surface_samples(const MeshData& mesh, std::size_t count);

} // namespace tpatlas
