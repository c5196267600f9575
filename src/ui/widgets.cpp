#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::ui {

namespace {

ImVec2 middle_of_last_item()
{
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    return {(min.x + max.x) / 2, (min.y + max.y) / 2};
}

std::string hidden_id(std::string_view label)
{
    return "##" + std::string(label);
}

// A pressable with our ground.
bool ground_button(const PanelContext& context, std::string_view label, ImVec2 size,
                   const ImVec4& rest, const ImVec4& hover, const ImVec4& held,
                   bool enabled = true)
{
    const bool clicked = pressable(context, label, size, enabled);
    const ImVec4& colour = ImGui::IsItemActive() ? held : ImGui::IsItemHovered() ? hover : rest;
    ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                              packed(colour, ImGui::GetStyle().Alpha),
                                              ImGui::GetStyle().FrameRounding);
    if (context.colours.outline.w > 0 && rest.w > 0)
        ImGui::GetWindowDrawList()->AddRect(
            ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
            packed(context.colours.outline, ImGui::GetStyle().Alpha),
            ImGui::GetStyle().FrameRounding, 0, context.px(1.5f));
    return clicked;
}

// Where the last item was drawn, the ring that says: the keyboard is here. Over everything, since
// the caller draws the control's ground only now.
void focus_ring(const PanelContext& context)
{
    const float gap = context.px(2);
    const float room = context.px(4);
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.PushClipRect(ImVec2(at.x - room, at.y - room),
                      ImVec2(at.x + size.x + room, at.y + size.y + room));
    list.AddRect(ImVec2(min.x - gap, min.y - gap), ImVec2(max.x + gap, max.y + gap),
                 packed(context.colours.accent), ImGui::GetStyle().FrameRounding + gap, 0,
                 context.px(2));
    list.PopClipRect();
}

// The last item comes into the sight of its window.
void reveal_last_item()
{
    const float top = ImGui::GetWindowPos().y;
    const float bottom = top + ImGui::GetWindowSize().y;
    const float room = ImGui::GetTextLineHeight();
    if (ImGui::GetScrollMaxY() <= 0)
        return;
    if (ImGui::GetItemRectMin().y < top + room)
        ImGui::SetScrollHereY(0.1f);
    else if (ImGui::GetItemRectMax().y > bottom - room)
        ImGui::SetScrollHereY(0.9f);
}

}  // namespace

void begin_panel(const char* name, const Rectangle& place, const PanelContext& context,
                 ImVec2 padding)
{
    context.focus.begin_panel(name);
    ImGui::SetNextWindowPos(ImVec2(place.min.x, place.min.y));
    ImGui::SetNextWindowSize(ImVec2(place.size.x, place.size.y));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        ImVec2(context.px(padding.x), context.px(padding.y)));
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
}

bool pressable(const PanelContext& context, std::string_view label, ImVec2 size, bool enabled)
{
    // A popup has no width yet when it opens; ImGui refuses 0.
    const ImVec2 some(std::max(1.0f, size.x), std::max(1.0f, size.y));
    const bool pressed = ImGui::InvisibleButton(hidden_id(label).c_str(), some);
    context.items.add(label);
    if (!enabled)
        return false;
    const Focus::Answer answer = context.focus.enter(label, Focus::Kind::press);
    if (answer.arrived)
        reveal_last_item();
    if (answer.focused)
        focus_ring(context);
    return pressed || answer.pressed;
}

void before_text(const PanelContext& context, std::string_view label)
{
    if (context.focus.enter(label, Focus::Kind::text).arrived)
        ImGui::SetKeyboardFocusHere();
}

void after_text(const PanelContext& context, std::string_view label)
{
    context.items.add(label);
    if (ImGui::IsItemActive())
        context.focus.typing_in(label);
}

bool begin_popup(const PanelContext& context, const char* id)
{
    const float pad = context.px(8);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, pad));
    const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    if (open)
        context.items.add_cover();
    if (open && context.focus.begin_popup(id))
        ImGui::CloseCurrentPopup();
    return open;
}

void end_popup(const PanelContext& context)
{
    context.focus.end_popup();
    ImGui::EndPopup();
}

