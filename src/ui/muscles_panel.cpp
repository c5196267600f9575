#include "ui/panels.hpp"

#include "state/selection.hpp"
#include "ui/compact_controls.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace tpatlas::ui {

namespace {

constexpr std::size_t nearest_count = 5;

float side_choice_width(const PanelContext& context)
{
    return context.px(32 + 3 + 32 + 3 + 48);
}

void side_choice(const PanelContext& context, std::vector<Command>& commands)
{
    struct Choice {
        SideChoice side;
        const char* label;
        const char* letter_key;
        const char* word_key;
    };
    constexpr std::array<Choice, 3> choices{
        {{SideChoice::right, "side:right", "side.right_letter", "side.right"},
         {SideChoice::left, "side:left", "side.left_letter", "side.left"},
         {SideChoice::both, "side:both", "side.both_letters", "side.both"}}};
    const float gap = context.px(3);
    const std::array<float, 3> widths{context.px(32), context.px(32), context.px(48)};
    ImGui::SameLine(ImGui::GetContentRegionMax().x - side_choice_width(context));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0)
            ImGui::SameLine(0, gap);
        if (text_button(context, choices[i].label, context.texts(choices[i].letter_key),
                        context.view().side == choices[i].side, widths[i]))
            commands.push_back(SetSide{choices[i].side});
        tip_for_last_item(context, context.texts("side.caption") + ": " +
                                       context.texts(choices[i].word_key));
    }
}

std::vector<StructureId> structures_of(const MuscleRow& row, SideChoice side)
{
    std::vector<StructureId> all;
    for (const std::string& name : row.structures)
        for (const Side s : row.on_middle ? std::vector{Side::middle}
                                          : shown_sides(side_of(side), side))
            all.push_back({name + "." + std::string(to_text(s))});
    return all;
}

// The one that Details tell of.
bool is_selected(const MuscleRow& row, const Document& document)
{
    if (row.muscle)
        return document.muscle && document.muscle->id == *row.muscle;
    return document.structure && document.structure->text.rfind(row.structures.front() + ".", 0) == 0;
}

bool is_selected_beside(const MuscleRow& row, const Document& document)
{
    return std::any_of(row.structures.begin(), row.structures.end(), [&](const std::string& name) {
        return std::any_of(document.also.begin(), document.also.end(), [&](const StructureId& id) {
            return id.text.rfind(name + ".", 0) == 0;
        });
    });
}

Command selecting(const MuscleRow& row, SideChoice side)
{
    if (row.muscle)
        return SelectMuscle{*row.muscle, side_of(side)};
    return SelectStructure{structures_of(row, side).front()};
}

// Beside what is selected, or no more: a row stands for all its structures on the chosen sides.
void select_beside(const PanelContext& context, const MuscleRow& row,
                   std::vector<Command>& commands)
{
    const SideChoice side = context.view().side;
    const std::set<StructureId> chosen =
        selected_structures(context.document(), side, context.atlas());
    const std::vector<StructureId> own = structures_of(row, side);
    if (chosen.empty()) {
        commands.push_back(selecting(row, side));
        return;
    }
    if (is_selected(row, context.document()) && !own.empty()) {
        commands.push_back(SelectAlso{own.front()});  // one takes all that was selected first away
        return;
    }
    const bool all_chosen = std::all_of(own.begin(), own.end(), [&](const StructureId& id) {
        return chosen.contains(id);
    });
    for (const StructureId& id : own)
        if (all_chosen || !chosen.contains(id))
            commands.push_back(SelectAlso{id});
}

// Smaller where it is too long, then shortened with the whole as a tip; ImGui's hint would be cut.
void prompt(const PanelContext& context, glm::vec2 min, glm::vec2 max)
{
    const std::string text = context.texts("search.prompt");
    const bool fits = min.x + ImGui::CalcTextSize(text.c_str()).x <= max.x;
    ImGui::PushFont(fits ? context.fonts.body : context.fonts.small);
    if (min.x + ImGui::CalcTextSize(text.c_str()).x > max.x)
        tip_for_last_item(context, text);
    clipped_text(*ImGui::GetWindowDrawList(),
                 ImVec2(min.x, (min.y + max.y - ImGui::GetFontSize()) / 2), max.x,
                 packed(context.colours.faint), text);
    ImGui::PopFont();
}

