// atlas/geodesics.hpp: exact distances along a surface.
//
//   const GeodesicField field = distances_along(skin, {{skin.nearest(p), 0}}, 120);
//   field.distance_mm[vertex]
//
// Shortest ways over the triangles' faces, by windows of straight ways that are carried from edge
// to edge (Chen & Han 1990, with the filters of Xin & Wang 2009). Exact on the polyhedron, and
// independent of the form of its triangles: a heat method would round the zones' edges by the size
// of the triangles. Depends on core.
#pragma once

#include "atlas/surface.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace tpatlas {

struct GeodesicSource {
    SurfacePoint at;
    double offset_mm = 0;  // added to the distance from here

    bool operator==(const GeodesicSource&) const = default;
};

struct GeodesicField {
    static constexpr std::uint32_t no_source = static_cast<std::uint32_t>(-1);

    // At each vertex: the least over all sources of the distance plus the offset; infinite where it
    // is more than the limit.
    std::vector<double> distance_mm;
    std::vector<std::uint32_t> source;  // whose distance that is
};

GeodesicField distances_along(const Surface& surface, std::span<const GeodesicSource> sources,
                              double limit_mm = std::numeric_limits<double>::infinity());

// Only as far as is needed to know the distances at the corners of `triangle`, and at all vertices
// that lie nearer; what lies farther may be missing or too far.
GeodesicField distances_up_to(const Surface& surface, const GeodesicSource& source,
                              std::uint32_t triangle);

}  // namespace tpatlas
