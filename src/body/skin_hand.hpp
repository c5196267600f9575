// body/skin_hand.hpp: the hand from the wrist down: palm, thumb and fingers, as a field finer than
// any grid.
//
//   HandField hand(closed_palm_with_tissue, table, marks);   // the segment "hand"
//   float d = hand(p);                                       // left half, x >= 0
//   edge = std::min(edge, hand.edge_mm(p));                  // triangles for fingers and nails
//
// The palm is the segment's grid; fingers, webs, nails, folds and lines stand in table.hand. Keeps
// what it needs; any thread. d is close to the distance near the skin, elsewhere a lower bound.
#pragma once

#include "body/field.hpp"
#include "body/skin_digits.hpp"

namespace tpatlas::body {

class HandField {
public:
    HandField(FieldGrid palm, const SkinTable& table, const BoneMarks& marks);

    float operator()(glm::vec3 p) const;
    // Millimetres; very large away from fingers and lines.
    float edge_mm(glm::vec3 p) const { return digits_.edge_mm(p); }

    // Holds the whole of it, with room for blends.
    Box box() const;

private:
    FieldGrid palm_;
    DigitsField digits_;
};

}  // namespace tpatlas::body
