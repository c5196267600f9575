// contact_sheets/sheet_text.hpp: what a contact sheet says beside its pictures, and the breaking of
// it into lines. No OpenGL: how wide a text is comes from the caller.
//
//   const SetText text = set_text(words_of_point(atlas, record, Side::right), 400, measure);
#pragma once

#include "atlas/atlas.hpp"
#include "render/text_picture.hpp"

#include <functional>
#include <string>
#include <vector>

namespace tpatlas {

enum class Ink { normal, faint, essential, wrong };

// As many lines as it needs.
struct Passage {
    std::string text;
    render::TextSize size{17, false};
    Ink ink = Ink::normal;
    float space_px = 0;  // above it
};

std::vector<Passage> words_of_muscle(const Muscle& muscle);

// Place, zones with their regions' shares, presses: what one judges the pictures by. Also for a
// point that the body lacks. What breaks a rule is told in red.
std::vector<Passage> words_of_point(const Atlas& atlas, const TriggerPoint& point, Side side);

// The share of each region in a zone, the largest first; of a zone on both sides left and right
// together.
struct NamedShare {
    RegionId region;
    float share = 0;
    bool named = false;  // by the zone's words
};
std::vector<NamedShare> shares_of(const Body& body, const PlacedZone& zone);
// The regions that the words name, and no others, have the largest shares.
bool is_what_it_names(const std::vector<NamedShare>& shares, const Zone& zone);

struct SetText {
    std::vector<render::TextLine> lines;
    float height_px = 0;
};

using TextWidth = std::function<float(const std::string& text, render::TextSize size)>;

// Broken at spaces; a word wider than `width_px` stands alone and sticks out.
SetText set_text(const std::vector<Passage>& passages, float width_px, const TextWidth& measure);

}  // namespace tpatlas