bool icon_button(const PanelContext& context, std::string_view label, Icon icon,
                 const std::string& tip, bool enabled)
{
    const float edge = context.px(32);
    const Colours& c = context.colours;
    ImGui::BeginDisabled(!enabled);
    const ImVec4 none(c.control.x, c.control.y, c.control.z, 0);
    const bool clicked = ground_button(context, label, ImVec2(edge, edge), none, c.control,
                                       c.control_active, enabled);
    draw_icon(*ImGui::GetWindowDrawList(), icon, middle_of_last_item(), context.px(18),
              packed(c.text, enabled ? 0.85f : 0.28f));
    ImGui::EndDisabled();
    tip_for_last_item(context, tip);
    return clicked;
}

bool text_button(const PanelContext& context, std::string_view label, const std::string& text,
                 bool active, float width)
{
    const Colours& c = context.colours;
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    const float padding = context.px(11);
    const ImVec2 outer(width > 0 ? width : size.x + 2 * padding, context.px(30));
    const bool clicked =
        active ? ground_button(context, label, outer, c.accent_soft, c.accent_soft, c.accent_soft)
               : ground_button(context, label, outer, c.control, c.control_hover, c.control_active);
    const ImVec2 m = middle_of_last_item();
    ImGui::GetWindowDrawList()->AddText(
        ImVec2(std::round(m.x - size.x / 2), std::round(m.y - size.y / 2)),
        packed(active ? c.accent : c.text, ImGui::GetStyle().Alpha), text.c_str());
    return clicked;
}

bool main_button(const PanelContext& context, std::string_view label, Icon icon,
                 const std::string& text, float width, bool enabled)
{
    const Colours& c = context.colours;
    ImGui::BeginDisabled(!enabled);
    const bool clicked =
        ground_button(context, label, ImVec2(width, context.px(32)),
                      enabled ? c.accent : c.control_active, c.accent_hover, c.accent_hover,
                      enabled);
    ImGui::EndDisabled();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::PushFont(context.fonts.strong);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    const float icon_px = context.px(15);
    const ImVec2 m = middle_of_last_item();
    const float gap = text.empty() ? 0 : context.px(8);
    const float left = m.x - (size.x + icon_px + gap) / 2;
    const ImU32 ink = packed(enabled ? c.on_accent : c.faint);
    draw_icon(list, icon, ImVec2(left + icon_px / 2, m.y), icon_px, ink);
    list.AddText(ImVec2(std::round(left + icon_px + gap), std::round(m.y - size.y / 2)),
                 ink, text.c_str());
    ImGui::PopFont();
    return clicked;
}

bool share_slider(const PanelContext& context, std::string_view label, const std::string& text,
                  float width, float& value)
{
    const Colours& c = context.colours;
    if (!text.empty()) {
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(text.c_str());
        ImGui::SameLine();
    }
    const float radius = context.px(8);
    ImGui::InvisibleButton(hidden_id(label).c_str(), ImVec2(width, context.px(32)));
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const float from = min.x + radius;
    const float length = std::max(1.0f, max.x - min.x - 2 * radius);
    bool changed = false;
    const Focus::Answer answer = context.focus.enter(label, Focus::Kind::slider);
    if (answer.arrived)
        reveal_last_item();
    if (answer.focused)
        focus_ring(context);
    if (answer.step != 0) {
        const float next = std::clamp(value + answer.step, 0.0f, 1.0f);
        changed = next != value;
        value = next;
    }
    if (ImGui::IsItemActive()) {
        const float next = std::clamp((ImGui::GetIO().MousePos.x - from) / length, 0.0f, 1.0f);
        changed = next != value;
        value = next;
    }
    const float y = (min.y + max.y) / 2;
    const float x = from + std::clamp(value, 0.0f, 1.0f) * length;
    const float half = context.px(2.5f);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(ImVec2(from - half, y - half), ImVec2(from + length + half, y + half),
                       packed(c.control_active), half);
    list.AddRectFilled(ImVec2(from - half, y - half), ImVec2(x, y + half), packed(c.accent), half);
    list.AddCircleFilled(ImVec2(x, y), radius, packed(c.panel), 32);
    list.AddCircle(
        ImVec2(x, y), radius - context.px(1),
        packed(ImGui::IsItemHovered() || ImGui::IsItemActive() ? c.accent_hover : c.accent), 32,
        context.px(2));
    context.items.add(label, {from, min.y}, {from + length, max.y});
    return changed;
}

