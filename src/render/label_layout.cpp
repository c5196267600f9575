#include "render/label_layout.hpp"

#include "render/label_column.hpp"
#include "render/page_geometry.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// In points.
constexpr float text_gap = 4;
constexpr float line_gap = 3;
constexpr float dot_gap = 4;  // from a line to another one's end

// Of the page's width: the widest text, and the least that is left between the columns.
constexpr float widest = 0.44f;
constexpr float least_between = 0.26f;
// From the edge of what is drawn to what is named across its middle.
constexpr float farthest = 0.36f;
constexpr std::size_t few = 8;  // names, in a picture that is no plate of all

std::vector<std::size_t> by_importance(const std::vector<WantedLabel>& wanted)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return wanted[a].importance > wanted[b].importance;
    });
    return order;
}

class Layout {
public:
    Layout(const std::vector<WantedLabel>& wanted, const LabelPage& page)
        : wanted_(wanted), page_(page)
    {
    }

    std::vector<SetLabel> laid_out()
    {
        choose_split();
        const std::vector<std::size_t> order = by_importance(wanted_);
        for (const std::size_t i : order)
            if (wanted_[i].beside && !wanted_[i].anchors.empty())
                set_beside(i);
        for (const std::size_t i : order)
            if (!wanted_[i].beside && wanted_[i].text_px.x <= widest * page_width())
                add_to_columns(i);
        std::vector<SetLabel> all = beside_;
        for (const Column& column : columns_)
            all.insert(all.end(), column.set.begin(), column.set.end());
        return all;
    }

private:
    struct Column {
        std::vector<ColumnEntry> entries;
        std::vector<SetLabel> set;
    };

    float page_width() const { return page_.edge.high.x - page_.edge.low.x; }

    // One upright parts what is named to the left from what is named to the right, so that lines of
    // the two columns seldom want to cross. It is the middle of what is drawn, unless nearly all
    // lies to one side of it.
    void choose_split()
    {
        const float low = std::max(page_.edge.low.x, page_.body_low_px);
        const float high = std::min(page_.edge.high.x, page_.body_high_px);
        split_ = low < high ? (low + high) / 2 : (page_.edge.low.x + page_.edge.high.x) / 2;
        std::vector<float> places;
        std::size_t left = 0, right = 0;
        for (const WantedLabel& label : wanted_) {
            if (label.beside || label.anchors.empty())
                continue;
            ++names_;
            places.push_back(label.anchors.front().x);
            const auto is_left = [this](glm::vec2 anchor) { return anchor.x < split_; };
            left += std::any_of(label.anchors.begin(), label.anchors.end(), is_left);
            right += !std::all_of(label.anchors.begin(), label.anchors.end(), is_left);
        }
        if (std::max(left, right) <= 3 * std::min(left, right) + 3)
            return;
        const auto middle = places.begin() + static_cast<std::ptrdiff_t>(places.size() / 2);
        std::nth_element(places.begin(), middle, places.end());
        split_ = std::clamp(*middle, page_.edge.low.x + 0.3f * page_width(),
                            page_.edge.high.x - 0.3f * page_width());
    }

    bool over_face(const SetLabel& label) const
    {
        for (const PageDisc& disc : page_.keep_free) {
            if (box_meets_disc(label.text, disc, line_gap * page_.point_px))
                return true;
            if (!label.line || glm::distance(label.anchor, disc.centre) < disc.radius)
                continue;
            if (distance_to_segment(disc.centre, label.knee, label.anchor) < disc.radius ||
                distance_to_segment(disc.centre, label.port, label.knee) < disc.radius)
                return true;
        }
        return false;
    }

    bool text_has_room(const PageBox& text) const
    {
        const float gap = text_gap * page_.point_px;
        return lies_in(text, page_.edge) &&
               std::none_of(page_.taken.begin(), page_.taken.end(),
                            [&](const PageBox& box) { return text.meets(box, gap); });
    }

