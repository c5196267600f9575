// Scenes: save, open, what was opened lately, and a plain look into folders.

#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::ui {

namespace {

std::string name_of(const std::string& file)
{
    return file.substr(file.rfind('/') + 1);
}

std::string folder_of(const std::string& file)
{
    const std::size_t slash = file.rfind('/');
    if (slash == std::string::npos)
        return {};
    return file.substr(0, std::max<std::size_t>(1, slash));  // "/" of "/file"
}

// What was typed: a name with an ending is a file, all else a folder.
Command opening(const std::string& path)
{
    const std::string name = name_of(path);
    const std::size_t dot = name.rfind('.');
    if (dot != std::string::npos && dot > 0 && dot + 1 < name.size())
        return OpenFile{path};
    return ListFolder{path};
}

// A line with an icon before it.
bool entry_row(const PanelContext& context, const std::string& label, Icon icon,
               const std::string& name, const std::string& tip)
{
    const float height = context.px(28);
    const float width = context.width_left();
    const bool pressed = pressable(context, label, ImVec2(width, height));
    if (!ImGui::IsItemVisible())
        return pressed;
    const ImVec2 min = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered())
        list.AddRectFilled(min, ImGui::GetItemRectMax(), packed(context.colours.control),
                           ImGui::GetStyle().FrameRounding);
    const float middle = min.y + height / 2;
    draw_icon(list, icon, ImVec2(min.x + context.px(16), middle), context.px(15),
              packed(context.colours.faint));
    const float left = min.x + context.px(32);
    const std::string shown = shortened(name, min.x + width - context.px(8) - left, true);
    list.AddText(ImVec2(left, std::round(middle - ImGui::GetFontSize() / 2)),
                 packed(context.colours.text), shown.c_str());
    if (!tip.empty() || shown != name)
        tip_for_last_item(context, tip.empty() ? name : tip);
    return pressed;
}

void saving(const PanelContext& context, std::vector<Command>& commands)
{
    const std::string& now = context.view().scene_file;
    const std::string words =
        now.empty() ? context.texts("scenes.save_new")
                    : context.texts("scenes.save_into", {{"file", name_of(now)}});
    if (main_button(context, "scene_save", Icon::scenes,
                    shortened(words, context.width_left() - context.px(60), true),
                    context.width_left()))
        commands.push_back(SaveScene{});
    ImGui::Dummy(ImVec2(0, context.px(2)));
    if (const auto name = text_field(context, "scene_name", context.texts("scenes.save_as"), "",
                                     context.width_left());
        name && !name->empty())
        commands.push_back(SaveScene{*name});
    caption(context, context.texts("scenes.save_as_hint"));
    const std::string model = context.texts("scenes.export");
    if (icon_text_button(context, "export_model", Icon::file,
                         shortened(model, context.width_left() - context.px(60)),
                         model + ". " + context.texts("scenes.export_tip")))
        commands.push_back(ExportModel{});
}

void recent(const PanelContext& context, std::vector<Command>& commands)
{
    const std::vector<std::string>& files = context.view().recent;
    if (files.empty())
        return;
    sheet_section(context, "scenes.recent");
    for (std::size_t i = 0; i < files.size(); ++i)
        if (entry_row(context, "recent:" + std::to_string(i + 1), Icon::file, name_of(files[i]),
                      files[i]))
            commands.push_back(OpenFile{files[i]});
}

// All meshes of the folder together.
void folder_as_body(const PanelContext& context, std::vector<Command>& commands)
{
    const FolderListing& listing = context.view().listing;
    if (!listing.meshes)
        return;
    if (icon_text_button(context, "open_folder", Icon::body, context.texts("scenes.folder_as_body"),
                         context.texts("scenes.folder_as_body_tip")))
        commands.push_back(OpenFile{listing.folder});
}

void browser(const PanelContext& context, std::vector<Command>& commands)
{
    const FolderListing& listing = context.view().listing;
    sheet_section(context, "scenes.open");
    if (const auto path = text_field(context, "scene_path", context.texts("scenes.path"),
                                     listing.folder, context.width_left());
        path && !path->empty())
        commands.push_back(opening(*path));
    if (!listing.fault.empty())
        caution_box(context, listing.fault);
    if (listing.folder.empty())
        return;
    if (listing.folder != "/" &&
        entry_row(context, "entry:..", Icon::up, context.texts("scenes.folder_above"),
                  folder_of(listing.folder)))
        commands.push_back(ListFolder{folder_of(listing.folder)});
    folder_as_body(context, commands);
    const std::string before = listing.folder == "/" ? "/" : listing.folder + "/";
    for (const FolderListing::Entry& entry : listing.entries) {
        if (!entry_row(context, "entry:" + entry.name, entry.folder ? Icon::scenes : Icon::file,
                       entry.name, ""))
            continue;
        commands.push_back(entry.folder ? Command{ListFolder{before + entry.name}}
                                        : Command{OpenFile{before + entry.name}});
    }
    if (listing.entries.empty() && listing.fault.empty())
        wrapped_faint(context, context.texts("scenes.empty"));
}

}  // namespace

std::vector<Command> scenes_sheet(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    // Read anew each time: files come and go.
    if (context.sheet_is_new)
        commands.push_back(ListFolder{context.view().listing.folder});
    begin_sheet(context, place, "sheet.scenes", 0, commands);
    saving(context, commands);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(2)));
    recent(context, commands);
    browser(context, commands);
    ImGui::PopStyleVar();
    end_sheet(context, place, false);
    return commands;
}

}  // namespace tpatlas::ui
