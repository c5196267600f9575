#include "render/label_column.hpp"

#include "render/page_geometry.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::render {

namespace {

// In points.
constexpr float body_gap = 26;   // from what is drawn to the texts
constexpr float stub = 9;        // of a line, level, at its text
constexpr float line_gap = 4;    // from text to line
constexpr float least_way = 18;  // from the texts to a line's end
constexpr float taken_gap = 6;

constexpr float line_spacing = 1.42f;  // of a text's height
constexpr float most_rise = 0.24f;     // of the page's height, of a line
constexpr float steepest = 1.5f;       // rise over way

struct Range {
    float low, high;
};

// Heights that lie at least `apart` from each other, in falling order, as near to the wanted ones
// as that allows: neighbours that touch are moved together about their mean.
std::vector<float> moved_apart(const std::vector<float>& wanted, float apart, Range range)
{
    struct Block {
        float sum;  // of where its first would have to be for each of its members
        int count;
        float first(Range r, float a) const
        {
            const float lowest = r.low + a * static_cast<float>(count - 1);
            return std::clamp(sum / static_cast<float>(count), std::min(lowest, r.high), r.high);
        }
    };
    std::vector<Block> blocks;
    for (const float height : wanted) {
        blocks.push_back({height, 1});
        while (blocks.size() > 1) {
            Block& upper = blocks[blocks.size() - 2];
            const Block& lower = blocks.back();
            const float length = apart * static_cast<float>(upper.count);
            if (upper.first(range, apart) - length >= lower.first(range, apart))
                break;
            upper.sum += lower.sum + length * static_cast<float>(lower.count);
            upper.count += lower.count;
            blocks.pop_back();
        }
    }
    std::vector<float> heights;
    for (const Block& block : blocks)
        for (int i = 0; i < block.count; ++i)
            heights.push_back(block.first(range, apart) - apart * static_cast<float>(i));
    return heights;
}

// What is left of the page's height for a column, beside corner texts.
Range range_of(const PageBox& column, const LabelPage& page, float text_height)
{
    const float middle = (page.edge.low.y + page.edge.high.y) / 2;
    const float gap = taken_gap * page.point_px;
    Range range{page.edge.low.y, page.edge.high.y};
    for (const PageBox& box : page.taken) {
        if (box.high.x + gap < column.low.x || box.low.x - gap > column.high.x)
            continue;
        if ((box.low.y + box.high.y) / 2 > middle)
            range.high = std::min(range.high, box.low.y - gap);
        else
            range.low = std::max(range.low, box.high.y + gap);
    }
    return {range.low + text_height / 2, range.high - text_height / 2};
}

// Each change of places makes the lines shorter in all, so that it ends; none where it does not.
bool uncross(std::vector<ColumnEntry>& entries, const std::vector<float>& heights, float knee)
{
    const std::size_t count = entries.size();
    for (std::size_t round = 0; round <= count * count; ++round) {
        bool crossed = false;
        for (std::size_t i = 0; i + 1 < count; ++i)
            for (std::size_t k = i + 1; k < count; ++k)
                if (segments_meet({knee, heights[i]}, entries[i].anchor, {knee, heights[k]},
                                  entries[k].anchor)) {
                    std::swap(entries[i], entries[k]);
                    crossed = true;
                }
        if (!crossed)
            return true;
    }
    return false;
}

// Where the texts begin, and how much room they take.
struct Measures {
    float outward = 1;  // to the right, -1 to the left
    float width = 0, height = 0;
    float start = 0;
    PageBox column;
};

Measures measures_of(const std::vector<ColumnEntry>& entries, ColumnSide side,
                     const LabelPage& page)
{
    Measures m;
    m.outward = side == ColumnSide::right ? 1.0f : -1.0f;
    for (const ColumnEntry& entry : entries) {
        m.width = std::max(m.width, entry.text_px.x);
        m.height = std::max(m.height, entry.text_px.y);
    }
    const float gap = body_gap * page.point_px;
    m.start = side == ColumnSide::right
                  ? std::min(page.edge.high.x - m.width, page.body_high_px + gap)
                  : std::max(page.edge.low.x + m.width, page.body_low_px - gap);
    m.column = page.edge;
    m.column.low.x = side == ColumnSide::right ? m.start : m.start - m.width;
    m.column.high.x = m.column.low.x + m.width;
    return m;
}

SetLabel label_at(const ColumnEntry& entry, float height, const Measures& m, float point_px)
{
    SetLabel label;
    label.wanted = entry.wanted;
    label.text.low = {m.outward > 0 ? m.start : m.start - entry.text_px.x,
                      height - entry.text_px.y / 2};
    label.text.high = label.text.low + entry.text_px;
    label.port = {m.start - m.outward * line_gap * point_px, height};
    label.knee = {label.port.x - m.outward * stub * point_px, height};
    label.anchor = entry.anchor;
    return label;
}

}  // namespace

std::optional<std::vector<SetLabel>> set_column(std::vector<ColumnEntry> entries, ColumnSide side,
                                                const LabelPage& page)
{
    if (entries.empty())
        return std::vector<SetLabel>{};
    const Measures m = measures_of(entries, side, page);
    for (const ColumnEntry& entry : entries)
        if ((m.start - entry.anchor.x) * m.outward < least_way * page.point_px)
            return std::nullopt;
    const Range range = range_of(m.column, page, m.height);
    const float apart = m.height * line_spacing;
    if (range.high - range.low < apart * static_cast<float>(entries.size() - 1))
        return std::nullopt;

    std::stable_sort(entries.begin(), entries.end(), [](const ColumnEntry& a,
                                                        const ColumnEntry& b) {
        return a.anchor.y != b.anchor.y ? a.anchor.y > b.anchor.y : a.anchor.x < b.anchor.x;
    });
    std::vector<float> wanted;
    for (const ColumnEntry& entry : entries)
        wanted.push_back(entry.anchor.y);
    const std::vector<float> heights = moved_apart(wanted, apart, range);
    const float knee = label_at(entries.front(), 0, m, page.point_px).knee.x;
    if (!uncross(entries, heights, knee))
        return std::nullopt;

    std::vector<SetLabel> set;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const float rise = std::abs(heights[i] - entries[i].anchor.y);
        if (rise > most_rise * (page.edge.high.y - page.edge.low.y) ||
            rise > steepest * std::abs(knee - entries[i].anchor.x))
            return std::nullopt;
        set.push_back(label_at(entries[i], heights[i], m, page.point_px));
    }
    return set;
}

}  // namespace tpatlas::render
