#include "contact_sheets/sheet_text.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace tpatlas {

namespace {

constexpr float line_height = 1.28f;  // of the size of the type
constexpr float least_share = 0.01f;  // what is listed of a zone's regions

glm::vec3 colour_of(Ink ink)
{
    switch (ink) {
    case Ink::faint:
        return {0.38f, 0.41f, 0.45f};
    case Ink::essential:
        return {0.62f, 0.10f, 0.10f};
    case Ink::wrong:
        return {0.85f, 0.05f, 0.55f};
    case Ink::normal:
        break;
    }
    return {0.10f, 0.12f, 0.15f};
}

template <class Items, class Text>
std::string joined(const Items& items, const Text& text, const char* between = ", ")
{
    std::string all;
    for (const auto& item : items)
        all += (all.empty() ? "" : between) + std::string(text(item));
    return all;
}

std::string rounded(double value)
{
    return std::to_string(std::lround(value));
}

void add_zone(std::vector<Passage>& words, const Atlas& atlas, const Zone& zone, Side side)
{
    const bool essential = zone.kind == ZoneKind::essential;
    std::string head = std::string(essential ? "Essential" : "Spillover") + ": " + zone.words;
    if (zone.side != ZoneSide::same)
        head += " (" + std::string(to_text(zone.side)) + ")";
    if (zone.deep)
        head += " (deep)";
    words.push_back({head, {17, false}, Ink::essential, 8});
    const std::string names =
        "names: " + joined(zone.names, [](const RegionId& id) { return id.text; });
    words.push_back({names, {15, false}, Ink::faint});
    const PlacedZone* placed = atlas.zone(zone.id, side);
    if (placed == nullptr)
        return;
    const std::vector<NamedShare> shares = shares_of(atlas.body(), *placed);
    std::string list = rounded(placed->area_mm2 / 100) + " cm²:";
    for (const NamedShare& share : shares)
        if (share.share >= least_share)
            list += (share.named ? " · " : " · not named: ") + share.region.text + " " +
                    rounded(share.share * 100) + " %";
    words.push_back({list, {15, false}, Ink::faint});
    if (!is_what_it_names(shares, zone))
        words.push_back({"The largest shares are not the names.", {15, true}, Ink::wrong});
}

void add_press(std::vector<Passage>& words, const Press& press)
{
    std::string head = "Press (" + std::string(to_text(press.who)) + ", " +
                       press.pressure_class.text() + "): " +
                       joined(press.contacts, [](Contact contact) { return to_text(contact); });
    if (!press.direction_words.empty())
        head += ": " + press.direction_words;
    if (!press.direction)
        head += " (no direction)";
    words.push_back({head, {15, false}, Ink::normal, 6});
    std::string rest;
    if (!press.against.empty())
        rest = "Against " + press.against + ". ";
    if (!press.avoid.empty())
        rest += "Avoid: " + press.avoid;
    if (!rest.empty())
        words.push_back({rest, {15, false}, Ink::faint});
}

}  // namespace

std::vector<Passage> words_of_muscle(const Muscle& muscle)
{
    return {{muscle->name_en, {34, true}, Ink::normal},
            {muscle->id.text + " · " + muscle->name_la + " · nerve: " + muscle->nerve +
                 " · confidence: " + std::string(to_text(muscle->confidence)),
             {18, false},
             Ink::faint,
             2}};
}

std::vector<Passage> words_of_point(const Atlas& atlas, const TriggerPoint& point, Side side)
{
    std::vector<Passage> words;
    const PlacedPoint* placed = atlas.point(point->id, side);
    words.push_back({point->id.text, {22, true}});
    std::string facts = std::string(to_text(point->kind)) + " · ± " +
                        rounded(point->uncertainty_mm) + " mm · confidence: " +
                        std::string(to_text(point->confidence));
    if (placed != nullptr)
        facts += " · " + rounded(placed->depth_mm) + " mm deep";
    words.push_back({facts, {15, false}, Ink::faint, 2});
    words.push_back({point->place, {17, false}, Ink::normal, 6});
    if (placed == nullptr)
        words.push_back({"This body has no place for it.", {15, true}, Ink::faint, 4});
    for (const std::optional<Zone>* zone : {&point->essential, &point->spillover})
        if (*zone)
            add_zone(words, atlas, **zone, side);
    for (const Press& press : point->press)
        add_press(words, press);
    if (!point->view_only_reason.empty())
        words.push_back({"View only: " + point->view_only_reason, {15, false}, Ink::faint, 6});
    if (placed != nullptr)
        for (const PressWay& way : placed->ways)
            if (way.refused_by != nullptr)
                words.push_back({"Refused by no_press." + (*way.refused_by)->id.text + ": " +
                                     joined(way.refused, [](Contact c) { return to_text(c); }),
                                 {15, true},
                                 Ink::wrong,
                                 4});
    return words;
}

std::vector<NamedShare> shares_of(const Body& body, const PlacedZone& zone)
{
    std::vector<NamedShare> shares;
    for (const RegionShare& one : zone.regions) {
        const RegionId& id = body.regions()[one.region].id;
        const auto known = std::find_if(shares.begin(), shares.end(), [&](const NamedShare& share) {
            return share.region == id;
        });
        if (known != shares.end())
            known->share += one.share;
        else
            shares.push_back({id, one.share,
                              std::find(zone.record->names.begin(), zone.record->names.end(), id) !=
                                  zone.record->names.end()});
    }
    std::stable_sort(shares.begin(), shares.end(),
                     [](const NamedShare& a, const NamedShare& b) { return a.share > b.share; });
    return shares;
}

bool is_what_it_names(const std::vector<NamedShare>& shares, const Zone& zone)
{
    const std::size_t count = zone.names.size();
    return shares.size() >= count &&
           std::all_of(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(count),
                       [](const NamedShare& share) { return share.named; });
}

SetText set_text(const std::vector<Passage>& passages, float width_px, const TextWidth& measure)
{
    SetText set;
    for (const Passage& passage : passages) {
        set.height_px += passage.space_px;
        const auto end_line = [&](const std::string& text) {
            set.height_px += passage.size.px * line_height;
            const float base = set.height_px - passage.size.px * (line_height - 1);
            set.lines.push_back({text, {0, base}, passage.size, colour_of(passage.ink)});
        };
        std::istringstream words(passage.text);
        std::string line, word;
        while (words >> word) {
            const std::string longer = line.empty() ? word : line + " " + word;
            if (!line.empty() && measure(longer, passage.size) > width_px) {
                end_line(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.empty())
            end_line(line);
    }
    return set;
}

}  // namespace tpatlas
