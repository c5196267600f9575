#include "body/contact_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

namespace tpatlas::body {

MeshData field_mesh(const FieldFunction& field, const Box& box, float step_mm,
                    const std::function<float(glm::vec3)>& edge_mm,
                    const std::function<glm::vec2(glm::vec3)>& shares)
{
    MeshData mesh = remeshed(extract_surface(field, box, step_mm), field, edge_mm);
    mesh.normals.reserve(mesh.positions.size());
    mesh.fibres.reserve(mesh.positions.size());
    for (const glm::vec3& p : mesh.positions) {
        mesh.normals.push_back(glm::normalize(gradient(field, p, 0.3f)));
        mesh.fibres.push_back(shares(p));
    }
    return mesh;
}

MeshData lathe(const std::vector<LatheRing>& profile, const LatheAxis& axis, int sectors,
               bool closed)
{
    const glm::vec3 n = axis.direction;
    // A corner of every ring lies toward +z (or as near as can be): what touches is exact.
    const glm::vec3 up = std::abs(n.z) < 0.9f ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0);
    const glm::vec3 u = glm::normalize(up - n * glm::dot(up, n));
    const glm::vec3 v = glm::cross(n, u);
    MeshData mesh;
    std::vector<std::uint32_t> first;  // vertex of each ring
    for (const LatheRing& ring : profile) {
        first.push_back(static_cast<std::uint32_t>(mesh.positions.size()));
        const int count = ring.radius_mm > 0 ? sectors : 1;
        for (int i = 0; i < count; ++i) {
            const float a = 2 * std::numbers::pi_v<float> * float(i) / float(sectors);
            mesh.positions.push_back(axis.begin + n * ring.along_mm +
                                     (u * std::cos(a) + v * std::sin(a)) * ring.radius_mm);
            mesh.fibres.push_back({1, ring.second});
        }
    }
    const std::size_t bands = closed ? profile.size() : profile.size() - 1;
    for (std::size_t b = 0; b < bands; ++b) {
        const std::size_t next = (b + 1) % profile.size();
        const auto corner = [&](std::size_t ring, int i) {
            return first[ring] +
                   (profile[ring].radius_mm > 0 ? static_cast<std::uint32_t>(i % sectors) : 0u);
        };
        for (int i = 0; i < sectors; ++i) {
            const std::uint32_t a0 = corner(b, i), a1 = corner(b, i + 1);
            const std::uint32_t b0 = corner(next, i), b1 = corner(next, i + 1);
            if (a0 != a1)
                mesh.triangles.push_back({a0, a1, b1});
            if (b0 != b1)
                mesh.triangles.push_back({a0, b1, b0});
        }
    }
    if (volume_mm3(mesh) < 0)
        for (Triangle& t : mesh.triangles)
            std::swap(t.y, t.z);
    mesh.normals = vertex_normals(mesh);
    return mesh;
}

void round_rim(std::vector<LatheRing>& profile, glm::vec2 to, bool radius_first, int steps,
               float second)
{
    const LatheRing from = profile.back();
    const glm::vec2 move = to - glm::vec2(from.along_mm, from.radius_mm);
    for (int i = 1; i <= steps; ++i) {
        const float a = std::numbers::pi_v<float> / 2 * float(i) / float(steps);
        const float quick = i == steps ? 1 : std::sin(a);
        const float slow = i == steps ? 1 : 1 - std::cos(a);
        profile.push_back({from.along_mm + move.x * (radius_first ? slow : quick),
                           from.radius_mm + move.y * (radius_first ? quick : slow), second});
    }
}

}  // namespace tpatlas::body
