#include "ui/panels.hpp"

#include "core/skin_tones.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace tpatlas::ui {

namespace {

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

}  // namespace

std::vector<Command> layers_panel(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##layers", place, context, ImVec2(14, 10));
    ImGui::PushFont(context.fonts.title);
    ImGui::TextUnformatted(context.texts("panel.layers").c_str());
    ImGui::PopFont();
    const float width = std::max(context.px(60), ImGui::GetContentRegionAvail().x - context.px(90));
    float depth = context.document().depth;
    if (share_slider(context, "depth", context.texts("toolbar.depth"), width, depth))
        commands.push_back(PeelTo{depth});
    tip_for_last_item(context, context.texts("toolbar.depth_tip"));
    float skin = context.document().skin_opacity;
    if (share_slider(context, "skin", context.texts("toolbar.skin"), width, skin))
        commands.push_back(SetSkinOpacity{skin});
    tip_for_last_item(context, context.texts("toolbar.skin_tip"));
    ImGui::SameLine(0, context.px(8));
    tone_swatches(context, commands);
    if (text_button(context, "no_press", context.texts("toolbar.no_press"),
                    context.document().no_press))
        commands.push_back(ShowNoPress{!context.document().no_press});
    tip_for_last_item(context, context.texts("toolbar.no_press_tip"));
    edge_line(context, place.min, {place.max().x, place.min.y});
    edge_line(context, {place.max().x, place.min.y}, place.max());
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
