// state/shown_press.hpp: how the selected point's press is shown: which of its presses, with which
// technique and contact, and whether it can be animated.
//
//   if (const auto press = shown_press(document, atlas); press && press->animated()) ...
#pragma once

#include "atlas/atlas.hpp"
#include "core/texts.hpp"
#include "domain/press_option.hpp"
#include "state/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tpatlas {

struct ShownPress {
    const PlacedPoint* point = nullptr;  // null: the body lacks it
    const PressWay* way = nullptr;       // null: no direction is recorded, or none on this body
    PressOption option;

    // Seconds of the technique's hold, no longer than the no-press zones there let through.
    float hold_s_min() const;
    float hold_s_max() const;
    // It has a way that no no-press zone forbids and, for a stroke, room to travel.
    bool animated() const;
    // A technique that needs longer than that is not shown; a plain hold is shortened.
    bool takes_too_long() const;
    // Why it is not; empty where it is.
    std::string why_not(const Texts& texts) const;
};

// All that the point's record offers, in its order.
std::vector<ShownPress> presses_of(const Atlas& atlas, const TriggerPoint& point, Side side);

// The chosen technique and contact where the selected point allows them; else the contact with
// another technique, or the technique with another contact; else the first that can be animated;
// else the first. Nothing where no point is selected, or where its record offers none.
std::optional<ShownPress> shown_press(const Document& document, const Atlas& atlas);

}  // namespace tpatlas
