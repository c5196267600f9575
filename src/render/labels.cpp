#include "render/labels.hpp"

#include "render/colour.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// Of a text's height: how far it reaches above and below its base line.
constexpr float above = 0.80f;
constexpr float below = 0.24f;

// In points.
constexpr float edge_margin = 8;
constexpr float mark_reach = 76;    // of the line to a selected point's name
constexpr float line_width = 0.95f;
constexpr float dot_width = 3.6f;
constexpr float halo_width = 1.1f;  // around line and dot

// Where the columns cover what is drawn, lines end farther in: of the width, from either side.
constexpr float margins[] = {0.0f, 0.17f, 0.31f};

// Of a name's several structures those are pointed to that show nearly as much as the widest.
constexpr float least_share_of_widest = 0.55f;

struct Ink {
    MarkList& list;
    Fonts& fonts;
    glm::vec4 ink;
    glm::vec4 halo;
    float point_px;

    Ink(MarkList& list_of_pane, Fonts& all_fonts, const scene::Palette& palette, float point)
        : list(list_of_pane), fonts(all_fonts), ink(linear_from_srgb(palette.text), 1),
          // The background's colour, so that a label reads on either.
          halo(linear_from_srgb(glm::vec3(palette.background_top)), 0.85f), point_px(point)
    {
    }
    void text(const std::string& text, const PageBox& box, TextSize size)
    {
        fonts.add(list, text, {box.low.x, box.low.y + below * size.px}, size, ink, halo);
    }
    void line(glm::vec2 from, glm::vec2 to, float width, glm::vec4 colour)
    {
        list.add_line(from, to, std::max(width * point_px, 1.0f), colour);
    }
};

PageBox edge_of(const Labeller::Pane& pane)
{
    const glm::vec2 low(pane.part.from_px), high = low + glm::vec2(pane.part.size_px);
    const float margin = edge_margin * pane.point_px;
    return {low + margin, high - margin};
}

void add_corner(Ink& ink, const scene::CornerText& corner, const PageBox& edge,
                std::vector<PageBox>& taken)
{
    const TextSize size{text_px(corner.size_points, ink.point_px), true};
    const float width = ink.fonts.width_px(corner.text, size);
    const float margin = 6 * ink.point_px;
    const bool left = corner.corner == scene::Corner::top_left ||
                      corner.corner == scene::Corner::bottom_left;
    const bool top = corner.corner == scene::Corner::top_left ||
                     corner.corner == scene::Corner::top_right;
    PageBox box;
    box.low.x = left ? edge.low.x + margin : edge.high.x - margin - width;
    box.low.y = top ? edge.high.y - margin - (above + below) * size.px : edge.low.y + margin;
    box.high = box.low + glm::vec2(width, (above + below) * size.px);
    // A second text of the same corner goes under (or over) the first.
    while (std::any_of(taken.begin(), taken.end(),
                       [&](const PageBox& other) { return box.meets(other, 0); }) &&
           box.low.y > edge.low.y && box.high.y < edge.high.y + 1)
        box.move({0, (top ? -1.2f : 1.2f) * size.px});
    taken.push_back(box);
    ink.text(corner.text, box, size);
}

const scene::PointMark* mark_at(const scene::Frame& frame, glm::vec3 place_mm)
{
    for (const scene::PointMark& mark : frame.points)
        if (mark.position_mm == place_mm)
            return &mark;
    return nullptr;
}

bool faces(const scene::PointMark& mark, const Eye& eye)
{
    return glm::dot(mark.normal, glm::normalize(eye.position_mm - mark.position_mm)) > -0.2f;
}

bool shows_near(const VisibleGrid& grid, glm::vec2 share, std::uint32_t structure)
{
    const glm::ivec2 middle(share * glm::vec2(grid.size));
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) {
            const glm::ivec2 cell = middle + glm::ivec2(x, y);
            if (cell.x >= 0 && cell.y >= 0 && cell.x < grid.size.x && cell.y < grid.size.y &&
                grid.structures[grid.at(cell)] == structure + 1)
                return true;
        }
    return false;
}

