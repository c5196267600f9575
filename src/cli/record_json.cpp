#include "cli/record_json.hpp"

namespace tpatlas::cli {

namespace {

// A field without a fact is left out.
void put(Json& out, const char* key, const std::string& value)
{
    if (!value.empty())
        out[key] = value;
}

void put(Json& out, const char* key, const std::vector<std::string>& values)
{
    if (!values.empty())
        out[key] = values;
}

template <class Tag>
std::vector<std::string> texts_of(const std::vector<Id<Tag>>& ids)
{
    std::vector<std::string> texts;
    for (const Id<Tag>& id : ids)
        texts.push_back(id.text);
    return texts;
}

Json float_json(float value, int decimals)
{
    return number_json(static_cast<double>(value), decimals);
}

Json anchor_json(const Anchor& anchor)
{
    Json out{{"place", anchor.place}};
    if (anchor.offset_mm != glm::vec3(0))
        out["offset_mm"] = vector_json(anchor.offset_mm, 1);
    return out;
}

Json shape_json(const Shape& shape)
{
    if (const auto* patch = std::get_if<Patch>(&shape)) {
        Json out = anchor_json(patch->centre);
        out["radius_mm"] = float_json(patch->radius_mm, 1);
        return {{"patch", out}};
    }
    if (const auto* region = std::get_if<WholeRegion>(&shape))
        return {{"region", region->region.text}};
    Json nodes = Json::array();
    for (const Stroke::Node& node : std::get<Stroke>(shape).nodes) {
        nodes.push_back(anchor_json(node.anchor));
        if (node.width_mm)
            nodes.back()["width_mm"] = float_json(*node.width_mm, 1);
    }
    return {{"stroke", nodes}};
}

Json zone_record_json(const Zone& zone)
{
    Json out{{"id", zone.id.text},
             {"kind", to_text(zone.kind)},
             {"words", zone.words},
             {"names", texts_of(zone.names)},
             {"side", to_text(zone.side)},
             {"deep", zone.deep}};
    put(out, "sensation", zone.sensation);
    for (const Shape& shape : zone.shapes)
        out["shapes"].push_back(shape_json(shape));
    return out;
}

Json press_json(const Press& press)
{
    Json contacts = Json::array();
    for (const Contact contact : press.contacts)
        contacts.push_back(to_text(contact));
    Json out{{"who", to_text(press.who)},
             {"contacts", contacts},
             {"direction", press.direction ? vector_json(*press.direction, 4) : Json(nullptr)}};
    if (!press.strokes.empty()) {
        out["strokes"] = Json::array();
        for (const Gesture stroke : press.strokes)
            out["strokes"].push_back(to_text(stroke));
    }
    put(out, "direction_words", press.direction_words);
    put(out, "against", press.against);
    put(out, "posture", press.posture);
    out["pressure_class"] = press.pressure_class.text();
    put(out, "avoid", press.avoid);
    put(out, "note", press.note);
    return out;
}

Json places_json(const Atlas& atlas, const TriggerPoint& point)
{
    Json places = Json::array();
    for (const PlacedPoint& placed : atlas.points()) {
        if (placed.record != &point)
            continue;
        const Json whole = point_json(atlas, placed);
        Json place;
        for (const char* key :
             {"side", "position_mm", "normal", "approach", "structure", "depth_mm"})
            place[key] = whole.at(key);
        places.push_back(place);
    }
    return places;
}

Json whole(const Atlas& atlas, const TriggerPoint& point)
{
    Json out{{"kind_of_record", "point"}, {"id", point->id.text}, {"muscle", point->muscle.text}};
    put(out, "place", point->place);
    put(out, "structure", point->structure);
    put(out, "stack", point->stack);
    out["u"] = float_json(point->u, 4);
    out["v"] = float_json(point->v, 4);
    out["depth"] = float_json(point->depth, 4);
    out["uncertainty_mm"] = float_json(point->uncertainty_mm, 1);
    out["kind"] = to_text(point->kind);
    if (point->side_only)
        out["side_only"] = to_text(*point->side_only);
    put(out, "book_numbers", point->book_numbers);
    if (point->essential)
        out["essential"] = zone_record_json(*point->essential);
    if (point->spillover)
        out["spillover"] = zone_record_json(*point->spillover);
    for (const Near& near : point->near)
        out["near"].push_back(
            {{"landmarks", texts_of(near.landmarks)}, {"max_mm", float_json(near.max_mm, 1)}});
    for (const Press& press : point->press)
        out["press"].push_back(press_json(press));
    put(out, "view_only_reason", point->view_only_reason);
    put(out, "cautions", point->cautions);
    put(out, "historical", point->historical);
    put(out, "estimates", point->estimates);
    out["sources"] = citations_json(point->sources);
    out["confidence"] = to_text(point->confidence);
    out["red_flags"] = Json::array();
    for (const RedFlag* flag : atlas.catalogue().red_flags_of_places(point))
        out["red_flags"].push_back((*flag)->id.text);
    out["places"] = places_json(atlas, point);
    return out;
}

Json whole(const Atlas& atlas, const Muscle& muscle)
{
    Json out{{"kind_of_record", "muscle"}, {"id", muscle->id.text}};
    put(out, "name_en", muscle->name_en);
    put(out, "name_la", muscle->name_la);
    put(out, "common_names", muscle->common_names);
    out["structures"] = muscle->structures;
    put(out, "region", muscle->region);
    out["layer"] = muscle->layer;
    put(out, "origin", muscle->origin);
    put(out, "insertion", muscle->insertion);
    put(out, "course", muscle->course);
    put(out, "action", muscle->action);
    put(out, "nerve", muscle->nerve);
    put(out, "nerve_segments", muscle->nerve_segments);
    put(out, "covers", muscle->covers);
    put(out, "covered_by", muscle->covered_by);
    put(out, "variations", muscle->variations);
    put(out, "causes", muscle->causes);
    put(out, "complaints", muscle->complaints);
    put(out, "palpation", muscle->palpation);
    put(out, "cautions", muscle->cautions);
    put(out, "effects", muscle->effects);
    put(out, "satellites", texts_of(muscle->satellites));
    put(out, "estimates", muscle->estimates);
    out["sources"] = citations_json(muscle->sources);
    out["confidence"] = to_text(muscle->confidence);
    out["red_flags"] = Json::array();
    for (const RedFlag* flag : atlas.catalogue().red_flags_of(muscle->id))
        out["red_flags"].push_back((*flag)->id.text);
    out["points"] = Json::array();
    for (const TriggerPoint* point : atlas.catalogue().points_of(muscle->id))
        out["points"].push_back((*point)->id.text);
    return out;
}

Json whole(const Atlas& atlas, const Zone& zone)
{
    Json out{{"kind_of_record", "zone"}};
    out.update(zone_record_json(zone));
    if (const TriggerPoint* point = atlas.catalogue().point_of(zone.id))
        out["point"] = (*point)->id.text;
    out["places"] = Json::array();
    for (const PlacedZone& placed : atlas.zones())
        if (placed.record == &zone)
            out["places"].push_back(zone_json(atlas, placed));
    return out;
}

Json whole(const Technique& technique)
{
    Json out{{"kind_of_record", "technique"}};
    out.update(technique_json(technique));
    out["course"] = {{"contact_end", float_json(technique->course.contact_end, 4)},
                     {"rise_end", float_json(technique->course.rise_end, 4)},
                     {"hold_end", float_json(technique->course.hold_end, 4)}};
    put(out, "how", technique->how);
    put(out, "evidence", technique->evidence);
    put(out, "always_beside", technique->always_beside);
    put(out, "estimates", technique->estimates);
    return out;
}

Json whole(const Atlas& atlas, const NoPressZone& zone)
{
    Json out{{"kind_of_record", "no_press"}};
    out.update(no_press_json(atlas.body(), zone, nullptr));
    for (const char* of_a_place : {"side", "area_mm2", "centroid_mm", "regions"})
        out.erase(of_a_place);
    put(out, "estimates", zone->estimates);
    out["places"] = Json::array();
    for (const PlacedNoPress& placed : atlas.no_press())
        if (placed.record == &zone)
            out["places"].push_back(
                {{"side", to_text(placed.side)},
                 {"area_mm2", number_json(placed.area_mm2, 1)},
                 {"centroid_mm", vector_json(placed.centroid_mm, 2)}});
    return out;
}

Json whole(const Source& source)
{
    Json out{{"kind_of_record", "source"}, {"id", source.id.text}, {"kind", to_text(source.kind)}};
    put(out, "author", source.author);
    if (source.year)
        out["year"] = *source.year;
    put(out, "title", source.title);
    put(out, "detail", source.detail);
    return out;
}

Json whole(const Body& body, const StructureRecord& record)
{
    Json out{{"kind_of_record", "structure"}};
    out.update(structure_json(body, record.number));
    const Structure& structure = body.structures()[record.number];
    put(out, "region", structure.region);
    put(out, "stacks", structure.stacks);
    return out;
}

Json whole(const Body& body, const LandmarkRecord& record)
{
    Json out{{"kind_of_record", "landmark"}, {"id", record.id.text}, {"places", Json::array()}};
    for (const PlacedLandmark& landmark : body.landmarks())
        if (landmark.id == record.id)
            out["places"].push_back(landmark_json(landmark));
    return out;
}

Json whole(const Body& body, const RegionRecord& record)
{
    Json out{{"kind_of_record", "region"}, {"id", record.id.text}, {"places", Json::array()}};
    for (const PlacedRegion& region : body.regions())
        if (region.id == record.id)
            out["places"].push_back(region_json(body, region));
    return out;
}

Json whole(const RedFlag& flag)
{
    Json out{{"kind_of_record", "red_flag"}};
    out.update(red_flag_json(flag));
    put(out, "estimates", flag->estimates);
    return out;
}

struct Maker {
    const Atlas& atlas;

    Json operator()(const Muscle* muscle) const { return whole(atlas, *muscle); }
    Json operator()(const TriggerPoint* point) const { return whole(atlas, *point); }
    Json operator()(const Zone* zone) const { return whole(atlas, *zone); }
    Json operator()(const Technique* technique) const { return whole(*technique); }
    Json operator()(const RedFlag* flag) const { return whole(*flag); }
    Json operator()(const Source* source) const { return whole(*source); }
    Json operator()(const NoPressZone* zone) const { return whole(atlas, *zone); }
    Json operator()(const StructureRecord& r) const { return whole(atlas.body(), r); }
    Json operator()(const LandmarkRecord& r) const { return whole(atlas.body(), r); }
    Json operator()(const RegionRecord& r) const { return whole(atlas.body(), r); }
};

}  // namespace

Json record_json(const Atlas& atlas, const Record& record)
{
    return std::visit(Maker{atlas}, record);
}

}  // namespace tpatlas::cli
