// body/contact_mesh.hpp: how the contacts become meshes: from a field, or turned on a lathe.
//
//   MeshData ball = field_mesh(field, box, 2, edge_mm, shares);
//   MeshData roller = lathe(profile, {{-165, 0, -75}, {1, 0, 0}}, 64, true);
//
// Both are closed and carry normals and fibres. The same input gives the same triangles.
#pragma once

#include "body/field_surface.hpp"
#include "core/box.hpp"
#include "core/mesh_data.hpp"

#include <functional>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas::body {

constexpr float fade_mm = 60;  // over which a forearm or a shaft grows transparent

// `shares` gives the fibres (opacity, second colour) at a vertex. Normals are the field's own.
MeshData field_mesh(const FieldFunction& field, const Box& box, float step_mm,
                    const std::function<float(glm::vec3)>& edge_mm,
                    const std::function<glm::vec2(glm::vec3)>& shares);

struct LatheRing {
    float along_mm = 0;
    float radius_mm = 0;
    float second = 0;  // share of the second colour
};
struct LatheAxis {
    glm::vec3 begin{0};
    glm::vec3 direction{0, 0, 1};  // of length 1
};
// Turned about the axis. A closed profile ends where it begins (a tube); an open one begins and
// ends on the axis (radius 0).
MeshData lathe(const std::vector<LatheRing>& profile, const LatheAxis& axis, int sectors,
               bool closed = false);

// A quarter of a circle from (along, radius) on, in `steps` pieces: what rounds a rim. It goes by
// (size, size) with the signs of the two directions.
void round_rim(std::vector<LatheRing>& profile, glm::vec2 to, bool radius_first, int steps,
               float second);

}  // namespace tpatlas::body
