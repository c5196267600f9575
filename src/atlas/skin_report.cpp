#include "atlas/skin_sizes.hpp"
#include "atlas/surface_tree.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>

#include <glm/geometric.hpp>

namespace tpatlas {

std::string report_of(const std::vector<SkinSize>& sizes)
{
    std::string out = "size                          value     from       to\n";
    char line[200];
    for (const SkinSize& size : sizes) {
        const int digits = size.high < 10 ? 2 : 0;
        std::snprintf(line, sizeof line, "%-26.*s %8.*f %8.*f %8.*f %.*s %s%.*s\n",
                      static_cast<int>(size.name.size()), size.name.data(), digits, size.value,
                      digits, size.low, digits, size.high, static_cast<int>(size.unit.size()),
                      size.unit.data(), size.within() ? "" : "outside ",
                      static_cast<int>(size.exception.size()), size.exception.data());
        out += line;
    }
    return out;
}

std::vector<Cover> least_cover(const Body& body)
{
    const MeshData skin = body.mesh_of(*body.surfaces().skin);
    const SurfaceTree tree(skin.positions, skin.triangles);
    std::vector<Cover> covers;
    for (std::uint32_t s = 0; s < body.structures().size(); ++s) {
        if (s == *body.surfaces().skin || body.structures()[s].side == Side::left)
            continue;
        Cover cover{s, std::numeric_limits<float>::infinity(), {}};
        for (const glm::vec3& p : body.mesh_of(s).positions) {
            const SurfaceHit hit = tree.nearest(p);
            const Triangle& t = skin.triangles[hit.triangle];
            const glm::vec3 normal = skin.normals[t.x] * hit.barycentric.x +
                                     skin.normals[t.y] * hit.barycentric.y +
                                     skin.normals[t.z] * hit.barycentric.z;
            const bool outside = glm::dot(p - hit.position_mm, normal) > 0;
            const float here = outside ? -hit.distance_mm : hit.distance_mm;
            if (here < cover.cover_mm)
                cover = {s, here, p};
        }
        covers.push_back(cover);
    }
    std::sort(covers.begin(), covers.end(),
              [](const Cover& a, const Cover& b) { return a.cover_mm < b.cover_mm; });
    return covers;
}

}  // namespace tpatlas
