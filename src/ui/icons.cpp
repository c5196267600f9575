#include "ui/widgets.hpp"

#include <cmath>

namespace tpatlas::ui {

namespace {

// An arrow that turns back: three quarters of a circle with a head; mirrored for redo.
void draw_turn(ImDrawList& list, ImVec2 c, float s, ImU32 colour, float thick, float mirror)
{
    const float r = s * 0.30f;
    constexpr int steps = 20;
    for (int i = 0; i <= steps; ++i) {
        const float angle = -2.6f + 4.4f * static_cast<float>(i) / steps;
        list.PathLineTo(
            ImVec2(c.x + mirror * r * std::cos(angle), c.y + r * std::sin(angle) + s * 0.05f));
    }
    list.PathStroke(colour, 0, thick);
    const ImVec2 tip(c.x - mirror * s * 0.40f, c.y - s * 0.02f);
    list.AddTriangleFilled(ImVec2(tip.x - mirror * s * 0.04f, tip.y - s * 0.30f),
                           ImVec2(tip.x - mirror * s * 0.02f, tip.y + s * 0.04f),
                           ImVec2(tip.x + mirror * s * 0.30f, tip.y - s * 0.06f), colour);
}

void draw_home(ImDrawList& list, ImVec2 c, float s, ImU32 colour, float thick)
{
    const ImVec2 roof[3] = {{c.x - s * 0.40f, c.y - s * 0.02f},
                            {c.x, c.y - s * 0.38f},
                            {c.x + s * 0.40f, c.y - s * 0.02f}};
    list.AddPolyline(roof, 3, colour, 0, thick);
    const ImVec2 walls[4] = {{c.x - s * 0.27f, c.y - s * 0.08f},
                             {c.x - s * 0.27f, c.y + s * 0.34f},
                             {c.x + s * 0.27f, c.y + s * 0.34f},
                             {c.x + s * 0.27f, c.y - s * 0.08f}};
    list.AddPolyline(walls, 4, colour, 0, thick);
}

void draw_step(ImDrawList& list, ImVec2 c, float s, ImU32 colour, float way)
{
    list.AddTriangleFilled(ImVec2(c.x - way * s * 0.26f, c.y - s * 0.30f),
                           ImVec2(c.x - way * s * 0.26f, c.y + s * 0.30f),
                           ImVec2(c.x + way * s * 0.18f, c.y), colour);
    list.AddRectFilled(ImVec2(c.x + way * s * 0.22f - s * 0.05f, c.y - s * 0.30f),
                       ImVec2(c.x + way * s * 0.22f + s * 0.05f, c.y + s * 0.30f), colour);
}

// In shares of the square's edge, from its middle.
class Pen {
public:
    Pen(ImDrawList& list, ImVec2 centre, float size, ImU32 colour)
        : list_(list), centre_(centre), size_(size), colour_(colour), thick_(size * 0.095f)
    {
    }
    ImVec2 at(float x, float y) const { return {centre_.x + x * size_, centre_.y + y * size_}; }
    void line(float x0, float y0, float x1, float y1) const
    {
        list_.AddLine(at(x0, y0), at(x1, y1), colour_, thick_);
    }
    void box(float x0, float y0, float x1, float y1, float round) const
    {
        list_.AddRect(at(x0, y0), at(x1, y1), colour_, round * size_, 0, thick_);
    }
    void filled_box(float x0, float y0, float x1, float y1, float round) const
    {
        list_.AddRectFilled(at(x0, y0), at(x1, y1), colour_, round * size_);
    }
    void ring(float x, float y, float r) const
    {
        list_.AddCircle(at(x, y), r * size_, colour_, 24, thick_);
    }
    void dot(float x, float y, float r) const
    {
        list_.AddCircleFilled(at(x, y), r * size_, colour_, 16);
    }
    void arc(float x, float y, float r, float from, float to) const
    {
        list_.PathArcTo(at(x, y), r * size_, from, to, 20);
        list_.PathStroke(colour_, 0, thick_);
    }
    template <std::size_t n>
    void path(const float (&points)[n][2], bool closed) const
    {
        for (const auto& p : points)
            list_.PathLineTo(at(p[0], p[1]));
        list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : 0, thick_);
    }

private:
    ImDrawList& list_;
    ImVec2 centre_;
    float size_;
    ImU32 colour_;
    float thick_;
};

void draw_settings(const Pen& pen)  // three sliders
{
    constexpr float knobs[3][2] = {{0.16f, -0.28f}, {-0.16f, 0}, {0.10f, 0.28f}};
    for (const auto& knob : knobs) {
        pen.line(-0.42f, knob[1], 0.42f, knob[1]);
        pen.dot(knob[0], knob[1], 0.13f);
    }
}

void draw_keys(const Pen& pen)
{
    pen.box(-0.46f, -0.30f, 0.46f, 0.30f, 0.09f);
    for (const float x : {-0.25f, 0.0f, 0.25f})
        pen.dot(x, -0.09f, 0.065f);
    pen.line(-0.22f, 0.12f, 0.22f, 0.12f);
}

void draw_capture(const Pen& pen)  // a camera
{
    pen.box(-0.46f, -0.24f, 0.46f, 0.36f, 0.09f);
    pen.filled_box(-0.18f, -0.36f, 0.18f, -0.22f, 0.04f);
    pen.ring(0, 0.06f, 0.17f);
}

void draw_client(const Pen& pen)  // one person
{
    pen.ring(0, -0.20f, 0.19f);
    pen.arc(0, 0.44f, 0.36f, 3.35f, 6.07f);
}

void draw_body(const Pen& pen)  // one standing, its arms a little away
{
    pen.dot(0, -0.36f, 0.11f);
    pen.line(0, -0.20f, 0, 0.10f);
    const float arms[3][2] = {{-0.30f, 0.08f}, {0, -0.16f}, {0.30f, 0.08f}};
    pen.path(arms, false);
    const float legs[3][2] = {{-0.19f, 0.46f}, {0, 0.08f}, {0.19f, 0.46f}};
    pen.path(legs, false);
}

void draw_layers(const Pen& pen)
{
    const float sheet[4][2] = {{0, -0.42f}, {0.42f, -0.18f}, {0, 0.06f}, {-0.42f, -0.18f}};
    pen.path(sheet, true);
    const float below[3][2] = {{-0.42f, 0.04f}, {0, 0.28f}, {0.42f, 0.04f}};
    pen.path(below, false);
    const float last[3][2] = {{-0.42f, 0.20f}, {0, 0.44f}, {0.42f, 0.20f}};
    pen.path(last, false);
}

void draw_lines(const Pen& pen, bool dotted)
{
    for (const float y : {-0.28f, 0.0f, 0.28f}) {
        if (dotted)
            pen.dot(-0.36f, y, 0.07f);
        pen.line(dotted ? -0.18f : -0.40f, y, !dotted && y > 0.1f ? 0.12f : 0.42f, y);
    }
}

void draw_folder(const Pen& pen)
{
    const float outline[6][2] = {{-0.44f, 0.34f},  {-0.44f, -0.32f}, {-0.14f, -0.32f},
                                 {-0.02f, -0.18f}, {0.44f, -0.18f},  {0.44f, 0.34f}};
    pen.path(outline, true);
}

void draw_file(const Pen& pen)
{
    const float outline[5][2] = {
        {-0.30f, 0.42f}, {-0.30f, -0.42f}, {0.10f, -0.42f}, {0.30f, -0.20f}, {0.30f, 0.42f}};
    pen.path(outline, true);
}

void draw_drawn(const Pen& pen, Icon icon)
{
    switch (icon) {
    case Icon::capture: return draw_capture(pen);
    case Icon::client: return draw_client(pen);
    case Icon::scenes: return draw_folder(pen);
    case Icon::settings: return draw_settings(pen);
    case Icon::keys: return draw_keys(pen);
    case Icon::muscles: return draw_lines(pen, true);
    case Icon::layers: return draw_layers(pen);
    case Icon::details: return draw_lines(pen, false);
    case Icon::file: return draw_file(pen);
    case Icon::body: return draw_body(pen);
    case Icon::copy:
        pen.box(-0.38f, -0.40f, 0.14f, 0.20f, 0.07f);
        return pen.box(-0.14f, -0.18f, 0.38f, 0.42f, 0.07f);
    case Icon::down: {
        const float v[3][2] = {{-0.22f, -0.10f}, {0, 0.13f}, {0.22f, -0.10f}};
        return pen.path(v, false);
    }
    case Icon::up: {
        const float arrow[3][2] = {{-0.26f, -0.08f}, {0, -0.34f}, {0.26f, -0.08f}};
        pen.path(arrow, false);
        return pen.line(0, -0.32f, 0, 0.36f);
    }
    case Icon::check: {
        const float v[3][2] = {{-0.30f, 0.02f}, {-0.08f, 0.25f}, {0.32f, -0.24f}};
        return pen.path(v, false);
    }
    default: return;
    }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 c, float s, ImU32 colour)
{
    const float thick = s * 0.10f;
    switch (icon) {
    case Icon::play:
        list.AddTriangleFilled(ImVec2(c.x - s * 0.24f, c.y - s * 0.34f),
                               ImVec2(c.x - s * 0.24f, c.y + s * 0.34f),
                               ImVec2(c.x + s * 0.34f, c.y), colour);
        break;
    case Icon::pause:
        for (const float x : {-0.17f, 0.17f})
            list.AddRectFilled(ImVec2(c.x + (x - 0.09f) * s, c.y - s * 0.32f),
                               ImVec2(c.x + (x + 0.09f) * s, c.y + s * 0.32f), colour, s * 0.04f);
        break;
    case Icon::step_back:
        draw_step(list, c, s, colour, -1);
        break;
    case Icon::step_forward:
        draw_step(list, c, s, colour, 1);
        break;
    case Icon::undo:
        draw_turn(list, c, s, colour, thick, 1);
        break;
    case Icon::redo:
        draw_turn(list, c, s, colour, thick, -1);
        break;
    case Icon::home:
        draw_home(list, c, s, colour, thick);
        break;
    case Icon::search:
        list.AddCircle(ImVec2(c.x - s * 0.08f, c.y - s * 0.08f), s * 0.26f, colour, 24, thick);
        list.AddLine(ImVec2(c.x + s * 0.12f, c.y + s * 0.12f),
                     ImVec2(c.x + s * 0.36f, c.y + s * 0.36f), colour, thick);
        break;
    case Icon::cross:
        list.AddLine(ImVec2(c.x - s * 0.24f, c.y - s * 0.24f),
                     ImVec2(c.x + s * 0.24f, c.y + s * 0.24f), colour, thick);
        list.AddLine(ImVec2(c.x + s * 0.24f, c.y - s * 0.24f),
                     ImVec2(c.x - s * 0.24f, c.y + s * 0.24f), colour, thick);
        break;
    default:
        draw_drawn(Pen(list, c, s, colour), icon);
    }
}

}  // namespace tpatlas::ui
