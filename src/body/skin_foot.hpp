// body/skin_foot.hpp: the foot from the ankle down, as a field finer than any grid.
//
//   FootField foot(closed_foot_with_tissue, table, marks);   // the segment "foot"
//   float d = foot(p);                                       // left half, x >= 0
//   edge = std::min(edge, foot.edge_mm(p));                  // triangles for toes and nails
//
// Heel, sole and instep are the segment's grid; toes, nails and lines stand in table.foot; the sole
// is pressed flat where it stands. Keeps what it needs; any thread. d is close to the distance near
// the skin, elsewhere a lower bound.
#pragma once

#include "body/field.hpp"
#include "body/skin_digits.hpp"

namespace tpatlas::body {

class FootField {
public:
    FootField(FieldGrid foot, const SkinTable& table, const BoneMarks& marks);

    float operator()(glm::vec3 p) const;
    // Millimetres; very large away from toes and lines.
    float edge_mm(glm::vec3 p) const { return digits_.edge_mm(p); }

    // Holds the whole of it, with room for blends.
    Box box() const;

private:
    float without_lines(glm::vec3 p) const;

    FieldGrid foot_;
    DigitsField digits_;
    float ground_y_, ground_round_mm_;
};

}  // namespace tpatlas::body
