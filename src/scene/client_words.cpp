#include "scene/client_words.hpp"

#include "scene/captions.hpp"
#include "state/press_words.hpp"

#include <algorithm>
#include <vector>

namespace tpatlas::scene {

namespace {

// A place is named where it holds this share of the zone at least; the largest always.
constexpr float smallest_share = 0.12f;
constexpr std::size_t most_places = 3;

std::vector<std::string> places_of(const PlacedZone& zone, const Body& body)
{
    std::vector<std::string> names;
    for (const RegionShare& region : zone.regions) {
        if (names.size() == most_places || (!names.empty() && region.share < smallest_share))
            break;
        const std::string& name = body.regions()[region.region].name_en;
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    return names;
}

std::string zone_line(const PlacedZone& zone, const Body& body, const Texts& texts)
{
    std::string places;
    for (const std::string& name : places_of(zone, body))
        places += (places.empty() ? "" : "; ") + name;
    if (places.empty())
        return {};
    if (zone.record->side == ZoneSide::both)
        places = texts("client.both_sides", {{"places", places}});
    else if (zone.record->side == ZoneSide::other)
        places = texts("client.other_side", {{"places", places}});
    const bool often = zone.record->kind == ZoneKind::essential;
    return texts(often ? "client.often" : "client.sometimes", {{"places", places}});
}

}  // namespace

std::optional<Headline> client_headline(const Document& document, const Atlas& atlas,
                                        const Texts& texts)
{
    if (!document.point)
        return std::nullopt;
    const PlacedPoint* point = atlas.point(document.point->id, document.point->side);
    const Muscle* muscle =
        point != nullptr ? atlas.catalogue().muscle((*point->record)->muscle) : nullptr;
    if (muscle == nullptr)
        return std::nullopt;
    Headline headline;
    headline.title = texts("client_part." + (*muscle)->region,
                           {{"side", texts("side." + std::string(to_text(point->side)))}});
    const PlacedZone* best = nullptr;
    for (const PlacedZone& zone : atlas.zones())
        if (zone.point == point && (best == nullptr || zone.record->kind == ZoneKind::essential))
            best = &zone;
    if (best != nullptr)
        headline.line = zone_line(*best, atlas.body(), texts);
    return headline;
}

std::string client_caption(const std::optional<ShownPress>& press, const Catalogue& catalogue,
                           const Texts& texts)
{
    if (!press || !press->animated())
        return texts("client.look_only");
    std::string caption = press_words(*press, texts) + ".";
    for (const std::string& sentence : beside_words(*press, catalogue, texts))
        caption += " " + sentence;
    return caption;
}

}  // namespace tpatlas::scene
