// atlas/press_ways.hpp: how far a contact may travel over a point, and what a no-press zone says of
// pressing there.
//
//   complete_ways(atlas, point);   // once, when points and no-press zones are placed
//
// Depends on core and domain.
#pragma once

#include "atlas/atlas.hpp"

namespace tpatlas {

// How far a stroke across the fibres goes to either side of the point.
inline constexpr float across_mm = 9;

// Fills refused_by, refused, longest_s, stroke and clear_across of the point's ways.
void complete_ways(const Atlas& atlas, PlacedPoint& point);

// The strictest no-press zone that refuses contacts of this press where it meets the skin; null
// where none does. A zone that is never pressed is kept clear of by the contact's half width; of the
// others the middle of the contact decides.
const NoPressZone* refusing(const Atlas& atlas, glm::vec3 skin_mm, const Press& press,
                            std::vector<Contact>& refused);

}  // namespace tpatlas
