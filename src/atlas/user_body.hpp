// atlas/user_body.hpp: a user's meshes and the embedded body as one body to show.
//
//   Registration found = register_meshes(shapes, meshes, map);
//   Result<Body> body = make_user_body(shapes, std::move(meshes), found);
//
// Structures keep the embedded body's numbers: where the user has one it is the user's surface
// (provenance `imported`), else ours, warped: a ghost (Body::is_ghost). A mesh that is several of
// our structures is cut between them, each triangle to the nearest; several meshes that are one are
// joined. What is none of ours follows after them. The skin is ours, warped, and laid on the user's
// own where there is one, so that zones, regions and stipple lie on it as before.
//
// Where nothing was registered the user's meshes stand alone, in the unit and axes that the map
// says or that their size suggests, without a skin.
//
// Depends on core and domain.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/body.hpp"
#include "atlas/embedded_shapes.hpp"
#include "atlas/registration.hpp"
#include "core/result.hpp"

#include <memory>
#include <stop_token>
#include <vector>

namespace tpatlas {

// `lone[i]` is how mesh i is called where it is none of ours; its id must be free of doubles.
// `moved` brings the files' frame into the body's: the registration's similarity, or a guess.
// `embedded` may be null where nothing was registered.
Result<Body> make_user_body(const EmbeddedShapes* embedded, std::vector<UserMesh> meshes,
                            std::vector<Structure> lone, const Similarity& moved,
                            const Registration& registration, std::stop_token stop = {});

// The embedded atlas's points, zones and approaches on the user's body. `body` was made by
// make_user_body() with this registration. Without a registration there is nothing on it.
std::shared_ptr<const Atlas> carried_atlas(const Atlas& embedded,
                                           std::shared_ptr<const Body> body,
                                           std::shared_ptr<const Registration> registration);

}  // namespace tpatlas
