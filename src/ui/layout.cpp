#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace tpatlas::ui {

Layout layout_for(glm::vec2 window, float scale, const LayoutWish& wish)
{
    window = glm::max(window, glm::vec2(1));
    if (wish.client) {
        const float line = std::round(76 * scale);
        Layout layout;
        layout.picture = {{0, 0}, {window.x, std::max(1.0f, window.y - line)}};
        layout.client = {{0, window.y - line}, {window.x, line}};
        return layout;
    }
    const float bar = std::round(46 * scale);
    const float bottom = std::round((wish.pressing ? 208.0f : 46.0f) * scale);
    // Full width from 1280 on; narrower windows take from the panels before the picture.
    const float left = std::round(std::clamp(window.x * 0.235f, 236 * scale, 300 * scale));
    const float right = std::round(std::clamp(window.x * 0.297f, 300 * scale, 380 * scale));
    const float hint = wish.hint ? std::round(34 * scale) : 0;

    Layout layout;
    layout.bar = {{0, 0}, {window.x, bar}};
    const float column = std::max(1.0f, window.y - bar - bottom);
    const float layers = std::min(std::round((wish.layers ? 214.0f : 42.0f) * scale), column / 2);
    layout.muscles = {{0, bar}, {left, column - layers}};
    layout.layers = {{0, bar + column - layers}, {left, layers}};
    layout.details = {{window.x - right, bar}, {right, std::max(1.0f, window.y - bar)}};
    layout.pressure = {{0, window.y - bottom}, {std::max(1.0f, window.x - right), bottom}};
    const float width = std::max(1.0f, window.x - left - right);
    layout.hint = {{left, bar}, {width, hint}};
    layout.picture = {{left, bar + hint}, {width, std::max(1.0f, window.y - bar - bottom - hint)}};
    return layout;
}

}  // namespace tpatlas::ui
