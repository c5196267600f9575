// body/bone_thinning.hpp: fewer triangles for the same surface.
//
//   MeshData light = thinned(mesh, 0.08f);
//
// Garland & Heckbert, "Surface simplification using quadric error metrics" (1997). A closed mesh
// stays closed and keeps its topology. The same mesh gives the same bytes. Depends on core.
#pragma once

#include "core/mesh_data.hpp"

namespace tpatlas {

// Edges are joined, cheapest first, while the surface moves less than about `tolerance_mm`. Normals
// where there are any are kept: a light mesh is still shaded like the one that it came from.
// Fibre coordinates are dropped.
MeshData thinned(const MeshData& mesh, float tolerance_mm);

}  // namespace tpatlas
