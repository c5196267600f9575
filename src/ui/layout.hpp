// ui/layout.hpp: the fixed places of panels and picture in the window. Nothing overlaps from
// 640 x 480 interface units on; below the bar everything is panel or picture.
//
//   const float scale = ui::effective_scale(window, wished);
//   const ui::Layout layout = ui::layout_for(window, scale, {.hint = true});
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
    bool is_empty() const { return size.x <= 0 || size.y <= 0; }
    bool operator==(const Rectangle&) const = default;
};

// Where there is room for one beside the picture only.
enum class Column { muscles, layers, details };

struct Layout {
    Rectangle bar;       // top
    Rectangle muscles;   // left
    Rectangle layers;    // below the muscles
    Rectangle details;   // right, down to the bottom; sheets take its place
    Rectangle pressure;  // bottom; one line high until a point is selected
    Rectangle hint;      // the one dismissible line, above the picture; empty without it
    Rectangle notice;    // what the program said last, below the picture; empty without it
    Rectangle question;  // which muscle the lone mesh is, below the picture; empty without it
    Rectangle client;    // in client view: the controls at the bottom; else empty
    Rectangle picture;   // the rest
    bool compact = false;  // one column at a time: those of the others are empty
};

struct LayoutWish {
    bool hint = false;      // the hint line is there
    bool pressing = false;  // how the selected point is pressed is recorded: Pressure shows it
    bool layers = true;     // the Layers panel is open, not only its heading
    bool client = false;    // only the picture and its controls
    bool notice = false;    // something was said
    bool sheet = false;     // one is open: in a narrow window it has Pressure's room
    Column column = Column::muscles;
    bool question = false;    // what a lone mesh is, is asked
    bool users_body = false;  // what it lacks can be shown: a line more in Layers
};

// In interface units.
constexpr glm::vec2 smallest_window{640, 480};
constexpr float compact_below = 900;           // wide
constexpr float compact_client_below = 1100;  // client view's controls in two rows

// The wished scale, or less: so that the window, in its own units, holds the smallest one.
float effective_scale(glm::vec2 window, float wished);

// `window` in window units, `scale` the interface's.
Layout layout_for(glm::vec2 window, float scale, const LayoutWish& wish);

}  // namespace tpatlas::ui
