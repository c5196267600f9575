#include "ui/panels.hpp"

#include "core/skin_tones.hpp"
#include "ui/body_list.hpp"
#include "ui/compact_controls.hpp"
#include "ui/layer_choices.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace tpatlas::ui {

namespace {

ImVec4 colour_of(const SkinTone& tone)
{
    return {tone.srgb.x, tone.srgb.y, tone.srgb.z, 1};
}

// A swatch of the skin's tone; a click offers the others.
void tone_swatch(const PanelContext& context, std::vector<Command>& commands)
{
    const float edge = context.px(18);
    const SkinTone now = skin_tone(context.document().skin_tone).value_or(skin_tones.front());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = context.px(32);  // a slider's, so that the line stays where it is
    if (pressable(context, "tone", ImVec2(edge, height)))
        ImGui::OpenPopup("tones");
    const ImVec2 corner(at.x, at.y + (height - edge) / 2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end(corner.x + edge, corner.y + edge);
    list.AddRectFilled(corner, end, ImGui::ColorConvertFloat4ToU32(colour_of(now)), context.px(4));
    list.AddRect(corner, end, packed(context.colours.text, 0.18f), context.px(4));
    tip_for_last_item(context, context.texts("toolbar.tone_tip"));
    if (!begin_popup(context, "tones"))
        return;
    for (const SkinTone& tone : skin_tones) {
        const std::string name(tone.name);
        const std::string text = context.texts("tone." + name);
        const ImVec2 row = ImGui::GetCursorScreenPos();
        const float line = context.px(26);
        if (pressable(context, "tone:" + name, ImVec2(context.px(120), line))) {
            commands.push_back(SetSkinTone{name});
            ImGui::CloseCurrentPopup();
        }
        ImDrawList& over = *ImGui::GetWindowDrawList();
        if (ImGui::IsItemHovered() || tone.name == now.name)
            over.AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                               packed(tone.name == now.name ? context.colours.accent_soft
                                                            : context.colours.control),
                               context.px(6));
        const ImVec2 from(row.x + context.px(6), row.y + (line - edge) / 2);
        over.AddRectFilled(from, ImVec2(from.x + edge, from.y + edge),
                           ImGui::ColorConvertFloat4ToU32(colour_of(tone)), context.px(4));
        over.AddText(ImVec2(from.x + edge + context.px(8),
                            row.y + (line - ImGui::GetFontSize()) / 2),
                     packed(context.colours.text), text.c_str());
    }
    end_popup(context);
}

// What each slider and choice is called stands in a column of its own, as wide as the longest word.
float label_column(const PanelContext& context)
{
    float widest = 0;
    ImGui::PushFont(context.fonts.small);
    for (const char* key : {"toolbar.depth", "toolbar.skin", "layers.cut", "layers.labels"})
        widest = std::max(widest, ImGui::CalcTextSize(context.texts(key).c_str()).x);
    ImGui::PopFont();
    return std::min(widest + context.px(7), ImGui::GetContentRegionAvail().x * 0.4f);
}

void row_label(const PanelContext& context, const char* key, float column, float height)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushFont(context.fonts.small);
    clipped_text(*ImGui::GetWindowDrawList(),
                 ImVec2(at.x, at.y + (context.px(height) - ImGui::GetFontSize()) / 2),
                 at.x + column - context.px(4), packed(context.colours.faint), context.texts(key));
    ImGui::PopFont();
    ImGui::SetCursorScreenPos(ImVec2(at.x + column, at.y));
}

// Half of what stands around the slider's bar is enough between two of them.
void closer(const PanelContext& context)
{
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - context.px(5));
}

void sliders(const PanelContext& context, float column, std::vector<Command>& commands)
{
    row_label(context, "toolbar.depth", column, 32);
    const float swatch = context.px(18 + 8);
    const float width = std::max(context.px(40), ImGui::GetContentRegionAvail().x - swatch);
    float depth = context.document().depth;
    if (share_slider(context, "depth", "", width, depth))
        commands.push_back(PeelTo{depth});
    tip_for_last_item(context, context.texts("toolbar.depth_tip"));
    closer(context);
    row_label(context, "toolbar.skin", column, 32);
    float skin = context.document().skin_opacity;
    if (share_slider(context, "skin", "", width, skin))
        commands.push_back(SetSkinOpacity{skin});
    tip_for_last_item(context, context.texts("toolbar.skin_tip"));
    ImGui::SameLine(0, context.px(8));
    tone_swatch(context, commands);
}

void kind_chips(const PanelContext& context, std::vector<Command>& commands)
{
    Flow flow(context);
    for (const KindChoice& choice : kind_choices) {
        const std::string& text = context.texts(choice.key);
        const bool shown = is_shown(choice, context.document());
        flow.place(small_width(context, text));
        if (small_button(context, choice.label, text, shown))
            for (const StructureKind kind : choice.kinds)
                commands.push_back(ShowKind{kind, !shown});
        tip_for_last_item(context, context.texts(choice.tip_key));
    }
}

// One of several, in a popup below the button that shows which one it is.
template <class Choose>
void popup_choice(const PanelContext& context, const char* id,
                  std::span<const NamedChoice> choices, std::size_t now, Choose choose)
{
    if (!begin_popup(context, id))
        return;
    float width = context.px(80);
    for (const NamedChoice& choice : choices)
        width = std::max(width, small_width(context, context.texts(choice.key)));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (small_button(context, choices[i].label, context.texts(choices[i].key), i == now,
                         width)) {
            choose(i);
            ImGui::CloseCurrentPopup();
        }
        tip_for_last_item(context, context.texts(choices[i].tip_key));
    }
    end_popup(context);
}