const VisiblePatch* patch_of(const std::vector<VisiblePatch>& patches, std::uint32_t structure)
{
    const auto found = std::lower_bound(
        patches.begin(), patches.end(), structure,
        [](const VisiblePatch& patch, std::uint32_t number) { return patch.structure < number; });
    return found != patches.end() && found->structure == structure ? &*found : nullptr;
}

void draw(Ink& ink, const SetLabel& set, const std::string& text, TextSize size)
{
    if (set.line) {
        ink.line(set.port, set.knee, line_width, ink.ink);
        ink.line(set.knee, set.anchor, line_width, ink.ink);
        ink.line(set.anchor, set.anchor, dot_width, ink.ink);
    }
    ink.text(text, set.text, size);
}

void draw_halo(Ink& ink, const SetLabel& set)
{
    if (!set.line)
        return;
    const float line = line_width + 2 * halo_width;
    ink.line(set.port, set.knee, line, ink.halo);
    ink.line(set.knee, set.anchor, line, ink.halo);
    ink.line(set.anchor, set.anchor, dot_width + 2 * halo_width, ink.halo);
}

}  // namespace

struct Labeller::Wish {
    const scene::Label* label = nullptr;
    TextSize size;
    WantedLabel wanted;
    std::vector<std::pair<std::uint32_t, glm::ivec2>> ends;  // structure and cell, as the anchors
};

float text_px(float size_points, float point_px)
{
    return std::max(size_points * point_px, 9.5f);
}

std::vector<Labeller::Wish> Labeller::wishes(Fonts& fonts, const Pane& pane,
                                             const VisibleGrid& grid) const
{
    const glm::vec2 low(pane.part.from_px);
    std::vector<Wish> wishes;
    for (const scene::Label& label : pane.frame.labels) {
        Wish wish;
        wish.label = &label;
        wish.size = {text_px(label.size_points, pane.point_px), label.strong};
        wish.wanted.text_px = {fonts.width_px(label.text, wish.size),
                               (above + below) * wish.size.px};
        wish.wanted.importance = label.importance;
        wish.wanted.beside = label.structures.empty();
        if (wish.wanted.beside) {
            const auto p = pane.eye.project(label.anchor_mm);
            const scene::PointMark* mark = mark_at(pane.frame, label.anchor_mm);
            if (!p || (mark != nullptr && !faces(*mark, pane.eye)) || p->x < 0 || p->y < 0 ||
                p->x > pane.eye.picture_px.x || p->y > pane.eye.picture_px.y)
                continue;
            wish.wanted.anchors = {glm::vec2(*p) + low};
            if (mark != nullptr)  // as wide as body_marks draws it
                wish.wanted.mark_px =
                    std::max(mark->uncertainty_mm * pane.eye.px_per_mm(p->z),
                             (mark->selected ? 9.0f : 7.0f) * pane.point_px);
            if (mark == nullptr || label.strong)
                wish.wanted.reach_px =
                    std::max(mark_reach * pane.point_px, 1.6f * wish.wanted.mark_px);
        }
        wishes.push_back(std::move(wish));
    }
    if (grid.size.x > 0) {
        if (pane.frame.moving)
            follow(wishes, pane, grid);
        else
            find_anchors(wishes, pane, grid);
    }
    return wishes;
}

void Labeller::find_anchors(std::vector<Wish>& wishes, const Pane& pane,
                            const VisibleGrid& grid) const
{
    const glm::vec2 low(pane.part.from_px), size(pane.part.size_px);
    for (const float margin : margins) {
        const int from = static_cast<int>(margin * static_cast<float>(grid.size.x));
        const std::vector<VisiblePatch> patches = visible_patches(grid, from, grid.size.x - from);
        for (Wish& wish : wishes) {
            std::vector<const VisiblePatch*> shown;
            for (const std::uint32_t structure : wish.label->structures)
                if (const VisiblePatch* patch = patch_of(patches, structure))
                    shown.push_back(patch);
            std::stable_sort(shown.begin(), shown.end(),
                             [](const VisiblePatch* a, const VisiblePatch* b) {
                                 return a->cells > b->cells;
                             });
            for (const VisiblePatch* patch : shown) {
                if (static_cast<float>(patch->cells) <
                    least_share_of_widest * static_cast<float>(shown.front()->cells))
                    break;
                // What fills the picture is named before what is seen in a corner.
                if (wish.ends.empty())
                    wish.wanted.importance += std::log10(static_cast<float>(patch->cells));
                wish.wanted.anchors.push_back(low + grid.middle_of(patch->best) * size);
                wish.ends.emplace_back(patch->structure, patch->best);
            }
        }
    }
}

