#include "ui/details_parts.hpp"

#include "state/selection.hpp"
#include "ui/compact_controls.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>

namespace tpatlas::ui {

namespace {

struct Swatch {
    const char* label;
    const char* key;
    glm::vec3 srgb;
};

// Calm, apart from one another in hue and lightness, and none of them the red of a zone.
constexpr std::array<Swatch, 8> swatches{{
    {"colour:teal", "colour.teal", {0.29f, 0.58f, 0.56f}},
    {"colour:blue", "colour.blue", {0.36f, 0.51f, 0.71f}},
    {"colour:violet", "colour.violet", {0.53f, 0.46f, 0.69f}},
    {"colour:rose", "colour.rose", {0.77f, 0.55f, 0.65f}},
    {"colour:ochre", "colour.ochre", {0.79f, 0.62f, 0.31f}},
    {"colour:olive", "colour.olive", {0.52f, 0.58f, 0.33f}},
    {"colour:sand", "colour.sand", {0.86f, 0.77f, 0.61f}},
    {"colour:slate", "colour.slate", {0.42f, 0.48f, 0.54f}},
}};

ImU32 ink(glm::vec3 srgb)
{
    return ImGui::ColorConvertFloat4ToU32(ImVec4(srgb.x, srgb.y, srgb.z, 1));
}

struct State {
    bool hidden = true;  // all of it
    bool faded = true;
    bool shown = true;   // all of it, and nothing hides it
    std::optional<glm::vec3> colour;
};

State state_of(const Document& document, const std::set<StructureId>& chosen, const Body& body)
{
    State state;
    for (const StructureId& id : chosen) {
        const Structure* structure = body.find(id);
        if (structure == nullptr)
            continue;
        const auto at = document.visibility.find(id);
        const Visibility seen = at != document.visibility.end() ? at->second : document.others;
        const bool kind_hidden = document.hidden_kinds.contains(structure->kind);
        state.hidden = state.hidden && (seen == Visibility::hidden || kind_hidden);
        state.faded = state.faded && seen == Visibility::faded;
        state.shown = state.shown && seen == Visibility::shown && !kind_hidden;
        if (const auto given = document.colours.find(id); given != document.colours.end())
            state.colour = given->second;
    }
    return state;
}

void square(const PanelContext& context, ImVec2 at, float edge, const std::optional<glm::vec3>& srgb)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + edge, at.y + edge);
    const float rounding = context.px(4);
    if (srgb) {
        list.AddRectFilled(at, end, ink(*srgb), rounding);
    } else {  // its own: none of the colours given
        list.AddRectFilled(at, end, packed(context.colours.panel), rounding);
        list.PushClipRect(at, end, true);
        list.AddLine(ImVec2(at.x, end.y), ImVec2(end.x, at.y), packed(context.colours.faint),
                     context.px(1.4f));
        list.PopClipRect();
    }
    list.AddRect(at, end, packed(context.colours.text, 0.28f), rounding);
}

// One colour of the popup.
bool colour_button(const PanelContext& context, const char* label, const std::string& tip,
                   const std::optional<glm::vec3>& srgb)
{
    const float edge = context.px(26);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = pressable(context, label, ImVec2(edge, edge));
    const float in = context.px(ImGui::IsItemHovered() ? 1.0f : 3.0f);
    square(context, ImVec2(at.x + in, at.y + in), edge - 2 * in, srgb);
    tip_for_last_item(context, tip);
    return pressed;
}

void colours(const PanelContext& context, const State& state, std::vector<Command>& commands)
{
    const float height = context.px(small_height);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (pressable(context, "colour", ImVec2(height, height)))
        ImGui::OpenPopup("colours");
    if (ImGui::IsItemHovered())
        ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                                  packed(context.colours.control_hover),
                                                  ImGui::GetStyle().FrameRounding);
    const float in = context.px(3);
    square(context, ImVec2(at.x + in, at.y + in), height - 2 * in, state.colour);
    tip_for_last_item(context, context.texts("details.colour_tip"));
    if (!begin_popup(context, "colours"))
        return;
    const float gap = context.px(2);
    std::optional<Command> chosen;
    for (std::size_t i = 0; i < swatches.size(); ++i) {
        if (i % 3 != 0)
            ImGui::SameLine(0, gap);
        if (colour_button(context, swatches[i].label, context.texts(swatches[i].key),
                          swatches[i].srgb))
            chosen = ColourSelected{swatches[i].srgb};
    }
    ImGui::SameLine(0, gap);
    if (colour_button(context, "colour:own", context.texts("colour.own"), std::nullopt))
        chosen = ColourSelected{};
    if (chosen) {
        commands.push_back(std::move(*chosen));
        ImGui::CloseCurrentPopup();
    }
    end_popup(context);
}

