// body/skin_digits.hpp: fingers and toes with their nails and folds, as fields finer than any grid.
//
//   DigitsField fingers(table.hand, "hand_form", table, marks);
//   float d = fingers.with_digits(palm(p), p);   // palm or foot, webs and digits together
//   d += fingers.lines(p);
//
// A digit is a tube along a smooth curve through its joints; its cross-section is an oval with four
// radii that change from station to station. Neighbours keep a gap between them, as flat as toes
// that press on each other; webs close it at the root. Keeps what it needs; any thread.
#pragma once

#include "body/field_surface.hpp"
#include "body/skin_marks.hpp"
#include "core/box.hpp"

#include <glm/geometric.hpp>

namespace tpatlas::body {

class DigitField {
public:
    DigitField(const DigitTable& table, const BoneMarks& marks);

    // Distance to the digit alone; beyond `reach` of it only a lower bound.
    float operator()(glm::vec3 p, float reach_mm = 12) const;
    // On the smooth curve through the joints, at a station.
    glm::vec3 on_axis(float at) const;
    glm::vec3 back_at(float at) const;
    float end_at() const { return stations_.back().at; }
    // What the edges of triangles should be here; large away from the digit.
    float edge_mm(glm::vec3 p, const DigitsTable& lengths) const;
    float at_least(glm::vec3 p) const { return glm::length(p - middle_) - reach_mm_; }
    Box box() const { return {middle_ - reach_mm_, middle_ + reach_mm_}; }

private:
    struct Node {
        glm::vec3 at, along, back, side;
        float station;
        float arc_mm;
    };
    struct Place {          // of a point, in the digit's frame
        float station, arc_mm;
        float back, side;   // away from the axis
        float beyond;       // past the last station (> 0) or before the first (< 0)
    };
    Node node_at(float at) const;
    Place place_of(glm::vec3 p) const;
    DigitStation station_at(float at) const;
    float tube(const Place& place) const;
    float folds(const Place& place) const;
    float with_nail(float field, const Place& place) const;
    float outline(const Place& place) const;

    std::vector<DigitStation> stations_;
    std::vector<Node> nodes_;
    std::vector<DigitFold> folds_;
    std::vector<float> fold_arcs_;
    NailTable nail_;
    float end_mm_;
    DigitStation nail_root_;  // the digit's radii where the nail begins
    glm::vec3 middle_{0};
    float reach_mm_ = 0;
};

class DigitsField {
public:
    // Fillers of the segment `forms` are joined to palm or foot, finer than any grid. The points of
    // lines lie only roughly until settle() moves them onto the skin.
    DigitsField(const DigitsTable& digits, const std::string& forms, const SkinTable& table,
                const BoneMarks& marks);

    float with_digits(float base, glm::vec3 p) const;
    void settle(const FieldFunction& skin);
    float lines(glm::vec3 p) const;
    float edge_mm(glm::vec3 p) const;
    void include_in(Box& box) const;
    const std::vector<DigitField>& digits() const { return digits_; }

private:
    struct Web {
        glm::vec3 a, b;
        float ra, rb, blend_mm;
    };
    struct Line {
        std::vector<Strand::Ball> curve;
        float height_mm, width_mm;
        Box box;
    };
    struct Form {
        Filler filler;
        glm::vec3 a, b;
    };
    DigitsTable table_;
    std::vector<DigitField> digits_;
    std::vector<Web> webs_;
    std::vector<Line> lines_;
    std::vector<Form> forms_;
};

}  // namespace tpatlas::body
