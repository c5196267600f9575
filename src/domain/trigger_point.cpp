#include "domain/trigger_point.hpp"

#include "domain/field_checks.hpp"

#include <algorithm>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

void check_range(Faults& faults, const char* field, float value, float low, float high)
{
    if (!lies_within(value, low, high))
        faults.push_back({field, std::string(field) + " is " + number_text(value),
                          "it must lie in " + number_text(low) + " to " + number_text(high)});
}

void check_point_id(Faults& faults, const TriggerPoint::Fields& fields)
{
    const std::string start = fields.muscle.text + ".tp";
    const std::string& id = fields.id.text;
    const bool numbered = id.size() > start.size() && id.compare(0, start.size(), start) == 0 &&
                          id.find_first_not_of("0123456789", start.size()) == std::string::npos;
    if (!numbered)
        faults.push_back({"id", "'" + id + "' is no point's id",
                          "write tp and its number, \"tp1\""});
}

void check_near(Faults& faults, const Near& near)
{
    for (const LandmarkId& landmark : near.landmarks)
        check_id(faults, "near", landmark.text);
    if (near.landmarks.empty())
        faults.push_back({"near", "near names no landmark", "name one or more"});
    if (!lies_within(near.max_mm, 0.1f, 500))
        faults.push_back({"near", "max_mm is " + number_text(near.max_mm),
                          "it must lie in 0.1 to 500"});
}

void check_press(Faults& faults, const Press& press)
{
    for (Error& fault : faults_of(press))
        faults.push_back({"press", std::move(fault.what), std::move(fault.mend)});
}

void check_zone(Faults& faults, const char* field, const std::optional<Zone>& zone)
{
    if (!zone)
        return;
    for (Error& fault : faults_of(*zone))
        faults.push_back({field, std::move(fault.what), std::move(fault.mend)});
}

void complete_zone(std::optional<Zone>& zone, ZoneKind kind, const PointId& point)
{
    if (!zone)
        return;
    zone->kind = kind;
    zone->id = {point.text + "." + std::string(to_text(kind))};
}

}  // namespace

Result<TriggerPoint> TriggerPoint::make(Fields fields)
{
    Faults faults;
    check_id(faults, "muscle", fields.muscle.text);
    check_point_id(faults, fields);
    check_text(faults, "place", fields.place);
    if (!fields.structure.empty())
        check_id(faults, "structure", fields.structure);
    check_range(faults, "u", fields.u, 0, 1);
    check_range(faults, "v", fields.v, -0.5f, 0.5f);
    check_range(faults, "depth", fields.depth, 0, 1);
    check_range(faults, "uncertainty_mm", fields.uncertainty_mm, 1, 100);
    check_zone(faults, "essential", fields.essential);
    check_zone(faults, "spillover", fields.spillover);
    for (const Near& near : fields.near)
        check_near(faults, near);
    for (const Press& press : fields.press)
        check_press(faults, press);
    check_sources(faults, fields.sources);
    if (!faults.empty())
        return faults;
    for (Press& press : fields.press)
        if (press.direction)
            press.direction = glm::normalize(*press.direction);
    complete_zone(fields.essential, ZoneKind::essential, fields.id);
    complete_zone(fields.spillover, ZoneKind::spillover, fields.id);
    return TriggerPoint(std::move(fields));
}

std::string TriggerPoint::short_id() const
{
    return fields_.id.text.substr(fields_.muscle.text.size() + 1);
}

bool TriggerPoint::is_pressed() const
{
    return std::any_of(fields_.press.begin(), fields_.press.end(), [](const Press& press) {
        return press.who != Who::view_only && press.direction.has_value();
    });
}

std::string TriggerPoint::why_not_pressed(const Texts& texts) const
{
    if (is_pressed())
        return {};
    if (!fields_.view_only_reason.empty())
        return fields_.view_only_reason;
    if (fields_.press.empty())
        return texts("press.no_press");
    return texts(fields_.press.front().who == Who::view_only ? "press.view_only"
                                                             : "press.no_direction");
}

}  // namespace tpatlas
