#include "ui/details_parts.hpp"

#include "atlas/no_press.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <cmath>

namespace tpatlas::ui {

namespace {

void zone_line(const PanelContext& context, ZoneKind kind, const std::optional<Zone>& zone)
{
    if (!zone) {
        caption(context, context.texts(kind == ZoneKind::essential ? "details.essential_none"
                                                                   : "details.spillover_none"));
        return;
    }
    zone_swatch(context, kind);
    ImGui::SameLine(0, context.px(7));
    std::string words = zone->words;
    if (zone->deep)
        words += " · " + context.texts("details.zone_deep");
    if (zone->side != ZoneSide::same)
        words += " · " + context.texts(zone->side == ZoneSide::both ? "details.zone_both"
                                                                    : "details.zone_other");
    wrapped(context, words);
}

void labelled(const PanelContext& context, std::string_view key, const std::string& text)
{
    if (text.empty())
        return;
    ImGui::PushFont(context.fonts.small);
    const float column = context.px(84);
    const float start = ImGui::GetCursorPosX();
    ImGui::PushStyleColor(ImGuiCol_Text, context.colours.faint);
    ImGui::TextUnformatted(context.texts(key).c_str());
    ImGui::PopStyleColor();
    ImGui::SameLine(start + column);
    wrapped(context, text);
    ImGui::PopFont();
}

// Of a second press only what differs from the one before.
void press_lines(const PanelContext& context, const Press& press, const Press* before)
{
    const Texts& texts = context.texts;
    const auto differs = [&](std::string Press::*part) {
        return before == nullptr || press.*part != before->*part;
    };
    labelled(context, "details.press_contacts", contact_words(texts, press.contacts));
    if (before == nullptr || press.who != before->who)
        labelled(context, "details.press_who", texts("who." + std::string(to_text(press.who))));
    const bool lifts = !press.contacts.empty() && press.contacts.front() == Contact::pincer;
    if (differs(&Press::direction_words))
        labelled(context, lifts ? "details.press_lift" : "details.press_direction",
                 press.direction_words);
    if (differs(&Press::against))
        labelled(context, "details.press_against", press.against);
    if (differs(&Press::posture))
        labelled(context, "details.press_posture", press.posture);
    if (press.who != Who::view_only &&
        (before == nullptr || press.pressure_class != before->pressure_class))
        labelled(context, "details.press_class",
                 texts("gauge." + std::string(press.pressure_class.word())));
    if (differs(&Press::note))
        labelled(context, "details.press_note", press.note);
    if (!press.avoid.empty() && differs(&Press::avoid)) {
        ImGui::PushFont(context.fonts.small);
        caution_box(context, texts("details.press_avoid") + ": " + press.avoid);
        ImGui::PopFont();
    }
}

void claims(const PanelContext& context, std::string_view key,
            const std::vector<std::string>& texts)
{
    if (texts.empty())
        return;
    caption(context, context.texts(key));
    ImGui::PushFont(context.fonts.small);
    for (const std::string& text : texts)
        wrapped(context, "· " + text);
    ImGui::PopFont();
}

// What is said of the places that are not pressed, or only so, where this point is.
void no_press_lines(const PanelContext& context, const TriggerPoint& point)
{
    if (!context.document().point || context.document().point->id != point->id)
        return;
    const PlacedPoint* place = context.atlas().point(point->id, context.document().point->side);
    if (place == nullptr)
        return;
    for (const NoPressHere& here : no_press_at(context.atlas(), place->skin_mm)) {
        const NoPressZone& zone = *here.zone->record;
        std::string words = zone->text;
        for (const NoPressAllowance& allowance : zone->allow)
            words += (words.empty() ? "" : " ") +
                     context.texts("no_press.allowed",
                                   {{"who", context.texts("who." + std::string(to_text(
                                                                       allowance.who)))},
                                    {"contacts", contact_words(context.texts, allowance.contacts)},
                                    {"words", allowance.words}});
        caution_box(context, context.texts("no_press." + std::string(to_text(zone->grade)),
                                           {{"name", zone->name_en}, {"words", words}}));
    }
}

// What only the selected point shows.
void point_details(const PanelContext& context, const TriggerPoint& point)
{
    hair_line(context);
    red_flags_of_places(context, point);
    const std::string mm = std::to_string(static_cast<int>(std::lround(point->uncertainty_mm)));
    caption(context, context.texts("point_kind." + std::string(to_text(point->kind))) + " · " +
                         context.texts("details.uncertainty", {{"mm", mm}}));
    caption(context, context.texts("details.press"));
    if (point->press.empty())
        wrapped_faint(context, context.texts("app.not_recorded"));
    const Press* before = nullptr;
    for (const Press& press : point->press) {
        if (before != nullptr)
            ImGui::Dummy(ImVec2(0, context.px(2)));
        press_lines(context, press, before);
        before = &press;
    }
    ImGui::PushFont(context.fonts.small);
    for (const std::string& caution : point->cautions)
        caution_box(context, caution);
    no_press_lines(context, point);
    ImGui::PopFont();
    claims(context, "details.historical", point->historical);
    claims(context, "details.estimates", point->estimates);
}

void point_heading(const PanelContext& context, const TriggerPoint& point, bool selected)
{
    ImGui::PushFont(context.fonts.strong);
    ImGui::PushStyleColor(ImGuiCol_Text, selected ? context.colours.accent : context.colours.text);
    ImGui::TextUnformatted(point.short_id().c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    if (!point->book_numbers.empty()) {
        ImGui::SameLine();
        caption(context, joined(point->book_numbers, ", "));
    }
    wrapped(context, point->place);
    zone_line(context, ZoneKind::essential, point->essential);
    zone_line(context, ZoneKind::spillover, point->spillover);
}

}  // namespace

std::optional<Command> point_card(const PanelContext& context, const TriggerPoint& point,
                                  bool selected)
{
    const float pad = context.px(11);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // The ground is drawn first but known last: two channels.
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::PushID(point->id.text.c_str());
    ImGui::SetCursorScreenPos(ImVec2(at.x + pad, at.y + pad));
    ImGui::BeginGroup();
    const PanelContext inner = context.inside(pad);
    point_heading(inner, point, selected);
    const float heading_end = ImGui::GetItemRectMax().y + pad / 2;
    if (selected) {
        point_details(inner, point);
        sources_section(inner, "sources:" + point->id.text, point->sources, point->confidence);
    }
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y + pad;
    ImGui::PopID();

    list.ChannelsSetCurrent(0);
    ImGui::SetCursorScreenPos(at);
    std::optional<Command> command;
    // Only the heading selects: below it one reads, and opens the sources.
    const float click_end = selected ? heading_end : bottom;
    if (pressable(context, "point:" + point->id.text, ImVec2(width, click_end - at.y)))
        command = SelectPoint{point->id, context.document().muscle ? context.document().muscle->side
                                                                   : side_of(context.view().side)};
    if (selected && context.reveal_point)
        ImGui::SetScrollHereY(0.01f);
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 end(at.x + width, bottom);
    const float rounding = context.px(8);
    list.AddRectFilled(
        at, end,
        packed(hovered && !selected ? context.colours.control_hover : context.colours.control,
               selected ? 0.45f : 1.0f),
        rounding);
    if (selected)
        list.AddRect(at, end, packed(context.colours.accent), rounding, 0, context.px(1.6f));
    list.ChannelsMerge();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, bottom - at.y));
    return command;
}

}  // namespace tpatlas::ui
