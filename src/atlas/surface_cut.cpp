#include "atlas/surface_cut.hpp"

#include <cassert>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float least_doubled_area_mm2 = 1e-6f;

class Cutting {
public:
    Cutting(const MeshData& mesh, std::span<const float> field) : mesh_(mesh), field_(field) {}

    void take(const Triangle& triangle)
    {
        std::uint32_t corners[4];
        int count = 0;
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t here = triangle[k];
            const std::uint32_t next = triangle[(k + 1) % 3];
            if (inside(here))
                corners[count++] = kept(here);
            if (inside(here) != inside(next))
                corners[count++] = crossing(here, next);
        }
        for (int k = 2; k < count; ++k)
            add({corners[0], corners[k - 1], corners[k]});
    }

    MeshData result() { return std::move(part_); }

private:
    bool inside(std::uint32_t vertex) const { return field_[vertex] < 0; }

    glm::vec3 normal(std::uint32_t vertex) const
    {
        return mesh_.normals.empty() ? glm::vec3(0) : mesh_.normals[vertex];
    }

    std::uint32_t vertex(glm::vec3 position, glm::vec3 normal)
    {
        const float length = glm::length(normal);
        part_.positions.push_back(position);
        part_.normals.push_back(length > 0 ? normal / length : glm::vec3(0, 1, 0));
        return static_cast<std::uint32_t>(part_.positions.size() - 1);
    }

    std::uint32_t kept(std::uint32_t old)
    {
        const auto [place, fresh] = made_.try_emplace(std::uint64_t{old} << 32 | old, 0);
        if (fresh)
            place->second = vertex(mesh_.positions[old], normal(old));
        return place->second;
    }

    std::uint32_t crossing(std::uint32_t a, std::uint32_t b)
    {
        if (field_[a] == 0 || field_[b] == 0)
            return kept(field_[a] == 0 ? a : b);
        if (a > b)
            std::swap(a, b);  // the same sum from both sides
        const auto [place, fresh] = made_.try_emplace(std::uint64_t{a} << 32 | b, 0);
        if (fresh) {
            const float share = field_[a] / (field_[a] - field_[b]);
            place->second = vertex(glm::mix(mesh_.positions[a], mesh_.positions[b], share),
                                   glm::mix(normal(a), normal(b), share));
        }
        return place->second;
    }

    // An edge that touches a corner cuts off nothing.
    void add(const Triangle& t)
    {
        const glm::vec3 a = part_.positions[t.x];
        const float doubled_area =
            glm::length(glm::cross(part_.positions[t.y] - a, part_.positions[t.z] - a));
        if (doubled_area > least_doubled_area_mm2)
            part_.triangles.push_back(t);
    }

    const MeshData& mesh_;
    std::span<const float> field_;
    MeshData part_;
    std::unordered_map<std::uint64_t, std::uint32_t> made_;  // by vertex (twice) or edge
};

}  // namespace

MeshData part_inside(const MeshData& mesh, std::span<const float> field)
{
    assert(field.size() == mesh.positions.size());
    Cutting cutting(mesh, field);
    for (const Triangle& triangle : mesh.triangles)
        if (field[triangle.x] < 0 || field[triangle.y] < 0 || field[triangle.z] < 0)
            cutting.take(triangle);
    return cutting.result();
}

}  // namespace tpatlas
