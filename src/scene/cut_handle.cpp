#include "scene/cut_handle.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::scene {

namespace {

// Of the picture's height at its target.
constexpr float square_share = 0.30f;
constexpr float smallest_half_mm = 40;
constexpr float largest_half_mm = 500;

// Below this sine between normal and view the knob moves too little on the picture to be followed.
constexpr float least_sine = 0.2f;

float height_mm(const CameraPose& camera, float distance_mm)
{
    return 2 * distance_mm * std::tan(camera.field_of_view / 2);
}

// How far along the line through `from` the place is that comes nearest to a pixel's ray.
float along_line(const CameraPose& camera, glm::vec2 size_px, glm::vec3 from, glm::vec3 direction,
                 glm::vec2 pixel)
{
    const glm::vec3 ray = camera.ray_direction(pixel, size_px);
    const glm::vec3 to_line = from - camera.eye_mm();
    const float cosine = glm::dot(ray, direction);
    return (cosine * glm::dot(to_line, ray) - glm::dot(to_line, direction)) /
           std::max(1 - cosine * cosine, least_sine * least_sine);
}

}  // namespace

std::optional<Cut> cut_of(const Document& document, const View& view, const Atlas& atlas)
{
    if (!document.cut)
        return std::nullopt;
    Cut cut;
    cut.normal = document.cut->normal;
    cut.offset_mm = document.cut->offset_mm;
    // What is framed is in the body; a target beside it would put the knob into the air.
    const Box body = atlas.body().bounds();
    const glm::vec3 target = glm::clamp(view.camera.target_mm, body.min, body.max);
    cut.handle_mm = target + cut.normal * (cut.offset_mm - glm::dot(cut.normal, target));
    cut.half_size_mm = std::clamp(square_share * height_mm(view.camera, view.camera.distance_mm),
                                  smallest_half_mm, largest_half_mm);
    return cut;
}

std::optional<glm::vec2> cut_knob_px(const CameraPose& camera, glm::vec2 size_px, const Cut& cut)
{
    const glm::vec4 clip = camera.clip_from_view(size_px.x / size_px.y) *
                           camera.view_from_world() * glm::vec4(cut.handle_mm, 1);
    if (clip.w <= 1)
        return std::nullopt;
    return glm::vec2(clip.x / clip.w * 0.5f + 0.5f, 0.5f - clip.y / clip.w * 0.5f) * size_px;
}

float cut_drag_mm(const CameraPose& camera, glm::vec2 size_px, const Cut& cut, glm::vec2 from_px,
                  glm::vec2 to_px)
{
    const glm::vec3 view = cut.handle_mm - camera.eye_mm();
    const float away_mm = glm::length(view);
    const float cosine = away_mm > 0 ? glm::dot(view, cut.normal) / away_mm : 1.0f;
    if (std::sqrt(std::max(1 - cosine * cosine, 0.0f)) >= least_sine)
        return along_line(camera, size_px, cut.handle_mm, cut.normal, to_px) -
               along_line(camera, size_px, cut.handle_mm, cut.normal, from_px);
    const float mm_per_px = height_mm(camera, away_mm) / size_px.y;
    return (from_px.y - to_px.y) * mm_per_px * (cosine > 0 ? 1.0f : -1.0f);
}

}  // namespace tpatlas::scene
