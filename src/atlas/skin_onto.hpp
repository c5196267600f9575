// atlas/skin_onto.hpp: lays the warped skin on a user's own, place by place.
//
//   skin_onto(skin, users_skin);   // moves skin.positions
//
// Each vertex goes to the nearest place of the user's skin that faces the same way; where there is
// none within reach (under clothes, in a clenched fist) it follows its neighbours. Depends on core.
#pragma once

#include "atlas/surface_shape.hpp"
#include "core/mesh_data.hpp"

namespace tpatlas {

void skin_onto(MeshData& skin, const SurfaceShape& users);

}  // namespace tpatlas
