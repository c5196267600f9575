#include "render/body_marks.hpp"

#include "render/colour.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

constexpr glm::vec4 black{0.008f, 0.008f, 0.010f, 1};
constexpr glm::vec3 band_colour{0.38f, 0.10f, 0.16f};
constexpr glm::vec3 ring_colour{0.10f, 0.32f, 0.62f};

// How much of a mark is left where it lies behind the body.
constexpr float behind_body = 0.22f;

struct Canvas2d {
    MarkList& list;
    const Eye& eye;
    glm::vec2 corner;
    float point_px;
};

void add_band(const Canvas2d& on, const scene::TautBand& band)
{
    struct Station {
        glm::vec2 px;
        float mm;
        float along;
    };
    std::vector<Station> stations;
    float length = 0;
    for (std::size_t i = 0; i < band.path_mm.size(); ++i) {
        if (i > 0)
            length += glm::distance(band.path_mm[i - 1], band.path_mm[i]);
        if (const auto p = on.eye.project(band.path_mm[i]))
            stations.push_back({glm::vec2(*p), p->z, length});
    }
    if (stations.size() < 2 || stations.size() < band.path_mm.size() || length <= 0)
        return;
    const auto across = [&](std::size_t i) {
        const glm::vec2 before = stations[i > 0 ? i - 1 : 0].px;
        const glm::vec2 after = stations[std::min(i + 1, stations.size() - 1)].px;
        const glm::vec2 d = after - before;
        const float l = glm::length(d);
        const glm::vec2 n = l > 1e-3f ? glm::vec2(-d.y, d.x) / l : glm::vec2(0, 1);
        const float half = 0.5f * band.width_mm * on.eye.px_per_mm(stations[i].mm);
        return n * std::max(half, 2.2f * on.point_px);
    };
    const MarkStyle style{Shape::spindle, glm::vec4(linear_from_srgb(band_colour), 0.92f), 0,
                          behind_body};
    for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
        const glm::vec2 a = stations[i].px + on.corner, b = stations[i + 1].px + on.corner;
        // A fifth wider than the spindle, for its rim.
        const glm::vec2 na = across(i) * 1.2f, nb = across(i + 1) * 1.2f;
        const float xa = 2 * stations[i].along / length - 1;
        const float xb = 2 * stations[i + 1].along / length - 1;
        on.list.add_quad({a - na, b - nb, b + nb, a + na},
                         {{xa, -1.2f}, {xb, -1.2f}, {xb, 1.2f}, {xa, 1.2f}}, style,
                         0.5f * (stations[i].mm + stations[i + 1].mm));
    }
}

void add_ring(const Canvas2d& on, const scene::TargetRing& ring)
{
    const auto p = on.eye.project(ring.centre_mm);
    const glm::vec3 to_eye = glm::normalize(on.eye.position_mm - ring.centre_mm);
    if (!p || glm::dot(ring.normal, to_eye) < -0.25f)
        return;
    const float half = ring.radius_mm * 1.3f * on.eye.px_per_mm(p->z);
    on.list.add_symbol(glm::vec2(*p) + on.corner, glm::vec2(half), glm::vec2(1),
                       {Shape::target_ring, glm::vec4(linear_from_srgb(ring_colour), ring.strength),
                        ring.radius_mm, 0});
}

std::optional<PointOnPicture> add_point(const Canvas2d& on, const scene::PointMark& point)
{
    const auto p = on.eye.project(point.position_mm);
    if (!p)
        return std::nullopt;
    const glm::vec3 to_eye = glm::normalize(on.eye.position_mm - point.position_mm);
    const float shown = glm::smoothstep(-0.30f, 0.10f, glm::dot(point.normal, to_eye));
    if (shown <= 0.01f)
        return std::nullopt;
    // It lies in the surface, but leans toward the eye, so that it can be read from the side.
    const glm::vec3 n = glm::normalize(point.normal * 0.7f + to_eye);
    const glm::vec3 side = glm::normalize(glm::cross(on.eye.up, n));
    const glm::vec3 up = glm::cross(n, side);
    const float px_per_mm = on.eye.px_per_mm(p->z);
    const float radius_mm = std::max(point.uncertainty_mm,
                                     (point.selected ? 9.0f : 7.0f) * on.point_px / px_per_mm);
    const float reach = radius_mm * 1.25f;
    glm::vec2 corners[4];
    constexpr glm::vec2 places[4] = {{-1.25f, -1.25f}, {1.25f, -1.25f}, {1.25f, 1.25f},
                                     {-1.25f, 1.25f}};
    for (int i = 0; i < 4; ++i) {
        const glm::vec2 at = places[i] / 1.25f * reach;
        const auto q = on.eye.project(point.position_mm + side * at.x + up * at.y);
        if (!q)
            return std::nullopt;
        corners[i] = glm::vec2(*q) + on.corner;
    }
    on.list.add_quad(corners, places,
                     {Shape::point_mark, glm::vec4(glm::vec3(black), shown),
                      point.selected ? 1.0f : 0.0f, behind_body},
                     p->z);
    return PointOnPicture{point.tag, glm::vec2(*p),
                          std::max(radius_mm * px_per_mm * 0.8f, 6 * on.point_px)};
}

void add_arrow(const Canvas2d& on, const scene::Arrow& arrow)
{
    const auto from = on.eye.project(arrow.from_mm);
    const auto to = on.eye.project(arrow.to_mm);
    if (!from || !to)
        return;
    const float px_per_mm = on.eye.px_per_mm(to->z);
    const float half_head = 0.5f * arrow.width_mm / 0.42f * px_per_mm;
    const glm::vec2 tip = glm::vec2(*to) + on.corner;
    glm::vec2 along = glm::vec2(*to) - glm::vec2(*from);
    float length = glm::length(along);
    along = length > 0.5f ? along / length : glm::vec2(0, -1);
    length = std::max(length, 2.6f * half_head);  // seen from behind it stays an arrow
    const float half = length / 2;
    const float aspect = half_head / half;
    const float margin = aspect * 0.4f + 4 / half;
    const glm::vec2 across(-along.y, along.x), middle = tip - along * half;
    const float x = 1 + margin, y = aspect + margin;
    const auto at = [&](float px, float py) {
        return middle + along * (px * half) + across * (py * half);
    };
    on.list.add_quad({at(-x, -y), at(x, -y), at(x, y), at(-x, y)},
                     {{-x, -y}, {x, -y}, {x, y}, {-x, y}},
                     {Shape::arrow, glm::vec4(linear_from_srgb(arrow.colour), 1), aspect, 0.3f},
                     std::min(from->z, to->z));
}

}  // namespace

std::vector<PointOnPicture> add_body_marks(MarkList& list, const scene::Frame& frame,
                                           const Eye& eye, glm::vec2 corner, float point_px)
{
    const Canvas2d on{list, eye, corner, point_px};
    std::vector<PointOnPicture> points;
    if (frame.taut_band)
        add_band(on, *frame.taut_band);
    if (frame.target && frame.target->strength > 0)
        add_ring(on, *frame.target);
    for (const bool selected : {false, true})
        for (const scene::PointMark& point : frame.points)
            if (point.selected == selected)
                if (const auto placed = add_point(on, point))
                    points.push_back(*placed);
    if (frame.arrow)
        add_arrow(on, *frame.arrow);
    return points;
}

}  // namespace tpatlas::render
