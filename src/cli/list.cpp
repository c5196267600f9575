// tpatlas list KIND [--json]

#include "cli/list_json.hpp"
#include "cli/opening.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "state/framing.hpp"

namespace tpatlas::cli {

namespace {

using Rows = std::vector<std::vector<std::string>>;

// Both forms of an answer; only the one asked for is printed.
struct Listing {
    Json json = Json::array();
    Rows rows;
};

std::string text(std::string_view view)
{
    return std::string(view);
}

Result<Listing> structures(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Body>> body = open_body(common);
    if (!body)
        return body.faults();
    Listing listing;
    for (std::uint32_t i = 0; i < body.value()->structures().size(); ++i) {
        const Structure& s = body.value()->structures()[i];
        listing.json.push_back(structure_json(*body.value(), i));
        listing.rows.push_back({s.id.text, text(to_text(s.kind)), s.name_en});
    }
    return listing;
}

Result<Listing> muscles(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Catalogue>> catalogue = open_catalogue(common);
    if (!catalogue)
        return catalogue.faults();
    Listing listing;
    for (const Muscle& muscle : catalogue.value()->muscles()) {
        listing.json.push_back(muscle_json(*catalogue.value(), muscle));
        const std::size_t points = catalogue.value()->points_of(muscle->id).size();
        listing.rows.push_back({muscle->id.text, muscle->name_en, muscle->name_la,
                                std::to_string(points) + (points == 1 ? " point" : " points")});
    }
    return listing;
}

Result<Listing> points(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Atlas>> atlas = open_atlas(common);
    if (!atlas)
        return atlas.faults();
    tell_alone(*atlas.value(), common);
    Listing listing;
    for (const PlacedPoint& point : atlas.value()->points()) {
        listing.json.push_back(point_json(*atlas.value(), point));
        listing.rows.push_back({(*point.record)->id.text, text(to_text(point.side)),
                                (*point.record)->place});
    }
    return listing;
}

Result<Listing> zones(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Atlas>> atlas = open_atlas(common);
    if (!atlas)
        return atlas.faults();
    tell_alone(*atlas.value(), common);
    Listing listing;
    for (const PlacedZone& zone : atlas.value()->zones()) {
        listing.json.push_back(zone_json(*atlas.value(), zone));
        listing.rows.push_back({zone.record->id.text, text(to_text(zone.side)),
                                number(zone.area_mm2 / 100, 0) + " cm²", zone.record->words});
    }
    return listing;
}

Result<Listing> regions(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Body>> body = open_body(common);
    if (!body)
        return body.faults();
    Listing listing;
    for (const PlacedRegion& region : body.value()->regions()) {
        listing.json.push_back(region_json(*body.value(), region));
        listing.rows.push_back({region.id.text, text(to_text(region.side)), region.name_en});
    }
    return listing;
}

Result<Listing> landmarks(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Body>> body = open_body(common);
    if (!body)
        return body.faults();
    Listing listing;
    for (const PlacedLandmark& landmark : body.value()->landmarks()) {
        listing.json.push_back(landmark_json(landmark));
        listing.rows.push_back({landmark.id.text, text(to_text(landmark.side)), landmark.name_en});
    }
    return listing;
}

Result<Listing> techniques(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Catalogue>> catalogue = open_catalogue(common);
    if (!catalogue)
        return catalogue.faults();
    Listing listing;
    for (const Technique& technique : catalogue.value()->techniques()) {
        listing.json.push_back(technique_json(technique));
        listing.rows.push_back({technique->id.text, technique->name_en});
    }
    return listing;
}

Result<Listing> no_press(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Atlas>> atlas = open_atlas(common);
    if (!atlas)
        return atlas.faults();
    Listing listing;
    for (const NoPressZone& zone : atlas.value()->catalogue().no_press()) {
        bool drawn = false;
        for (const PlacedNoPress& place : atlas.value()->no_press()) {
            if (place.record != &zone)
                continue;
            drawn = true;
            listing.json.push_back(no_press_json(atlas.value()->body(), zone, &place));
            listing.rows.push_back({zone->id.text, text(to_text(place.side)),
                                    text(to_text(zone->grade)), zone->name_en});
        }
        if (drawn)
            continue;
        listing.json.push_back(no_press_json(atlas.value()->body(), zone, nullptr));
        listing.rows.push_back({zone->id.text, "-", text(to_text(zone->grade)), zone->name_en});
    }
    return listing;
}

Result<Listing> red_flags(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Catalogue>> catalogue = open_catalogue(common);
    if (!catalogue)
        return catalogue.faults();
    Listing listing;
    for (const RedFlag& flag : catalogue.value()->red_flags()) {
        listing.json.push_back(red_flag_json(flag));
        listing.rows.push_back({flag->id.text, text(to_text(flag->urgency)), flag->words});
    }
    return listing;
}

Result<Listing> views(const CommonOptions& common)
{
    const Result<Texts> texts = open_texts(common);
    if (!texts)
        return texts.faults();
    Listing listing;
    for (const std::string_view name : view_names()) {
        const std::string said = texts.value()("view." + text(name));
        listing.json.push_back({{"id", name}, {"name", said}});
        listing.rows.push_back({text(name), said});
    }
    return listing;
}

struct Kind {
    const char* name;
    Result<Listing> (*make)(const CommonOptions&);
};

constexpr Kind kinds[] = {{"structures", structures}, {"muscles", muscles},
                          {"points", points},         {"zones", zones},
                          {"regions", regions},       {"landmarks", landmarks},
                          {"techniques", techniques}, {"no_press", no_press},
                          {"red_flags", red_flags},   {"views", views}};

}  // namespace

std::vector<std::string> list_kinds()
{
    std::vector<std::string> names;
    for (const Kind& kind : kinds)
        names.emplace_back(kind.name);
    return names;
}

Result<Done> list_records(const CommonOptions& common, const ListOptions& options)
{
    for (const Kind& kind : kinds) {
        if (kind.name != options.what)
            continue;
        const Result<Listing> listing = kind.make(common);
        if (!listing)
            return listing.faults();
        return print(options.json ? to_text(listing.value().json) : columns(listing.value().rows));
    }
    return Error{options.what, "cannot be listed", "see tpatlas list --help"};
}

}  // namespace tpatlas::cli
