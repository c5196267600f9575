#include "io/place_json.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tpatlas::io {

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

}  // namespace tpatlas::io
