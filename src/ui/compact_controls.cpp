#include "ui/compact_controls.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr float side_padding = 7;
constexpr float arrow_room = 14;

// Ground and text of the last item.
void draw_small(const PanelContext& context, const std::string& text, bool active, float room_right)
{
    const Colours& c = context.colours;
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const ImVec4& ground = active                    ? c.accent_soft
                           : ImGui::IsItemActive()  ? c.control_active
                           : ImGui::IsItemHovered() ? c.control_hover
                                                    : c.control;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(min, max, packed(ground), ImGui::GetStyle().FrameRounding);
    if (c.outline.w > 0)
        list.AddRect(min, max, packed(active ? c.accent : c.outline),
                     ImGui::GetStyle().FrameRounding, 0, context.px(1));
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    const float pad = context.px(side_padding);
    const float free = max.x - min.x - room_right;
    const float x = std::max(min.x + pad, min.x + (free - size.x) / 2 + (room_right > 0 ? 1 : 0));
    clipped_text(list,
                 ImVec2(std::round(x), std::round((min.y + max.y - size.y) / 2)),
                 max.x - room_right - pad / 2, packed(active ? c.accent : c.text), text);
}

bool small_pressable(const PanelContext& context, std::string_view label, float natural,
                     float width)
{
    const float line = std::max(context.px(24), context.width_left());
    return pressable(context, label,
                     ImVec2(width > 0 ? width : std::min(natural, line), context.px(small_height)));
}

}  // namespace

Flow::Flow(const PanelContext& context, float gap, float outdent_px)
    : context_(context), gap_px_(context.px(gap)), outdent_px_(outdent_px), start_(ImGui::GetCursorScreenPos()),
      x_(start_.x), y_(start_.y)
{
}

void Flow::place(float width)
{
    const float right =
        ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x - context_.inset;
    if (!first_ && x_ + width > right + 0.5f) {
        x_ = start_.x + width > right + 0.5f ? start_.x - outdent_px_ : start_.x;
        y_ += context_.px(small_height) + gap_px_;
    }
    first_ = false;
    ImGui::SetCursorScreenPos(ImVec2(x_, y_));
    x_ += width + gap_px_;
}

float small_width(const PanelContext& context, const std::string& text)
{
    ImGui::PushFont(context.fonts.small);
    const float width = std::ceil(ImGui::CalcTextSize(text.c_str()).x);
    ImGui::PopFont();
    return width + 2 * context.px(side_padding);
}

float opening_width(const PanelContext& context, const std::string& text)
{
    return small_width(context, text) + context.px(arrow_room);
}

bool small_button(const PanelContext& context, std::string_view label, const std::string& text,
                  bool active, float width)
{
    const bool pressed = small_pressable(context, label, small_width(context, text), width);
    ImGui::PushFont(context.fonts.small);
    draw_small(context, text, active, 0);
    ImGui::PopFont();
    return pressed;
}

bool opening_button(const PanelContext& context, std::string_view label, const std::string& text,
                    float width)
{
    const bool pressed = small_pressable(context, label, opening_width(context, text), width);
    const float room = context.px(arrow_room);
    ImGui::PushFont(context.fonts.small);
    draw_small(context, text, false, room);
    ImGui::PopFont();
    const ImVec2 max = ImGui::GetItemRectMax();
    draw_chevron(*ImGui::GetWindowDrawList(),
                 ImVec2(max.x - room, (ImGui::GetItemRectMin().y + max.y) / 2), context.px(7),
                 true, packed(context.colours.faint));
    return pressed;
}

void draw_chevron(ImDrawList& list, ImVec2 centre, float size, bool open, ImU32 colour)
{
    const float half = size / 2;
    const float quarter = size / 4;
    const ImVec2 a = open ? ImVec2(centre.x - half, centre.y - quarter)
                          : ImVec2(centre.x - quarter, centre.y - half);
    const ImVec2 b = open ? ImVec2(centre.x, centre.y + quarter)
                          : ImVec2(centre.x + quarter, centre.y);
    const ImVec2 c = open ? ImVec2(centre.x + half, centre.y - quarter)
                          : ImVec2(centre.x - quarter, centre.y + half);
    const ImVec2 points[3] = {a, b, c};
    list.AddPolyline(points, 3, colour, 0, std::max(1.2f, size / 5));
}

void clipped_text(ImDrawList& list, ImVec2 at, float right, ImU32 colour, const std::string& text)
{
    if (at.x + ImGui::CalcTextSize(text.c_str()).x <= right) {
        list.AddText(at, colour, text.c_str());
        return;
    }
    std::string cut = text;
    while (!cut.empty() && at.x + ImGui::CalcTextSize((cut + "…").c_str()).x > right) {
        while (cut.size() > 1 && (static_cast<unsigned char>(cut.back()) & 0xC0u) == 0x80u)
            cut.pop_back();  // whole characters
        cut.pop_back();
    }
    list.AddText(at, colour, (cut + "…").c_str());
}

}  // namespace tpatlas::ui
