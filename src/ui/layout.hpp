// ui/layout.hpp: the fixed places of panels and picture in the window. Nothing overlaps from
// 1024 x 768 on; below the bar everything is panel or picture.
//
//   const ui::Layout layout = ui::layout_for({1280, 800}, 1.0f, {.hint = true});
#pragma once

#include <glm/vec2.hpp>

namespace tpatlas::ui {

struct Rectangle {
    glm::vec2 min{0};
    glm::vec2 size{0};

    glm::vec2 max() const { return min + size; }
    bool contains(glm::vec2 p) const
    {
        return p.x >= min.x && p.y >= min.y && p.x < max().x && p.y < max().y;
    }
    bool operator==(const Rectangle&) const = default;
};

struct Layout {
    Rectangle bar;      // top
    Rectangle muscles;  // left
    Rectangle layers;   // below the muscles
    Rectangle details;  // right, down to the bottom
    Rectangle
        pressure;    // bottom, below muscles and picture; one line high until a point is selected
    Rectangle hint;  // the one dismissible line, above the picture; empty without it
    Rectangle client;  // in client view: the line of controls at the bottom; else empty
    Rectangle picture;  // the rest
};

// `window` in window units, `scale` the interface's.
struct LayoutWish {
    bool hint = false;      // the hint line is there
    bool pressing = false;  // a point is selected: Pressure has something to show
    bool layers = true;     // the Layers panel is open, not only its heading
    bool client = false;    // only the picture and its line of controls
};

Layout layout_for(glm::vec2 window, float scale, const LayoutWish& wish);

}  // namespace tpatlas::ui