    // Whether the two can stand in one picture.
    bool agree(const SetLabel& a, const SetLabel& b) const
    {
        const float gap = line_gap * page_.point_px;
        if (a.text.meets(b.text, text_gap * page_.point_px))
            return false;
        for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
            if (!one->line)
                continue;
            if (segment_meets_box(one->knee, one->anchor, other->text, gap) ||
                segment_meets_box(one->port, one->knee, other->text, gap))
                return false;
            if (distance_to_segment(other->anchor, one->knee, one->anchor) <
                dot_gap * page_.point_px)
                return false;
        }
        return !a.line || !b.line ||
               !(segments_meet(a.knee, a.anchor, b.knee, b.anchor) ||
                 segments_meet(a.port, a.knee, b.knee, b.anchor) ||
                 segments_meet(b.port, b.knee, a.knee, a.anchor));
    }

    bool covers(const SetLabel& label, const PageDisc& disc) const
    {
        if (box_meets_disc(label.text, disc, 0))
            return true;
        if (!label.line)
            return false;
        // A mark may stand in a ring: its line has to leave that.
        const WantedLabel& own = wanted_[label.wanted];
        if (own.beside && glm::distance(label.anchor, disc.centre) < disc.radius + own.mark_px)
            return false;
        return distance_to_segment(disc.centre, label.knee, label.anchor) < disc.radius ||
               distance_to_segment(disc.centre, label.port, label.knee) < disc.radius;
    }

    bool covers_a_mark(const SetLabel& label) const
    {
        for (const PageDisc& disc : page_.obstacles)
            if (covers(label, disc))
                return true;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            const WantedLabel& other = wanted_[i];
            if (!other.beside || other.anchors.empty())
                continue;
            const PageDisc mark{other.anchors.front(), other.mark_px};
            if (i == label.wanted ? box_meets_disc(label.text, mark, 0) : covers(label, mark))
                return true;
        }
        return false;
    }

    void set_beside(std::size_t index)
    {
        const WantedLabel& label = wanted_[index];
        const glm::vec2 anchor = label.anchors.front();
        const float side = anchor.x < split_ ? -1.0f : 1.0f;
        constexpr std::array<glm::vec2, 8> ways{{{0.80f, -0.60f}, {0.80f, 0.60f}, {1, 0},
                                                 {-0.80f, -0.60f}, {-0.80f, 0.60f}, {-1, 0},
                                                 {0, 1}, {0, -1}}};
        const float away = std::max(label.reach_px, label.mark_px + 2 * page_.point_px);
        for (const float longer : {1.0f, 1.45f, 2.0f}) {
            for (const glm::vec2 way : ways) {
                const SetLabel set = beside_at(index, {way.x * side, way.y}, away * longer);
                const bool agrees =
                    std::all_of(beside_.begin(), beside_.end(),
                                [&](const SetLabel& other) { return agree(set, other); });
                if (agrees && text_has_room(set.text) && !over_face(set) && !covers_a_mark(set)) {
                    beside_.push_back(set);
                    return;
                }
            }
            if (label.reach_px <= 0)
                return;
        }
    }

    SetLabel beside_at(std::size_t index, glm::vec2 way, float away) const
    {
        const WantedLabel& label = wanted_[index];
        SetLabel set;
        set.wanted = index;
        set.anchor = label.anchors.front();
        set.line = label.reach_px > 0;
        const glm::vec2 end = set.anchor + way * away;
        const glm::vec2 half = label.text_px / 2.0f;
        // The text begins where the line ends; above and below it is centred. Without a line its
        // corner is there.
        const bool by_height = way.x == 0 || (!set.line && way.y != 0);
        const glm::vec2 centre(end.x + (way.x == 0 ? 0 : way.x > 0 ? half.x : -half.x),
                               end.y + (by_height ? (way.y > 0 ? half.y : -half.y) : 0));
        set.text = {centre - half, centre + half};
        const float back = 3 * page_.point_px;
        set.port = end - (way.x == 0 ? glm::vec2(0, way.y > 0 ? back : -back)
                                     : glm::vec2(way.x > 0 ? back : -back, 0));
        set.knee = set.port;
        return set;
    }

    bool holds(const std::vector<SetLabel>& set, const Column& other) const
    {
        for (std::size_t i = 0; i < set.size(); ++i) {
            if (!text_has_room(set[i].text) || over_face(set[i]) || covers_a_mark(set[i]))
                return false;
            for (std::size_t k = i + 1; k < set.size(); ++k)
                if (!agree(set[i], set[k]))
                    return false;
            for (const auto* others : {&beside_, &other.set})
                for (const SetLabel& label : *others)
                    if (!agree(set[i], label))
                        return false;
        }
        return true;
    }

    bool leaves_room_between(const std::vector<SetLabel>& set, const Column& other) const
    {
        // Where the body is slender they may stand nearer, on either side of it.
        const float least = std::min(least_between * page_width(),
                                     page_.body_high_px - page_.body_low_px);
        return other.set.empty() || set.empty() ||
               std::abs(set.front().port.x - other.set.front().port.x) > least;
    }

    bool try_column(std::size_t side, std::size_t index, glm::vec2 anchor)
    {
        Column& column = columns_[side];
        const Column& other = columns_[1 - side];
        if (column.entries.size() >= most_labels_a_column)
            return false;
        std::vector<ColumnEntry> entries = column.entries;
        entries.push_back({index, wanted_[index].text_px, anchor});
        const auto set =
            set_column(entries, side == 0 ? ColumnSide::left : ColumnSide::right, page_);
        if (!set || !leaves_room_between(*set, other) || !holds(*set, other))
            return false;
        column.entries = std::move(entries);
        column.set = *set;
        return true;
    }

    // Into the emptier column where what it names lies on both sides.
    void add_to_columns(std::size_t index)
    {
        const std::size_t emptier =
            columns_[1].entries.size() < columns_[0].entries.size() ? 1u : 0u;
        for (const std::size_t side : {emptier, 1 - emptier})
            for (const glm::vec2 anchor : wanted_[index].anchors)
                if ((anchor.x < split_ ? 0u : 1u) == side && try_column(side, index, anchor))
                    return;
        // Else to the other side, if it is not far and few lines stand there.
        if (names_ > few)
            return;
        for (const glm::vec2 anchor : wanted_[index].anchors) {
            const std::size_t side = anchor.x < split_ ? 1u : 0u;
            const float edge = side == 0 ? std::max(page_.edge.low.x, page_.body_low_px)
                                         : std::min(page_.edge.high.x, page_.body_high_px);
            if (std::abs(anchor.x - edge) < farthest * page_width() &&
                try_column(side, index, anchor))
                return;
        }
    }

    const std::vector<WantedLabel>& wanted_;
    const LabelPage& page_;
    float split_ = 0;
    std::size_t names_ = 0;  // that could stand in the columns
    std::vector<SetLabel> beside_;
    std::array<Column, 2> columns_;
};

}  // namespace

std::vector<SetLabel> lay_out_labels(const std::vector<WantedLabel>& wanted, const LabelPage& page)
{
    return Layout(wanted, page).laid_out();
}

}  // namespace tpatlas::render
