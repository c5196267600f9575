#include "atlas/surface_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr std::uint32_t leaf_size = 6;

// Called for every box of a search, so that a call that is not inlined shows.
[[gnu::always_inline]] inline float squared_distance(const Box& box, glm::vec3 p)
{
    const float x = std::max(std::max(box.min.x - p.x, p.x - box.max.x), 0.0f);
    const float y = std::max(std::max(box.min.y - p.y, p.y - box.max.y), 0.0f);
    const float z = std::max(std::max(box.min.z - p.z, p.z - box.max.z), 0.0f);
    return x * x + y * y + z * z;
}

// Where the ray enters the box; infinite where it misses it.
float entry(const Box& box, glm::vec3 from, glm::vec3 inverse, float most)
{
    const glm::vec3 a = (box.min - from) * inverse;
    const glm::vec3 b = (box.max - from) * inverse;
    const glm::vec3 low = glm::min(a, b);
    const glm::vec3 high = glm::max(a, b);
    const float in = std::max({low.x, low.y, low.z, 0.0f});
    const float out = std::min({high.x, high.y, high.z, most});
    return in <= out * 1.00001f ? in : std::numeric_limits<float>::infinity();
}

// Weights of the corners of the triangle's point that is nearest to p (Ericson, Real-Time Collision
// Detection, 2005, 5.1.5).
glm::vec3 nearest_weights(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c)
{
    const glm::vec3 ab = b - a, ac = c - a, ap = p - a;
    const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
    if (d1 <= 0 && d2 <= 0)
        return {1, 0, 0};
    const glm::vec3 bp = p - b;
    const float d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
    if (d3 >= 0 && d4 <= d3)
        return {0, 1, 0};
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) {
        const float t = d1 / (d1 - d3);
        return {1 - t, t, 0};
    }
    const glm::vec3 cp = p - c;
    const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
    if (d6 >= 0 && d5 <= d6)
        return {0, 0, 1};
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) {
        const float t = d2 / (d2 - d6);
        return {1 - t, 0, t};
    }
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
        const float t = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        return {0, 1 - t, t};
    }
    const float sum = va + vb + vc;
    return {va / sum, vb / sum, vc / sum};
}

struct Crossing {
    float distance = 0;
    float v = 0, w = 0; // weights of the second and third corner
};

// Moeller & Trumbore 1997.
std::optional<Crossing> crossing(glm::vec3 a, glm::vec3 b, glm::vec3 c, glm::vec3 from,
                                 glm::vec3 direction, float least, float most)
{
    const glm::vec3 ab = b - a, ac = c - a;
    const glm::vec3 across = glm::cross(direction, ac);
    const float det = glm::dot(ab, across);
    if (det == 0)
        return std::nullopt;
    const glm::vec3 to = from - a;
    const float v = glm::dot(to, across) / det;
    const glm::vec3 turned = glm::cross(to, ab);
    const float w = glm::dot(direction, turned) / det;
    constexpr float slack = 1e-6f; // a ray through an edge must not slip between two
    if (v < -slack || w < -slack || v + w > 1 + slack)
        return std::nullopt;
    const float distance = glm::dot(ac, turned) / det;
    if (distance <= least || distance >= most)
        return std::nullopt;
    return Crossing{distance, v, w};
}

} // namespace

float distance_to_triangle(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c)
{
    const glm::vec3 w = nearest_weights(p, a, b, c);
    return glm::distance(p, a * w.x + b * w.y + c * w.z);
}

bool meets(const Box& box, glm::vec3 from, glm::vec3 direction, float most)
{
    return !std::isinf(entry(box, from, 1.0f / direction, most));
}

std::optional<float> first_hit(std::span<const glm::vec3> positions,
                               std::span<const Triangle> triangles, glm::vec3 from,
                               glm::vec3 direction, float most)
{
    std::optional<float> best;
    for (const Triangle& t : triangles)
        if (const auto hit = crossing(positions[t.x], positions[t.y], positions[t.z], from,
                                      direction, 1e-4f, best.value_or(most)))
            best = hit->distance;
    return best;
}

SurfaceTree::SurfaceTree(std::span<const glm::vec3> positions, std::span<const Triangle> triangles)
    : order_(triangles.size())
{
    if (triangles.empty())
        return;
    std::iota(order_.begin(), order_.end(), 0u);
    std::vector<glm::vec3> centres;
    std::vector<Corners> corners;
    centres.reserve(triangles.size());
    corners.reserve(triangles.size());
    for (const Triangle& t : triangles) {
        corners.push_back({positions[t.x], positions[t.y], positions[t.z]});
        centres.push_back((corners.back().a + corners.back().b + corners.back().c) / 3.0f);
    }
    corners_ = corners;
    nodes_.reserve(triangles.size());
    nodes_.push_back({{}, 0, static_cast<std::uint32_t>(triangles.size())});
    split(0, centres);
    for (std::size_t i = 0; i < order_.size(); ++i)
        corners_[i] = corners[order_[i]];
}

