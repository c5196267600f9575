#include "scene/captions.hpp"

#include "atlas/no_press.hpp"
#include "scene/client_words.hpp"
#include "scene/press_moment.hpp"
#include "state/press_words.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::scene {

namespace {

std::string side_words(const Document& document, const View& view, const Texts& texts)
{
    if (view.side == SideChoice::both)
        return texts("side.both");
    return texts("side." + std::string(to_text(document.muscle->side)));
}

// Our number with the book's beside it, where one is recorded.
std::string numbered(const TriggerPoint& point)
{
    std::string label = point_label(point);
    if (!point->book_numbers.empty())
        label += " (" + point->book_numbers.front() + ")";
    return label;
}

std::string title_of(const Document& document, const View& view, const Atlas& atlas,
                     const Texts& texts)
{
    if (document.structure) {
        const Structure* structure = atlas.body().find(*document.structure);
        return structure != nullptr ? structure->name_en : std::string();
    }
    if (!document.muscle)
        return {};
    const Muscle* muscle = atlas.catalogue().muscle(document.muscle->id);
    if (muscle == nullptr)
        return {};
    std::string title = (*muscle)->name_en + ", " + side_words(document, view, texts);
    if (document.point) {
        if (const TriggerPoint* point = atlas.catalogue().point(document.point->id))
            title += " · " + numbered(*point);
    }
    return title;
}

void add_legend(Strip& strip, const Frame& frame, const Atlas& atlas, const Document& document,
                const Texts& texts)
{
    const TriggerPoint* point =
        document.point ? atlas.catalogue().point(document.point->id) : nullptr;
    if (point != nullptr && frame.zones.distance_mm) {
        if ((*point)->essential)
            strip.legend.push_back({Symbol::essential, texts("legend.essential")});
        if ((*point)->spillover)
            strip.legend.push_back({Symbol::spillover, texts("legend.spillover")});
    }
    if (!frame.points.empty())
        strip.legend.push_back({Symbol::disc, texts("legend.disc")});
    if (frame.taut_band)
        strip.legend.push_back({Symbol::taut_band, texts("legend.taut_band")});
    if (frame.arrow)
        strip.legend.push_back({Symbol::arrow, texts("legend.arrow")});
    if (frame.overlay.kind == SkinOverlay::Kind::no_press) {
        strip.legend.push_back({Symbol::no_press, texts("legend.no_press_never")});
        strip.legend.push_back({Symbol::no_press_only, texts("legend.no_press_only")});
        strip.legend.push_back({Symbol::no_press_care, texts("legend.no_press_care")});
    }
}

// The strictest zone that the point's place on the skin lies in; empty where it lies in none.
std::string no_press_words(const Atlas& atlas, const PlacedPoint& point, const Texts& texts)
{
    const std::vector<NoPressHere> here = no_press_at(atlas, point.skin_mm);
    if (here.empty())
        return {};
    const NoPressZone& zone = *here.front().zone->record;
    return " · " + texts("no_press.here_" + std::string(to_text(zone->grade)),
                         {{"name", zone->name_en}});
}

}  // namespace

std::string point_label(const TriggerPoint& point)
{
    const std::string& id = point->id.text;
    const std::size_t at = id.rfind(".tp");
    return "TrP " + (at == std::string::npos ? id : id.substr(at + 3));
}

Strip make_strip(const Document& document, const View& view, const Atlas& atlas,
                 const Texts& texts, const Frame& frame, const PressMoment& moment)
{
    Strip strip;
    if (!view.client)
        strip.title = title_of(document, view, atlas, texts);
    const PlacedPoint* point =
        document.point ? atlas.point(document.point->id, document.point->side) : nullptr;
    const std::optional<ShownPress> press = shown_press(document, atlas);
    if (view.client && point != nullptr)
        strip.caption = client_caption(press, atlas.catalogue(), texts);
    else if (press && press->animated())
        strip.caption = press_words(*press, texts);
    else if (point != nullptr)
        strip.caption = press ? press->why_not(texts) : point->record->why_not_pressed(texts);
    if (moment.gesture.holding)
        strip.caption += " · " + texts("press.eases");
    // A picture of a press carries what is not proven and what could hurt.
    const bool pressing = moment.gesture.arrival > 0 && !view.client;
    if (pressing && press) {
        strip.caption += ".";
        for (const std::string& sentence : beside_words(*press, atlas.catalogue(), texts))
            strip.caption += " " + sentence;
    }
    if (point != nullptr && document.no_press)
        strip.caption += no_press_words(atlas, *point, texts);
    add_legend(strip, frame, atlas, document, texts);
    strip.note = texts("legend.note");
    // A user's own structures are not ours to attribute; what ours lends to them is.
    const std::vector<Structure>& structures = atlas.body().structures();
    if (std::any_of(structures.begin(), structures.end(),
                    [](const Structure& s) { return s.provenance != Provenance::imported; }))
        strip.attribution =
            texts(atlas.body().is_users() ? "legend.attribution_lent" : "legend.attribution");
    return strip;
}

}  // namespace tpatlas::scene
