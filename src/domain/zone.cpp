#include "domain/zone.hpp"

#include "domain/field_checks.hpp"

#include <algorithm>

namespace tpatlas {

namespace {

constexpr float widest_mm = 400;

bool is_width(float mm)
{
    return lies_within(mm, 0.1f, widest_mm);
}

void check_anchor(Faults& faults, const Anchor& anchor)
{
    check_id(faults, "shapes", anchor.place);
    for (int axis = 0; axis < 3; ++axis)
        if (!lies_within(anchor.offset_mm[axis], -widest_mm, widest_mm))
            faults.push_back({"shapes", "'" + anchor.place + "' is moved too far",
                              "an offset is at most 400 mm; name a nearer landmark"});
}

void check_shape(Faults& faults, const Patch& patch)
{
    check_anchor(faults, patch.centre);
    if (!is_width(patch.radius_mm))
        faults.push_back({"shapes", "a patch of radius " + number_text(patch.radius_mm) + " mm",
                          "radius_mm must lie in 0.1 to 400"});
}

void check_shape(Faults& faults, const Stroke& stroke)
{
    for (const Stroke::Node& node : stroke.nodes) {
        check_anchor(faults, node.anchor);
        if (node.width_mm && !is_width(*node.width_mm))
            faults.push_back({"shapes", "a stroke of width " + number_text(*node.width_mm) + " mm",
                              "width_mm must lie in 0.1 to 400"});
    }
    if (stroke.nodes.size() < 2)
        faults.push_back({"shapes", "a stroke of fewer than two places",
                          "name two or more, or use a patch"});
    else if (!stroke.nodes.front().width_mm || !stroke.nodes.back().width_mm)
        faults.push_back({"shapes", "a stroke begins or ends with a via",
                          "a via bends the way between two places"});
}

void check_shape(Faults& faults, const WholeRegion& whole)
{
    check_id(faults, "shapes", whole.region.text);
}

}  // namespace

ZoneSide side_of(const Shape& shape, ZoneSide zone_side)
{
    return std::visit([&](const auto& one) { return one.side.value_or(zone_side); }, shape);
}

bool crosses(const Zone& zone)
{
    return std::any_of(zone.shapes.begin(), zone.shapes.end(), [&](const Shape& shape) {
        return side_of(shape, zone.side) != ZoneSide::same;
    });
}

Faults faults_of(const Zone& zone)
{
    Faults faults;
    check_text(faults, "words", zone.words);
    for (const RegionId& region : zone.names)
        check_id(faults, "names", region.text);
    if (zone.shapes.empty())
        faults.push_back({"shapes", "the zone is empty",
                          "add a patch, a stroke or a region to shapes, or leave the zone out: "
                          "that means none recorded"});
    for (const Shape& shape : zone.shapes)
        std::visit([&](const auto& one) { check_shape(faults, one); }, shape);
    return faults;
}

}  // namespace tpatlas