void search_field(const PanelContext& context, std::vector<Command>& commands)
{
    const float height = context.px(34);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, ImVec2(at.x + width, at.y + height), packed(context.colours.control),
                       context.px(8));
    draw_icon(list, Icon::search, ImVec2(at.x + context.px(18), at.y + height / 2), context.px(17),
              packed(context.colours.faint));

    std::array<char, 128> text{};  // ImGui edits the copy, never the state
    std::strncpy(text.data(), context.view().search.c_str(), text.size() - 1);
    if (context.focus_search)
        ImGui::SetKeyboardFocusHere();
    const float cross = text[0] != '\0' ? context.px(34) : context.px(8);
    ImGui::SetCursorScreenPos(ImVec2(at.x + context.px(32), at.y));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(context.px(2), (height - ImGui::GetFontSize()) / 2));
    ImGui::SetNextItemWidth(width - context.px(32) - cross);
    before_text(context, "search");
    const bool entered = ImGui::InputText("##search", text.data(), text.size(),
                                          ImGuiInputTextFlags_EnterReturnsTrue);
    const bool active = ImGui::IsItemActive();
    if (text[0] == '\0')
        prompt(context, {at.x + context.px(34), at.y},
               {at.x + width - context.px(8), at.y + height});
    after_text(context, "search");
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (active)
        list.AddRect(at, ImVec2(at.x + width, at.y + height), packed(context.colours.accent),
                     context.px(8), 0, context.px(1.5f));
    if (context.view().search != text.data())
        commands.push_back(Search{text.data()});
    if (text[0] != '\0') {
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - context.px(33), at.y + context.px(1)));
        if (icon_button(context, "search_clear", Icon::cross, context.texts("search.clear")))
            commands.push_back(Search{});
    }
    // Enter takes the best hit.
    if (entered) {
        const std::vector<MuscleList::Hit> hits = context.muscles.search(text.data());
        if (!hits.empty())
            commands.push_back(
                selecting(context.muscles.rows()[hits.front().row], context.view().side));
    }
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + height));
    ImGui::Dummy(ImVec2(0, context.px(4)));
}

void badge(const PanelContext& context, std::size_t count, float right, float middle)
{
    const std::string text = context.texts("list.points_badge", {{"count", std::to_string(count)}});
    ImGui::PushFont(context.fonts.small);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    const float half = context.px(10);
    const float width = std::max(2 * half, size.x + context.px(12));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(ImVec2(right - width, middle - half), ImVec2(right, middle + half),
                       packed(context.colours.accent), half);
    list.AddText(ImVec2(right - (width + size.x) / 2, middle - size.y / 2),
                 packed(context.colours.on_accent), text.c_str());
    ImGui::PopFont();
}

std::string row_tip(const PanelContext& context, const MuscleRow& row)
{
    std::string tip = row.name;
    if (!row.name_la.empty())
        tip += "\n" + row.name_la;
    if (row.kind != StructureKind::muscle)
        return tip + "\n" + context.texts("kind." + std::string(to_text(row.kind)));
    if (row.structures.empty())
        tip += "\n" + context.texts("list.no_structure");
    const std::string count = std::to_string(row.point_count);
    return tip + "\n" +
           (row.point_count == 0   ? context.texts("list.no_points_tip")
            : row.point_count == 1 ? context.texts("list.one_point_tip")
                                   : context.texts("list.points_tip", {{"count", count}}));
}

void muscle_row(const PanelContext& context, const MuscleRow& row, const std::string& second_line,
                std::vector<Command>& commands)
{
    const Colours& c = context.colours;
    const bool selected = is_selected(row, context.document());
    const bool beside = !selected && is_selected_beside(row, context.document());
    const float height = context.px(second_line.empty() ? 30.0f : 46.0f);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    if (pressable(context, "muscle:" + row.key(), ImVec2(width, height))) {
        if (ImGui::GetIO().KeyCtrl)
            select_beside(context, row, commands);
        else
            commands.push_back(selecting(row, context.view().side));
    }
    if (selected && context.reveal_row)
        ImGui::SetScrollHereY(0.4f);
    if (!ImGui::IsItemVisible())
        return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (selected || beside || ImGui::IsItemHovered())
        list.AddRectFilled(at, ImVec2(at.x + width, at.y + height),
                           packed(selected || beside ? c.accent_soft : c.control), context.px(6));
    const float line = ImGui::GetFontSize();
    const float top = second_line.empty() ? at.y + (height - line) / 2 : at.y + context.px(5);
    float right = at.x + width - context.px(8);
    if (row.point_count > 0) {
        badge(context, row.point_count, right, at.y + height / 2);
        right -= context.px(30);
    }
    ImGui::PushFont(selected ? context.fonts.strong : context.fonts.body);
    const ImVec4& ink = selected || beside ? c.accent : row.muscle ? c.text : c.faint;
    clipped_text(list, ImVec2(at.x + context.px(10), top), right, packed(ink), row.name);
    ImGui::PopFont();
    if (!second_line.empty()) {
        ImGui::PushFont(context.fonts.small);
        clipped_text(list, ImVec2(at.x + context.px(10), top + line + context.px(3)), right,
                     packed(c.faint), second_line);
        ImGui::PopFont();
    }
    tip_for_last_item(context, row_tip(context, row));
}

