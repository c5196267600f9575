#include "body/skin_ear.hpp"

#include "body/field_shapes.hpp"

#include <limits>

#include <glm/vec2.hpp>

namespace tpatlas::body {

namespace {

glm::vec3 catmull_rom(glm::vec3 a, glm::vec3 b, glm::vec3 c, glm::vec3 d, float t)
{
    return 0.5f * (2.0f * b + (c - a) * t + (2.0f * a - 5.0f * b + 4.0f * c - d) * (t * t) +
                   (3.0f * (b - c) + d - a) * (t * t * t));
}

std::vector<glm::vec3> smooth_ring(const std::vector<glm::vec3>& ring, int between)
{
    std::vector<glm::vec3> out;
    const std::size_t n = ring.size();
    for (std::size_t i = 0; i < n; ++i)
        for (int k = 0; k < between; ++k)
            out.push_back(catmull_rom(ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n],
                                      ring[(i + 2) % n], float(k) / float(between)));
    return out;
}

}  // namespace

std::vector<Strand::Ball> smooth_strand(const std::vector<Strand::Ball>& balls, int between)
{
    std::vector<Strand::Ball> out;
    const auto at = [&](std::size_t i, int step) {
        const auto n = static_cast<std::ptrdiff_t>(i) + step;
        return balls[static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(n, 0, static_cast<std::ptrdiff_t>(balls.size()) - 1))];
    };
    for (std::size_t i = 0; i + 1 < balls.size(); ++i)
        for (int k = 0; k < between; ++k) {
            const float t = float(k) / float(between);
            out.push_back({catmull_rom(at(i, -1).at, at(i, 0).at, at(i, 1).at, at(i, 2).at, t),
                           mix(balls[i].radius_mm, balls[i + 1].radius_mm, ramp(t, 0, 1))});
        }
    out.push_back(balls.back());
    return out;
}

float distance_to_strand(glm::vec3 p, const std::vector<Strand::Ball>& balls)
{
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i + 1 < balls.size(); ++i)
        least = std::min(least, round_cone(p, {balls[i].at, balls[i].radius_mm},
                                           {balls[i + 1].at, balls[i + 1].radius_mm}));
    return least;
}

EarField::EarField(const EarTable& table, glm::vec3 centre)
    : centre_(centre), plate_mm_(table.plate_mm), reach_mm_(0),
      outline_(smooth_ring(table.outline, 4)), heights_(smooth_ring(table.outline, 2))
{
    const glm::vec3 up = glm::normalize(table.up);
    const glm::vec3 front = glm::normalize(table.front - up * glm::dot(table.front, up));
    own_from_body_ = glm::transpose(glm::mat3(front, up, glm::cross(up, front)));  // z outward
    heights_.insert(heights_.end(), table.sheet.begin(), table.sheet.end());
    for (const glm::vec3& p : outline_)
        reach_mm_ = std::max(reach_mm_, glm::length(p) + plate_mm_);
    for (const Strand& strand : table.strands) {
        curves_.push_back({smooth_strand(strand.balls, 5), strand.cut, strand.blend_mm});
        for (const Strand::Ball& ball : strand.balls)
            if (!strand.cut)
                reach_mm_ = std::max(reach_mm_, glm::length(ball.at) + ball.radius_mm);
    }
}

// A thin sheet within the outline; its middle goes through the given heights, weighted by nearness,
// so that it bends without a fold.
float EarField::plate(glm::vec3 q) const
{
    const glm::vec2 at(q.x, q.y);
    float least2 = std::numeric_limits<float>::infinity();
    bool inside = false;
    const std::size_t n = outline_.size();
    for (std::size_t i = 0; i < n; ++i) {
        const glm::vec2 a(outline_[i]);
        const glm::vec2 b(outline_[(i + 1) % n]);
        const glm::vec2 ab = b - a;
        const float t = std::clamp(glm::dot(at - a, ab) / std::max(glm::dot(ab, ab), 1e-9f), 0.0f,
                                   1.0f);
        const glm::vec2 off = at - a - ab * t;
        least2 = std::min(least2, glm::dot(off, off));
        if ((a.y > at.y) != (b.y > at.y) &&
            at.x < a.x + (at.y - a.y) * (b.x - a.x) / (b.y - a.y))
            inside = !inside;
    }
    float weights = 0;
    float height = 0;
    for (const glm::vec3& place : heights_) {
        const glm::vec2 off = at - glm::vec2(place);
        const float near = 1 / (glm::dot(off, off) + 14.0f);
        weights += near * near;
        height += near * near * place.z;
    }
    const float edge = inside ? -std::sqrt(least2) : std::sqrt(least2);
    // The sheet's slopes are up to 45 degrees: less than the height itself is the distance.
    const float from_middle = std::abs(q.z - height / weights) * 0.85f;
    const float outward = std::max(edge + plate_mm_, 0.0f);
    return std::sqrt(outward * outward + from_middle * from_middle) - plate_mm_;
}

float EarField::operator()(glm::vec3 p) const
{
    const glm::vec3 q = own_from_body_ * (p - centre_);
    const float away = glm::length(q) - reach_mm_;
    if (away > 12)
        return away;
    float field = plate(q);
    for (const Curve& curve : curves_) {
        const float d = distance_to_strand(q, curve.balls);
        field = curve.cut ? smooth_max(field, -d, curve.blend_mm)
                          : smooth_min(field, d, curve.blend_mm);
    }
    return field;
}

}  // namespace tpatlas::body
