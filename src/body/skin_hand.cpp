#include "body/skin_hand.hpp"

#include <cmath>
#include <utility>

namespace tpatlas::body {

namespace {

constexpr float detail_mm = 6;  // lines and folds reach no farther than this from the skin

}  // namespace

HandField::HandField(FieldGrid palm, const SkinTable& table, const BoneMarks& marks)
    : palm_(std::move(palm)), digits_(table.hand, "hand_form", table, marks)
{
    digits_.settle([this](glm::vec3 p) {
        return digits_.with_digits(sample_smooth(palm_, p), p);
    });
}

Box HandField::box() const
{
    Box box = palm_.box();
    digits_.include_in(box);
    return box;
}

float HandField::operator()(glm::vec3 p) const
{
    const float field = digits_.with_digits(sample_smooth(palm_, p), p);
    return std::abs(field) > detail_mm ? field : field + digits_.lines(p);
}

}  // namespace tpatlas::body
