#include "scene/contact_looks.hpp"

namespace tpatlas::scene {

ContactLook contact_look(Contact contact)
{
    switch (contact) {
    case Contact::ball_on_wall:
    case Contact::ball_on_floor:
        return {{0.80f, 0.82f, 0.56f}, {0.96f, 0.96f, 0.93f}, 0};  // felt and its seam
    case Contact::hard_ball:
        return {{0.36f, 0.44f, 0.52f}, {0.30f, 0.37f, 0.44f}, 0.6f};
    case Contact::ball_underfoot:
        return {{0.46f, 0.60f, 0.62f}, {0.40f, 0.53f, 0.56f}, 0.3f};
    case Contact::knobber:
        return {{0.80f, 0.66f, 0.48f}, {0.70f, 0.54f, 0.37f}, 0.6f};  // turned wood
    case Contact::hook_cane:
        return {{0.36f, 0.40f, 0.44f}, {0.24f, 0.27f, 0.30f}, 0.5f};
    case Contact::foam_roller:
        return {{0.42f, 0.53f, 0.62f}, {0.33f, 0.43f, 0.52f}, 0, 0.55f};
    case Contact::roller_stick:
        return {{0.86f, 0.87f, 0.86f}, {0.32f, 0.40f, 0.46f}, 0.3f};
    case Contact::vibrating_tool:
        return {{0.38f, 0.41f, 0.45f}, {0.62f, 0.65f, 0.68f}, 0.4f};
    case Contact::thumb:
    case Contact::fingertips:
    case Contact::pincer:
    case Contact::knuckle:
    case Contact::elbow:
    case Contact::flat_hand:
        break;
    }
    return {{0.93f, 0.91f, 0.88f}, {0.97f, 0.93f, 0.91f}, 0};  // a mannequin's hand and nails
}

}  // namespace tpatlas::scene
