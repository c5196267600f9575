#include "render/coarse_surfaces.hpp"

#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace tpatlas::render {

namespace {

// Cell and side of a vertex: the signs of its normal keep the two faces of a thin sheet apart.
std::uint64_t cell_of(glm::vec3 p, glm::vec3 n, float cell_mm)
{
    std::uint64_t key = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const auto cell = static_cast<std::int64_t>(std::floor(p[axis] / cell_mm)) + (1 << 18);
        key = key << 20 | (static_cast<std::uint64_t>(cell) << 1 & 0xFFFFEu) |
              (n[axis] < 0 ? 1u : 0u);
    }
    return key;
}

}  // namespace

CoarseSurfaces coarse_surfaces(const BodySurfaces& body, const std::vector<glm::vec3>& normals,
                               float cell_mm)
{
    CoarseSurfaces coarse;
    std::unordered_map<std::uint64_t, std::uint32_t> first_in_cell;
    std::vector<std::uint32_t> stands_for;
    for (const SurfaceRange& range : body.ranges) {
        first_in_cell.clear();
        stands_for.resize(range.vertex_count);
        for (std::uint32_t v = 0; v < range.vertex_count; ++v) {
            const std::uint32_t whole = range.first_vertex + v;
            const std::uint64_t key =
                cell_of(body.mesh.positions[whole], normals[whole], cell_mm);
            stands_for[v] = first_in_cell.emplace(key, whole).first->second;
        }
        SurfaceRange part = range;
        part.first_triangle = static_cast<std::uint32_t>(coarse.triangles.size());
        for (std::uint32_t t = 0; t < range.triangle_count; ++t) {
            Triangle triangle = body.mesh.triangles[range.first_triangle + t];
            for (int corner = 0; corner < 3; ++corner)
                triangle[corner] = stands_for[triangle[corner] - range.first_vertex];
            if (triangle.x != triangle.y && triangle.y != triangle.z && triangle.z != triangle.x)
                coarse.triangles.push_back(triangle);
        }
        part.triangle_count =
            static_cast<std::uint32_t>(coarse.triangles.size()) - part.first_triangle;
        coarse.ranges.push_back(part);
    }
    return coarse;
}

}  // namespace tpatlas::render
