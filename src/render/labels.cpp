#include "render/labels.hpp"

#include "render/label_ink.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// In points.
constexpr float edge_margin = 8;
constexpr float mark_reach = 76;    // of the line to a selected point's name

// Where the columns cover what is drawn, lines end farther in: of the width, from either side.
constexpr float margins[] = {0.0f, 0.17f, 0.31f};

// Of a name's several structures those are pointed to that show nearly as much as the widest.
constexpr float least_share_of_widest = 0.55f;

// What shows less of itself than this, through a gap, is not what one sees there.
constexpr float least_share_of_box = 0.02f;

constexpr int beads = 8;  // of an arrow

PageBox edge_of(const Labeller::Pane& pane)
{
    const glm::vec2 low(pane.part.from_px), high = low + glm::vec2(pane.part.size_px);
    const float margin = edge_margin * pane.point_px;
    return {low + margin, high - margin};
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

// How much of the box that a structure lies in is within the picture, in cells; 0: nothing.
float cells_of(const Box& box, const Eye& eye, const VisibleGrid& grid)
{
    glm::vec2 low(1e9f), high(-1e9f);
    for (int corner = 0; corner < 8; ++corner) {
        const auto p = eye.project({(corner & 1) ? box.max.x : box.min.x,
                                    (corner & 2) ? box.max.y : box.min.y,
                                    (corner & 4) ? box.max.z : box.min.z});
        if (!p)
            return 0;
        const glm::vec2 at = glm::clamp(glm::vec2(*p) / eye.picture_px, 0.0f, 1.0f);
        low = glm::min(low, at);
        high = glm::max(high, at);
    }
    const glm::vec2 size = glm::max(high - low, 0.0f) * glm::vec2(grid.size);
    return size.x * size.y;
}

// A point's target ring, and the arrow, as beads.
std::vector<PageDisc> obstacles_of(const scene::Frame& frame, const Eye& eye, glm::vec2 low)
{
    std::vector<PageDisc> discs;
    const auto add = [&](glm::vec3 place, float radius_mm) {
        if (const auto p = eye.project(place))
            discs.push_back({glm::vec2(*p) + low, radius_mm * eye.px_per_mm(p->z)});
    };
    if (frame.target && frame.target->strength > 0)
        add(frame.target->centre_mm, frame.target->radius_mm);
    if (frame.arrow)
        for (int bead = 0; bead <= beads; ++bead)
            add(glm::mix(frame.arrow->from_mm, frame.arrow->to_mm,
                         static_cast<float>(bead) / static_cast<float>(beads)),
                1.6f * frame.arrow->width_mm);
    return discs;
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

std::vector<Labeller::Wish> Labeller::wishes(LabelInk& ink, const Pane& pane,
                                             const VisibleGrid& grid) const
{
    const glm::vec2 low(pane.part.from_px);
    std::vector<Wish> wishes;
    for (const scene::Label& label : pane.frame.labels) {
        Wish wish;
        wish.label = &label;
        wish.size = {text_px(label.size_points, pane.point_px), label.strong};
        wish.wanted.text_px = ink.size_px(label.text, wish.size);
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
            if (mark == nullptr || mark->selected)
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
                    if (static_cast<float>(patch->cells) >=
                        least_share_of_box * cells_of(boxes_[structure], pane.eye, grid))
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
                for (const glm::ivec2 cell : patch->places) {
                    wish.wanted.anchors.push_back(low + grid.middle_of(cell) * size);
                    wish.ends.emplace_back(patch->structure, cell);
                }
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

void Labeller::measure(const scene::Frame& frame)
{
    if (measured_ == frame.surfaces)
        return;
    measured_ = frame.surfaces;
    boxes_.assign(measured_ ? measured_->ranges.size() : 0, Box{});
    for (std::size_t number = 0; number < boxes_.size(); ++number) {
        const SurfaceRange& range = measured_->ranges[number];
        for (std::uint32_t i = 0; i < range.vertex_count; ++i)
            boxes_[number].include(measured_->mesh.positions[range.first_vertex + i]);
    }
}

void Labeller::add(MarkList& list, Fonts& fonts, const Pane& pane, std::vector<PageBox> taken)
{
    const scene::Frame& frame = pane.frame;
    LabelInk ink(list, fonts, frame.palette, pane.point_px);
    LabelPage page;
    page.edge = edge_of(pane);
    page.taken = std::move(taken);
    page.point_px = pane.point_px;
    for (const scene::CornerText& corner : frame.corner_texts)
        if (corner.second == pane.second)
            ink.corner(corner, page.edge, page.taken);
    if (frame.labels.empty())
        return;

    measure(frame);
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

    page.obstacles = obstacles_of(frame, pane.eye, low);
    const std::vector<Wish> wished = wishes(ink, pane, grid);
    std::vector<WantedLabel> wanted;
    for (const Wish& wish : wished)
        wanted.push_back(wish.wanted);
    const std::vector<SetLabel> set = lay_out_labels(wanted, page);
    if (!frame.moving)
        keep(wished, set, pane, grid);
    for (const SetLabel& label : set)
        ink.halo(label, wished[label.wanted].wanted.mark_px);
    for (const SetLabel& label : set)
        ink.line(label, wished[label.wanted].wanted.mark_px);
    for (const SetLabel& label : set)
        ink.text(wished[label.wanted].label->text, label.text, wished[label.wanted].size);
}

}  // namespace tpatlas::render
