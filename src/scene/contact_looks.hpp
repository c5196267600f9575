// scene/contact_looks.hpp: the colours of hands and tools that press: calm, and none that a zone has.
#pragma once

#include "domain/press.hpp"

#include <glm/vec3.hpp>

namespace tpatlas::scene {

struct ContactLook {
    glm::vec3 colour;  // sRGB
    glm::vec3 accent;  // of the mesh's second part: nail, seam, grip
    float gloss = 0;   // of the first part: 0 as skin and felt ... 1 as polished wood
    float opacity = 1; // less where a large tool would hide what it presses
};

ContactLook contact_look(Contact contact);

}  // namespace tpatlas::scene
