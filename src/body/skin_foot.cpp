#include "body/skin_foot.hpp"

#include "body/field_shapes.hpp"

#include <cmath>
#include <utility>

namespace tpatlas::body {

namespace {

constexpr float detail_mm = 6;  // lines and folds reach no farther than this from the skin

}  // namespace

FootField::FootField(FieldGrid foot, const SkinTable& table, const BoneMarks& marks)
    : foot_(std::move(foot)), digits_(table.foot, "foot_form", table, marks),
      ground_y_(table.foot.ground_y), ground_round_mm_(table.foot.ground_round_mm)
{
    digits_.settle([this](glm::vec3 p) { return without_lines(p); });
}

float FootField::without_lines(glm::vec3 p) const
{
    const float field = digits_.with_digits(sample_smooth(foot_, p), p);
    return smooth_max(field, ground_y_ - p.y, ground_round_mm_);
}

Box FootField::box() const
{
    Box box = foot_.box();
    digits_.include_in(box);
    return box;
}

float FootField::operator()(glm::vec3 p) const
{
    const float field = without_lines(p);
    return std::abs(field) > detail_mm ? field : field + digits_.lines(p);
}

}  // namespace tpatlas::body
