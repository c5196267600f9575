#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace tpatlas::ui {

namespace {

constexpr float bar_height = 46;
constexpr float hint_height = 34;
constexpr float notice_height = 40;
// Two columns of guesses, or one.
constexpr float question_height = 238;
constexpr float narrow_question_height = 346;
constexpr float question_narrow_below = 540;
constexpr float largest_question = 0.55f;  // of the picture's room
constexpr float users_body_line = 29;

Layout client_layout(glm::vec2 window, float scale)
{
    // Two rows of controls where one is not wide enough.
    Layout layout;
    layout.compact = window.x < compact_client_below * scale;
    const float line = std::round((layout.compact ? 124.0f : 76.0f) * scale);
    layout.picture = {{0, 0}, {window.x, std::max(1.0f, window.y - line)}};
    layout.client = {{0, window.y - line}, {window.x, line}};
    return layout;
}

// What is left between `left` and `right`: hint, picture, notice.
void place_picture(Layout& layout, float left, float right, float bottom, float scale,
                   const LayoutWish& wish)
{
    const float top = layout.bar.max().y;
    const float width = std::max(1.0f, right - left);
    const float hint = wish.hint ? std::round(hint_height * scale) : 0;
    const float notice = wish.notice ? std::round(notice_height * scale) : 0;
    const float asked = scale * (width < question_narrow_below * scale ? narrow_question_height
                                                                       : question_height);
    const float question =
        wish.question
            ? std::round(std::min(asked, (bottom - notice - top - hint) * largest_question))
            : 0;
    layout.hint = {{left, top}, {width, hint}};
    layout.notice = {{left, bottom - notice}, {width, notice}};
    layout.question = {{left, bottom - notice - question}, {width, question}};
    layout.picture = {{left, top + hint},
                      {width, std::max(1.0f, bottom - notice - question - top - hint)}};
}

Layout compact_layout(glm::vec2 window, float scale, const LayoutWish& wish)
{
    Layout layout;
    layout.compact = true;
    layout.bar = {{0, 0}, {window.x, std::round(bar_height * scale)}};
    const float top = layout.bar.max().y;
    const float line = wish.sheet ? 0.0f : wish.pressing ? 184.0f : 46.0f;
    const float pressure = std::round(line * scale);
    const float bottom = std::max(top + 1, window.y - pressure);
    layout.pressure = {{0, bottom}, {window.x, window.y - bottom}};
    const float width = std::min(std::round(std::clamp(window.x * 0.4f, 256 * scale, 300 * scale)),
                                 window.x / 2);
    const Rectangle at_left{{0, top}, {width, bottom - top}};
    if (wish.column == Column::details) {
        layout.details = {{window.x - width, top}, {width, bottom - top}};
        place_picture(layout, 0, window.x - width, bottom, scale, wish);
        return layout;
    }
    (wish.column == Column::muscles ? layout.muscles : layout.layers) = at_left;
    place_picture(layout, width, window.x, bottom, scale, wish);
    return layout;
}

}  // namespace

float effective_scale(glm::vec2 window, float wished)
{
    const glm::vec2 most = window / smallest_window;
    if (std::min(most.x, most.y) >= wished)
        return wished;
    // In steps: fonts are not made anew at every pixel that a window shrinks.
    return std::max(0.5f, std::floor(std::min(most.x, most.y) * 20) / 20);
}

Layout layout_for(glm::vec2 window, float scale, const LayoutWish& wish)
{
    window = glm::max(window, glm::vec2(1));
    if (wish.client)
        return client_layout(window, scale);
    if (window.x < compact_below * scale)
        return compact_layout(window, scale, wish);
    const float bar = std::round(bar_height * scale);
    const float pressure = std::round((wish.pressing ? 208.0f : 46.0f) * scale);
    // Full width from 1280 on; narrower windows take from the panels before the picture.
    const float left = std::round(std::clamp(window.x * 0.235f, 236 * scale, 300 * scale));
    const float right = std::round(std::clamp(window.x * 0.297f, 300 * scale, 380 * scale));

    Layout layout;
    layout.bar = {{0, 0}, {window.x, bar}};
    const float column = std::max(1.0f, window.y - bar - pressure);
    // Where they are narrow, Layers' chips stand in one row more.
    const float chips = left < 290 * scale ? 244.0f : 214.0f;
    const float open = chips + (wish.users_body ? users_body_line : 0);
    const float layers = std::min(std::round((wish.layers ? open : 42.0f) * scale), column / 2);
    layout.muscles = {{0, bar}, {left, column - layers}};
    layout.layers = {{0, bar + column - layers}, {left, layers}};
    layout.details = {{window.x - right, bar}, {right, std::max(1.0f, window.y - bar)}};
    layout.pressure = {{0, window.y - pressure}, {std::max(1.0f, window.x - right), pressure}};
    place_picture(layout, left, window.x - right, window.y - pressure, scale, wish);
    return layout;
}

}  // namespace tpatlas::ui
