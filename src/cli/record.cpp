#include "cli/record.hpp"

#include "atlas/zone_shapes.hpp"
#include "core/nearest_word.hpp"

#include <optional>

namespace tpatlas::cli {

namespace {

const Zone* zone_of(const Catalogue& catalogue, const std::string& id)
{
    const TriggerPoint* point = catalogue.point_of(ZoneId{id});
    if (point == nullptr)
        return nullptr;
    for (const std::optional<Zone>* zone : {&(*point)->essential, &(*point)->spillover})
        if (*zone && (*zone)->id.text == id)
            return &**zone;
    return nullptr;
}

std::vector<std::string> all_ids(const Atlas& atlas)
{
    std::vector<std::string> ids;
    for (const Muscle& muscle : atlas.catalogue().muscles())
        ids.push_back(muscle->id.text);
    for (const TriggerPoint& point : atlas.catalogue().points()) {
        ids.push_back(point->id.text);
        for (const std::optional<Zone>* zone : {&point->essential, &point->spillover})
            if (*zone)
                ids.push_back((*zone)->id.text);
    }
    for (const Technique& technique : atlas.catalogue().techniques())
        ids.push_back(technique->id.text);
    for (const Source& source : atlas.catalogue().sources())
        ids.push_back(source.id.text);
    for (const NoPressZone& zone : atlas.catalogue().no_press())
        ids.push_back(field_id(zone).text);
    for (const RedFlag& flag : atlas.catalogue().red_flags())
        ids.push_back(flag->id.text);
    for (const Structure& structure : atlas.body().structures())
        ids.push_back(structure.id.text);
    for (const PlacedLandmark& landmark : atlas.body().landmarks())
        ids.push_back(landmark.id.text);
    for (const PlacedRegion& region : atlas.body().regions())
        ids.push_back(region.id.text);
    return ids;
}

}  // namespace

Error unknown_id(const std::string& kind, const std::string& id,
                 const std::vector<std::string>& known, const std::string& list)
{
    const std::string nearest = nearest_word(id, known);
    return {"", "no " + kind + " is called '" + id + "'",
            nearest.empty() ? "see " + list : "did you mean '" + nearest + "'? See " + list};
}

Result<Record> find_record(const Atlas& atlas, const std::string& id)
{
    const Catalogue& catalogue = atlas.catalogue();
    const Body& body = atlas.body();
    if (const Muscle* muscle = catalogue.muscle(MuscleId{id}))
        return Record(muscle);
    if (const TriggerPoint* point = catalogue.point(PointId{id}))
        return Record(point);
    if (const Zone* zone = zone_of(catalogue, id))
        return Record(zone);
    if (const Technique* technique = catalogue.technique(TechniqueId{id}))
        return Record(technique);
    if (const Source* source = catalogue.source(SourceId{id}))
        return Record(source);
    for (const NoPressZone& zone : catalogue.no_press())
        if (field_id(zone).text == id)
            return Record(&zone);
    for (const RedFlag& flag : catalogue.red_flags())
        if (flag->id.text == id)
            return Record(&flag);
    if (const std::optional<std::uint32_t> number = body.number(StructureId{id}))
        return Record(StructureRecord{*number});
    for (const PlacedLandmark& landmark : body.landmarks())
        if (landmark.id.text == id)
            return Record(LandmarkRecord{landmark.id});
    for (const PlacedRegion& region : body.regions())
        if (region.id.text == id)
            return Record(RegionRecord{region.id});
    return unknown_id("record", id, all_ids(atlas), "tpatlas list --help");
}

}  // namespace tpatlas::cli
