#include "render/headline_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tpatlas::render {

namespace {

// In points.
constexpr float title_size = 34;
constexpr float line_size = 19;
constexpr float top_gap = 12;
constexpr float side_gap = 44;  // leaves room for the letters of the sides

// Of a size.
constexpr float line_height = 1.30f;
constexpr float above = 0.80f;  // what of it is over the base line
constexpr float padding = 0.55f;
constexpr float between = 0.16f;  // title and line, of the title's size

// Of the picture.
constexpr float most_height = 0.4f;
constexpr float most_width_in_heights = 1.25f;  // longer lines are hard to read

constexpr float smallest_scale = 0.25f;

// Never breaks a word; one that is too long for the width makes its line too wide.
std::vector<std::string> wrapped(const std::string& text, float size_px, bool strong,
                                 float width_px, const Measure& measure)
{
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t space = std::min(text.find(' ', from), text.size());
        const std::string word = text.substr(from, space - from);
        from = space + 1;
        if (word.empty())
            continue;
        const std::string longer = line.empty() ? word : line + " " + word;
        if (line.empty() || measure(longer, size_px, strong) <= width_px) {
            line = longer;
        } else {
            lines.push_back(line);
            line = word;
        }
    }
    if (!line.empty())
        lines.push_back(line);
    return lines;
}

// As many lines as the width asks for, but all of about one length: no last word by itself.
std::vector<std::string> balanced(const std::string& text, float size_px, bool strong,
                                  float width_px, const Measure& measure)
{
    std::vector<std::string> best = wrapped(text, size_px, strong, width_px, measure);
    const std::size_t count = best.size();
    float too_narrow = 0, enough = width_px;
    for (int i = 0; i < 7 && count > 1; ++i) {
        const float middle = (too_narrow + enough) / 2;
        std::vector<std::string> lines = wrapped(text, size_px, strong, middle, measure);
        const bool fits = lines.size() == count &&
                          std::all_of(lines.begin(), lines.end(), [&](const std::string& line) {
                              return measure(line, size_px, strong) <= middle;
                          });
        (fits ? enough : too_narrow) = middle;
        if (fits)
            best = std::move(lines);
    }
    return best;
}

struct Block {
    std::vector<HeadlineLayout::Line> lines;  // base lines from the plate's top, x unset
    float width_px = 0;
    float height_px = 0;
    float padding_px = 0;
};

void add_lines(Block& block, const std::string& text, float size_px, bool strong, float width_px,
               const Measure& measure)
{
    for (const std::string& line : balanced(text, size_px, strong, width_px, measure)) {
        const float width = measure(line, size_px, strong);
        block.lines.push_back({line, {0, block.height_px + above * size_px}, width, size_px, strong});
        block.width_px = std::max(block.width_px, width);
        block.height_px += line_height * size_px;
    }
}

Block block_of(const scene::Headline& headline, float scale, float width_px,
               const Measure& measure)
{
    const float title_px = title_size * scale;
    Block block;
    block.padding_px = padding * title_px;
    const float inner = width_px - 2 * block.padding_px;
    block.height_px = 0.7f * block.padding_px;
    add_lines(block, headline.title, title_px, true, inner, measure);
    if (!headline.title.empty() && !headline.line.empty())
        block.height_px += between * title_px;
    add_lines(block, headline.line, line_size * scale, false, inner, measure);
    block.height_px += 0.5f * block.padding_px;
    block.width_px += 2 * block.padding_px;
    return block;
}

}  // namespace

HeadlineLayout lay_out_headline(const scene::Headline& headline, const PicturePart& body,
                                float point_px, const Measure& measure)
{
    HeadlineLayout layout;
    if (headline.title.empty() && headline.line.empty())
        return layout;
    const glm::vec2 low(body.from_px), size(body.size_px);
    const float room_x = std::min(size.x - 2 * side_gap * point_px,
                                  most_width_in_heights * 720 * point_px);
    const float room_y = most_height * size.y;
    Block block;
    for (float scale = point_px; scale >= smallest_scale * point_px; scale *= 0.94f) {
        block = block_of(headline, scale, room_x, measure);
        if (block.width_px <= room_x + 0.5f && block.height_px <= room_y)
            break;
    }
    const float top = low.y + size.y - std::min(top_gap * point_px, 0.05f * size.y);
    const float left = std::round(low.x + (size.x - block.width_px) / 2);
    layout.plate = {{left, top - block.height_px}, {left + block.width_px, top}};
    layout.radius_px = block.padding_px * 0.6f;
    for (HeadlineLayout::Line& line : block.lines) {
        line.base_line_px = {low.x + (size.x - line.width_px) / 2, top - line.base_line_px.y};
        layout.lines.push_back(line);
    }
    return layout;
}

}  // namespace tpatlas::render
