#include "ui/panels.hpp"

#include "state/press_words.hpp"
#include "ui/pressure_parts.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace tpatlas::ui {

namespace {

// What has to be read with the press: what to keep off and what always stands beside the technique;
// then, for who reads on, posture, what the record adds and how the technique is done.
void beside(const PanelContext& context, const ShownPress& shown)
{
    const Texts& texts = context.texts;
    const Press& press = *shown.option.press;
    ImGui::PushFont(context.fonts.small);
    if (!press.avoid.empty())
        wrapped(context, texts("press.avoid", {{"words", press.avoid}}));
    wrapped_faint(context, joined(beside_words(shown, context.catalogue(), texts), " "));
    if (!press.posture.empty())
        wrapped(context, texts("press.posture", {{"words", press.posture}}));
    if (!press.note.empty())
        wrapped(context, press.note);
    wrapped(context, (*shown.option.technique)->how);
    ImGui::PopFont();
}

void words(const PanelContext& context, const ShownPress& shown, std::vector<Command>& commands)
{
    technique_choice(context, shown, commands);
    wrapped(context, press_words(shown, context.texts));
    if (!shown.animated())
        caution_box(context, context.texts("press.not_animated",
                                           {{"reason", shown.why_not(context.texts)}}));
    beside(context, shown);
}

void whole_panel(const PanelContext& context, const ShownPress& shown, const Rectangle& place,
                 std::vector<Command>& commands)
{
    const float pad_x = context.px(16);
    const float pad_y = context.px(12);
    const float gauge_width = context.px(place.size.x < context.px(800) ? 206.0f : 222.0f);
    const float foot = shown.animated() ? context.px(32 + 8) : 0;
    const float height = place.size.y - 2 * pad_y;
    const float words_width = place.size.x - 2 * pad_x - gauge_width - context.px(22);
    if (ImGui::BeginChild("##words", ImVec2(words_width, height - foot)))
        words(context, shown, commands);
    ImGui::EndChild();
    ImGui::SameLine(0, context.px(22));
    if (ImGui::BeginChild("##gauge", ImVec2(gauge_width, height)))
        pressure_gauge(context, shown, ImGui::GetContentRegionAvail().x, commands);
    ImGui::EndChild();
    if (!shown.animated())
        return;
    ImGui::SetCursorPos(ImVec2(pad_x, place.size.y - pad_y - context.px(32)));
    if (ImGui::BeginChild("##transport", ImVec2(words_width, context.px(32))))
        press_transport(context, *shown.option.technique, commands);
    ImGui::EndChild();
}

}  // namespace

std::vector<Command> pressure_panel(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##pressure", place, context, ImVec2(16, 12));
    const Document& document = context.document();
    const TriggerPoint* point =
        document.point ? context.catalogue().point(document.point->id) : nullptr;
    if (const std::optional<ShownPress> shown = shown_press(document, context.atlas())) {
        whole_panel(context, *shown, place, commands);
    } else {  // one line
        ImGui::PushFont(context.fonts.strong);
        ImGui::TextUnformatted(context.texts("panel.pressure").c_str());
        ImGui::PopFont();
        ImGui::SameLine(0, context.px(12));
        wrapped_faint(context, point == nullptr
                                   ? context.texts("press.no_point")
                                   : context.texts("press.not_animated",
                                                   {{"reason",
                                                     point->why_not_pressed(context.texts)}}));
    }
    edge_line(context, place.min, {place.max().x, place.min.y});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
