// A user's body: what was read and found out, whose each structure is, and what each mesh is said
// to be, which can be changed.

#include "domain/usual_units.hpp"
#include "ui/body_list.hpp"
#include "ui/folded_text.hpp"
#include "ui/sheets.hpp"
#include "ui/structure_chooser.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tpatlas::ui {

namespace {

constexpr std::size_t filter_from = 8;  // fewer meshes are seen at a glance
constexpr const char* map_label = "map";
constexpr const char* opened_mesh = "map_mesh";  // the draft that says whose popup is open
constexpr float popup_width = 340;
constexpr float popup_list = 150;
constexpr float popup_height = 350;  // at most, with names of two lines

std::string last_part(std::string path)
{
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    return path.substr(path.rfind('/') + 1);
}

std::string number(std::size_t n)
{
    return std::to_string(n);
}

std::string millimetres(float mm)
{
    char text[32];
    std::snprintf(text, sizeof text, mm < 10 ? "%.1f" : "%.0f", static_cast<double>(mm));
    return text;
}

std::string unit_words(const Texts& texts, float unit_mm)
{
    constexpr std::array<const char*, usual_units_mm.size()> keys{
        "body.in_millimetres", "body.in_centimetres", "body.in_inches", "body.in_metres"};
    if (is_usual_unit(unit_mm))
        return texts(keys[nearest_usual_unit(unit_mm)]);
    char mm[32];
    std::snprintf(mm, sizeof mm, "%.4g", static_cast<double>(unit_mm));
    return texts("body.in_units", {{"mm", mm}});
}

// What was read, and what of the body it is.
void what_was_read(const PanelContext& context)
{
    const Texts& texts = context.texts;
    const BodyList& list = *context.body_list;
    const std::string name = last_part(context.view().body.place);
    if (!name.empty()) {
        ImGui::PushFont(context.fonts.strong);
        const std::string shown = shortened(name, context.width_left(), true);
        ImGui::TextUnformatted(shown.c_str());
        ImGui::PopFont();
        tip_for_last_item(context, context.view().body.place);
    }
    caption(context, list.meshes().size() == 1 ? texts("body.one_mesh")
                     : list.file_count() == 1
                         ? texts("body.meshes", {{"meshes", number(list.meshes().size())}})
                         : texts("body.meshes_of_files",
                                 {{"meshes", number(list.meshes().size())},
                                  {"files", number(list.file_count())}}));
    ImGui::Dummy(ImVec2(0, context.px(1)));
    if (list.lent_count() > 0)
        wrapped(context, texts("body.yours_and_lent",
                               {{"own", number(list.own_count())},
                                {"all", number(list.own_count() + list.lent_count())}}));
    ImGui::Dummy(ImVec2(0, context.px(1)));
}

void what_was_found(const PanelContext& context, const Registration& registration)
{
    const Texts& texts = context.texts;
    if (!registration.registered) {
        ImGui::Dummy(ImVec2(0, context.px(2)));
        const bool tangled = std::any_of(
            registration.meshes.begin(), registration.meshes.end(),
            [&](const MeshPlace& mesh) { return is_said_but_tangled(registration, mesh); });
        caution_box(context, texts(tangled ? "body.tangled" : "body.not_registered"));
        ImGui::Dummy(ImVec2(0, context.px(2)));
        return;
    }
    field(context, "body.found",
          unit_words(texts, registration.unit_mm) + " " +
              texts(registration.up == UpAxis::y ? "body.up_y" : "body.up_z") + " " +
              texts(registration.mirrored ? "body.mirrored" : "body.not_mirrored"));
}

// What it is; then how that is known and how far it lies from ours.
struct KnownWords {
    std::string what;
    std::string how;
};

KnownWords known_words(const PanelContext& context, const BodyList::Mesh& mesh)
{
    const Texts& texts = context.texts;
    if (mesh.is_open())
        return {texts("body.not_known"), ""};
    if (mesh.what.empty())
        return {texts("body.none_of_ours_noted"), ""};
    std::string how = texts(mesh.by == KnownBy::note   ? "body.by_note"
                            : mesh.by == KnownBy::name ? "body.by_name"
                                                       : "body.by_shape");
    if (mesh.median_mm)
        how += " · " + (mesh.trusted
                            ? texts("body.median", {{"mm", millimetres(*mesh.median_mm)}})
                            : texts("body.too_different"));
    return {mesh.what, how};
}

// In one line, else in two (ImGui would break a number at its point).
std::string in_lines(const KnownWords& known, float room)
{
    if (known.how.empty())
        return known.what;
    const std::string line = known.what + " · " + known.how;
    return ImGui::CalcTextSize(line.c_str()).x <= room ? line : known.what + "\n" + known.how;
}

// A file's name has no blanks to break it at: in two lines, broken behind a mark where one is near.
std::string name_in_lines(const std::string& name, float room)
{
    const char* const begin = name.c_str();
    const char* fits = begin;
    ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), room, 0, begin, begin + name.size(),
                                    &fits);
    const auto most = static_cast<std::size_t>(fits - begin);
    if (most >= name.size())
        return name;
    const std::size_t mark = name.find_last_of(" _-/", most == 0 ? 0 : most - 1);
    const std::size_t cut = mark != std::string::npos && mark >= most / 2 ? mark + 1 : most;
    return name.substr(0, cut) + "\n" + shortened(name.substr(cut), room, true);
}

