#include "ui/history_menu.hpp"

#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <string>

namespace tpatlas::ui {

namespace {

constexpr std::size_t most_shown = 12;
constexpr float arrow_width = 18;
constexpr float list_width = 270;

// Undo or redo.
struct Way {
    const char* label;
    const char* list_label;
    const char* tip_key;
    const char* list_tip_key;
    Icon icon;
    bool back;
};

constexpr Way undo_way{"undo", "undo_list", "toolbar.undo_tip", "toolbar.undo_list_tip",
                       Icon::undo, true};
constexpr Way redo_way{"redo", "redo_list", "toolbar.redo_tip", "toolbar.redo_list_tip",
                       Icon::redo, false};

Command steps(const Way& way, std::size_t count)
{
    return way.back ? Command{Undo{count}} : Command{Redo{count}};
}

void deed_list(const PanelContext& context, const Way& way, const std::vector<Deed>& deeds,
               std::vector<Command>& commands)
{
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::Dummy(ImVec2(context.px(list_width), 0));
    const std::size_t count = std::min(deeds.size(), most_shown);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string label = std::string(way.label) + ":" + std::to_string(i + 1);
        if (choice_row(context, label, deed_words(context.texts, context.atlas(), deeds[i]), "",
                       false)) {
            commands.push_back(steps(way, i + 1));
            ImGui::CloseCurrentPopup();
        }
    }
    if (deeds.size() > count)
        caption(context, context.texts("toolbar.more_steps",
                                       {{"count", std::to_string(deeds.size() - count)}}));
    ImGui::PopStyleVar();
}

void one_way(const PanelContext& context, const Way& way, const std::vector<Deed>& deeds,
             float below, std::vector<Command>& commands)
{
    const bool can = !deeds.empty();
    if (icon_button(context, way.label, way.icon, context.texts(way.tip_key), can))
        commands.push_back(steps(way, 1));
    const float left = ImGui::GetItemRectMin().x;
    ImGui::SameLine(0, 0);
    ImGui::BeginDisabled(!can);
    if (pressable(context, way.list_label, ImVec2(context.px(arrow_width), context.px(32)), can))
        ImGui::OpenPopup(way.list_label);
    ImGui::EndDisabled();
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered())
        list.AddRectFilled(min, max, packed(context.colours.control),
                           ImGui::GetStyle().FrameRounding);
    draw_icon(list, Icon::down, ImVec2((min.x + max.x) / 2, (min.y + max.y) / 2), context.px(12),
              packed(context.colours.text, can ? 0.85f : 0.28f));
    tip_for_last_item(context, context.texts(way.list_tip_key));
    // Its right edge stays in the window.
    const float right = ImGui::GetIO().DisplaySize.x - context.px(list_width + 24);
    ImGui::SetNextWindowPos(ImVec2(std::min(left, right), below));
    if (!begin_popup(context, way.list_label))
        return;
    if (!can)
        ImGui::CloseCurrentPopup();
    deed_list(context, way, deeds, commands);
    end_popup(context);
}

}  // namespace

void history_buttons(const PanelContext& context, float below, std::vector<Command>& commands)
{
    const History& history = context.session.history();
    one_way(context, undo_way, history.undoable(), below, commands);
    ImGui::SameLine(0, context.px(2));
    one_way(context, redo_way, history.redoable(), below, commands);
}

float history_buttons_width(const PanelContext& context)
{
    return context.px(2 * (32 + arrow_width) + 2);
}

}  // namespace tpatlas::ui
