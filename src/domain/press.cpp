#include "domain/press.hpp"

#include <algorithm>

namespace tpatlas {

float half_width_mm(Contact contact)
{
    switch (contact) {
    case Contact::thumb:
    case Contact::knuckle:
    case Contact::hook_cane:
    case Contact::knobber:
        return 8;
    case Contact::pincer:
    case Contact::elbow:
    case Contact::hard_ball:
    case Contact::ball_underfoot:
        return 12;
    case Contact::fingertips:
    case Contact::ball_on_wall:
    case Contact::ball_on_floor:
        return 15;
    case Contact::roller_stick:
    case Contact::vibrating_tool:
    case Contact::flat_hand:
    case Contact::foam_roller:
        return 19;
    }
    return 0;
}

bool Press::allows(Contact contact) const
{
    return std::find(contacts.begin(), contacts.end(), contact) != contacts.end();
}

bool Press::allows(Gesture gesture) const
{
    return stays(gesture) ||
           std::find(strokes.begin(), strokes.end(), gesture) != strokes.end();
}

bool Press::lifts() const
{
    return contacts == std::vector<Contact>{Contact::pincer};
}

}  // namespace tpatlas
