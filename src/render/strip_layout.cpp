#include "render/strip_layout.hpp"

#include <algorithm>
#include <optional>

#include <glm/common.hpp>

namespace tpatlas::render {

namespace {

// At scale 1 the strip is this many units high: the sizes below are in units.
constexpr float units_high = 83;
constexpr float margin = 14, top_margin = 7, column_gap = 26, entry_gap = 22, symbol_gap = 7;
constexpr float title_size = 16, caption_size = 13, legend_size = 12.5f, note_size = 10.5f;
constexpr float line_height = 1.30f;  // of the type
constexpr float ascent = 0.95f;

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

class Attempt {
public:
    Attempt(const scene::Strip& strip, glm::vec2 size, float scale, const Measure& measure)
        : strip_(strip), size_(size), unit_(size.y / units_high * scale), measure_(measure)
    {
        layout_.scale = scale;
    }

    // In `columns` the legend stands at the right of title and caption.
    std::optional<StripLayout> made(bool columns)
    {
        const float left = margin * unit_, right = size_.x - margin * unit_;
        const bool beside = columns && !strip_.legend.empty();
        const float middle = beside ? left + (right - left) * 0.52f : right;
        float y = top_margin * unit_;
        y = lines(strip_.title, title_size, true, Tone::normal, left, middle, y);
        y = lines(strip_.caption, caption_size, false, Tone::normal, left, middle, y);
        if (beside)
            y = std::max(y, legend(middle + column_gap * unit_, right, top_margin * unit_));
        else
            y = legend(left, right, y + 2 * unit_);
        y = foot(left, right, y);
        fits_ = fits_ && y <= size_.y - 2 * unit_;
        return fits_ ? std::optional(layout_) : std::nullopt;
    }

    StripLayout whatever_it_is() const { return layout_; }

private:
    void put(const std::string& text, float size, bool strong, Tone tone, glm::vec2 top_left)
    {
        layout_.texts.push_back({text, {top_left.x, top_left.y + size * unit_ * ascent},
                                 width(text, size, strong), size * unit_, strong, tone});
    }

    float width(const std::string& text, float size, bool strong) const
    {
        return measure_(text, size * unit_, strong);
    }

    // Broken between words; the y below the last line.
    float lines(const std::string& text, float size, bool strong, Tone tone, float left,
                float right, float y)
    {
        std::string line;
        for (const std::string& word : words_of(text)) {
            const std::string longer = line.empty() ? word : line + " " + word;
            if (!line.empty() && left + width(longer, size, strong) > right) {
                put(line, size, strong, tone, {left, y});
                y += size * line_height * unit_;
                line = word;
            } else
                line = longer;
        }
        if (line.empty())
            return y;
        fits_ = fits_ && left + width(line, size, strong) <= right;
        put(line, size, strong, tone, {left, y});
        return y + size * line_height * unit_;
    }

    static float symbol_half_width(scene::Symbol symbol)
    {
        switch (symbol) {
        case scene::Symbol::taut_band:
        case scene::Symbol::arrow:
            return 13;
        case scene::Symbol::essential:
        case scene::Symbol::spillover:
            return 10;
        case scene::Symbol::no_press:
        case scene::Symbol::no_press_only:
        case scene::Symbol::no_press_care:
            return 10;
        case scene::Symbol::disc:
            break;
        }
        return 7.5f;
    }

    float legend(float left, float right, float y)
    {
        if (strip_.legend.empty())
            return y;
        const float row = legend_size * 1.45f * unit_;
        float x = left;
        for (const scene::LegendEntry& entry : strip_.legend) {
            const float half = symbol_half_width(entry.symbol) * unit_;
            const float text_left = 2 * half + symbol_gap * unit_;
            const float whole = text_left + width(entry.text, legend_size, false);
            if (x > left && x + whole > right) {
                x = left;
                y += row;
            }
            fits_ = fits_ && x + whole <= right;
            layout_.symbols.push_back({entry.symbol, {x + half, y + row / 2}, {half, 7.5f * unit_}});
            put(entry.text, legend_size, false, Tone::normal,
                {x + text_left, y + (row - legend_size * 1.2f * unit_) / 2});
            x += whole + entry_gap * unit_;
        }
        return y + row;
    }

    // Note and attribution at the foot of the strip, side by side or one over the other.
    float foot(float left, float right, float y)
    {
        const float row = note_size * line_height * unit_;
        const float note = width(strip_.note, note_size, false);
        const float source = width(strip_.attribution, note_size, false);
        const bool one_row = left + note + column_gap * unit_ + source <= right ||
                             strip_.note.empty() || strip_.attribution.empty();
        fits_ = fits_ && left + std::max(note, source) <= right;
        const float low = size_.y - (top_margin - 2) * unit_;
        if (!strip_.note.empty())
            put(strip_.note, note_size, false, Tone::faint, {left, low - row * (one_row ? 1 : 2)});
        if (!strip_.attribution.empty())
            put(strip_.attribution, note_size, false, Tone::faint,
                {one_row && !strip_.note.empty() ? right - source : left, low - row});
        const bool any = !strip_.note.empty() || !strip_.attribution.empty();
        return y + (any ? row * (one_row ? 1 : 2) + (top_margin - 3) * unit_ : 0);
    }

    const scene::Strip& strip_;
    glm::vec2 size_;
    float unit_;
    const Measure& measure_;
    StripLayout layout_;
    bool fits_ = true;
};

}  // namespace

StripLayout lay_out_strip(const scene::Strip& strip, glm::ivec2 size_px, const Measure& measure)
{
    constexpr float smallest = 0.35f;
    // A window says title and caption in its panels: what is left may be larger.
    const bool legend_alone = strip.title.empty() && strip.caption.empty();
    const float largest = legend_alone ? 1.6f : 1.0f;
    for (float scale = largest; scale >= smallest; scale *= 0.95f)
        for (const bool columns : {true, false}) {
            if (columns && legend_alone)
                continue;
            Attempt attempt(strip, glm::vec2(size_px), scale, measure);
            if (const auto layout = attempt.made(columns))
                return *layout;
        }
    Attempt last(strip, glm::vec2(size_px), smallest, measure);
    last.made(false);
    return last.whatever_it_is();
}

}  // namespace tpatlas::render
