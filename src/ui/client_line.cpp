// All that there is to press in client view: the side, the view, the press, and the way out. Large,
// for somebody who looks over the shoulder.

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <array>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr float height = 44;
constexpr float gap = 6;
constexpr std::array<const char*, 4> views{"anterior", "posterior", "left", "right"};

// As text_button(), larger.
bool large_button(const PanelContext& context, std::string_view label, const std::string& text,
                  bool active, float width)
{
    const Colours& c = context.colours;
    const bool pressed = pressable(context, label, ImVec2(width, context.px(height)));
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec4& ground = active                    ? c.accent
                           : ImGui::IsItemHovered() ? c.control_hover
                                                    : c.control;
    list.AddRectFilled(min, max, packed(ground), context.px(10));
    if (c.outline.w > 0 && !active)
        list.AddRect(min, max, packed(c.outline), context.px(10), 0, context.px(1.5f));
    ImGui::PushFont(context.fonts.strong);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    list.AddText(ImVec2(std::round((min.x + max.x - size.x) / 2),
                        std::round((min.y + max.y - size.y) / 2)),
                 packed(active ? c.on_accent : c.text), text.c_str());
    ImGui::PopFont();
    return pressed;
}

float width_of(const PanelContext& context, const std::string& text, float padding)
{
    ImGui::PushFont(context.fonts.strong);
    const float width = ImGui::CalcTextSize(text.c_str()).x;
    ImGui::PopFont();
    return std::ceil(width + 2 * context.px(padding));
}

void sides(const PanelContext& context, std::vector<Command>& commands)
{
    struct Choice {
        Side side;
        SideChoice choice;
        const char* label;
        const char* key;
    };
    constexpr std::array<Choice, 2> choices{
        {{Side::left, SideChoice::left, "side:left", "client.left"},
         {Side::right, SideChoice::right, "side:right", "client.right"}}};
    float width = 0;
    for (const Choice& choice : choices)
        width = std::max(width, width_of(context, context.texts(choice.key), 20));
    for (const Choice& choice : choices) {
        if (choice.side == Side::right)
            ImGui::SameLine(0, context.px(gap));
        const bool active =
            context.document().point && context.document().point->side == choice.side;
        if (large_button(context, choice.label, context.texts(choice.key), active, width))
            commands.push_back(SetSide{choice.choice});
    }
}


void view_buttons(const PanelContext& context, std::vector<Command>& commands)
{
    for (const char* view : views) {
        const std::string name = view;
        const std::string text = context.texts("view." + name);
        if (view != views.front())
            ImGui::SameLine(0, context.px(gap));
        if (large_button(context, "view:" + name, text, false, width_of(context, text, 12)))
            commands.push_back(ShowView{name});
    }
}

// Play or pause, and the course of the press, as wide as `width`.
void press_controls(const PanelContext& context, float width, std::vector<Command>& commands)
{
    if (!context.session.selected_point_is_animated())
        return;
    const bool playing = context.view().playback.playing;
    const std::string play = context.texts("press.play");
    const std::string pause = context.texts("press.pause");
    float button =
        std::max(width_of(context, play, 26), width_of(context, pause, 26)) + context.px(12);
    const bool in_words = width >= button + context.px(12 + 110);
    if (!in_words)
        button = context.px(52);
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPosY(top + context.px((height - 32) / 2));
    if (main_button(context, "play", playing ? Icon::pause : Icon::play,
                    !in_words ? std::string()
                    : playing ? pause
                              : play,
                    button))
        commands.push_back(playing ? Command{Pause{}} : Command{Play{}});
    ImGui::SameLine(0, context.px(12));
    ImGui::SetCursorPosY(top + context.px((height - 32) / 2));
    float share = context.view().playback.share;
    if (share_slider(context, "scrub", "", width - button - context.px(12), share))
        commands.push_back(SeekTo{share});
}

// Name and key of the way out, at the right end.
void leave(const PanelContext& context, const Rectangle& place, float pad, float top,
           std::vector<Command>& commands)
{
    const std::string text = context.texts("client.leave_key");
    const float width = icon_text_width(context, text);
    ImGui::SetCursorPos(
        ImVec2(place.size.x - pad - width, top + context.px((height - 32) / 2)));
    if (icon_text_button(context, "leave_client", Icon::cross, text,
                         context.texts("client.leave_tip")))
        commands.push_back(LeaveClientView{});
}

}  // namespace

std::vector<Command> client_line(const PanelContext& context, const Rectangle& place, bool two_rows)
{
    std::vector<Command> commands;
    begin_panel("##client", place, context, ImVec2(16, 0));
    const float pad = context.px(16);
    const float rows = two_rows ? 2 : 1;
    const float row = context.px(height + 10);
    const float top = (place.size.y - rows * row) / 2 + context.px(5);
    const float leave_width =
        icon_text_width(context, context.texts("client.leave_key")) + context.px(20);
    ImGui::SetCursorPos(ImVec2(pad, top));
    sides(context, commands);
    if (two_rows) {
        const float left = ImGui::GetItemRectMax().x - place.min.x + context.px(20);
        ImGui::SetCursorPos(ImVec2(left, top));
        press_controls(context, place.size.x - pad - leave_width - left, commands);
        ImGui::SetCursorPos(ImVec2(pad, top + row));
        view_buttons(context, commands);
    } else {
        ImGui::SameLine(0, context.px(24));
        view_buttons(context, commands);
        const float left = ImGui::GetItemRectMax().x - place.min.x + context.px(24);
        ImGui::SetCursorPos(ImVec2(left, top));
        press_controls(context, place.size.x - pad - leave_width - left, commands);
    }
    leave(context, place, pad, top, commands);
    edge_line(context, place.min, {place.max().x, place.min.y});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