void SurfaceTree::split(std::uint32_t node, std::span<const glm::vec3> centres)
{
    const std::uint32_t first = nodes_[node].first, count = nodes_[node].count;
    if (count <= leaf_size) {
        Box& box = nodes_[node].box;
        for (std::uint32_t i = first; i < first + count; ++i) {
            const Corners& c = corners_[order_[i]];
            box.include(c.a);
            box.include(c.b);
            box.include(c.c);
        }
        return;
    }
    Box middles;
    for (std::uint32_t i = first; i < first + count; ++i)
        middles.include(centres[order_[i]]);
    const glm::vec3 size = middles.size();
    const int axis = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2;
    {
        // Side by side with their numbers: looking each up takes twice the time.
        std::vector<std::pair<float, std::uint32_t>> along;
        along.reserve(count);
        for (std::uint32_t i = first; i < first + count; ++i)
            along.emplace_back(centres[order_[i]][axis], order_[i]);
        std::nth_element(along.begin(), along.begin() + count / 2, along.end());
        for (std::uint32_t i = 0; i < count; ++i)
            order_[first + i] = along[i].second;
    }
    const auto left = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].first = left;
    nodes_[node].count = 0;
    nodes_.push_back({{}, first, count / 2});
    nodes_.push_back({{}, first + count / 2, count - count / 2});
    split(left, centres);
    split(left + 1, centres);
    Box box = nodes_[left].box;
    box.include(nodes_[left + 1].box);
    nodes_[node].box = box;
}

std::optional<SurfaceHit> SurfaceTree::first_hit(glm::vec3 from, glm::vec3 direction, float least,
                                                 float most) const
{
    if (empty())
        return std::nullopt;
    const glm::vec3 inverse = 1.0f / direction;
    std::optional<SurfaceHit> best;
    std::array<std::uint32_t, 64> stack;
    std::size_t depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
        const Node& node = nodes_[stack[--depth]];
        if (std::isinf(entry(node.box, from, inverse, most)))
            continue;
        if (node.count == 0) {
            const float left = entry(nodes_[node.first].box, from, inverse, most);
            const float right = entry(nodes_[node.first + 1].box, from, inverse, most);
            const bool left_first = left <= right;
            stack[depth++] = node.first + (left_first ? 1 : 0); // the nearer one is taken next
            stack[depth++] = node.first + (left_first ? 0 : 1);
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const Corners& c = corners_[i];
            const std::optional<Crossing> hit =
                crossing(c.a, c.b, c.c, from, direction, least, most);
            if (!hit)
                continue;
            most = hit->distance;
            best = SurfaceHit{hit->distance,
                              order_[i],
                              {1 - hit->v - hit->w, hit->v, hit->w},
                              from + direction * hit->distance};
        }
    }
    return best;
}

SurfaceHit SurfaceTree::nearest(glm::vec3 p, float likely_mm) const
{
    std::optional<SurfaceHit> hit = nearest_within(p, likely_mm);
    if (!hit && !std::isinf(likely_mm))
        hit = nearest_within(p, std::numeric_limits<float>::infinity());
    // p may be nowhere itself (not a number, or so far out that its square is infinite).
    return hit.value_or(SurfaceHit{0, order_[0], {1, 0, 0}, corners_[0].a});
}

std::optional<SurfaceHit> SurfaceTree::nearest_within(glm::vec3 p, float most_mm) const
{
    struct Waiting {
        std::uint32_t node = 0;
        float squared = 0;  // distance of its box
    };
    float best = most_mm * most_mm;
    SurfaceHit hit;
    constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
    hit.triangle = nowhere;
    std::array<Waiting, 64> stack;
    std::size_t depth = 0;
    stack[depth++] = {0, 0};
    while (depth > 0) {
        const Waiting next = stack[--depth];
        if (next.squared > best)
            continue;
        const Node& node = nodes_[next.node];
        if (node.count == 0) {
            const float left = squared_distance(nodes_[node.first].box, p);
            const float right = squared_distance(nodes_[node.first + 1].box, p);
            const Waiting near{node.first + (left <= right ? 0 : 1), std::min(left, right)};
            const Waiting far{node.first + (left <= right ? 1 : 0), std::max(left, right)};
            if (far.squared <= best)
                stack[depth++] = far;
            if (near.squared <= best)
                stack[depth++] = near;
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const Corners& c = corners_[i];
            const glm::vec3 w = nearest_weights(p, c.a, c.b, c.c);
            const glm::vec3 q = c.a * w.x + c.b * w.y + c.c * w.z;
            const float d = glm::dot(p - q, p - q);
            if (d < best || (d == best && order_[i] < hit.triangle)) {
                best = d;
                hit = {0, order_[i], w, q};
            }
        }
    }
    if (hit.triangle == nowhere)
        return std::nullopt;
    hit.distance_mm = std::sqrt(best);
    return hit;
}

} // namespace tpatlas
