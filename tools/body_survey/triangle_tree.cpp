#include "body_survey/triangle_tree.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

constexpr std::uint32_t leaf_size = 4;

float squared_distance(const Box& box, glm::vec3 p)
{
    const glm::vec3 d = glm::max(glm::max(box.min - p, p - box.max), glm::vec3(0));
    return glm::dot(d, d);
}

} // namespace

glm::vec3 nearest_on_triangle(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c)
{
    const glm::vec3 ab = b - a, ac = c - a, ap = p - a;
    const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
    if (d1 <= 0 && d2 <= 0)
        return a;
    const glm::vec3 bp = p - b;
    const float d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
    if (d3 >= 0 && d4 <= d3)
        return b;
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0)
        return a + ab * (d1 / (d1 - d3));
    const glm::vec3 cp = p - c;
    const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
    if (d6 >= 0 && d5 <= d6)
        return c;
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0)
        return a + ac * (d2 / (d2 - d6));
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        return b + (c - b) * ((d4 - d3) / ((d4 - d3) + (d5 - d6)));
    const float sum = va + vb + vc;
    if (sum <= 0) // no area: any corner will do
        return a;
    return a + ab * (vb / sum) + ac * (vc / sum);
}

TriangleTree::TriangleTree(const MeshData& mesh)
{
    assert(!mesh.triangles.empty());
    std::vector<glm::vec3> centres;
    for (const Triangle& t : mesh.triangles) {
        corners_.push_back({mesh.positions[t.x], mesh.positions[t.y], mesh.positions[t.z]});
        centres.push_back((corners_.back().a + corners_.back().b + corners_.back().c) / 3.0f);
    }
    order_.resize(corners_.size());
    std::iota(order_.begin(), order_.end(), 0u);
    nodes_.reserve(corners_.size());
    nodes_.emplace_back();
    split(0, 0, static_cast<std::uint32_t>(order_.size()), centres);
}

void TriangleTree::split(std::uint32_t node, std::uint32_t first, std::uint32_t count,
                         const std::vector<glm::vec3>& centres)
{
    Box box, centre_box;
    for (std::uint32_t i = first; i < first + count; ++i) {
        const Corners& t = corners_[order_[i]];
        box.include(t.a);
        box.include(t.b);
        box.include(t.c);
        centre_box.include(centres[order_[i]]);
    }
    nodes_[node].box = box;
    nodes_[node].first = first;
    nodes_[node].count = count;
    if (count <= leaf_size)
        return;
    const glm::vec3 size = centre_box.size();
    const int axis = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2;
    const auto begin = order_.begin() + first;
    const std::uint32_t half = count / 2;
    std::nth_element(begin, begin + half, begin + count, [&](std::uint32_t l, std::uint32_t r) {
        return centres[l][axis] != centres[r][axis] ? centres[l][axis] < centres[r][axis] : l < r;
    });
    const auto left = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    nodes_.emplace_back();
    nodes_[node].first = left;
    nodes_[node].count = 0;
    split(left, first, half, centres);
    split(left + 1, first + half, count - half, centres);
}

NearestPoint TriangleTree::nearest(glm::vec3 p) const
{
    struct Entry {
        std::uint32_t node;
        float squared;
    };
    std::array<Entry, 128> stack; // halving keeps the depth below 32
    std::size_t top = 0;
    stack[top++] = {0, squared_distance(nodes_[0].box, p)};
    NearestPoint best;
    float best_squared = std::numeric_limits<float>::infinity();
    while (top > 0) {
        const Entry entry = stack[--top];
        if (entry.squared >= best_squared)
            continue;
        const Node& node = nodes_[entry.node];
        if (node.count == 0) {
            Entry near{node.first, squared_distance(nodes_[node.first].box, p)};
            Entry far{node.first + 1, squared_distance(nodes_[node.first + 1].box, p)};
            if (far.squared < near.squared)
                std::swap(near, far);
            stack[top++] = far;
            stack[top++] = near;
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const Corners& t = corners_[order_[i]];
            const glm::vec3 q = nearest_on_triangle(p, t.a, t.b, t.c);
            const float squared = glm::dot(p - q, p - q);
            if (squared < best_squared) {
                best_squared = squared;
                best.point = q;
                best.triangle = order_[i];
            }
        }
    }
    best.distance_mm = std::sqrt(best_squared);
    return best;
}

glm::vec3 TriangleTree::normal(std::uint32_t triangle) const
{
    const Corners& t = corners_[triangle];
    const glm::vec3 n = glm::cross(t.b - t.a, t.c - t.a);
    return n / std::max(glm::length(n), 1e-12f);
}

} // namespace tpatlas
