// tests/body/field_checks.hpp: facts about a surface that several tests ask for.
#pragma once

#include "core/mesh_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::body {

// Edges that do not belong to exactly two triangles which run along it in opposite directions.
inline std::size_t open_or_broken_edges(const MeshData& mesh)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> directed;
    for (const Triangle& t : mesh.triangles)
        for (int c = 0; c < 3; ++c)
            ++directed[{t[c], t[(c + 1) % 3]}];
    std::size_t broken = 0;
    for (const auto& [edge, count] : directed) {
        const auto back = directed.find({edge.second, edge.first});
        broken += count != 1 || back == directed.end() || back->second != 1;
    }
    return broken;
}

// Vertices whose triangles do not form one fan.
inline std::size_t pinched_vertices(const MeshData& mesh)
{
    std::vector<std::vector<std::uint32_t>> around(mesh.positions.size());
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t)
        for (int c = 0; c < 3; ++c)
            around[mesh.triangles[t][c]].push_back(t);
    std::size_t pinched = 0;
    for (std::uint32_t v = 0; v < around.size(); ++v) {
        std::map<std::uint32_t, std::uint32_t> next;
        for (const std::uint32_t t : around[v])
            for (int c = 0; c < 3; ++c)
                if (mesh.triangles[t][c] == v)
                    next[mesh.triangles[t][(c + 1) % 3]] = mesh.triangles[t][(c + 2) % 3];
        if (next.empty())
            continue;
        std::size_t steps = 0;
        std::uint32_t at = next.begin()->first;
        do {
            at = next.contains(at) ? next[at] : next.begin()->first;
            ++steps;
        } while (at != next.begin()->first && steps <= next.size());
        pinched += steps != around[v].size();
    }
    return pinched;
}

// Vertices - edges + triangles: 2 for a closed surface like a ball's.
inline std::ptrdiff_t euler_number(const MeshData& mesh)
{
    return static_cast<std::ptrdiff_t>(mesh.positions.size()) -
           static_cast<std::ptrdiff_t>(mesh.triangles.size() / 2);
}

// Whether the segment a-b goes through the inside of the triangle.
inline bool pierces(glm::dvec3 a, glm::dvec3 b, const std::array<glm::dvec3, 3>& t)
{
    const glm::dvec3 ab = b - a;
    const glm::dvec3 e1 = t[1] - t[0];
    const glm::dvec3 e2 = t[2] - t[0];
    const glm::dvec3 h = glm::cross(ab, e2);
    const double det = glm::dot(e1, h);
    if (std::abs(det) < 1e-12)
        return false;
    const glm::dvec3 s = a - t[0];
    const double u = glm::dot(s, h) / det;
    const glm::dvec3 q = glm::cross(s, e1);
    const double v = glm::dot(ab, q) / det;
    const double w = glm::dot(e2, q) / det;
    constexpr double rim = 1e-6;
    return u > rim && v > rim && u + v < 1 - rim && w > rim && w < 1 - rim;
}

// Pairs of triangles without a common vertex of which one's edge goes through the other.
inline std::size_t self_intersections(const MeshData& mesh)
{
    constexpr float cell_mm = 5;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells;
    const auto cell = [](glm::ivec3 c) {
        return (static_cast<std::uint64_t>(c.x + 100000) << 42) ^
               (static_cast<std::uint64_t>(c.y + 100000) << 21) ^
               static_cast<std::uint64_t>(c.z + 100000);
    };
    const auto corners = [&](std::uint32_t t) {
        const Triangle& tri = mesh.triangles[t];
        return std::array<glm::dvec3, 3>{mesh.positions[tri.x], mesh.positions[tri.y],
                                         mesh.positions[tri.z]};
    };
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
        const auto c = corners(t);
        const glm::ivec3 low(glm::floor(glm::min(c[0], glm::min(c[1], c[2])) / double(cell_mm)));
        const glm::ivec3 high(glm::floor(glm::max(c[0], glm::max(c[1], c[2])) / double(cell_mm)));
        for (int z = low.z; z <= high.z; ++z)
            for (int y = low.y; y <= high.y; ++y)
                for (int x = low.x; x <= high.x; ++x)
                    cells[cell({x, y, z})].push_back(t);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const auto& [key, list] : cells)
        for (std::size_t i = 0; i < list.size(); ++i)
            for (std::size_t j = i + 1; j < list.size(); ++j) {
                const Triangle& a = mesh.triangles[list[i]];
                const Triangle& b = mesh.triangles[list[j]];
                bool share = false;
                for (int c = 0; c < 3; ++c)
                    share = share || a[c] == b.x || a[c] == b.y || a[c] == b.z;
                if (share)
                    continue;
                const auto p = corners(list[i]);
                const auto q = corners(list[j]);
                bool hit = false;
                for (int c = 0; c < 3 && !hit; ++c)
                    hit = pierces(p[c], p[(c + 1) % 3], q) || pierces(q[c], q[(c + 1) % 3], p);
                if (hit)
                    found.push_back(std::minmax(list[i], list[j]));
            }
    std::sort(found.begin(), found.end());
    return static_cast<std::size_t>(std::unique(found.begin(), found.end()) - found.begin());
}

}  // namespace tpatlas::body
