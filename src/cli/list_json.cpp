#include "cli/list_json.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace tpatlas::cli {

namespace {

// The presses that come along the approach: the one that it was recorded with, and those of the
// same direction. Without an approach the first press stands alone.
std::vector<const Press*> presses_of(const PlacedPoint& point)
{
    const std::vector<Press>& all = (*point.record)->press;
    std::vector<const Press*> found;
    if (!point.approach) {
        if (!all.empty())
            found.push_back(&all.front());
        return found;
    }
    for (const PressWay& way : point.ways)
        if (way.approach.direction == point.approach->direction)
            found.push_back(way.press);
    return found;
}

struct PressSummary {
    Who who = Who::view_only;
    std::vector<std::string> contacts;
    PressureClass ceiling;
};

// All contacts; of who and how hard the most careful, so that nobody reads too much into it.
PressSummary summary_of(const std::vector<const Press*>& presses)
{
    PressSummary summary;
    for (std::size_t i = 0; i < presses.size(); ++i) {
        const Press& press = *presses[i];
        summary.who = i == 0 ? press.who : std::max(summary.who, press.who);
        summary.ceiling =
            i == 0 ? press.pressure_class : std::min(summary.ceiling, press.pressure_class);
        for (const Contact contact : press.contacts) {
            const std::string text(to_text(contact));
            if (std::find(summary.contacts.begin(), summary.contacts.end(), text) ==
                summary.contacts.end())
                summary.contacts.push_back(text);
        }
    }
    return summary;
}

Json approach_json(const std::optional<Approach>& approach)
{
    if (!approach)
        return nullptr;
    return {{"from_mm", vector_json(approach->from_mm, 2)},
            {"direction", vector_json(approach->direction, 4)}};
}

// What a list calls a point: its muscle and its place.
std::string point_name(const Catalogue& catalogue, const TriggerPoint& point)
{
    const Muscle* muscle = catalogue.muscle(point->muscle);
    const std::string name = muscle != nullptr ? (*muscle)->name_en : point->muscle.text;
    return point->place.empty() ? name : name + ": " + point->place;
}

Json shares_json(const Body& body, const std::vector<RegionShare>& shares)
{
    Json regions = Json::array();
    for (const RegionShare& share : shares) {
        const PlacedRegion& region = body.regions().at(share.region);
        regions.push_back({{"region", region.id.text},
                           {"side", to_text(region.side)},
                           {"share", number_json(static_cast<double>(share.share), 4)}});
    }
    return regions;
}

}  // namespace

Json number_json(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return std::isfinite(rounded) ? Json(rounded == 0 ? 0.0 : rounded) : Json(nullptr);
}

Json vector_json(glm::vec3 v, int decimals)
{
    Json out = Json::array();
    for (int i = 0; i < 3; ++i)
        out.push_back(number_json(static_cast<double>(v[i]), decimals));
    return out;
}

Json citations_json(const std::vector<Citation>& citations)
{
    Json out = Json::array();
    for (const Citation& c : citations)
        out.push_back(c.place.empty() ? c.source.text : c.source.text + ":" + c.place);
    return out;
}

Json structure_json(const Body& body, std::uint32_t number)
{
    const Structure& s = body.structures()[number];
    return {{"id", s.id.text},
            {"kind", to_text(s.kind)},
            {"side", to_text(s.side)},
            {"name_en", s.name_en},
            {"name_la", s.name_la},
            {"fma", s.fma ? Json(*s.fma) : Json(nullptr)},
            {"layer", s.layer},
            {"triangles", body.surfaces().ranges[number].triangle_count},
            {"volume_mm3", number_json(s.volume_mm3, 1)},
            {"bounds_mm",
             Json::array({vector_json(s.bounds.min, 2), vector_json(s.bounds.max, 2)})},
            {"provenance", to_text(s.provenance)}};
}

Json point_json(const Atlas& atlas, const PlacedPoint& point)
{
    const TriggerPoint& record = *point.record;
    const PressSummary press = summary_of(presses_of(point));
    Json out{{"id", record->id.text},
             {"muscle", record->muscle.text},
             {"name", point_name(atlas.catalogue(), record)},
             {"side", to_text(point.side)},
             {"position_mm", vector_json(point.position_mm, 2)},
             {"normal", vector_json(point.skin_normal, 4)},
             {"approach", approach_json(point.approach)},
             {"uncertainty_mm", number_json(static_cast<double>(record->uncertainty_mm), 1)},
             {"structure", atlas.body().structures()[point.structure].id.text}};
    if (!record->stack.empty())
        out["stack"] = record->stack;
    out["u"] = number_json(static_cast<double>(record->u), 4);
    out["v"] = number_json(static_cast<double>(record->v), 4);
    out["depth_mm"] = number_json(static_cast<double>(point.depth_mm), 2);
    out["who"] = to_text(press.who);
    out["contacts"] = press.contacts;
    out["pressure_class"] = press.ceiling.text();
    out["cautions"] = record->cautions;
    out["sources"] = citations_json(record->sources);
    out["confidence"] = to_text(record->confidence);
    return out;
}

