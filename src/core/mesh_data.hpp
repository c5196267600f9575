// core/mesh_data.hpp: a triangle surface in millimetres, body frame (x left, y up, z front).
//
// Triangles wind counter-clockwise seen from outside. `normals` and `fibres` are empty or as long
// as `positions`. Fibre coordinates (u, v): u 0 at the origin, 1 at the insertion; v in -0.5...0.5,
// 0 in the middle of the face toward the skin, positive toward the midline.
#pragma once

#include "core/box.hpp"

#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

using Triangle = glm::uvec3;

struct MeshData {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;
    std::vector<glm::vec2> fibres;
    std::vector<Triangle> triangles;

    bool operator==(const MeshData&) const = default;
};

// Empty box for an empty mesh.
Box bounds(const MeshData& mesh);

// Signed volume by the divergence theorem; positive for a closed mesh that winds outward.
double volume_mm3(const MeshData& mesh);

double area_mm2(const MeshData& mesh);

// Area-weighted vertex normals; zero where a vertex has no triangle.
std::vector<glm::vec3> vertex_normals(const MeshData& mesh);

// The image through x = 0, its winding turned so that it still faces outward.
MeshData mirrored(const MeshData& mesh);

// Joins vertices whose positions (and fibres, where there are any) are equal after rounding to
// `step_mm`; drops triangles that collapse and vertices that nothing uses. Normals are dropped.
MeshData welded(const MeshData& mesh, float step_mm);

// Appends `part` to `whole`; attributes that one of the two lacks are dropped.
void append(MeshData& whole, const MeshData& part);

}  // namespace tpatlas
