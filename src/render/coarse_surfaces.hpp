// render/coarse_surfaces.hpp: the body with fewer triangles, for a moving picture seen from afar.
//
// Vertices that share a cell of a grid, and a side of the surface, are drawn as one of them; only
// indices are made, the vertices stay (after Rossignac & Borrel 1993).
#pragma once

#include "core/body_surfaces.hpp"

#include <vector>

namespace tpatlas::render {

struct CoarseSurfaces {
    std::vector<Triangle> triangles;   // indices into the body's own vertices
    std::vector<SurfaceRange> ranges;  // by structure number; the vertices' part as in the body
};

CoarseSurfaces coarse_surfaces(const BodySurfaces& body, const std::vector<glm::vec3>& normals,
                               float cell_mm);

}  // namespace tpatlas::render
