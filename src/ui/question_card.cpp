// The question which muscle a lone mesh is: what it is most like, and a search for anything else. It
// stands below the picture, so that the mesh is seen while one answers.

#include "state/body_question.hpp"
#include "ui/body_list.hpp"
#include "ui/panels.hpp"
#include "ui/structure_chooser.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace tpatlas::ui {

namespace {

constexpr const char* label = "question";

// The question, and at its right the way out of it.
void heading(const PanelContext& context, std::vector<Command>& commands)
{
    const std::string& none = context.texts("body.none_of_these");
    const float button = ImGui::CalcTextSize(none.c_str()).x + context.px(2 * 11);
    const float top = ImGui::GetCursorPosY();
    const float left = ImGui::GetCursorPosX() + context.width_left() - button;
    const std::string& asked = context.texts("body.question");
    ImGui::PushFont(context.fonts.title);
    const bool fits = ImGui::CalcTextSize(asked.c_str()).x < left - ImGui::GetCursorPosX();
    ImGui::PopFont();
    ImGui::PushFont(fits ? context.fonts.title : context.fonts.strong);
    ImGui::SetCursorPosY(top + std::max(0.0f, (context.px(30) - ImGui::GetTextLineHeight()) / 2));
    const std::string shown = shortened(asked, left - ImGui::GetCursorPosX() - context.px(8));
    ImGui::TextUnformatted(shown.c_str());
    if (shown != asked)
        tip_for_last_item(context, asked);
    ImGui::PopFont();
    ImGui::SetCursorPos(ImVec2(left, top));
    if (text_button(context, "question_none", none, false, button))
        commands.push_back(PutAwayBodyCard{});
    tip_for_last_item(context, context.texts("body.none_of_these_tip"));
}

}  // namespace

std::vector<Command> question_card(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    const MeshPlace* mesh = asked_mesh(context.session);
    if (mesh == nullptr || context.body_list == nullptr)
        return commands;
    begin_panel("##question", place, context, ImVec2(16, 10));
    heading(context, commands);
    caption(context, context.texts("body.question_words", {{"name", context.body_list->meshes().front().name}}));
    StructureChooser chooser(context, label, likely_side(*mesh));
    chooser.draw_line();
    ImGui::Dummy(ImVec2(0, context.px(1)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(6), context.px(5)));
    if (ImGui::BeginChild("##choices", ImVec2(0, 0), false, ImGuiWindowFlags_NoNav))
        if (std::optional<std::vector<StructureId>> chosen = chooser.draw_found(mesh->guesses))
            commands.push_back(MapMesh{mesh->file, mesh->node, std::move(*chosen)});
    ImGui::EndChild();
    ImGui::PopStyleVar();
    edge_line(context, place.min, {place.max().x, place.min.y});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
