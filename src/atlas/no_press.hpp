// atlas/no_press.hpp: which no-press zones a place of the skin lies in.
//
//   for (const NoPressHere& here : no_press_at(atlas, point.skin_mm))
//       if (!verdict_on(*here.zone->record, press).allowed) ...
//
// Pure; any thread may ask. Depends on core and domain.
#pragma once

#include "atlas/atlas.hpp"

#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

struct NoPressHere {
    const PlacedNoPress* zone = nullptr;
    float inside_mm = 0;  // from the zone's edge along the skin; negative: so far outside it

    bool operator==(const NoPressHere&) const = default;
};

// The zones that hold the skin nearest to `skin_mm`, or come within `margin_mm` of it (half the
// width of what presses): the strictest grade first, of equals the one that holds it deepest. Empty
// where the body has no skin. A margin over SkinDistances::reach_mm finds no more.
std::vector<NoPressHere> no_press_at(const Atlas& atlas, glm::vec3 skin_mm, float margin_mm = 0);

}  // namespace tpatlas
