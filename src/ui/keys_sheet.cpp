// Every key that means something, by what it is for.

#include "state/keys.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace tpatlas::ui {

namespace {

// "Ctrl+Z, Ctrl+Y" or "[  ]": one cap after the other.
std::vector<std::string> caps_of(std::string_view keys)
{
    std::vector<std::string> caps;
    while (!keys.empty()) {
        // From the second character on: a comma is a key too.
        const std::size_t end = std::min({keys.find(", ", 1), keys.find("  ", 1), keys.size()});
        caps.emplace_back(keys.substr(0, end));
        keys.remove_prefix(std::min(end + 2, keys.size()));
    }
    return caps;
}

float cap_width(const PanelContext& context, const std::string& cap)
{
    return ImGui::CalcTextSize(cap.c_str()).x + context.px(12);
}

// So wide is the widest.
float caps_column(const PanelContext& context)
{
    float width = 0;
    ImGui::PushFont(context.fonts.small);
    for (const KeyRow& row : key_rows())
        for (const std::string& cap : caps_of(row.keys))
            width = std::max(width, cap_width(context, cap));
    ImGui::PopFont();
    return std::ceil(width);
}

// One below the other where a line is full; how high they are.
float draw_caps(const PanelContext& context, std::string_view keys, ImVec2 at, float width)
{
    const Colours& c = context.colours;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::PushFont(context.fonts.small);
    const float height = ImGui::GetFontSize() + context.px(4);
    float x = at.x;
    float y = at.y;
    for (const std::string& cap : caps_of(keys)) {
        const float wide = cap_width(context, cap);
        if (x > at.x && x + wide > at.x + width) {
            x = at.x;
            y += height + context.px(3);
        }
        const ImVec2 end(x + wide, y + height);
        list.AddRectFilled(ImVec2(x, y), end, packed(c.control), context.px(4));
        list.AddRect(ImVec2(x, y), end, packed(c.outline.w > 0 ? c.outline : c.control_active),
                     context.px(4), 0, context.px(1));
        list.AddText(ImVec2(std::round(x + context.px(6)), std::round(y + context.px(2))),
                     packed(c.text), cap.c_str());
        x += wide + context.px(4);
    }
    ImGui::PopFont();
    return y + height - at.y;
}

void key_line(const PanelContext& context, const KeyRow& row, float column)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = context.width_left();
    const float caps = draw_caps(context, row.keys, at, column);
    const std::string text = context.texts(row.text_key);
    const float left = column + context.px(10);
    const float room = width - left;
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, room);
    ImGui::GetWindowDrawList()->AddText(nullptr, 0, ImVec2(at.x + left, at.y),
                                        packed(context.colours.text), text.c_str(), nullptr, room);
    ImGui::Dummy(ImVec2(width, std::max(caps, size.y) + context.px(2)));
    context.items.add(row.text_key);
}

}  // namespace

std::vector<Command> keys_sheet(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_sheet(context, place, "sheet.keys", 0, commands);
    const float column = caps_column(context);
    std::string_view group;
    for (const KeyRow& row : key_rows()) {
        if (row.group != group) {
            if (!group.empty())
                hair_line(context);
            group = row.group;
            ImGui::PushFont(context.fonts.strong);
            ImGui::TextUnformatted(context.texts(group).c_str());
            ImGui::PopFont();
        }
        key_line(context, row, column);
    }
    end_sheet(context, place, false);
    return commands;
}

}  // namespace tpatlas::ui
