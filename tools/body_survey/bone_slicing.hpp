// tools/body_survey/bone_slicing.hpp: a closed mesh cut by parallel planes into closed rings.
//
//   const SliceFrame frame = {origin, axis, across};
//   std::vector<std::vector<Ring>> cuts = slices(mesh, frame, {0.5f, 1.0f, 1.5f});
//
// Outer rings run counter-clockwise seen against the axis, holes clockwise. Pure. Depends on core
// and body.
#pragma once

#include "body/bone_contour.hpp"
#include "core/mesh_data.hpp"

#include <vector>

namespace tpatlas {

// As in BoneTable: unit vectors square to each other.
struct SliceFrame {
    glm::vec3 origin{0};
    glm::vec3 axis{0, 1, 0};
    glm::vec3 across{1, 0, 0};

    glm::vec3 along() const;                // axis x across
    glm::vec3 to_frame(glm::vec3 p) const;  // (across, along, height)
};

// One list of rings a height; the heights rise. Rings smaller than a quarter of a square millimetre
// are dropped. The mesh is closed and winds outward.
std::vector<std::vector<Ring>> slices(const MeshData& mesh, const SliceFrame& frame,
                                      const std::vector<float>& heights_mm);

// Lowest and highest point of the mesh along the axis.
struct HeightRange {
    float low_mm = 0;
    float high_mm = 0;
};
HeightRange height_range(const MeshData& mesh, const SliceFrame& frame);

}  // namespace tpatlas
