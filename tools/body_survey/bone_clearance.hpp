// tools/body_survey/bone_clearance.hpp: keeping a measured muscle from sinking into bones.
//
//   lift_out(stack, {&tibia}, 1.5f);
//
// The reference lets some muscles sink some millimetres into the bones that they arise from. Points
// of a stack that lie deeper than allowed are raised along the shortest way. Depends on domain.
#pragma once

#include "body_survey/triangle_tree.hpp"
#include "domain/measurements.hpp"

#include <vector>

namespace tpatlas
{

// The bones' surfaces must wind outward.
void lift_out(MuscleStack& stack, const std::vector<const TriangleTree*>& bones,
              float allowed_depth_mm);

} // namespace tpatlas
