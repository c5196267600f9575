#include "body/contacts.hpp"

#include "body/contact_shapes.hpp"

namespace tpatlas::body {

MeshData build_contact(Contact contact)
{
    switch (contact) {
    case Contact::thumb: return thumb_hand();
    case Contact::fingertips: return fingertips_hand();
    case Contact::pincer: return pincer_hand();
    case Contact::knuckle: return knuckle_hand();
    case Contact::elbow: return elbow();
    case Contact::flat_hand: return flat_hand();
    case Contact::ball_on_wall:
    case Contact::ball_on_floor: return tennis_ball();
    case Contact::hard_ball: return hard_ball();
    case Contact::ball_underfoot: return small_ball();
    case Contact::hook_cane: return hook_cane();
    case Contact::knobber: return knobber();
    case Contact::foam_roller: return foam_roller();
    case Contact::roller_stick: return roller_stick();
    case Contact::vibrating_tool: return massage_gun();
    }
    return {};
}

}  // namespace tpatlas::body
