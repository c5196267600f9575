#include "render/page_geometry.hpp"

#include <algorithm>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

float turn(glm::vec2 a, glm::vec2 b, glm::vec2 c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

}  // namespace

float distance_to_segment(glm::vec2 p, glm::vec2 a, glm::vec2 b)
{
    const glm::vec2 ab = b - a;
    const float squared = glm::dot(ab, ab);
    const float t = squared > 0 ? std::clamp(glm::dot(p - a, ab) / squared, 0.0f, 1.0f) : 0.0f;
    return glm::distance(p, a + ab * t);
}

bool segments_meet(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d)
{
    if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x) ||
        std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y))
        return false;
    return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

bool segment_meets_box(glm::vec2 a, glm::vec2 b, const PageBox& box, float gap)
{
    const glm::vec2 low = box.low - gap, high = box.high + gap;
    // The part of the segment within each pair of sides, narrowed in turn.
    float from = 0, to = 1;
    for (int axis = 0; axis < 2; ++axis) {
        const float start = a[axis], way = b[axis] - a[axis];
        if (way == 0) {
            if (start < low[axis] || start > high[axis])
                return false;
            continue;
        }
        const float t0 = (low[axis] - start) / way, t1 = (high[axis] - start) / way;
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
    }
    return from <= to;
}

bool box_meets_disc(const PageBox& box, const PageDisc& disc, float gap)
{
    const glm::vec2 nearest = glm::clamp(disc.centre, box.low, box.high);
    return glm::distance(nearest, disc.centre) < disc.radius + gap;
}

bool lies_in(const PageBox& box, const PageBox& outer)
{
    return box.low.x >= outer.low.x && box.low.y >= outer.low.y && box.high.x <= outer.high.x &&
           box.high.y <= outer.high.y;
}

}  // namespace tpatlas::render
