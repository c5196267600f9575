// atlas/user_body.hpp: a user's meshes and the embedded body as one body to show.
//
//   Registration found = register_meshes(shapes, meshes, map);
//   Result<Body> body =
//       make_user_body(&shapes, std::move(meshes), std::move(lone), found.body_from_file, found);
//
// Structures keep the embedded body's numbers: where the user has one it is the user's surface
// (provenance `imported`), else ours, warped: a ghost (Body::is_ghost). A mesh that is several of
// our structures is cut between them, each triangle to the nearest; several meshes that are one,
// and what is cut off for it, are joined. What is none of ours follows after them. The skin is
// ours, warped, and laid on the user's own where there is one, so that zones, regions and stipple
// lie on it as before.
//
// Where nothing was registered the user's meshes stand alone, in the unit and axes that the map
// says or that their size suggests, without a skin.
//
// Depends on core and domain.
#pragma once

#include "atlas/body.hpp"
#include "atlas/embedded_shapes.hpp"
#include "atlas/registration.hpp"
#include "core/result.hpp"

#include <stop_token>
#include <vector>

namespace tpatlas {

// `lone[i]` is how mesh i is called where it is none of ours; its id must be free of doubles.
// Fails when it is stopped.
// `moved` brings the files' frame into the body's: the registration's similarity, or a guess.
// `embedded` may be null where nothing was registered.
Result<Body> make_user_body(const EmbeddedShapes* embedded, std::vector<UserMesh> meshes,
                            std::vector<Structure> lone, const Similarity& moved,
                            const Registration& registration, std::stop_token stop = {});

}  // namespace tpatlas
