#include "render/label_ink.hpp"

#include "render/colour.hpp"
#include "render/labels.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// Of a text's height: how far it reaches above and below its base line.
constexpr float above = 0.80f;
constexpr float below = 0.24f;

// In points.
constexpr float line_width = 0.95f;
constexpr float dot_width = 3.6f;
constexpr float halo_width = 1.1f;  // around line and dot
constexpr float corner_margin = 6;

}  // namespace

LabelInk::LabelInk(MarkList& list, Fonts& fonts, const scene::Palette& palette, float point_px)
    : list_(list), fonts_(fonts), ink_(linear_from_srgb(palette.text), 1),
      // The background's colour, so that a label reads on either.
      halo_(linear_from_srgb(glm::vec3(palette.background_top)), 0.85f), point_px_(point_px)
{
}

glm::vec2 LabelInk::size_px(const std::string& text, TextSize size)
{
    return {fonts_.width_px(text, size), (above + below) * size.px};
}

void LabelInk::text(const std::string& text, const PageBox& box, TextSize size)
{
    fonts_.add(list_, text, {box.low.x, box.low.y + below * size.px}, size, ink_, halo_);
}

void LabelInk::halo(const SetLabel& set, float mark_px)
{
    leader(set, mark_px, 2 * halo_width, halo_);
}

void LabelInk::line(const SetLabel& set, float mark_px)
{
    leader(set, mark_px, 0, ink_);
}

void LabelInk::stroke(glm::vec2 from, glm::vec2 to, float width_points, glm::vec4 colour)
{
    list_.add_line(from, to, std::max(width_points * point_px_, 1.0f), colour);
}

void LabelInk::leader(const SetLabel& set, float mark_px, float more_points, glm::vec4 colour)
{
    if (!set.line)
        return;
    const float width = line_width + more_points;
    glm::vec2 start = set.port, end = set.anchor;
    if (mark_px > 0)
        end += glm::normalize(set.knee - end) * mark_px;
    else
        stroke(end, end, dot_width + more_points, colour);
    if (std::abs(start.y - end.y) < 1) {
        // In one piece and in the middle of a row of pixels, so that it is crisp.
        start.y = end.y = std::floor(start.y) + 0.5f;
        stroke(start, end, width, colour);
        return;
    }
    if (set.knee != set.port)
        stroke(start, set.knee, width, colour);
    stroke(set.knee, end, width, colour);
}

void LabelInk::corner(const scene::CornerText& corner, const PageBox& edge,
                      std::vector<PageBox>& taken)
{
    const TextSize size{text_px(corner.size_points, point_px_), true};
    const glm::vec2 extent = size_px(corner.text, size);
    const float margin = corner_margin * point_px_;
    const bool left = corner.corner == scene::Corner::top_left ||
                      corner.corner == scene::Corner::bottom_left;
    const bool top = corner.corner == scene::Corner::top_left ||
                     corner.corner == scene::Corner::top_right;
    PageBox box;
    box.low.x = left ? edge.low.x + margin : edge.high.x - margin - extent.x;
    box.low.y = top ? edge.high.y - margin - extent.y : edge.low.y + margin;
    box.high = box.low + extent;
    // A second text of the same corner goes under (or over) the first.
    while (std::any_of(taken.begin(), taken.end(),
                       [&](const PageBox& other) { return box.meets(other, 0); }) &&
           box.low.y > edge.low.y && box.high.y < edge.high.y + 1)
        box.move({0, (top ? -1.2f : 1.2f) * size.px});
    taken.push_back(box);
    text(corner.text, box, size);
}

}  // namespace tpatlas::render
