#include "body_survey/bone_clearance.hpp"

#include <glm/geometric.hpp>

namespace tpatlas
{

void lift_out(MuscleStack& stack, const std::vector<const TriangleTree*>& bones,
              float allowed_depth_mm)
{
    for (RingSection& section : stack.sections)
        for (glm::vec3& p : section.points)
            for (const TriangleTree* bone : bones) {
                const NearestPoint surface = bone->nearest(p);
                const glm::vec3 from = p - surface.point;
                const bool inside = glm::dot(from, bone->normal(surface.triangle)) < 0;
                if (inside && surface.distance_mm > allowed_depth_mm)
                    p = surface.point + from * (allowed_depth_mm / surface.distance_mm);
            }
}

} // namespace tpatlas
