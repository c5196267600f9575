// atlas/skin_onto.hpp: lays the warped skin on a user's own, or over a user's muscles and bones.
//
//   skin_onto(skin, users_skin);   // moves skin.positions
//   skin_over(skin, places);
//
// Onto: each vertex goes to the nearest place of the user's skin that faces the same way; where there is
// none within reach (under clothes, in a clenched fist) it follows its neighbours. Over: where a
// place lies outside, the skin is raised over it, with gentle slopes. Depends on core.
#pragma once

#include "atlas/surface_shape.hpp"
#include "core/mesh_data.hpp"

#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

void skin_onto(MeshData& skin, const SurfaceShape& users);
void skin_over(MeshData& skin, std::vector<glm::vec3> places);

}  // namespace tpatlas
