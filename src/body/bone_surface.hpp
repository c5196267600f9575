// body/bone_surface.hpp: a bone's surface from its table of serial sections.
//
//   MeshData femur = bone_surface(table);
//   std::vector<MeshData> all = bone_surfaces(tables);   // on every core
//
// Between two sections the signed distance to their contours is interpolated (Raya & Udupa, "Shape-
// based interpolation of multidimensional objects", 1990), beyond the last ones a dome closes the
// form; then the zero surface is extracted, smoothed and thinned. Any topology: sections may split,
// join and have holes. In a midline bone, whose table's `across` is (1, 0, 0), a contour whose
// centre is off the midline stands for its mirror image too.
//
// Pure: the same table gives the same bytes. Depends on core, domain; inside on OpenVDB.
#pragma once

#include "body/bone_iso.hpp"
#include "core/mesh_data.hpp"
#include "domain/measurements.hpp"

#include <vector>

namespace tpatlas {

struct BoneSurfaceOptions {
    float step_mm = 0;           // of the grid; 0: chosen by the bone's size, 0.5 to 0.9
    float tolerance_mm = 0.15f;  // how far thinning may move the surface; 0: no thinning
    Smoothing smoothing;
};

// Closed, winding outward, with normals (of the surface before thinning). Empty for a table without
// contours.
MeshData bone_surface(const BoneTable& table, const BoneSurfaceOptions& options = {});

// In the order of the tables; `threads` 0: as many as there are processors.
std::vector<MeshData> bone_surfaces(const std::vector<BoneTable>& tables,
                                    const BoneSurfaceOptions& options = {}, int threads = 0);

// The interpolated field, in the table's frame (across, axis x across, axis).
BoxField bone_field(const BoneTable& table, float step_mm);

}  // namespace tpatlas
