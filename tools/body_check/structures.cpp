#include "body_check/structures.hpp"

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

bool is_hard(StructureKind kind)
{
    return kind == StructureKind::bone || kind == StructureKind::cartilage ||
           kind == StructureKind::disc;
}

}  // namespace

HalfBody::HalfBody(const Body& body) : body_(body), trees_(body.structures().size())
{
    for (std::uint32_t n = 0; n < body.structures().size(); ++n) {
        const Structure& s = structure(n);
        if (s.side == Side::left || s.kind == StructureKind::skin)
            continue;
        (is_hard(s.kind) ? bones_ : soft_).push_back(n);
        trees_[n] = std::make_unique<SurfaceTree>(body.surfaces().mesh.positions, triangles(n));
    }
}

std::span<const glm::vec3> HalfBody::positions(std::uint32_t number) const
{
    const SurfaceRange& range = body_.surfaces().ranges[number];
    return std::span(body_.surfaces().mesh.positions)
        .subspan(range.first_vertex, range.vertex_count);
}

std::span<const Triangle> HalfBody::triangles(std::uint32_t number) const
{
    const SurfaceRange& range = body_.surfaces().ranges[number];
    return std::span(body_.surfaces().mesh.triangles)
        .subspan(range.first_triangle, range.triangle_count);
}

SignedDistance HalfBody::distance(std::uint32_t number, glm::vec3 p) const
{
    const SurfaceHit hit = tree(number).nearest(p);
    const Triangle& t = triangles(number)[hit.triangle];
    const std::vector<glm::vec3>& normals = body_.surfaces().mesh.normals;
    const glm::vec3 normal = hit.barycentric.x * normals[t.x] + hit.barycentric.y * normals[t.y] +
                             hit.barycentric.z * normals[t.z];
    return {hit.distance_mm, glm::dot(p - hit.position_mm, normal) < 0};
}

}  // namespace tpatlas