void title(const PanelContext& context, const std::string& text)
{
    ImGui::PushFont(context.fonts.title);
    wrapped(context, text);
    ImGui::PopFont();
}

void caption(const PanelContext& context, const std::string& text)
{
    ImGui::PushFont(context.fonts.small);
    wrapped_faint(context, text);
    ImGui::PopFont();
}

void wrapped(const PanelContext& context, const std::string& text)
{
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + context.width_left());
    ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
    ImGui::PopTextWrapPos();
}

void wrapped_faint(const PanelContext& context, const std::string& text)
{
    ImGui::PushStyleColor(ImGuiCol_Text, context.colours.faint);
    wrapped(context, text);
    ImGui::PopStyleColor();
}

void field(const PanelContext& context, std::string_view caption_key, const std::string& text)
{
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(2)));
    caption(context, context.texts(caption_key));
    ImGui::PopStyleVar();
    if (text.empty())
        wrapped_faint(context, context.texts("app.not_recorded"));
    else
        wrapped(context, text);
    ImGui::Dummy(ImVec2(0, context.px(3)));
}

void hair_line(const PanelContext& context)
{
    ImGui::Dummy(ImVec2(0, context.px(3)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + context.width_left(), at.y),
                                        packed(context.colours.line));
    ImGui::Dummy(ImVec2(0, context.px(5)));
}

void edge_line(const PanelContext& context, glm::vec2 a, glm::vec2 b)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRectFullScreen();
    list.AddLine(ImVec2(a.x, a.y), ImVec2(b.x, b.y), packed(context.colours.line), context.px(1));
    list.PopClipRect();
}

void chip(const PanelContext& context, const std::string& text)
{
    ImGui::PushFont(context.fonts.small);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float x = context.px(8);
    const float y = context.px(3);
    ImGui::GetWindowDrawList()->AddRectFilled(at,
                                              ImVec2(at.x + size.x + 2 * x, at.y + size.y + 2 * y),
                                              packed(context.colours.control), context.px(10));
    ImGui::GetWindowDrawList()->AddText(ImVec2(at.x + x, at.y + y), packed(context.colours.faint),
                                        text.c_str());
    ImGui::Dummy(ImVec2(size.x + 2 * x, size.y + 2 * y));
    ImGui::PopFont();
}

void caution_box(const PanelContext& context, const std::string& text)
{
    const float x = context.px(10);
    const float y = context.px(7);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = context.width_left();
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, width - 2 * x);
    ImGui::GetWindowDrawList()->AddRectFilled(at, ImVec2(at.x + width, at.y + size.y + 2 * y),
                                              packed(context.colours.caution_soft), context.px(6));
    ImGui::SetCursorScreenPos(ImVec2(at.x + x, at.y + y));
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width - 2 * x);
    ImGui::PushStyleColor(ImGuiCol_Text, context.colours.caution);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, size.y + 2 * y));
}

void zone_swatch(const PanelContext& context, ZoneKind kind)
{
    const float edge = context.px(15);
    const float line = ImGui::GetTextLineHeight();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 min(at.x, at.y + (line - edge) / 2);
    const ImVec2 max(min.x + edge, min.y + edge);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 red = packed(context.colours.zone);
    if (kind == ZoneKind::essential) {
        list.AddRectFilled(min, max, red, context.px(4));
    } else {
        list.AddRect(min, max, packed(context.colours.zone, 0.5f), context.px(4));
        for (int i = 0; i < 9; ++i)
            list.AddCircleFilled(ImVec2(min.x + edge * (0.22f + 0.28f * static_cast<float>(i % 3)),
                                        min.y + edge * (0.22f + 0.28f * static_cast<float>(i / 3))),
                                 context.px(1.4f), red, 8);
    }
    ImGui::Dummy(ImVec2(edge, line));
}

void tip_for_last_item(const PanelContext& context, const std::string& text)
{
    const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);
    if (text.empty() || !hovered)
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(9), context.px(6)));
    ImGui::PushFont(context.fonts.small);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(context.px(320));
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopFont();
    ImGui::PopStyleVar();
}

}  // namespace tpatlas::ui