std::string name_of(const PanelContext& context, const StructureId& id)
{
    const Structure* structure = context.atlas().body().find(id);
    if (structure == nullptr)
        return id.text;
    const Muscle* muscle = context.catalogue().muscle_of_structure(structure->name);
    const std::string name = muscle != nullptr && (*muscle)->structures.size() == 1
                                 ? (*muscle)->name_en
                                 : structure_name(*structure);
    return structure->side == Side::middle
               ? name
               : context.texts("caption.muscle", {{"muscle", name},
                                                  {"side", side_word(context.texts,
                                                                     structure->side)}});
}

// A line of the list with a cross at its end, which takes it away.
void selected_row(const PanelContext& context, const std::string& key, const std::string& name,
                  const StructureId& by, std::vector<Command>& commands)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = context.px(small_height);
    const float width = context.width_left();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::PushFont(context.fonts.small);
    clipped_text(list, ImVec2(at.x + context.px(8), at.y + (height - ImGui::GetFontSize()) / 2),
                 at.x + width - height, packed(context.colours.text), name);
    ImGui::PopFont();
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - height, at.y));
    if (pressable(context, "selected:" + key, ImVec2(height, height)))
        commands.push_back(SelectAlso{by});
    draw_icon(list, Icon::cross, ImVec2(at.x + width - height / 2, at.y + height / 2),
              context.px(12),
              packed(ImGui::IsItemHovered() ? context.colours.accent : context.colours.faint));
    tip_for_last_item(context, context.texts("details.deselect_tip"));
}

// What was selected first: a structure of the record stands for it.
std::optional<StructureId> first_selected(const PanelContext& context)
{
    const Document& document = context.document();
    if (!document.muscle)
        return document.structure;
    const Muscle* muscle = context.catalogue().muscle(document.muscle->id);
    if (muscle == nullptr)
        return std::nullopt;
    for (const std::string& name : (*muscle)->structures)
        if (StructureId id{name + "." + std::string(to_text(document.muscle->side))};
            context.atlas().body().find(id) != nullptr)
            return id;
    return std::nullopt;
}

}  // namespace

void selection_actions(const PanelContext& context, std::vector<Command>& commands)
{
    const Document& document = context.document();
    const std::set<StructureId> chosen =
        selected_structures(document, context.view().side, context.atlas());
    const State state = state_of(document, chosen, context.atlas().body());
    Flow flow(context);
    const auto action = [&](const char* label, const char* key, const char* tip, bool on,
                            Command command) {
        const std::string text = context.texts(key);
        flow.place(small_width(context, text));
        if (small_button(context, label, text, on))
            commands.push_back(std::move(command));
        tip_for_last_item(context, context.texts(tip));
    };
    action("frame", "details.frame", "details.frame_tip", false, FrameSelection{});
    action("show_only", "details.show_only", "details.show_only_tip", false, ShowOnly{});
    action("hide", "details.hide", "details.hide_tip", state.hidden, HideSelected{});
    action("fade", "details.fade", "details.fade_tip", state.faded, FadeSelected{});
    if (!state.shown)
        action("show", "details.show", "details.show_tip", false, ShowSelected{});
    flow.place(context.px(small_height));
    colours(context, state, commands);
}

void selection_list(const PanelContext& context, std::vector<Command>& commands)
{
    const Document& document = context.document();
    if (document.also.empty())
        return;
    const std::optional<StructureId> first = first_selected(context);
    const std::size_t count = document.also.size() + (first ? 1 : 0);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), 0));
    caption(context, context.texts("details.selected", {{"count", std::to_string(count)}}));
    if (first) {
        const Muscle* muscle =
            document.muscle ? context.catalogue().muscle(document.muscle->id) : nullptr;
        const std::string side = context.texts(
            context.view().side == SideChoice::both ? "side.both"
            : document.muscle && document.muscle->side == Side::left ? "side.left" : "side.right");
        selected_row(context, "first",
                     muscle != nullptr
                         ? context.texts("caption.muscle",
                                         {{"muscle", (*muscle)->name_en}, {"side", side}})
                         : name_of(context, *first),
                     *first, commands);
    }
    for (const StructureId& id : document.also)
        selected_row(context, id.text, name_of(context, id), id, commands);
    ImGui::PopStyleVar();
    ImGui::Dummy(ImVec2(0, context.px(2)));
}

}  // namespace tpatlas::ui