// True where it was pressed: its name, below it what it is said to be.
bool mesh_row(const PanelContext& context, const BodyList::Mesh& mesh)
{
    const Colours& c = context.colours;
    const float pad = context.px(8);
    const float arrow = context.px(16);
    const float width = context.width_left();
    const float room = width - 2 * pad - arrow;
    ImGui::PushFont(context.fonts.small);
    const std::string words = in_lines(known_words(context, mesh), room);
    const float below = ImGui::CalcTextSize(words.c_str(), nullptr, false, room).y;
    ImGui::PopFont();
    const std::string name = name_in_lines(mesh.name, room);
    const float above = ImGui::CalcTextSize(name.c_str()).y;
    const float gap = context.px(2);
    const float height = std::round(above + gap + below + 2 * context.px(5));
    const bool pressed =
        pressable(context, "mesh:" + number(mesh.number + 1), ImVec2(width, height));
    if (!ImGui::IsItemVisible())
        return pressed;
    const bool warns = mesh.is_open() || !mesh.trusted;
    const ImVec2 min = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemActive() || ImGui::IsItemHovered())
        list.AddRectFilled(min, ImGui::GetItemRectMax(),
                           packed(ImGui::IsItemActive() ? c.control_active : c.control),
                           ImGui::GetStyle().FrameRounding);
    list.AddText(ImVec2(min.x + pad, std::round(min.y + context.px(5))), packed(c.text),
                 name.c_str());
    ImGui::PushFont(context.fonts.small);
    list.AddText(nullptr, 0, ImVec2(min.x + pad, std::round(min.y + context.px(5) + above + gap)),
                 packed(warns ? c.caution : c.faint), words.c_str(), nullptr, room);
    ImGui::PopFont();
    const ImVec2 at(std::round(min.x + width - pad - context.px(4)),
                    std::round(min.y + height / 2));
    const float half = context.px(4);
    const ImVec2 chevron[3] = {{at.x - half / 2, at.y - half},
                               {at.x + half / 2, at.y},
                               {at.x - half / 2, at.y + half}};
    list.AddPolyline(chevron, 3, packed(c.faint), 0, context.px(1.5f));
    const bool whole = name.find("…") == std::string::npos;
    std::string tip = mesh.file.ends_with(mesh.name) ? mesh.file : mesh.name + "\n" + mesh.file;
    tip = whole && tip == mesh.name ? "" : tip + "\n";
    tip_for_last_item(context, tip + context.texts("body.change_tip"));
    return pressed;
}

// Where a row's popup stands: below the row, or above it where there is no room.
void place_popup(const PanelContext& context)
{
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const bool above = max.y + context.px(popup_height) > screen.y && min.y > screen.y - max.y;
    context.drafts["map_x"] = std::to_string(
        std::max(0.0f, std::min(min.x, screen.x - context.px(popup_width + 20))));
    context.drafts["map_y"] = std::to_string(above ? min.y : max.y);
    context.drafts["map_above"] = above ? "1" : "";
}

