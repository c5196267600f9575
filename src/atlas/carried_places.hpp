// atlas/carried_places.hpp: the embedded body's landmarks and regions on a user's body.
//
//   const BodyWarp warp(shapes, registration.fits);
//   carry_places(shapes, warp, parts);   // its structures and its skin are there
//
// Depends on core.
#pragma once

#include "atlas/body.hpp"
#include "atlas/body_warp.hpp"
#include "atlas/embedded_shapes.hpp"

namespace tpatlas {

// Skin places keep their place on the skin, those of bones yield as the body does. A skin that is
// not ours, vertex for vertex, gets none.
void carry_places(const EmbeddedShapes& embedded, const BodyWarp& warp, Body::Parts& parts);

}  // namespace tpatlas
