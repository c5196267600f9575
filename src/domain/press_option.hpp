// domain/press_option.hpp: what a record offers: each press of a point with each technique and
// contact that go together.
//
//   for (const PressOption& option : press_options(point, catalogue)) ...
#pragma once

#include "domain/catalogue.hpp"

#include <vector>

namespace tpatlas {

struct PressOption {
    const Press* press = nullptr;
    const Technique* technique = nullptr;
    Contact contact = Contact::thumb;

    // `self` only where both the press and the technique leave it to the person.
    Who who() const;
    bool operator==(const PressOption&) const = default;
};

// In the order of the point's presses, of the catalogue's techniques, of the press's contacts.
// Nothing of a press that is view only. The first is how a point is shown.
std::vector<PressOption> press_options(const TriggerPoint& point, const Catalogue& catalogue);

}  // namespace tpatlas
