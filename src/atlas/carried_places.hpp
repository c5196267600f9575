// atlas/carried_places.hpp: the embedded body's landmarks and regions on a user's body.
//
//   carry_places(shapes, registration.fits, parts);   // its structures and its skin are there
//
// Depends on core.
#pragma once

#include "atlas/body.hpp"
#include "atlas/embedded_shapes.hpp"
#include "atlas/registration.hpp"

#include <span>

namespace tpatlas {

// Skin places keep their place on the skin, those of bones yield as the body does.
void carry_places(const EmbeddedShapes& embedded, std::span<const StructureFit> fits,
                  Body::Parts& parts);

}  // namespace tpatlas
