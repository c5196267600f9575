// atlas/surface_cut.hpp: the part of a surface where a field on its vertices is negative, cut at the
// edge: a zone as a patch of skin, the skin above a plane.
//
//   const MeshData patch = part_inside(skin.mesh(), field.distances.all());
//
// Depends on core.
#pragma once

#include "core/mesh_data.hpp"

#include <span>

namespace tpatlas {

// Positions and normals (unit), of the vertices that are used only. Edges are cut where the field,
// linear along them, is zero: at the same place, to the last bit, for the field with its signs
// turned, so that both parts together are the whole. `field` has a value a vertex.
MeshData part_inside(const MeshData& mesh, std::span<const float> field);

}  // namespace tpatlas
