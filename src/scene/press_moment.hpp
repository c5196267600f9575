// scene/press_moment.hpp: one moment of a press: where the contact is, how deep the tissue gives
// way, how strongly the zone answers. A pure function of the share of a repetition's course.
#pragma once

#include "atlas/atlas.hpp"
#include "domain/technique.hpp"
#include "scene/frame.hpp"

#include <optional>

#include <glm/vec3.hpp>

namespace tpatlas::scene {

struct PressMoment {
    float arrival = 0;  // 0 away ... 1 on the skin
    float force = 0;    // share of the full force
    float easing = 0;   // share of the hold's easing
    float dent_mm = 0;
    float zone_strength = 1;
    bool holding = false;
};

// Null for a point without an approach, or none of whose presses has a contact that can be drawn.
const Press* drawable_press(const PlacedPoint& point);

PressMoment press_moment(const PlacedPoint& point, const Press& press, const Technique& technique,
                         float share);

Dent dent_of(const PlacedPoint& point, const PressMoment& moment);

ContactPose hand_pose(const Atlas& atlas, const PlacedPoint& point, const PressMoment& moment,
                      std::shared_ptr<const MeshData> hand);

}  // namespace tpatlas::scene
