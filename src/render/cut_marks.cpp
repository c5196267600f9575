#include "render/cut_marks.hpp"

#include "render/colour.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// In points.
constexpr float knob_radius = 6.5f;
constexpr float arrow_start = 10;
constexpr float arrow_end = 24;
constexpr float head = 6;
constexpr float line_width = 1.8f;
constexpr float rim = 2.4f;  // of white around what is to be grasped

// Two unit vectors in the plane, the first level where it can be.
std::array<glm::vec3, 2> in_plane(glm::vec3 normal)
{
    const glm::vec3 other = std::abs(normal.y) < 0.95f ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
    const glm::vec3 across = glm::normalize(glm::cross(other, normal));
    return {across, glm::cross(normal, across)};
}

void add_outline(MarkList& list, const scene::Cut& cut, const Eye& eye, glm::vec2 corner,
                 float point_px, glm::vec3 colour)
{
    const auto [across, along] = in_plane(cut.normal);
    std::array<std::optional<glm::vec2>, 4> corners;
    constexpr std::array<glm::vec2, 4> signs{glm::vec2(-1, -1), glm::vec2(1, -1), glm::vec2(1, 1),
                                             glm::vec2(-1, 1)};
    for (std::size_t i = 0; i < 4; ++i) {
        const glm::vec2 at = signs[i] * cut.half_size_mm;
        if (const auto p = eye.project(cut.handle_mm + across * at.x + along * at.y))
            corners[i] = glm::vec2(*p) + corner;
    }
    const float width = std::max(1.1f * point_px, 1.0f);
    for (std::size_t i = 0; i < 4; ++i)
        if (corners[i] && corners[(i + 1) % 4])
            list.add_line(*corners[i], *corners[(i + 1) % 4], width, glm::vec4(colour, 0.6f));
}

// Where the normal points on the picture; up where it points at the eye or away from it.
glm::vec2 arrow_way(const scene::Cut& cut, const Eye& eye)
{
    const glm::vec2 flat(glm::dot(cut.normal, eye.right), glm::dot(cut.normal, eye.up));
    const float length = glm::length(flat);
    return length > 0.2f ? flat / length : glm::vec2(0, 1);
}

}  // namespace

void add_cut_marks(MarkList& list, const scene::Frame& frame, const Eye& eye, glm::vec2 corner,
                   float point_px)
{
    if (!frame.cut || !frame.cut->handle)
        return;
    const auto at = eye.project(frame.cut->handle_mm);
    if (!at)
        return;
    const glm::vec3 colour = linear_from_srgb(frame.palette.emphasis);
    add_outline(list, *frame.cut, eye, corner, point_px, colour);

    const glm::vec2 middle = glm::vec2(*at) + corner;
    const glm::vec2 way = arrow_way(*frame.cut, eye);
    const glm::vec2 across(-way.y, way.x);
    const float width = std::max(line_width * point_px, 1.5f);
    for (const bool outer : {true, false}) {  // first the white around all of it
        const glm::vec4 ink = outer ? glm::vec4(0.95f, 0.95f, 0.95f, 0.9f) : glm::vec4(colour, 1);
        const float more = outer ? rim * point_px : 0;
        for (const float sign : {1.0f, -1.0f}) {
            const glm::vec2 tip = middle + way * (sign * arrow_end * point_px);
            list.add_line(middle + way * (sign * arrow_start * point_px), tip, width + more, ink);
            for (const float side : {1.0f, -1.0f})
                list.add_line(tip, tip + (across * side - way * sign) * (0.7f * head * point_px),
                              width + more, ink);
        }
        list.add_line(middle, middle, 2 * knob_radius * point_px + more, ink);
    }
}

}  // namespace tpatlas::render
