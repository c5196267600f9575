#include "ui/panels.hpp"

#include "ui/widgets.hpp"

#include <array>

namespace tpatlas::ui {

namespace {

constexpr std::array<const char*, 6> views{"anterior", "posterior", "left",
                                           "right",    "superior",  "inferior"};

void centre_next(const Rectangle& place, float height)
{
    ImGui::SetCursorPosY((place.size.y - height) / 2);
}

void views_and_home(const PanelContext& context, std::vector<Command>& commands)
{
    if (icon_button(context, "home", Icon::home, context.texts("toolbar.home_tip")))
        commands.push_back(Home{});
    for (std::size_t i = 0; i < views.size(); ++i) {
        ImGui::SameLine(0, context.px(i == 0 ? 8.0f : 4.0f));
        const std::string name = views[i];
        if (text_button(context, "view:" + name, context.texts("view." + name)))
            commands.push_back(ShowView{name});
        tip_for_last_item(context,
                          context.texts("toolbar.view_tip", {{"key", std::to_string(i + 1)}}));
    }
}

}  // namespace

std::vector<Command> top_bar(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##bar", place, context, ImVec2(10, 0));
    centre_next(place, context.px(32));
    views_and_home(context, commands);
    const float undo_width = context.px(2 * 32 + 4 + 10);
    ImGui::SameLine(place.size.x - undo_width);
    if (icon_button(context, "undo", Icon::undo, context.texts("toolbar.undo_tip"),
                    context.session.can_undo()))
        commands.push_back(Undo{});
    ImGui::SameLine(0, context.px(4));
    if (icon_button(context, "redo", Icon::redo, context.texts("toolbar.redo_tip"),
                    context.session.can_redo()))
        commands.push_back(Redo{});
    edge_line(context, {place.min.x, place.max().y}, place.max());
    ImGui::End();
    return commands;
}

std::vector<Command> hint_line(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##hint", place, context, ImVec2(12, 0));
    const ImVec2 min(place.min.x, place.min.y);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRectFullScreen();
    list.AddRectFilled(min, ImVec2(place.max().x, place.max().y),
                       packed(context.colours.accent_soft));
    list.PopClipRect();
    centre_next(place, ImGui::GetTextLineHeight());
    ImGui::PushStyleColor(ImGuiCol_Text, context.colours.accent);
    ImGui::TextUnformatted(context.texts("app.hint").c_str());
    ImGui::PopStyleColor();
    ImGui::SameLine(place.size.x - context.px(32 + 4));
    centre_next(place, context.px(32));
    if (icon_button(context, "dismiss_hint", Icon::cross, context.texts("app.dismiss")))
        commands.push_back(DismissHint{});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
