// atlas/forearm.hpp: where the pressing hand's forearm goes, so that it covers least: the picture's
// camera and the hand that is drawn must agree on it.
#pragma once

#include "atlas/atlas.hpp"

#include <optional>

#include <glm/vec3.hpp>

namespace tpatlas {

// How the pressing hand lies to the muscle's fibres: as it likes; along them, where it strokes; or
// across, where thumb and fingers hold a fold that runs along them.
enum class Forearm { free, along_fibres, across_fibres };

// Unit vector square to the approach, away from the contact.
glm::vec3 forearm_direction(const Atlas& atlas, const PlacedPoint& point, const Approach& way,
                            Forearm lie);

// Unit vector along the fibres at the point, from origin to insertion; null for a point without.
std::optional<glm::vec3> fibre_direction(const PlacedPoint& point);

// Middle of the point's zones by area; the point's own skin where it has none.
glm::vec3 zone_middle(const Atlas& atlas, const PlacedPoint& point);

}  // namespace tpatlas
