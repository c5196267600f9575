// How far a user's body is read, and a way to stop it.

#include "ui/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr float card_height = 80;    // it covers the picture's strip whole
constexpr float largest_line = 560;  // a longer bar tells no more

void bar(const PanelContext& context, float share, float width)
{
    const float height = context.px(6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Colours& c = context.colours;
    const ImVec2 end(at.x + width, at.y + height);
    list.AddRectFilled(at, end, packed(c.control_active), height / 2);
    if (c.outline.w > 0)
        list.AddRect(at, end, packed(c.outline), height / 2, 0, context.px(1));
    if (share > 0)
        list.AddRectFilled(at, ImVec2(at.x + std::max(height, share * width), end.y),
                           packed(c.accent), height / 2);
    ImGui::Dummy(ImVec2(width, height));
}

// Which file was read last, or what is done with all of them.
std::string doing(const PanelContext& context, const BodyReading& reading)
{
    if (reading.of == 0)
        return context.texts("reading.looking");
    if (reading.file.empty())
        return context.texts("reading.fitting");
    return context.texts("reading.file", {{"done", std::to_string(reading.done)},
                                          {"of", std::to_string(reading.of)},
                                          {"file", reading.file}});
}

// A line of text no wider than the bar.
void line(const std::string& text, float width, const PanelContext& context, bool middle)
{
    const std::string shown = shortened(text, width, middle);
    ImGui::TextUnformatted(shown.c_str());
    if (shown != text)
        tip_for_last_item(context, text);
}

}  // namespace

std::vector<Command> reading_card(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    const std::optional<BodyReading>& reading = context.view().reading;
    if (!reading)
        return commands;
    const Colours& c = context.colours;
    begin_panel("##reading", place, context, ImVec2(16, 12));
    context.items.add_cover();
    const std::string& stop = context.texts("reading.stop");
    const float button = ImGui::CalcTextSize(stop.c_str()).x + context.px(2 * 11);
    const float width = std::clamp(context.width_left() - button - context.px(16), 1.0f,
                                   context.px(largest_line));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), context.px(5)));
    ImGui::BeginGroup();
    ImGui::PushFont(context.fonts.strong);
    line(context.texts("reading.title", {{"what", reading->name}}), width, context, true);
    ImGui::PopFont();
    const float share = reading->of > 0 ? static_cast<float>(reading->done) /
                                              static_cast<float>(reading->of)
                                        : 0;
    bar(context, std::clamp(share, 0.0f, 1.0f), width);
    ImGui::PushFont(context.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, c.faint);
    line(doing(context, *reading), width, context, true);
    ImGui::PopStyleColor();
    ImGui::PopFont();
    ImGui::EndGroup();
    ImGui::PopStyleVar();
    ImGui::SetCursorPos(ImVec2(std::round(context.px(16 + 16) + width),
                               std::round((place.size.y - context.px(30)) / 2)));
    if (text_button(context, "stop_reading", stop, false, button))
        commands.push_back(StopReading{});
    tip_for_last_item(context, context.texts("reading.stop_tip"));
    edge_line(context, place.min, {place.max().x, place.min.y});
    ImGui::End();
    return commands;
}

Rectangle reading_card_place(const Layout& layout, float scale)
{
    const Rectangle& picture = layout.picture;
    const float height = std::min(std::round(card_height * scale), picture.size.y);
    return {{picture.min.x, picture.max().y - height}, {picture.size.x, height}};
}

}  // namespace tpatlas::ui
