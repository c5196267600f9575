#include "body/skin_body.hpp"

#include "body/field_shapes.hpp"

#include <algorithm>

namespace tpatlas::body {

namespace {

constexpr float step_mm = 2;
constexpr float far_mm = 60;
constexpr float cover_blend_mm = 4;

using Parts = std::map<std::string, FieldGrid>;

float value_of(const FieldGrid& part, glm::vec3 p)
{
    return part.box().contains(p) ? sample(part, p) : far_mm;
}

template <class Field>
FieldGrid on_grid(const Box& box, const Field& field)
{
    FieldGrid grid = FieldGrid::covering(box, step_mm, far_mm);
    in_halves(grid.size.z, [&](int first, int last) {
        for (int k = first; k < last; ++k)
            for (int j = 0; j < grid.size.y; ++j)
                for (int i = 0; i < grid.size.x; ++i)
                    grid.values[grid.index(i, j, k)] = field(grid.position(i, j, k));
    });
    return grid;
}

bool is_fine(const std::string& segment) { return segment == "hand" || segment == "foot"; }

// The segments of one limb that lie on the body's grids, lowest first, with the fades between.
class Limb {
public:
    Limb(const Parts& parts, const SkinJoins& joins, const std::string& limb)
    {
        for (const LimbFade& fade : joins.fades) {
            if (fade.limb != limb || is_fine(fade.lower))
                continue;
            if (grids_.empty())
                add(parts, fade.lower);
            add(parts, fade.upper);
            fades_.push_back(fade);
        }
    }
    float operator()(glm::vec3 p) const
    {
        // Only the two that have a share in this height.
        std::size_t top = 0;
        while (top < fades_.size() && p.y > fades_[top].from_y)
            ++top;
        if (top == 0)
            return value_of(*grids_.front(), p);
        const LimbFade& fade = fades_[top - 1];
        const float share = ramp(p.y, fade.from_y, fade.to_y);
        const float upper = value_of(*grids_[top], p);
        return share >= 1 ? upper : mix(value_of(*grids_[top - 1], p), upper, share);
    }
    Box box() const { return box_; }

private:
    void add(const Parts& parts, const std::string& name)
    {
        grids_.push_back(&parts.at(name));
        box_.include(grids_.back()->box().min);
        box_.include(grids_.back()->box().max);
    }
    std::vector<const FieldGrid*> grids_;
    std::vector<LimbFade> fades_;
    Box box_;
};

float off_midline(float field, glm::vec3 p, const MidlineGap& gap)
{
    const float beyond = gap.gap_mm - p.x - std::max(p.y - gap.top_y, 0.0f);
    return smooth_max(field, beyond, gap.round_mm);
}

// Nothing may lie nearer to the skin than its cover, whatever blurs and tables did.
void keep_cover(FieldGrid& grid, const SegmentBuilder& builder, const SkinTable& table,
                const std::vector<std::string>& patterns)
{
    const FieldGrid cover =
        distance_to(builder.points_of(patterns, grid.box(), grid.step_mm * 0.7f), grid);
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        grid.values[i] =
            smooth_min(grid.values[i],
                       std::min(cover.values[i], 1000.0f) - table.joins.least_cover_mm,
                       cover_blend_mm);
}

std::vector<std::string> patterns_of(const SkinTable& table, bool of_arm)
{
    const auto in_arm = [&](const std::string& segment) {
        return std::any_of(table.joins.fades.begin(), table.joins.fades.end(),
                           [&](const LimbFade& fade) {
                               return fade.limb == "arm" &&
                                      (fade.lower == segment || fade.upper == segment);
                           });
    };
    std::vector<std::string> patterns;
    for (const SkinSegment& segment : table.segments)
        if (segment.name != "head" && !is_fine(segment.name) && in_arm(segment.name) == of_arm)
            patterns.insert(patterns.end(), segment.of.begin(), segment.of.end());
    return patterns;
}

LimbFade fade_from(const SkinJoins& joins, const std::string& segment)
{
    for (const LimbFade& fade : joins.fades)
        if (fade.lower == segment)
            return fade;
    return {"", "", "", -1e6f, -1e6f + 1};  // none: the body's own grids go to the end
}

FieldGrid core_grid(const Parts& parts, const SkinJoins& joins)
{
    const Limb leg(parts, joins, "leg");
    const FieldGrid& trunk = parts.at("trunk");
    const FieldGrid& neck = parts.at("neck");
    const FieldGrid& hip = parts.at("hip");
    Box box = leg.box();
    for (const FieldGrid* part : {&trunk, &neck, &hip}) {
        box.include(part->box().min);
        box.include(part->box().max);
    }
    box.min.x = 0;
    FieldGrid grid = on_grid(box, [&](glm::vec3 p) {
        const float below = smooth_min(off_midline(value_of(hip, p), p, joins.buttocks),
                                       off_midline(leg(p), p, joins.thighs), joins.leg_blend_mm);
        const float above = smooth_min(value_of(trunk, p), value_of(neck, p), joins.neck_blend_mm);
        return smooth_min(above, below, joins.hip_blend_mm);
    });
    blur(grid, 1.0f);
    return grid;
}

FieldGrid arm_grid(const Parts& parts, const SkinJoins& joins)
{
    const Limb arm(parts, joins, "arm");
    FieldGrid grid = on_grid(arm.box(), arm);
    blur(grid, 1.0f);
    return grid;
}

}  // namespace

BodyField::BodyField(std::map<std::string, FieldGrid> parts, FineParts fine,
                     const SegmentBuilder& builder, const SkinTable& table)
    : core_(core_grid(parts, table.joins)), arm_(arm_grid(parts, table.joins)),
      fine_(std::move(fine)), joins_(table.joins), wrist_(fade_from(table.joins, "hand")),
      ankle_(fade_from(table.joins, "foot"))
{
    parts.clear();
    keep_cover(core_, builder, table, patterns_of(table, false));
    keep_cover(arm_, builder, table, patterns_of(table, true));
    for (const Box& part : {core_.box(), arm_.box(), fine_.hand_box, fine_.foot_box}) {
        box_.include(part.min);
        box_.include(part.max);
    }
}

float BodyField::operator()(glm::vec3 p) const
{
    const float trunk = core(p);
    Box near_arm = arm_.box();
    near_arm.include(fine_.hand_box.min);
    near_arm.include(fine_.hand_box.max);
    if (!near_arm.contains(p))
        return trunk;
    const float blend = mix(joins_.arm_blend_low_mm, joins_.arm_blend_high_mm,
                            ramp(p.y, joins_.armpit_from_y, joins_.armpit_to_y));
    return smooth_min(trunk, arm(p), blend);
}

float BodyField::core(glm::vec3 p) const
{
    const float share = ramp(p.y, ankle_.from_y, ankle_.to_y);
    const float foot = share >= 1                       ? 0.0f
                       : fine_.foot_box.contains(p) ? fine_.foot(p)
                                                        : far_mm;
    return share <= 0 ? foot : mix(foot, sample_smooth(core_, p), share);
}

float BodyField::arm(glm::vec3 p) const
{
    const float share = ramp(p.y, wrist_.from_y, wrist_.to_y);
    const float hand = share >= 1                       ? 0.0f
                       : fine_.hand_box.contains(p) ? fine_.hand(p)
                                                        : far_mm;
    return share <= 0 ? hand : mix(hand, sample_smooth(arm_, p), share);
}

}  // namespace tpatlas::body