// Asks what the mesh is; its popup is open.
void mapping_popup(const PanelContext& context, const BodyList::Mesh& mesh, const MeshPlace& place,
                   std::vector<Command>& commands)
{
    const Texts& texts = context.texts;
    const float width = context.px(popup_width);
    ImGui::Dummy(ImVec2(width, 0));
    ImGui::PushFont(context.fonts.strong);
    const std::string asked = texts("body.what_is", {{"name", mesh.name}});
    const std::string shown = name_in_lines(asked, width);
    ImGui::TextUnformatted(shown.c_str());
    ImGui::PopFont();
    if (shown.find("…") != std::string::npos)
        tip_for_last_item(context, asked);
    if (!mesh.is_open()) {
        KnownWords known = known_words(context, mesh);
        known.what = texts("body.is_now", {{"what", known.what}});
        ImGui::PushFont(context.fonts.small);
        const std::string words = in_lines(known, width);
        // Not at the popup's own edge: it takes its width from what is in it, a frame later.
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
        ImGui::PushStyleColor(ImGuiCol_Text, context.colours.faint);
        ImGui::TextUnformatted(words.c_str());
        ImGui::PopStyleColor();
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
    }
    StructureChooser chooser(context, map_label, likely_side(place));
    chooser.draw_line();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(6), context.px(4)));
    if (ImGui::BeginChild("##found", ImVec2(width, context.px(popup_list)), false,
                          ImGuiWindowFlags_NoNav)) {
        std::optional<std::vector<StructureId>> chosen;
        const std::vector<StructureId> other = context.body_list->on_other_side(place.structures);
        if (context.drafts["map_search"].empty()) {
            if (!other.empty() &&
                choice_row(context, "map_other_side", context.body_list->words_of(other),
                           texts("body.other_side"), false))
                chosen = other;
            if (place.guesses.empty())
                wrapped_faint(context, texts("body.type_name"));
        }
        if (std::optional<std::vector<StructureId>> found = chooser.draw_found(place.guesses))
            chosen = std::move(found);
        if (chosen) {
            commands.push_back(MapMesh{place.file, place.node, std::move(*chosen)});
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (text_button(context, "map_none", texts("body.none_of_ours"), false, width)) {
        commands.push_back(MapMesh{place.file, place.node, {}});
        ImGui::CloseCurrentPopup();
    }
    tip_for_last_item(context, texts("body.none_of_ours_tip"));
}

// The popup of the row that was pressed last.
void popup_of_row(const PanelContext& context, const Registration& registration, bool opened,
                  std::vector<Command>& commands)
{
    if (opened)
        ImGui::OpenPopup("mesh_popup");
    const auto draft = [&](const char* key) {
        const std::string& text = context.drafts[key];
        return text.empty() ? 0.0f : std::stof(text);
    };
    ImGui::SetNextWindowPos(ImVec2(draft("map_x"), draft("map_y")), ImGuiCond_Always,
                            ImVec2(0, draft("map_above")));
    if (!begin_popup(context, "mesh_popup"))
        return;
    const std::string& which = context.drafts[opened_mesh];
    for (const BodyList::Mesh& mesh : context.body_list->meshes())
        if (number(mesh.number) == which)
            mapping_popup(context, mesh, registration.meshes[mesh.number], commands);
    end_popup(context);
}

// True: a row was pressed.
bool mesh_rows(const PanelContext& context)
{
    const BodyList& list = *context.body_list;
    bool pressed = false;
    sheet_section(context, "body.list");
    std::string wanted;
    if (list.meshes().size() >= filter_from)
        wanted = live_field(context, "mesh_filter", context.texts("body.filter"),
                            context.width_left())
                     .text;
    wanted = folded(wanted);
    if (list.open_count() > 0 && list.meshes().size() > 1)
        caption(context, context.texts("body.open_count", {{"count", number(list.open_count())}}));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(1)));
    bool any = false;
    for (const BodyList::Mesh& mesh : list.meshes()) {
        if (!wanted.empty() && !match_rank(wanted, mesh.folded))
            continue;
        any = true;
        if (!mesh_row(context, mesh))
            continue;
        place_popup(context);
        StructureChooser::forget(context, map_label);
        context.drafts[opened_mesh] = number(mesh.number);
        pressed = true;
    }
    ImGui::PopStyleVar();
    if (!any)
        wrapped_faint(context, context.texts("body.filter_none"));
    return pressed;
}

// In interface units: the sentence, and the button below it.
float foot_height(const PanelContext& context, const Rectangle& place)
{
    if (!context.view().body.unsaved || context.body_list == nullptr)
        return 0;
    ImGui::PushFont(context.fonts.small);
    const std::string& text = context.texts("body.keep_words");
    const float width = place.size.x - context.px(2 * 16);
    const float words = ImGui::CalcTextSize(text.c_str(), nullptr, false, width).y;
    ImGui::PopFont();
    return words / context.scale + 12 + 6 + 32 + 2;
}

void keeping(const PanelContext& context, const Rectangle& place, std::vector<Command>& commands)
{
    const float width = place.size.x - 2 * context.px(16);
    caption(context, context.texts("body.keep_words"));
    const std::string& text = context.texts("body.keep");
    if (main_button(context, "keep_body_map", Icon::check,
                    shortened(text, width - context.px(60)), width))
        commands.push_back(KeepBodyMap{});
    tip_for_last_item(context,
                      context.texts("body.keep_tip", {{"file", context.view().body.map}}));
}

}  // namespace

std::vector<Command> body_sheet(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    const Registration* registration = context.atlas().registration();
    const float foot = foot_height(context, place);
    begin_sheet(context, place, "sheet.body", foot, commands);
    bool pressed = false;
    if (context.body_list == nullptr || registration == nullptr) {  // ours was opened meanwhile
        wrapped(context, context.texts("body.ours"));
    } else {
        what_was_read(context);
        what_was_found(context, *registration);
        if (context.body_list->lent_count() > 0 &&
            check_box(context, "ghosts_box", context.texts("body.ghosts"),
                      context.document().ghosts))
            commands.push_back(ShowGhosts{!context.document().ghosts});
        pressed = mesh_rows(context);
    }
    if (foot > 0) {
        begin_foot(context, place, foot);
        keeping(context, place, commands);
    }
    if (foot <= 0)
        ImGui::EndChild();
    if (registration != nullptr && context.body_list != nullptr)
        popup_of_row(context, *registration, pressed, commands);
    end_sheet(context, place, true);
    return commands;
}

}  // namespace tpatlas::ui