void Labeller::follow(std::vector<Wish>& wishes, const Pane& pane, const VisibleGrid& grid) const
{
    for (Wish& wish : wishes) {
        const auto kept = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) {
            const auto& all = wish.label->structures;
            return k.text == wish.label->text &&
                   std::find(all.begin(), all.end(), k.structure) != all.end();
        });
        if (kept == kept_.end())
            continue;
        const auto p = pane.eye.project(kept->place_mm);
        if (p && shows_near(grid, glm::vec2(*p) / pane.eye.picture_px, kept->structure))
            wish.wanted.anchors = {glm::vec2(pane.part.from_px) + glm::vec2(*p)};
    }
}

void Labeller::keep(const std::vector<Wish>& wishes, const std::vector<SetLabel>& set,
                    const Pane& pane, const VisibleGrid& grid)
{
    kept_.clear();
    for (const SetLabel& label : set) {
        const Wish& wish = wishes[label.wanted];
        const std::vector<glm::vec2>& anchors = wish.wanted.anchors;
        const auto at = std::find(anchors.begin(), anchors.end(), label.anchor) - anchors.begin();
        if (static_cast<std::size_t>(at) >= wish.ends.size())
            continue;
        const auto& [structure, cell] = wish.ends[static_cast<std::size_t>(at)];
        kept_.push_back({wish.label->text, structure,
                         pane.eye.place(grid.middle_of(cell) * pane.eye.picture_px,
                                        grid.mm[grid.at(cell)])});
    }
}

void Labeller::add(MarkList& list, Fonts& fonts, const Pane& pane, std::vector<PageBox> taken)
{
    const scene::Frame& frame = pane.frame;
    Ink ink(list, fonts, frame.palette, pane.point_px);
    LabelPage page;
    page.edge = edge_of(pane);
    page.taken = std::move(taken);
    page.point_px = pane.point_px;
    for (const scene::CornerText& corner : frame.corner_texts)
        if (corner.second == pane.second)
            add_corner(ink, corner, page.edge, page.taken);
    if (frame.labels.empty())
        return;

    const VisibleGrid grid = visible_.read(frame, pane.eye, pane.body);
    const glm::vec2 low(pane.part.from_px), size(pane.part.size_px);
    page.body_low_px = page.body_high_px = low.x + size.x / 2;
    if (grid.body_from < grid.body_to) {
        const float per_cell = size.x / static_cast<float>(grid.size.x);
        page.body_low_px = low.x + per_cell * static_cast<float>(grid.body_from);
        page.body_high_px = low.x + per_cell * static_cast<float>(grid.body_to);
    }
    if (frame.keep_free)
        if (const auto p = pane.eye.project(frame.keep_free->centre_mm))
            page.keep_free = {{glm::vec2(*p) + low,
                               frame.keep_free->radius_mm * pane.eye.px_per_mm(p->z)}};

    const std::vector<Wish> wished = wishes(fonts, pane, grid);
    std::vector<WantedLabel> wanted;
    for (const Wish& wish : wished)
        wanted.push_back(wish.wanted);
    const std::vector<SetLabel> set = lay_out_labels(wanted, page);
    if (!frame.moving)
        keep(wished, set, pane, grid);
    for (const SetLabel& label : set)
        draw_halo(ink, label);
    for (const SetLabel& label : set)
        draw(ink, label, wished[label.wanted].label->text, wished[label.wanted].size);
}

}  // namespace tpatlas::render
