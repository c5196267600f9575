// tools/body_survey/bone_symmetry.hpp: makes midline bones symmetric about x = 0, and lets paired
// bones meet there.
//
//   const MidlineFit fit = fit_midline(closed);
//   const MeshData whole = made_symmetric(closed, fit);
//
// The reference's midline bones lie off x = 0 by a few millimetres, and bend. Averaging with the
// mirror image would eat thin parts that lie aside, such as a spinous process; so the bone's own
// middle, a gently curved sheet, is moved to x = 0, its outer right end stays where it was (there
// its neighbours of the right side fit), and the left half is the image of the right. Pure. Depends
// on core and Eigen.
#pragma once

#include "core/mesh_data.hpp"

#include <array>

namespace tpatlas {

// The middle sheet x = c0 + c1 y + c2 z + c3 y y + c4 y z + c5 z z, y and z from `centre`, in
// units of `scale`.
struct MidlineFit {
    std::array<double, 6> coefficients{};
    glm::dvec2 centre{0};
    double scale = 1;

    double x_at(double y, double z) const;
};

// From the middle between the leftmost and the rightmost surface along x; robust against places
// that have no partner on the other side. Not bent: a plane of constant x, for what is too flat or
// too lopsided to tell more.
MidlineFit fit_midline(const MeshData& mesh, bool bent = true);

// Closed if the mesh is.
MeshData made_symmetric(const MeshData& mesh, const MidlineFit& fit);

// For a paired bone whose medial border is a suture in the midline: the border, however it winds,
// is laid on x = 0, half a millimetre across it. What is farther than 30 mm from the border stays,
// and so does the bone where its border lies twice `hold_mm` or more beside the midline.
MeshData with_border_on_midline(const MeshData& mesh, float hold_mm);

}  // namespace tpatlas
