#include "ui/panels.hpp"

#include "core/skin_tones.hpp"
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

ImVec4 colour_of(const SkinTone& tone)
{
    return {tone.srgb.x, tone.srgb.y, tone.srgb.z, 1};
}

// A swatch of the skin's tone; a click offers the others.
void tone_swatches(const PanelContext& context, std::vector<Command>& commands)
{
    constexpr ImGuiColorEditFlags plain =
        ImGuiColorEditFlags_NoTooltip | ImGuiColorEditFlags_NoDragDrop;
    const ImVec2 size(context.px(18), context.px(18));
    const SkinTone now = skin_tone(context.document().skin_tone).value_or(skin_tones.front());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = context.px(32);  // a button's, so that the line stays where it is
    if (ImGui::InvisibleButton("##tone", ImVec2(size.x, height)))
        ImGui::OpenPopup("tones");
    const ImVec2 corner(at.x, at.y + (height - size.y) / 2);
    ImGui::GetWindowDrawList()->AddRectFilled(corner, ImVec2(corner.x + size.x, corner.y + size.y),
                                              ImGui::ColorConvertFloat4ToU32(colour_of(now)),
                                              context.px(4));
    tip_for_last_item(context, context.texts("toolbar.tone_tip"));
    if (!ImGui::BeginPopup("tones"))
        return;
    for (const SkinTone& tone : skin_tones) {
        const std::string name(tone.name);
        if (ImGui::ColorButton(("##" + name).c_str(), colour_of(tone), plain, size)) {
            commands.push_back(SetSkinTone{name});
            ImGui::CloseCurrentPopup();
        }
        ImGui::SameLine(0, context.px(8));
        ImGui::TextUnformatted(context.texts("tone." + name).c_str());
    }
    ImGui::EndPopup();
}

void sliders(const PanelContext& context, float width, std::vector<Command>& commands)
{
    float skin = context.document().skin_opacity;
    ImGui::SameLine(0, context.px(20));
    if (share_slider(context, "skin", context.texts("toolbar.skin"), width, skin))
        commands.push_back(SetSkinOpacity{skin});
    tip_for_last_item(context, context.texts("toolbar.skin_tip"));
    ImGui::SameLine(0, context.px(8));
    tone_swatches(context, commands);
    float depth = context.document().depth;
    ImGui::SameLine(0, context.px(16));
    if (share_slider(context, "depth", context.texts("toolbar.depth"), width, depth))
        commands.push_back(PeelTo{depth});
    tip_for_last_item(context, context.texts("toolbar.depth_tip"));
}

}  // namespace

std::vector<Command> top_bar(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##bar", place, context, ImVec2(10, 0));
    centre_next(place, context.px(32));
    views_and_home(context, commands);
    // The sliders share what is left of the undo buttons.
    const std::string no_press = context.texts("toolbar.no_press");
    const float toggle_width = ImGui::CalcTextSize(no_press.c_str()).x + context.px(2 * 11);
    const float undo_width = context.px(2 * 32 + 4 + 10) + toggle_width + context.px(14);
    const float used = ImGui::GetItemRectMax().x - place.min.x;
    const float words = ImGui::CalcTextSize(context.texts("toolbar.skin").c_str()).x +
                        ImGui::CalcTextSize(context.texts("toolbar.depth").c_str()).x;
    const float left = place.size.x - used - undo_width - words - context.px(20 + 16 + 16 + 24 + 26);
    sliders(context, std::clamp(left / 2, context.px(56), context.px(150)), commands);
    ImGui::SameLine(place.size.x - undo_width);
    if (text_button(context, "no_press", no_press, context.document().no_press))
        commands.push_back(ShowNoPress{!context.document().no_press});
    tip_for_last_item(context, context.texts("toolbar.no_press_tip"));
    ImGui::SameLine(0, context.px(14));
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
