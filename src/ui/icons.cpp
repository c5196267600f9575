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
    }
}

}  // namespace tpatlas::ui
