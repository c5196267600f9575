// state/body_question.hpp: the question of a lone mesh that was not recognised for certain.
//
//   if (const MeshPlace* mesh = asked_mesh(session)) ask(mesh->guesses);
//
// Depends on atlas.
#pragma once

#include "atlas/registration.hpp"
#include "state/session.hpp"

namespace tpatlas {

// The mesh whose muscle is asked for; null: nothing is asked, or the question was put away.
const MeshPlace* asked_mesh(const Session& session);

}  // namespace tpatlas
