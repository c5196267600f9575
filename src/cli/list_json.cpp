#include "cli/list_json.hpp"

#include <set>

namespace tpatlas::cli {

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
