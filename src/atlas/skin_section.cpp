#include "atlas/skin_section.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

namespace tpatlas {

namespace {

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t v)
{
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}

float turn(glm::vec2 a, glm::vec2 b, glm::vec2 c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

}  // namespace

std::size_t Section::loop_near(glm::vec3 place) const
{
    std::size_t best = 0;
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < loops.size(); ++i) {
        glm::vec3 sum(0);
        for (const glm::vec3& p : loops[i])
            sum += p;
        const float far = glm::distance(sum / static_cast<float>(loops[i].size()), place);
        if (far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

Section section_of(const MeshData& mesh, glm::vec3 at, glm::vec3 normal)
{
    Section section{at, glm::normalize(normal), {}};
    std::vector<float> height(mesh.positions.size());
    for (std::size_t v = 0; v < height.size(); ++v)
        height[v] = glm::dot(mesh.positions[v] - at, section.normal);
    std::vector<glm::vec3> points;
    std::vector<std::uint32_t> parent;
    std::unordered_map<std::uint64_t, std::uint32_t> on_edge;
    const auto point = [&](std::uint32_t a, std::uint32_t b) {
        if (a > b)
            std::swap(a, b);
        const auto [found, fresh] =
            on_edge.try_emplace((static_cast<std::uint64_t>(a) << 32) | b,
                                static_cast<std::uint32_t>(points.size()));
        if (fresh) {
            parent.push_back(static_cast<std::uint32_t>(points.size()));
            points.push_back(glm::mix(mesh.positions[a], mesh.positions[b],
                                      height[a] / (height[a] - height[b])));
        }
        return found->second;
    };
    for (const Triangle& t : mesh.triangles) {
        std::uint32_t first = ~0u;
        for (int c = 0; c < 3; ++c) {
            const std::uint32_t a = t[c];
            const std::uint32_t b = t[(c + 1) % 3];
            if ((height[a] < 0) == (height[b] < 0))
                continue;
            const std::uint32_t p = point(a, b);
            if (first == ~0u)
                first = p;
            else
                parent[root_of(parent, p)] = root_of(parent, first);
        }
    }
    std::map<std::uint32_t, std::vector<glm::vec3>> by_root;
    for (std::uint32_t p = 0; p < points.size(); ++p)
        by_root[root_of(parent, p)].push_back(points[p]);
    for (auto& [root, loop] : by_root)
        section.loops.push_back(std::move(loop));
    return section;
}

float tape_mm(const std::vector<glm::vec3>& points, glm::vec3 normal)
{
    const glm::vec3 n = glm::normalize(normal);
    const glm::vec3 aside = std::abs(n.x) < 0.9f ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
    const glm::vec3 x = glm::normalize(glm::cross(aside, n));
    const glm::vec3 y = glm::cross(n, x);
    std::vector<glm::vec2> flat;
    for (const glm::vec3& p : points)
        flat.push_back({glm::dot(p, x), glm::dot(p, y)});
    std::sort(flat.begin(), flat.end(), [](glm::vec2 a, glm::vec2 b) {
        return a.x < b.x || (a.x == b.x && a.y < b.y);
    });
    // Andrew's monotone chain, both ways.
    float length = 0;
    for (int way = 0; way < 2; ++way) {
        std::vector<glm::vec2> hull;
        for (const glm::vec2& p : flat) {
            while (hull.size() >= 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0)
                hull.pop_back();
            hull.push_back(p);
        }
        for (std::size_t i = 1; i < hull.size(); ++i)
            length += glm::distance(hull[i - 1], hull[i]);
        std::reverse(flat.begin(), flat.end());
    }
    return length;
}

float extent_mm(const std::vector<glm::vec3>& points, glm::vec3 direction)
{
    float least = std::numeric_limits<float>::infinity();
    float most = -least;
    for (const glm::vec3& p : points) {
        least = std::min(least, glm::dot(p, direction));
        most = std::max(most, glm::dot(p, direction));
    }
    return points.empty() ? 0 : most - least;
}

}  // namespace tpatlas
