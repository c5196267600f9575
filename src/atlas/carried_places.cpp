#include "atlas/carried_places.hpp"

#include "atlas/surface.hpp"
#include "atlas/zone_measure.hpp"

#include <utility>
#include <vector>

namespace tpatlas {

void carry_places(const EmbeddedShapes& embedded, const BodyWarp& warp, Body::Parts& parts)
{
    const Body& ours = embedded.body();
    if (!ours.surfaces().skin) {
        parts.landmarks = ours.landmarks();
        parts.regions = ours.regions();
        return;
    }
    const std::uint32_t number = *ours.surfaces().skin;
    const SurfaceShape& before = embedded.of(number);
    const SurfaceRange& range = parts.surfaces.ranges[number];
    if (range.vertex_count != before.mesh().positions.size())
        return;
    parts.landmarks = ours.landmarks();
    parts.regions = ours.regions();
    MeshData now;
    const auto slice = [&](const auto& all) {
        const auto first = all.begin() + range.first_vertex;
        return std::vector(first, first + range.vertex_count);
    };
    now.positions = slice(parts.surfaces.mesh.positions);
    now.normals = slice(parts.surfaces.mesh.normals);
    now.triangles = before.mesh().triangles;
    for (PlacedLandmark& landmark : parts.landmarks) {
        const SurfaceHit hit = before.hit(landmark.skin_mm);
        const Triangle t = now.triangles[hit.triangle];
        glm::vec3 skin(0);
        for (int k = 0; k < 3; ++k)
            skin += hit.barycentric[k] * now.positions[t[k]];
        landmark.position_mm =
            landmark.kind == LandmarkKind::skin ? skin : warp(landmark.position_mm);
        landmark.skin_mm = skin;
    }
    measure_regions(Surface(std::move(now)), SkinCells(parts.skin_regions, parts.regions),
                    parts.regions);
}

}  // namespace tpatlas
