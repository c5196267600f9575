#include "render/eye.hpp"

#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::render {

Eye eye_of(const CameraPose& camera, glm::vec2 picture_px)
{
    const float aspect = picture_px.x / picture_px.y;
    const float half = std::tan(camera.field_of_view / 2);
    const glm::mat4 clip_from_view = camera.clip_from_view(aspect);
    Eye eye;
    eye.clip_from_world = clip_from_view * camera.view_from_world();
    eye.position_mm = camera.eye_mm();
    eye.forward = camera.forward();
    eye.right = camera.right();
    eye.up = camera.up();
    eye.ray_right = eye.right * (half * aspect);
    eye.ray_up = eye.up * half;
    eye.depth_to_mm = {clip_from_view[3][2], clip_from_view[2][2]};
    eye.picture_px = picture_px;
    return eye;
}

std::optional<glm::vec3> Eye::project(glm::vec3 world_mm) const
{
    const glm::vec4 clip = clip_from_world * glm::vec4(world_mm, 1);
    if (clip.w <= 1e-3f)
        return std::nullopt;
    return glm::vec3((glm::vec2(clip) / clip.w * 0.5f + 0.5f) * picture_px, clip.w);
}

float Eye::px_per_mm(float distance_mm) const
{
    return picture_px.y * 0.5f / (glm::length(ray_up) * std::max(distance_mm, 1.0f));
}

glm::vec3 Eye::place(glm::vec2 pixel, float distance_mm) const
{
    const glm::vec2 ndc = 2.0f * pixel / picture_px - 1.0f;
    return position_mm + (forward + ray_right * ndc.x + ray_up * ndc.y) * distance_mm;
}

bool Eye::sees(const Box& box) const
{
    // Out of sight only where all corners lie beyond one and the same side of the picture.
    int beyond[5] = {0, 0, 0, 0, 0};
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec4 clip =
            clip_from_world * glm::vec4((corner & 1) ? box.max.x : box.min.x,
                                        (corner & 2) ? box.max.y : box.min.y,
                                        (corner & 4) ? box.max.z : box.min.z, 1);
        beyond[0] += clip.x < -clip.w;
        beyond[1] += clip.x > clip.w;
        beyond[2] += clip.y < -clip.w;
        beyond[3] += clip.y > clip.w;
        beyond[4] += clip.w < 0;
    }
    for (const int count : beyond)
        if (count == 8)
            return false;
    return !box.empty();
}

void Eye::tell(const gl::Program& program) const
{
    program.set("depth_to_mm", depth_to_mm);
    program.set("eye", position_mm);
    program.set("ray_middle", forward);
    program.set("ray_right", ray_right);
    program.set("ray_up", ray_up);
    program.set("picture_size", picture_px);
}

void Eye::tell_lights(const gl::Program& program) const
{
    const auto in_world = [this](glm::vec3 d) {
        return glm::normalize(right * d.x + up * d.y - forward * d.z);
    };
    program.set("key_direction", in_world({-0.48f, 0.62f, 0.62f}));
    program.set("fill_direction", in_world({0.80f, 0.05f, 0.50f}));
    program.set("rim_direction", in_world({0.45f, 0.50f, -0.75f}));
}

}  // namespace tpatlas::render