Json zone_json(const Atlas& atlas, const PlacedZone& zone)
{
    const Json regions = shares_json(atlas.body(), zone.regions);
    return {{"id", zone.record->id.text},
            {"point", (*zone.point->record)->id.text},
            {"side", to_text(zone.side)},
            {"kind", to_text(zone.record->kind)},
            {"area_mm2", number_json(zone.area_mm2, 1)},
            {"centroid_mm", vector_json(zone.centroid_mm, 2)},
            {"regions", regions},
            {"deep", zone.record->deep}};
}

Json no_press_json(const Body& body, const NoPressZone& zone, const PlacedNoPress* place)
{
    Json allow = Json::array();
    for (const NoPressAllowance& one : zone->allow) {
        Json contacts = Json::array(), directions = Json::array();
        for (const Contact contact : one.contacts)
            contacts.push_back(to_text(contact));
        for (const glm::vec3& direction : one.directions)
            directions.push_back(vector_json(direction, 4));
        allow.push_back({{"who", to_text(one.who)},
                         {"contacts", contacts},
                         {"directions", directions},
                         {"within_deg", number_json(static_cast<double>(one.within_deg), 1)},
                         {"pressure_class", one.highest.text()},
                         {"longest_s", one.longest_s ? Json(*one.longest_s) : Json(nullptr)},
                         {"words", one.words}});
    }
    Json out{{"id", zone->id.text},
             {"side", place ? Json(to_text(place->side)) : Json(nullptr)},
             {"name_en", zone->name_en},
             {"grade", to_text(zone->grade)},
             {"protects", zone->protects},
             {"text", zone->text},
             {"allow", allow}};
    out["area_mm2"] = place ? number_json(place->area_mm2, 1) : Json(nullptr);
    out["centroid_mm"] = place ? vector_json(place->centroid_mm, 2) : Json(nullptr);
    out["regions"] = place ? shares_json(body, place->regions) : Json::array();
    out["sources"] = citations_json(zone->sources);
    out["confidence"] = to_text(zone->confidence);
    return out;
}

Json region_json(const Body& body, const PlacedRegion& region)
{
    std::set<std::string> neighbours;
    for (const std::uint16_t n : region.neighbours)
        neighbours.insert(body.regions()[n].id.text);
    return {{"id", region.id.text},
            {"side", to_text(region.side)},
            {"name_en", region.name_en},
            {"name_la", region.name_la},
            {"area_mm2", number_json(region.area_mm2, 1)},
            {"centroid_mm", vector_json(region.centroid_mm, 2)},
            {"neighbours", neighbours}};
}

Json landmark_json(const PlacedLandmark& landmark)
{
    return {{"id", landmark.id.text},
            {"side", to_text(landmark.side)},
            {"name_en", landmark.name_en},
            {"name_la", landmark.name_la},
            {"position_mm", vector_json(landmark.position_mm, 2)},
            {"kind", landmark.kind == LandmarkKind::bone ? "bone" : "skin"}};
}

Json muscle_json(const Catalogue& catalogue, const Muscle& muscle)
{
    return {{"id", muscle->id.text},
            {"name_en", muscle->name_en},
            {"name_la", muscle->name_la},
            {"common_names", muscle->common_names},
            {"structures", muscle->structures},
            {"region", muscle->region},
            {"layer", muscle->layer},
            {"points", catalogue.points_of(muscle->id).size()},
            {"sources", citations_json(muscle->sources)},
            {"confidence", to_text(muscle->confidence)}};
}

Json technique_json(const Technique& technique)
{
    Json contacts = Json::array();
    for (const Contact contact : technique->contacts)
        contacts.push_back(to_text(contact));
    const auto seconds = [](float value) { return number_json(static_cast<double>(value), 1); };
    return {{"id", technique->id.text},
            {"name_en", technique->name_en},
            {"contacts", contacts},
            {"gesture", to_text(technique->gesture)},
            {"hold_s",
             Json::array({seconds(technique->hold_s_min), seconds(technique->hold_s_max)})},
            {"repetitions",
             Json::array({technique->repetitions_min, technique->repetitions_max})},
            {"pain_limit", technique->pain_limit},
            {"who", to_text(technique->who)},
            {"sources", citations_json(technique->sources)},
            {"confidence", to_text(technique->confidence)}};
}

Json red_flag_json(const RedFlag& flag)
{
    Json out{{"id", flag->id.text},
             {"grade", to_text(flag->urgency)},
             {"short", flag->short_words},
             {"words", flag->words},
             {"action", flag->action},
             {"why", flag->why},
             {"muscles", Json::array()},
             {"places", Json::array()},
             {"sources", citations_json(flag->sources)},
             {"confidence", to_text(flag->confidence)}};
    for (const MuscleId& muscle : flag->muscles)
        out["muscles"].push_back(muscle.text);
    for (const RegionId& place : flag->places)
        out["places"].push_back(place.text);
    return out;
}

std::string to_text(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tpatlas::cli
