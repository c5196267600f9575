// What is kept between starts and is nobody's but the user's: theme, size, motion, how the camera
// turns.

#include "ui/compact_controls.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

#include <array>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr std::array<const char*, 3> themes{"light", "dark", "high_contrast"};
constexpr std::array<int, 8> scales{75, 100, 125, 150, 175, 200, 250, 300};

// Ground, text and accent of a theme, as a sample of it.
void draw_sample(const PanelContext& context, const Colours& theme)
{
    const ImVec2 max = ImGui::GetItemRectMax();
    const float height = max.y - ImGui::GetItemRectMin().y;
    const ImVec2 size(context.px(44), context.px(18));
    const ImVec2 min(max.x - context.px(10) - size.x, max.y - (height + size.y) / 2);
    const ImVec2 end(min.x + size.x, min.y + size.y);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(min, end, packed(theme.panel), context.px(4));
    list.AddRect(min, end, packed(context.colours.faint), context.px(4), 0, context.px(1));
    const float middle = (min.y + end.y) / 2;
    list.AddCircleFilled(ImVec2(min.x + context.px(11), middle), context.px(4.5f),
                         packed(theme.accent), 20);
    for (const float y : {-3.0f, 3.0f})
        list.AddLine(ImVec2(min.x + context.px(20), middle + context.px(y)),
                     ImVec2(min.x + context.px(y < 0 ? 37.0f : 32.0f), middle + context.px(y)),
                     packed(y < 0 ? theme.text : theme.faint), context.px(2));
}

void theme_choice(const PanelContext& context, std::vector<Command>& commands)
{
    sheet_section(context, "settings.theme");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(1)));
    for (const char* theme : themes) {
        const std::string name = theme;
        if (choice_row(context, "theme:" + name, context.texts("theme." + name), "",
                       context.view().theme == name))
            commands.push_back(SetTheme{name});
        draw_sample(context, theme_colours(name));
    }
    ImGui::PopStyleVar();
}

void scale_choice(const PanelContext& context, std::vector<Command>& commands)
{
    sheet_section(context, "settings.scale");
    const float now = context.view().interface_scale;
    const auto choice = [&](Flow& flow, const std::string& label, const std::string& text,
                            float scale, float width) {
        flow.place(width);
        if (small_button(context, label, text, std::abs(now - scale) < 0.01f, width))
            commands.push_back(SetInterfaceScale{scale});
    };
    Flow flow(context);
    choice(flow, "scale:auto", context.texts("settings.scale_auto"), 0, context.width_left());
    const float width = std::floor((context.width_left() - 3 * context.px(4)) / 4);
    for (const int percent : scales) {
        const std::string text = std::to_string(percent);
        choice(flow, "scale:" + text, text + " %", static_cast<float>(percent) / 100, width);
    }
    if (now > 0 && context.scale < now - 0.01f) {
        ImGui::Dummy(ImVec2(0, context.px(1)));
        caption(context, context.texts("settings.scale_limited"));
    }
}

void motion(const PanelContext& context, std::vector<Command>& commands)
{
    sheet_section(context, "settings.motion");
    const View& view = context.view();
    if (check_box(context, "reduced_motion", context.texts("settings.reduced_motion"),
                  view.reduced_motion))
        commands.push_back(SetReducedMotion{!view.reduced_motion});
    caption(context, context.texts("settings.reduced_motion_words"));

    sheet_section(context, "settings.orbit");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(1)));
    if (choice_row(context, "orbit:turntable", context.texts("settings.turntable"), "",
                   !view.free_orbit))
        commands.push_back(SetFreeOrbit{false});
    if (choice_row(context, "orbit:free", context.texts("settings.free_orbit"), "",
                   view.free_orbit))
        commands.push_back(SetFreeOrbit{true});
    ImGui::PopStyleVar();
    caption(context, context.texts(view.free_orbit ? "settings.free_orbit_words"
                                                   : "settings.turntable_words"));
}

}  // namespace

std::vector<Command> settings_sheet(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_sheet(context, place, "sheet.settings", 0, commands);
    theme_choice(context, commands);
    scale_choice(context, commands);
    motion(context, commands);
    end_sheet(context, place, false);
    return commands;
}

}  // namespace tpatlas::ui
