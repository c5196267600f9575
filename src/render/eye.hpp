// render/eye.hpp: the camera of one picture as the shaders want it (shaders/eye_space.glsl).
#pragma once

#include "core/camera_pose.hpp"
#include "render/gl/program.hpp"

#include <optional>

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas::render {

struct Eye {
    glm::mat4 clip_from_world{1};
    glm::vec3 position_mm{0};
    glm::vec3 forward{0, 0, -1};
    glm::vec3 right{1, 0, 0};
    glm::vec3 up{0, 1, 0};
    glm::vec3 ray_right{0};  // to the edge of the picture, at length 1 along the view
    glm::vec3 ray_up{0};
    glm::vec2 depth_to_mm{0};
    glm::vec2 picture_px{1};

    // Pixel from the lower left and distance along the view; none behind the eye.
    std::optional<glm::vec3> project(glm::vec3 world_mm) const;
    float px_per_mm(float distance_mm) const;
    // Where a surface at that distance along the view is, under a pixel from the lower left.
    glm::vec3 place(glm::vec2 pixel, float distance_mm) const;
    bool sees(const Box& box) const;

    void tell(const gl::Program& program) const;         // eye_space.glsl
    void tell_lights(const gl::Program& program) const;  // light.glsl
};

Eye eye_of(const CameraPose& camera, glm::vec2 picture_px);

}  // namespace tpatlas::render
