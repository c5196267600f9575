#include "render/strip.hpp"

#include "render/colour.hpp"
#include "render/strip_layout.hpp"

#include <cmath>

#include <glm/common.hpp>

namespace tpatlas::render {

namespace {

// Each symbol in the colours of what it stands for.
void add_symbol(MarkList& list, const scene::Frame& frame, const PlacedSymbol& symbol,
                glm::vec2 centre)
{
    const glm::vec2 half = symbol.half_size_px;
    const glm::vec4 zone(linear_from_srgb(frame.zones.colour), 1);
    const glm::vec4 black(0.01f, 0.01f, 0.012f, 1);
    switch (symbol.symbol) {
    case scene::Symbol::essential:
        list.add_symbol(centre, half, {half.x / half.y, 1}, {Shape::essential, zone, 0, 0});
        break;
    case scene::Symbol::spillover:
        list.add_symbol(centre, half, {half.x / half.y, 1}, {Shape::spillover, zone, 0, 0});
        break;
    case scene::Symbol::disc:
        list.add_symbol(centre, glm::vec2(half.y), glm::vec2(1.15f),
                        {Shape::point_mark, black, 1, 1});
        break;
    case scene::Symbol::taut_band:
        list.add_symbol(centre, {half.x, half.y * 0.5f}, {1.05f, 1.2f},
                        {Shape::spindle,
                         glm::vec4(linear_from_srgb(glm::vec3(0.38f, 0.10f, 0.16f)), 1), 0, 1});
        break;
    case scene::Symbol::arrow: {
        const scene::Arrow arrow = frame.arrow.value_or(scene::Arrow{});
        const float aspect = 0.42f;
        list.add_symbol(centre, {half.x, half.x * 0.55f}, {1.12f, 0.62f},
                        {Shape::arrow, glm::vec4(linear_from_srgb(arrow.colour), 1), aspect, 1});
        break;
    }
    case scene::Symbol::no_press:
    case scene::Symbol::no_press_only:
    case scene::Symbol::no_press_care: {
        const int grade =
            static_cast<int>(symbol.symbol) - static_cast<int>(scene::Symbol::no_press);
        list.add_symbol(centre, half, {half.x / half.y, 1},
                        {Shape::no_press, glm::vec4(linear_from_srgb(frame.overlay.ink), 1),
                         static_cast<float>(grade), 1});
        break;
    }
    }
}

}  // namespace

void add_strip(MarkList& list, Fonts& fonts, const scene::Frame& frame, const PicturePart& part)
{
    const glm::vec2 low(part.from_px), size(part.size_px);
    const glm::vec3 paper = linear_from_srgb(frame.palette.strip);
    list.add_box(low, low + size, glm::vec4(paper, 1));
    // A hairline parts it from a picture of the same colour.
    const float hair = std::max(1.0f, std::round(size.y / 100));
    const glm::vec4 line(linear_from_srgb(frame.palette.faint_text), 0.35f);
    list.add_box({low.x, low.y + size.y - hair}, low + size, line);

    const Measure measure = [&fonts](const std::string& text, float size_px, bool strong) {
        return fonts.width_px(text, {size_px, strong});
    };
    const StripLayout layout = lay_out_strip(*frame.strip, part.size_px, measure);
    const auto placed = [&](glm::vec2 from_top_left) {
        return glm::vec2(low.x + from_top_left.x, low.y + size.y - from_top_left.y);
    };
    for (const PlacedSymbol& symbol : layout.symbols)
        add_symbol(list, frame, symbol, placed(symbol.centre_px));
    for (const PlacedText& text : layout.texts) {
        const glm::vec3 colour = text.tone == Tone::faint ? frame.palette.faint_text
                                                          : frame.palette.text;
        fonts.add(list, text.text, placed(text.base_line_px), {text.size_px, text.strong},
                  glm::vec4(linear_from_srgb(colour), 1));
    }
}

}  // namespace tpatlas::render
