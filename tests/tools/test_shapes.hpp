// tests/tools/test_shapes.hpp: surfaces whose distances and volumes are known.
#pragma once

#include "core/mesh_data.hpp"

#include <cmath>
#include <numbers>

namespace tpatlas::test_shapes
{

// A tube of rings about the y axis, closed by a point at each end. `radius` of a height share 0..1.
template <class Radius>
MeshData turned(float height_mm, int rings, int around, Radius radius)
{
    MeshData mesh;
    for (int i = 0; i <= rings; ++i)
        for (int k = 0; k < around; ++k) {
            const float share = static_cast<float>(i) / static_cast<float>(rings);
            const float a =
                2 * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(around);
            mesh.positions.emplace_back(radius(share) * std::cos(a), height_mm * share,
                                        -radius(share) * std::sin(a));
        }
    const auto n = static_cast<std::uint32_t>(around);
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(rings); ++i)
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = i * n + k, b = i * n + (k + 1) % n;
            mesh.triangles.emplace_back(a, b, b + n);
            mesh.triangles.emplace_back(a, b + n, a + n);
        }
    const auto low = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.emplace_back(0, 0, 0);
    mesh.positions.emplace_back(0, height_mm, 0);
    const std::uint32_t last = static_cast<std::uint32_t>(rings) * n;
    for (std::uint32_t k = 0; k < n; ++k) {
        mesh.triangles.emplace_back(low, (k + 1) % n, k);
        mesh.triangles.emplace_back(low + 1, last + k, last + (k + 1) % n);
    }
    return mesh;
}

inline MeshData sphere(float radius_mm, glm::vec3 centre = glm::vec3(0))
{
    constexpr int rings = 96;
    MeshData mesh = turned(1, rings, 128, [](float) { return 1.0f; });
    for (glm::vec3& p : mesh.positions) {
        const float polar = std::numbers::pi_v<float> * p.y;
        const float ring = std::hypot(p.x, p.z);
        const float out = ring > 0 ? std::sin(polar) / ring : 0;
        p = centre + radius_mm * glm::vec3(p.x * out, -std::cos(polar), p.z * out);
    }
    return welded(mesh, 1e-4f * radius_mm);
}

inline MeshData cylinder(float radius_mm, float height_mm)
{
    return turned(height_mm, 60, 48, [radius_mm](float) { return radius_mm; });
}

} // namespace tpatlas::test_shapes