void cut_row(const PanelContext& context, float column, std::vector<Command>& commands)
{
    const std::size_t now = cut_choice(context.document());
    row_label(context, "layers.cut", column, small_height);
    Flow flow(context, 3, column);
    const std::string& text = context.texts(cut_choices[now].key);
    flow.place(opening_width(context, text));
    if (opening_button(context, "cut", text))
        ImGui::OpenPopup("cuts");
    tip_for_last_item(context, context.texts("layers.cut_tip"));
    popup_choice(context, "cuts", cut_choices, now, [&](std::size_t i) {
        if (const auto normal = cut_normal(i, context.view().camera))
            commands.push_back(CutAlong{*normal});
        else
            commands.push_back(EndCut{});
    });
    const std::string& zones = context.texts("toolbar.no_press");
    flow.place(small_width(context, zones));
    if (small_button(context, "no_press", zones, context.document().no_press))
        commands.push_back(ShowNoPress{!context.document().no_press});
    tip_for_last_item(context, context.texts("toolbar.no_press_tip"));
    if (!context.document().cut)
        return;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + column);
    const glm::vec2 extent = extent_along(context.document().cut->normal,
                                          context.atlas().body().bounds());
    const float length = std::max(1.0f, extent.y - extent.x);
    float share = (context.document().cut->offset_mm - extent.x) / length;
    if (share_slider(context, "cut_offset", "", ImGui::GetContentRegionAvail().x - context.px(26),
                     share))
        commands.push_back(MoveCut{extent.x + share * length});
    tip_for_last_item(context, context.texts("layers.cut_offset_tip"));
}

void labels_row(const PanelContext& context, float column, std::vector<Command>& commands)
{
    const auto now = static_cast<std::size_t>(context.document().labelling);
    row_label(context, "layers.labels", column, small_height);
    Flow flow(context, 3, column);
    const std::string& text = context.texts(label_choices[now].key);
    flow.place(opening_width(context, text));
    if (opening_button(context, "labels", text))
        ImGui::OpenPopup("labellings");
    tip_for_last_item(context, context.texts("layers.labels_tip"));
    popup_choice(context, "labellings", label_choices, now, [&](std::size_t i) {
        commands.push_back(SetLabelling{static_cast<Labelling>(i)});
    });
    const std::string& latin = context.texts("layers.latin");
    flow.place(small_width(context, latin));
    if (small_button(context, "latin", latin, context.document().latin))
        commands.push_back(SetLatin{!context.document().latin});
    tip_for_last_item(context, context.texts("layers.latin_tip"));
}

// What a user's body lacks.
void ghosts_row(const PanelContext& context, std::vector<Command>& commands)
{
    if (context.body_list == nullptr || context.body_list->lent_count() == 0)
        return;
    const std::string& text = context.texts("layers.ghosts");
    const bool shown = context.document().ghosts;
    if (small_button(context, "ghosts", text, shown))
        commands.push_back(ShowGhosts{!shown});
    tip_for_last_item(context, context.texts("layers.ghosts_tip"));
}

// Opens and closes the panel; beside it the way back to all that was hidden.
void heading(const PanelContext& context, const Rectangle& place, std::vector<Command>& commands)
{
    const bool open = context.view().layers_open;
    const std::string& all = context.texts("layers.show_all");
    const bool hides = hides_something(context.document());
    const float room = hides ? std::min(small_width(context, all), place.size.x * 0.45f) : 0;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = context.px(26);
    const float width = ImGui::GetContentRegionAvail().x - (hides ? room + context.px(8) : 0);
    if (pressable(context, "layers", ImVec2(width, height)))
        commands.push_back(OpenLayers{!open});
    tip_for_last_item(context, context.texts(open ? "layers.close_tip" : "layers.open_tip"));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 ink = packed(ImGui::IsItemHovered() ? context.colours.accent : context.colours.faint);
    draw_chevron(list, ImVec2(at.x + context.px(5), at.y + height / 2), context.px(10), open, ink);
    ImGui::PushFont(context.fonts.title);
    clipped_text(list,
                 ImVec2(at.x + context.px(18), at.y + (height - ImGui::GetFontSize()) / 2),
                 at.x + width, packed(context.colours.text), context.texts("panel.layers"));
    ImGui::PopFont();
    if (!hides)
        return;
    ImGui::SameLine(0, context.px(8));
    if (small_button(context, "show_all", all, false, room))
        commands.push_back(ShowAll{});
    tip_for_last_item(context, context.texts("layers.show_all_tip"));
}

}  // namespace

std::vector<Command> layers_panel(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##layers", place, context, ImVec2(14, 8));
    heading(context, place, commands);
    if (context.view().layers_open) {
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(5)));
        if (ImGui::BeginChild("##choices")) {
            const float column = label_column(context);
            sliders(context, column, commands);
            kind_chips(context, commands);
            cut_row(context, column, commands);
            labels_row(context, column, commands);
            ghosts_row(context, commands);
        }
        ImGui::EndChild();
        ImGui::PopStyleVar();
    }
    edge_line(context, place.min, {place.max().x, place.min.y});
    edge_line(context, {place.max().x, place.min.y}, place.max());
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