// How the list is grouped: the line is shared out, longer words get more of it.
void order_choice(const PanelContext& context, std::vector<Command>& commands)
{
    struct Choice {
        ListOrder order;
        const char* label;
        const char* key;
        const char* tip_key;
    };
    constexpr std::array<Choice, 3> choices{
        {{ListOrder::region, "order:region", "list.by_region", "list.by_region_tip"},
         {ListOrder::layer, "order:layer", "list.by_layer", "list.by_layer_tip"},
         {ListOrder::letter, "order:letter", "list.by_letter", "list.by_letter_tip"}}};
    const float gap = context.px(3);
    const float line = ImGui::GetContentRegionAvail().x - 2 * gap;
    float words = 0;
    for (const Choice& choice : choices)
        words += small_width(context, context.texts(choice.key));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0)
            ImGui::SameLine(0, gap);
        const float width = small_width(context, context.texts(choices[i].key)) +
                            (line - words) / static_cast<float>(choices.size());
        if (small_button(context, choices[i].label, context.texts(choices[i].key),
                         context.view().list_order == choices[i].order, width))
            commands.push_back(SetListOrder{choices[i].order});
        tip_for_last_item(context, context.texts(choices[i].tip_key));
    }
}

void heading(const PanelContext& context, const std::string& text)
{
    ImGui::Dummy(ImVec2(0, context.px(4)));
    ImGui::Indent(context.px(10));
    caption(context, text);
    ImGui::Unindent(context.px(10));
}

void whole_list(const PanelContext& context, std::vector<Command>& commands)
{
    for (const MuscleList::Group& group : context.muscles.groups(context.view().list_order)) {
        heading(context, group.title);
        for (const std::size_t row : group.rows)
            muscle_row(context, context.muscles.rows()[row], "", commands);
    }
}

void hit_row(const PanelContext& context, const MuscleList::Hit& hit,
             std::vector<Command>& commands)
{
    const MuscleRow& row = context.muscles.rows()[hit.row];
    std::string below = hit.found_as;
    if (row.kind != StructureKind::muscle)
        below = context.texts("kind." + std::string(to_text(row.kind))) +
                (below.empty() ? "" : " · " + below);
    muscle_row(context, row, below, commands);
}

void search_result(const PanelContext& context, std::vector<Command>& commands)
{
    std::vector<MuscleList::Hit> hits = context.muscles.search(context.view().search);
    const auto near = std::find_if(hits.begin(), hits.end(), [](const auto& hit) { return hit.near; });
    const auto exact = static_cast<std::size_t>(near - hits.begin());
    for (std::size_t i = 0; i < exact; ++i)
        hit_row(context, hits[i], commands);
    if (exact == 0) {
        ImGui::Dummy(ImVec2(0, context.px(4)));
        wrapped(context, context.texts("search.none", {{"word", context.view().search}}));
    }
    if (hits.empty())
        for (const std::size_t row : context.muscles.nearest(context.view().search, nearest_count))
            hits.push_back({row, "", true});
    if (hits.size() > exact)
        heading(context, context.texts("search.nearest_rows"));
    for (std::size_t i = exact; i < hits.size(); ++i)
        hit_row(context, hits[i], commands);
}

// The panel's name, smaller where the choice of the side leaves it too little room.
void panel_name(const PanelContext& context)
{
    const std::string text = context.texts("panel.muscles");
    const float room =
        ImGui::GetContentRegionAvail().x - side_choice_width(context) - context.px(6);
    const auto width_in = [&](ImFont* font) {
        ImGui::PushFont(font);
        const float width = ImGui::CalcTextSize(text.c_str()).x;
        ImGui::PopFont();
        return width;
    };
    const float high = context.fonts.title->FontSize * ImGui::GetIO().FontGlobalScale;
    ImFont* font = context.fonts.title;
    for (ImFont* smaller : {context.fonts.strong, context.fonts.small})
        if (width_in(font) > room)
            font = smaller;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float pad = ImGui::GetStyle().FramePadding.y;
    ImGui::PushFont(font);
    ImGui::GetWindowDrawList()->AddText(
        ImVec2(at.x, std::round(at.y + pad + (high - ImGui::GetFontSize()) / 2)),
        packed(context.colours.text), text.c_str());
    ImGui::PopFont();
    ImGui::Dummy(ImVec2(room, high + 2 * pad));
}

}  // namespace

std::vector<Command> muscles_panel(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##muscles", place, context, ImVec2(14, 12));
    panel_name(context);
    side_choice(context, commands);
    ImGui::Dummy(ImVec2(0, context.px(1)));
    search_field(context, commands);
    if (context.view().search.find_first_not_of(' ') == std::string::npos)
        order_choice(context, commands);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(1)));
    if (ImGui::BeginChild("##list")) {
        if (context.view().search.find_first_not_of(' ') == std::string::npos)
            whole_list(context, commands);
        else
            search_result(context, commands);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    edge_line(context, {place.max().x, place.min.y}, place.max());
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
