#include "state/body_question.hpp"

namespace tpatlas {

const MeshPlace* asked_mesh(const Session& session)
{
    const Registration* registration = session.atlas().registration();
    if (registration == nullptr || registration->registered || registration->meshes.size() != 1 ||
        registration->meshes.front().guesses.empty() || session.view().body.put_away)
        return nullptr;
    return &registration->meshes.front();
}

}  // namespace tpatlas
