// The two lines that come and go beside the picture: the first hint, and what the program said
// last.

#include "ui/panels.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace tpatlas::ui {

namespace {

// A whole line on one ground; true where its cross was pressed.
bool dismissible(const PanelContext& context, const Rectangle& place, const std::string& text,
                 const ImVec4& ground, const ImVec4& ink, const char* cross_label)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRectFullScreen();
    list.AddRectFilled(ImVec2(place.min.x, place.min.y), ImVec2(place.max().x, place.max().y),
                       packed(ground));
    list.PopClipRect();
    const float room = place.size.x - context.px(12 + 32 + 12);
    // Two lines of small type where one is not enough; beyond that a path is shortened.
    const bool one_line = ImGui::CalcTextSize(text.c_str()).x <= room;
    ImGui::PushFont(one_line ? context.fonts.body : context.fonts.small);
    const auto height_of = [&](const std::string& words) {
        return ImGui::CalcTextSize(words.c_str(), nullptr, false, room).y;
    };
    std::string shown = text;
    for (float part = 2; height_of(shown) > place.size.y && part > 0.5f; part -= 0.1f)
        shown = shortened(text, part * room, true);
    ImGui::SetCursorPosY((place.size.y - height_of(shown)) / 2);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room);
    ImGui::PushStyleColor(ImGuiCol_Text, ink);
    ImGui::TextUnformatted(shown.c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    if (shown != text)
        tip_for_last_item(context, text);
    ImGui::SameLine(place.size.x - context.px(32 + 4));
    ImGui::SetCursorPosY((place.size.y - context.px(32)) / 2);
    return icon_button(context, cross_label, Icon::cross, context.texts("app.dismiss"));
}

}  // namespace

std::vector<Command> hint_line(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##hint", place, context, ImVec2(12, 0));
    if (dismissible(context, place, context.texts("app.hint"), context.colours.accent_soft,
                    context.colours.accent, "dismiss_hint"))
        commands.push_back(DismissHint{});
    ImGui::End();
    return commands;
}

std::vector<Command> notice_line(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    const std::optional<Notice>& notice = context.view().notice;
    if (!notice)
        return commands;
    begin_panel("##notice", place, context, ImVec2(12, 0));
    const Colours& c = context.colours;
    if (dismissible(context, place, context.texts(notice->key, {{"what", notice->what}}),
                    notice->fault ? c.caution_soft : c.accent_soft,
                    notice->fault ? c.caution : c.text, "dismiss_notice"))
        commands.push_back(DismissNotice{});
    edge_line(context, place.min, {place.max().x, place.min.y});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
