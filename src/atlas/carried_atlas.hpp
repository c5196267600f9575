// atlas/carried_atlas.hpp: the embedded atlas's points, zones and approaches on a user's body.
//
//   std::shared_ptr<const Atlas> own = carried_atlas(embedded, body, registration);
//
// Depends on core and domain.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/body.hpp"
#include "atlas/registration.hpp"

#include <memory>

namespace tpatlas {

// `body` was made by make_user_body() with this registration. Without a registration there is
// nothing on it.
std::shared_ptr<const Atlas> carried_atlas(const Atlas& embedded,
                                           std::shared_ptr<const Body> body,
                                           std::shared_ptr<const Registration> registration);

}  // namespace tpatlas
