// tools/build_body/fibre_tangents.hpp: the direction of the fibres at each vertex of a muscle.
//
//   std::vector<glm::vec3> tangents = fibre_tangents(mesh);
#pragma once

#include "core/mesh_data.hpp"

#include <vector>

namespace tpatlas {

// Unit vectors in the surface, from the origin to the insertion: the gradient of u, averaged over
// the triangles around each place. Where u is constant around a vertex (the cap of an end) the
// direction of the nearest vertex that has one. The mesh has normals and fibres.
std::vector<glm::vec3> fibre_tangents(const MeshData& mesh);

}  // namespace tpatlas
