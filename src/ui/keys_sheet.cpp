// Every key that means something, by what it is for.

#include "state/keys.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr float keys_share = 0.40f;  // of the width; the words have the rest

// "Ctrl+Z, Ctrl+Y" as little caps, one below the other where a line is full.
float draw_caps(const PanelContext& context, std::string_view keys, ImVec2 at, float width)
{
    const Colours& c = context.colours;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::PushFont(context.fonts.small);
    const float height = ImGui::GetFontSize() + context.px(4);
    float x = at.x;
    float y = at.y;
    while (!keys.empty()) {
        const std::size_t comma = keys.size() > 2 ? keys.find(", ") : std::string_view::npos;
        const std::string cap(keys.substr(0, comma));
        keys = comma == std::string_view::npos ? std::string_view() : keys.substr(comma + 2);
        const float wide = ImGui::CalcTextSize(cap.c_str()).x + context.px(12);
        if (x > at.x && x + wide > at.x + width) {
            x = at.x;
            y += height + context.px(3);
        }
        list.AddRectFilled(ImVec2(x, y), ImVec2(x + wide, y + height), packed(c.control),
                           context.px(4));
        list.AddRect(ImVec2(x, y), ImVec2(x + wide, y + height),
                     packed(c.outline.w > 0 ? c.outline : c.control_active), context.px(4), 0,
                     context.px(1));
        list.AddText(ImVec2(std::round(x + context.px(6)), std::round(y + context.px(2))),
                     packed(c.text), cap.c_str());
        x += wide + context.px(4);
    }
    ImGui::PopFont();
    return y + height - at.y;
}

void key_line(const PanelContext& context, const KeyRow& row)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = context.width_left();
    const float left = std::floor(width * keys_share);
    const float caps = draw_caps(context, row.keys, at, left - context.px(6));
    const std::string text = context.texts(row.text_key);
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
        key_line(context, row);
    }
    end_sheet(context, place, false);
    return commands;
}

}  // namespace tpatlas::ui
