// atlas/forearm.hpp: how the hand or tool that presses lies to the body, so that it covers little and
// does not sink into it: the picture's camera and what is drawn must agree on it.
#pragma once

#include "atlas/atlas.hpp"

#include <optional>

#include <glm/vec3.hpp>

namespace tpatlas {

// How it lies to the muscle's fibres: as it likes; along them, where it strokes or rolls; or across,
// where thumb and fingers hold a fold that runs along them.
enum class Lie { free, along_fibres, across_fibres };

// The contact's frame on the body (body/contacts.hpp): `z` into the body, `y` toward forearm or
// handle, both unit and square to each other. `z` leans from the approach where the hand has to be
// raised to clear the body.
struct ContactLay {
    glm::vec3 y{0};
    glm::vec3 z{0};
};

// Some 20 ms: to be kept as long as the press is shown.
ContactLay lay_of(const Atlas& atlas, const PlacedPoint& point, const PressWay& way,
                  Contact contact, Lie lie);

// Unit vector along the fibres at the point, from origin to insertion; null for a point without.
std::optional<glm::vec3> fibre_direction(const PlacedPoint& point);

// Middle of the point's zones by area; the point's own skin where it has none.
glm::vec3 zone_middle(const Atlas& atlas, const PlacedPoint& point);

}  // namespace tpatlas
