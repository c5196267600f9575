// body/skin_ear.hpp: the ear, from an outline, a plate and strands.
//
//   EarField ear(table.ear, centre);
//   float d = ear(p);   // distance to the ear alone, for the blend with the head
//
// Keeps what it needs; any thread.
#pragma once

#include "domain/skin_measurements.hpp"

#include <vector>

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

namespace tpatlas::body {

class EarField {
public:
    EarField(const EarTable& table, glm::vec3 centre);

    float operator()(glm::vec3 p) const;

private:
    struct Curve {
        std::vector<Strand::Ball> balls;
        bool cut;
        float blend_mm;
    };
    float plate(glm::vec3 q) const;

    glm::vec3 centre_;
    glm::mat3 own_from_body_;
    float plate_mm_;
    float reach_mm_;
    std::vector<glm::vec3> outline_;  // closed, dense
    std::vector<glm::vec3> heights_;  // places of the sheet
    std::vector<Curve> curves_;
};

// A smooth curve (Catmull-Rom) through the balls, `between` pieces from one to the next.
std::vector<Strand::Ball> smooth_strand(const std::vector<Strand::Ball>& balls, int between);
float distance_to_strand(glm::vec3 p, const std::vector<Strand::Ball>& balls);

}  // namespace tpatlas::body
