#include "render/labels.hpp"

#include "render/colour.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// Of a text's height: how far it reaches above and below its base line.
constexpr float above = 0.80f;
constexpr float below = 0.24f;

struct TextBox {
    glm::vec2 low{0};
    glm::vec2 high{0};

    bool meets(const TextBox& other, float gap) const
    {
        return low.x < other.high.x + gap && other.low.x < high.x + gap &&
               low.y < other.high.y + gap && other.low.y < high.y + gap;
    }
    void move(glm::vec2 by)
    {
        low += by;
        high += by;
    }
};

struct Page {
    MarkList& list;
    Fonts& fonts;
    TextBox edge;  // texts stay inside
    float point_px;
    glm::vec4 ink;
    glm::vec4 halo;
    std::vector<TextBox> taken;
};

void keep_inside(TextBox& box, const TextBox& edge)
{
    box.move(glm::max(edge.low - box.low, glm::vec2(0)));
    box.move(glm::min(edge.high - box.high, glm::vec2(0)));
}

// Up and down by growing steps until nothing is met; where all is taken it stays.
void avoid(TextBox& box, const Page& page)
{
    const TextBox wanted = box;
    const float step = (box.high.y - box.low.y) * 0.5f;
    const float gap = 3 * page.point_px;
    for (int i = 0; i < 60; ++i) {
        const float sign = i % 2 == 0 ? 1.0f : -1.0f;
        box = wanted;
        box.move({0, sign * step * static_cast<float>((i + 1) / 2)});
        keep_inside(box, page.edge);
        if (std::none_of(page.taken.begin(), page.taken.end(),
                         [&](const TextBox& other) { return box.meets(other, gap); }))
            return;
    }
    box = wanted;
}

void draw_text(Page& page, const std::string& text, const TextBox& box, TextSize size)
{
    page.taken.push_back(box);
    page.fonts.add(page.list, text, {box.low.x, box.low.y + below * size.px}, size, page.ink,
                   page.halo);
}

void add_corner(Page& page, const scene::CornerText& corner)
{
    const TextSize size{text_px(corner.size_points, page.point_px), true};
    const float width = page.fonts.width_px(corner.text, size);
    const float margin = 8 * page.point_px;
    const bool left = corner.corner == scene::Corner::top_left ||
                      corner.corner == scene::Corner::bottom_left;
    const bool top = corner.corner == scene::Corner::top_left ||
                     corner.corner == scene::Corner::top_right;
    TextBox box;
    box.low.x = left ? page.edge.low.x + margin : page.edge.high.x - margin - width;
    box.low.y = top ? page.edge.high.y - margin - (above + below) * size.px
                    : page.edge.low.y + margin;
    box.high = box.low + glm::vec2(width, (above + below) * size.px);
    // A second text of the same corner goes under (or over) the first.
    while (std::any_of(page.taken.begin(), page.taken.end(),
                       [&](const TextBox& other) { return box.meets(other, 0); }) &&
           box.low.y > page.edge.low.y && box.high.y < page.edge.high.y + 1)
        box.move({0, (top ? -1.2f : 1.2f) * size.px});
    draw_text(page, corner.text, box, size);
}

void add_label(Page& page, const scene::Label& label, glm::vec2 anchor)
{
    const TextSize size{text_px(label.size_points, page.point_px), label.strong};
    const float width = page.fonts.width_px(label.text, size);
    const bool to_right = anchor.x > (page.edge.low.x + page.edge.high.x) / 2;
    const glm::vec2 near_end =
        anchor + glm::vec2(to_right ? 70.0f : -70.0f, -52.0f) * page.point_px;
    const float half_height = (above + below) * size.px / 2;
    TextBox box;
    box.low = {to_right ? near_end.x : near_end.x - width, near_end.y - half_height};
    box.high = box.low + glm::vec2(width, 2 * half_height);
    keep_inside(box, page.edge);
    avoid(box, page);
    const glm::vec2 end(to_right ? box.low.x - 3 * page.point_px : box.high.x + 3 * page.point_px,
                        (box.low.y + box.high.y) / 2);
    const float thin = std::max(1.1f * page.point_px, 1.0f);
    page.list.add_line(anchor, end, thin + 2.2f * std::max(page.point_px, 0.7f), page.halo);
    page.list.add_line(anchor, end, thin, page.ink);
    draw_text(page, label.text, box, size);
}

}  // namespace

float text_px(float size_points, float point_px)
{
    return std::max(size_points * point_px, 9.5f);
}

void add_labels(MarkList& list, Fonts& fonts, const scene::Frame& frame, const Eye& eye,
                const PicturePart& body, float point_px)
{
    const float margin = 6 * point_px;
    const glm::vec2 low(body.from_px), high = low + glm::vec2(body.size_px);
    const glm::vec3 ink = linear_from_srgb(frame.palette.text);
    // The halo is the background's colour, so that a label reads on either.
    const glm::vec3 halo = linear_from_srgb(glm::vec3(frame.palette.background_top));
    Page page{list, fonts, {low + margin, high - margin}, point_px, glm::vec4(ink, 1),
              glm::vec4(halo, 0.85f), {}};
    for (const scene::CornerText& corner : frame.corner_texts)
        add_corner(page, corner);
    for (const scene::Label& label : frame.labels)
        if (const auto p = eye.project(label.anchor_mm)) {
            const glm::vec2 anchor = glm::vec2(*p) + low;
            if (anchor.x >= low.x && anchor.y >= low.y && anchor.x <= high.x && anchor.y <= high.y)
                add_label(page, label, anchor);
        }
}

}  // namespace tpatlas::render
