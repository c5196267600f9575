// scene/press_moment.hpp: one moment of a press: where the contact is, how the tissue gives way, how
// strongly the zone answers. A pure function of the share of a repetition's course.
#pragma once

#include "atlas/forearm.hpp"
#include "domain/gesture.hpp"
#include "scene/frame.hpp"
#include "state/shown_press.hpp"

#include <memory>

#include <glm/vec3.hpp>

namespace tpatlas::scene {

struct PressMoment {
    GestureMoment gesture;
    glm::vec3 touch_mm{0};    // on the resting skin, where the contact's middle is
    glm::vec3 roll_mm{0};     // by which a held fold is rolled to and fro
    glm::vec3 direction{0};   // unit, into the body; of a pincer against its lift
    float dent_mm = 0;        // along it; negative: a fold is lifted
    float zone_strength = 1;
};

// Only of a press that is animated().
PressMoment press_moment(const ShownPress& press, float share);

Dent dent_of(const ShownPress& press, const PressMoment& moment);

// How the contact lies, for as long as this press is shown; some 20 ms.
ContactLay contact_lay(const Atlas& atlas, const ShownPress& press);

ContactPose contact_pose(const Atlas& atlas, const ShownPress& press, const ContactLay& lay,
                         const PressMoment& moment);

}  // namespace tpatlas::scene
