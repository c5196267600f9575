// tools/build_body/muscle_thinning.hpp: fewer triangles for the same muscle.
//
//   MeshData light = thinned_muscle(muscle_stack_surface(stack));
//
// The vertices that stay keep their normals and fibre coordinates, so that a light muscle is shaded
// and striped like the one that it came from. Depends on core; inside on meshoptimizer.
#pragma once

#include "core/mesh_data.hpp"

namespace tpatlas {

// Edges are joined while the surface moves less than about `tolerance_mm`, but not below
// `least_share` of the triangles: fibre coordinates run straight in a triangle. A closed mesh stays
// closed, its seam stays where it is. The same mesh gives the same bytes.
MeshData thinned_muscle(const MeshData& mesh, float tolerance_mm = 0.15f, float least_share = 0.35f);

} // namespace tpatlas
