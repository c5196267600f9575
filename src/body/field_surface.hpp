// body/field_surface.hpp: from a signed distance to a surface of triangles.
//
//   MeshData rough = extract_surface(field, box, 1.5f);        // marching cubes
//   MeshData fine = remeshed(rough, field, edge_length_mm);    // even triangles, on the zero
//
// The field is a function, so that details may be finer than any grid. It is called from two
// threads at once and must not be steeper than about 1.5. A box that begins at x = 0 cuts the
// surface there: its open border lies exactly in x = 0, ready to be joined to its mirror image.
// The same field gives the same triangles, always.
#pragma once

#include "core/box.hpp"
#include "core/mesh_data.hpp"

#include <cstdint>
#include <functional>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas::body {

using FieldFunction = std::function<float(glm::vec3)>;  // negative inside

// Marching cubes with one rule for ambiguous faces (inside corners stay apart), hence without
// holes. Only the largest connected piece; empty where the field has no zero in the box.
MeshData extract_surface(const FieldFunction& field, const Box& box, float step_mm);

// Splits, collapses, flips and slides edges until they are about as long as asked for, every
// vertex on the field's zero (Botsch & Kobbelt 2004). Borders stay where they are, in x = 0.
struct Remeshing {
    int passes = 6;
    float gradient_step_mm = 0.25f;
};
MeshData remeshed(const MeshData& rough, const FieldFunction& field,
                  const std::function<float(glm::vec3)>& edge_length_mm, Remeshing how = {});

// A surface with its open border in x = 0, and its mirror image joined to it.
struct MirroredSurface {
    MeshData mesh;
    std::vector<std::uint32_t> mirror_of;  // a vertex's image; itself in x = 0
};
MirroredSurface joined_with_mirror_image(const MeshData& half);

// Central differences.
glm::vec3 gradient(const FieldFunction& field, glm::vec3 at, float step_mm);

}  // namespace tpatlas::body
