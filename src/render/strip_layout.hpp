// render/strip_layout.hpp: where the texts and symbols of the strip below the picture go. No
// OpenGL: how wide a text is comes from the caller.
//
// The largest type that fits is taken, in two columns (title and caption; legend) or in rows, so
// that nothing is cut from a phone's width to a poster's.
#pragma once

#include "scene/frame.hpp"

#include <functional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::render {

// Width in pixels of a text at a size in pixels.
using Measure = std::function<float(const std::string& text, float size_px, bool strong)>;

enum class Tone { normal, faint };

// From the strip's upper left, downward.
struct PlacedText {
    std::string text;
    glm::vec2 base_line_px{0};  // left end
    float width_px = 0;
    float size_px = 0;
    bool strong = false;
    Tone tone = Tone::normal;
};

struct PlacedSymbol {
    scene::Symbol symbol = scene::Symbol::essential;
    glm::vec2 centre_px{0};
    glm::vec2 half_size_px{0};
};

struct StripLayout {
    std::vector<PlacedText> texts;
    std::vector<PlacedSymbol> symbols;
    float scale = 1;  // of the type, below 1 where it had to shrink
};

StripLayout lay_out_strip(const scene::Strip& strip, glm::ivec2 size_px, const Measure& measure);

}  // namespace tpatlas::render
