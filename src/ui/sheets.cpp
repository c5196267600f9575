#include "ui/sheets.hpp"

#include "ui/widgets.hpp"

namespace tpatlas::ui {

namespace {

constexpr float pad_x = 16;
constexpr float pad_y = 12;

}  // namespace

std::vector<Command> sheet_panel(const PanelContext& context, const Rectangle& place)
{
    switch (context.view().sheet) {
    case Sheet::capture: return capture_sheet(context, place);
    case Sheet::scenes: return scenes_sheet(context, place);
    case Sheet::settings: return settings_sheet(context, place);
    case Sheet::keys: return keys_sheet(context, place);
    case Sheet::body: return body_sheet(context, place);
    case Sheet::details: break;
    }
    return {};
}

void begin_sheet(const PanelContext& context, const Rectangle& place, std::string_view title_key,
                 float foot, std::vector<Command>& commands)
{
    begin_panel("##details", place, context, ImVec2(pad_x, pad_y));
    ImGui::PushFont(context.fonts.title);
    const float line = ImGui::GetTextLineHeight();
    ImGui::SetCursorPosY(context.px(pad_y) + (context.px(32) - line) / 2);
    ImGui::TextUnformatted(context.texts(title_key).c_str());
    ImGui::PopFont();
    // The cross itself, not its ground, ends where the text below does.
    ImGui::SameLine(place.size.x - context.px(pad_x + 32 - 9));
    ImGui::SetCursorPosY(context.px(pad_y));
    if (icon_button(context, "sheet_close", Icon::cross, context.texts("sheet.close")))
        commands.push_back(OpenSheet{Sheet::details});
    const float top = context.px(pad_y + 32 + 6);
    ImGui::SetCursorPosY(top);
    // A sheet's own place to scroll to.
    const std::string id = "##" + std::string(title_key);
    ImGui::BeginChild(id.c_str(), ImVec2(0, place.size.y - top - context.px(foot + pad_y)), false,
                      ImGuiWindowFlags_NoNav);
}

void begin_foot(const PanelContext& context, const Rectangle& place, float foot)
{
    ImGui::EndChild();
    const float top = place.size.y - context.px(foot + pad_y);
    const float y = place.min.y + top + context.px(2);
    edge_line(context, {place.min.x + context.px(pad_x), y},
              {place.max().x - context.px(pad_x), y});
    ImGui::SetCursorPos(ImVec2(context.px(pad_x), top + context.px(12)));
}

void end_sheet(const PanelContext& context, const Rectangle& place, bool has_foot)
{
    if (!has_foot)
        ImGui::EndChild();
    edge_line(context, place.min, {place.min.x, place.max().y});
    ImGui::End();
}

void sheet_section(const PanelContext& context, std::string_view key)
{
    if (ImGui::GetCursorPosY() > 1)
        ImGui::Dummy(ImVec2(0, context.px(5)));
    caption(context, context.texts(key));
}

}  // namespace tpatlas::ui
