// tests/atlas/shapes.hpp: small surfaces whose distances are known.
#pragma once

#include "core/mesh_data.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <utility>

#include <glm/geometric.hpp>

namespace tpatlas::shapes {

// A square in the plane z = 0 with its middle at the origin, its inner vertices shaken, so that no
// two triangles are alike.
inline MeshData shaken_square(float size_mm, int cells)
{
    MeshData mesh;
    std::mt19937 random(7);
    const auto shake = [&] {
        return (static_cast<float>(random() % 1000) / 1000.0f - 0.5f) * 0.6f;
    };
    const float step = size_mm / static_cast<float>(cells);
    for (int j = 0; j <= cells; ++j)
        for (int i = 0; i <= cells; ++i) {
            const bool border = i == 0 || j == 0 || i == cells || j == cells;
            const float x = static_cast<float>(i) + (border ? 0 : shake());
            const float y = static_cast<float>(j) + (border ? 0 : shake());
            mesh.positions.emplace_back(x * step - size_mm / 2, y * step - size_mm / 2, 0);
        }
    const auto at = [cells](int i, int j) {
        return static_cast<std::uint32_t>(j * (cells + 1) + i);
    };
    for (int j = 0; j < cells; ++j)
        for (int i = 0; i < cells; ++i) {
            mesh.triangles.emplace_back(at(i, j), at(i + 1, j), at(i + 1, j + 1));
            mesh.triangles.emplace_back(at(i, j), at(i + 1, j + 1), at(i, j + 1));
        }
    return mesh;
}

// An icosahedron split `times` times, its vertices on the sphere; mirror-symmetric in x = 0.
inline MeshData sphere(float radius_mm, int times)
{
    const float g = (1 + std::sqrt(5.0f)) / 2;
    MeshData mesh;
    mesh.positions = {{-1, g, 0},  {1, g, 0},  {-1, -g, 0}, {1, -g, 0}, {0, -1, g},  {0, 1, g},
                      {0, -1, -g}, {0, 1, -g}, {g, 0, -1},  {g, 0, 1},  {-g, 0, -1}, {-g, 0, 1}};
    mesh.triangles = {{0, 11, 5}, {0, 5, 1},  {0, 1, 7},   {0, 7, 10}, {0, 10, 11},
                      {1, 5, 9},  {5, 11, 4}, {11, 10, 2}, {10, 7, 6}, {7, 1, 8},
                      {3, 9, 4},  {3, 4, 2},  {3, 2, 6},   {3, 6, 8},  {3, 8, 9},
                      {4, 9, 5},  {2, 4, 11}, {6, 2, 10},  {8, 6, 7},  {9, 8, 1}};
    for (int k = 0; k < times; ++k) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
        const auto middle = [&](std::uint32_t a, std::uint32_t b) {
            const auto [at, fresh] = middles.try_emplace(
                std::minmax(a, b), static_cast<std::uint32_t>(mesh.positions.size()));
            if (fresh)
                mesh.positions.push_back((mesh.positions[a] + mesh.positions[b]) * 0.5f);
            return at->second;
        };
        std::vector<Triangle> finer;
        for (const Triangle& t : mesh.triangles) {
            const std::uint32_t a = middle(t.x, t.y), b = middle(t.y, t.z), c = middle(t.z, t.x);
            finer.insert(finer.end(), {{t.x, a, c}, {t.y, b, a}, {t.z, c, b}, {a, b, c}});
        }
        mesh.triangles = finer;
    }
    for (glm::vec3& p : mesh.positions)
        p = glm::normalize(p) * radius_mm;
    return mesh;
}

// A closed box with square faces cut into cells: a slab whose front and back lie near each other
// through it and far from each other along it.
inline MeshData slab(glm::vec3 size_mm, glm::ivec3 cells)
{
    MeshData mesh;
    const auto face = [&](glm::vec3 origin, glm::vec3 a, glm::vec3 b, int m, int n) {
        const auto first = static_cast<std::uint32_t>(mesh.positions.size());
        for (int j = 0; j <= n; ++j)
            for (int i = 0; i <= m; ++i)
                mesh.positions.push_back(origin + a * (static_cast<float>(i) / m) +
                                         b * (static_cast<float>(j) / n));
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < m; ++i) {
                const auto at = [&](int p, int q) {
                    return first + static_cast<std::uint32_t>(q * (m + 1) + p);
                };
                mesh.triangles.emplace_back(at(i, j), at(i + 1, j), at(i + 1, j + 1));
                mesh.triangles.emplace_back(at(i, j), at(i + 1, j + 1), at(i, j + 1));
            }
    };
    const glm::vec3 h = size_mm * 0.5f;
    const glm::vec3 x(size_mm.x, 0, 0), y(0, size_mm.y, 0), z(0, 0, size_mm.z);
    face({-h.x, -h.y, h.z}, x, y, cells.x, cells.y);
    face({-h.x, -h.y, -h.z}, y, x, cells.y, cells.x);
    face({h.x, -h.y, -h.z}, y, z, cells.y, cells.z);
    face({-h.x, -h.y, -h.z}, z, y, cells.z, cells.y);
    face({-h.x, h.y, -h.z}, z, x, cells.z, cells.x);
    face({-h.x, -h.y, -h.z}, x, z, cells.x, cells.z);
    return welded(mesh, 0.001f);
}

} // namespace tpatlas::shapes
