// core/camera_pose.hpp: a camera around a target. A turntable's roll is 0: never upside down; turned
// freely it has any.
//
// yaw 0 looks at the front of the body (from +z); positive yaw moves the eye to the subject's left
// (+x). pitch is positive above the horizon. roll turns the picture's right hand upward.
// Millimetres, radians.
#pragma once

#include "core/box.hpp"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

struct CameraPose {
    glm::vec3 target_mm{0, 1350, 80};
    float distance_mm = 1400;
    float yaw = 0;
    float pitch = 0;
    float roll = 0;
    float field_of_view = 0.42f;  // vertical; long lens, as an anatomical plate wants

    static constexpr float pitch_limit = 1.55f;

    glm::vec3 eye_mm() const;
    glm::vec3 forward() const;  // unit, from the eye into the picture
    glm::vec3 right() const;
    glm::vec3 up() const;
    glm::mat4 view_from_world() const;
    // Right-handed, depth -1...1; near and far follow the distance.
    glm::mat4 clip_from_view(float aspect) const;
    // A pixel's ray through a picture of `size_px`, (0, 0) at the top left.
    glm::vec3 ray_direction(glm::vec2 pixel, glm::vec2 size_px) const;

    bool operator==(const CameraPose&) const = default;
};

// The same direction of view, placed so that the box fits with `margin` (1 = touches the edge).
CameraPose framing(const CameraPose& pose, const Box& box, float aspect, float margin = 1.15f);

// The same direction of view at a place, so far off that the picture is `span_mm` high there.
CameraPose spanning(const CameraPose& pose, glm::vec3 target_mm, float span_mm);

// The camera turned about its own right (by `pitch`, upward) and up (by `yaw`), the target kept: as
// a ball under the hand, without a pole.
CameraPose turned_freely(const CameraPose& pose, float yaw, float pitch, float roll);

// Along the way from a to b, t in 0...1: yaw and roll take the shorter way round.
CameraPose between(const CameraPose& a, const CameraPose& b, float t);

}  // namespace tpatlas
