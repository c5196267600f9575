// tools/body_check/depth.hpp: whether the depth ranks are what one meets on the way inward.
//
//   for (const DepthOrder& pair : depth_orders(half, 500)) ... pair.above lies over pair.below
#pragma once

#include "body_check/structures.hpp"

#include <string>
#include <vector>

namespace tpatlas {

// Two structures that rays meet one right after the other, in this order.
struct DepthOrder {
    std::string above, below;
    int above_layer = 0, below_layer = 0;
    int rays = 0;     // that meet them so
    int opposed = 0;  // that meet them the other way round

    // Most rays say so, and the depth slider would say otherwise.
    bool disagrees() const { return rays > opposed && above_layer > below_layer; }
};

// From `rays` places of the right half of the skin, spread evenly by area and the same each time,
// straight inward to the first bone or `reach_mm`. The most frequent pairs first.
std::vector<DepthOrder> depth_orders(const HalfBody& half, int rays, float reach_mm = 120);

// What the depth slider would leave hanging in the air: structures that, when the layers above are
// gone, touch neither bone nor anything that does.
struct Scrap {
    std::string structure;
    int peeled_layer = 0;  // the deepest layer that is gone
};
std::vector<Scrap> scraps(const HalfBody& half, float touch_mm = 5);

}  // namespace tpatlas
