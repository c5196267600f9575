// atlas/forearm.hpp: where the pressing hand's forearm goes, so that it covers least: the picture's
// camera and the hand that is drawn must agree on it.
#pragma once

#include "atlas/atlas.hpp"

#include <glm/vec3.hpp>

namespace tpatlas {

// Unit vector square to the approach, away from the contact. Only for a point with an approach.
glm::vec3 forearm_direction(const Atlas& atlas, const PlacedPoint& point);

// Middle of the point's zones by area; the point's own skin where it has none.
glm::vec3 zone_middle(const Atlas& atlas, const PlacedPoint& point);

}  // namespace tpatlas
