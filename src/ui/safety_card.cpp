// The card of short questions before a press that one does oneself. It lies over the picture and
// takes ten seconds to read; the press waits for its answer.

#include "ui/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>

namespace tpatlas::ui {

namespace {

constexpr std::array<const char*, 7> questions{
    "safety.numb",  "safety.swelling", "safety.pregnant", "safety.blood_thinner",
    "safety.fever", "safety.injury",   "safety.chest"};

bool asks_of_legs(const PanelContext& context)
{
    const Muscle* muscle = context.document().muscle
                               ? context.catalogue().muscle(context.document().muscle->id)
                               : nullptr;
    return muscle != nullptr && muscle->is_of_the_leg();
}

void bullet(const PanelContext& context, const std::string& text)
{
    const float indent = context.px(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddCircleFilled(
        ImVec2(at.x + context.px(5), at.y + ImGui::GetTextLineHeight() / 2), context.px(2.4f),
        packed(context.colours.accent));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + indent);
    wrapped(context, text);
}

void ask(const PanelContext& context, std::vector<Command>& commands)
{
    const Texts& texts = context.texts;
    title(context, texts("safety.title"));
    for (const char* question : questions)
        bullet(context, texts(question));
    if (asks_of_legs(context))
        caution_box(context, texts("safety.legs"));
    ImGui::Dummy(ImVec2(0, context.px(4)));
    const float gap = context.px(8);
    const float half = (ImGui::GetContentRegionAvail().x - gap) / 2;
    if (main_button(context, "safety_none", Icon::play, texts("safety.none"), half))
        commands.push_back(AnswerSafety{SafetyAnswer::none_applies});
    ImGui::SameLine(0, gap);
    if (text_button(context, "safety_one", texts("safety.one"), false, half))
        commands.push_back(AnswerSafety{SafetyAnswer::one_applies});
}

void advise(const PanelContext& context, std::vector<Command>& commands)
{
    const Texts& texts = context.texts;
    title(context, texts("safety.stop_title"));
    caution_box(context, texts("safety.emergency"));
    for (const char* line : {"safety.do_not_press", "safety.ask_first", "safety.light_only"})
        bullet(context, texts(line));
    if (asks_of_legs(context))
        bullet(context, texts("safety.legs_advice"));
    ImGui::Dummy(ImVec2(0, context.px(4)));
    if (text_button(context, "safety_close", texts("safety.close"), true,
                    ImGui::GetContentRegionAvail().x))
        commands.push_back(AnswerSafety{SafetyAnswer::put_away});
}

}  // namespace

std::vector<Command> safety_card(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    const Colours& c = context.colours;
    ImGui::PushStyleColor(ImGuiCol_Border, c.accent);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, context.px(1.5f));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.px(10));
    begin_panel("##safety", place, context, ImVec2(20, 16));
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    context.items.add_cover();
    if (context.view().safety.applies)
        advise(context, commands);
    else
        ask(context, commands);
    ImGui::End();
    return commands;
}

Rectangle safety_card_place(const Layout& layout, float scale)
{
    const Rectangle& picture = layout.picture;
    const float width = std::min(picture.size.x - 12 * scale, 470 * scale);
    const float room = picture.size.y + layout.pressure.size.y;
    const float top = std::max(0.0f, std::min(20 * scale, (room - 380 * scale) / 2));
    return {{picture.min.x + (picture.size.x - width) / 2, picture.min.y + top}, {width, 0}};
}

}  // namespace tpatlas::ui
