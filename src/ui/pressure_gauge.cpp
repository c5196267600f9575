// The gauge: light, medium, firm, and the pain from 0 to 10 that overrides it. No figures of force.
#include "ui/pressure_parts.hpp"

#include "ui/words.hpp"

#include <algorithm>
#include <array>

namespace tpatlas::ui {

namespace {

int gauge_level(const PressureClass& pressure_class)
{
    const std::string_view word = pressure_class.word();
    return word == "light" ? 1 : word == "medium" ? 2 : word == "firm" ? 3 : 0;
}

// Three fields, light to firm: outlined up to the recorded class, filled with the force of now.
void gauge_bar(const PanelContext& context, int level, float force, float width)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = context.px(12);
    const float gap = context.px(4);
    const float each = (width - 2 * gap) / 3;
    const float filled = force * static_cast<float>(level);
    const float rounding = height / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i < 3; ++i) {
        const ImVec2 min(at.x + static_cast<float>(i) * (each + gap), at.y);
        const ImVec2 max(min.x + each, at.y + height);
        const bool allowed = i < level;
        list.AddRectFilled(min, max,
                           packed(allowed ? context.colours.accent_soft : context.colours.control),
                           rounding);
        const float share = std::clamp(filled - static_cast<float>(i), 0.0f, 1.0f);
        if (share > 0) {
            // Clipped, so that the rounded end stays round.
            list.PushClipRect(min, ImVec2(min.x + each * share, max.y), true);
            list.AddRectFilled(min, max, packed(context.colours.accent), rounding);
            list.PopClipRect();
        }
        if (allowed)
            list.AddRect(min, max, packed(context.colours.accent), rounding, 0, context.px(1.2f));
    }
    ImGui::Dummy(ImVec2(width, height));
    context.items.add("gauge");
}

void force_now(const PanelContext& context, const ShownPress& press, float width)
{
    const Texts& texts = context.texts;
    const PressureClass& highest = press.option.press->pressure_class;
    const Technique& technique = *press.option.technique;
    const GestureMoment moment =
        gesture_moment(technique->gesture, technique->course, context.view().playback.share);
    // A light try is light, whatever the class allows later.
    const bool light = technique->gesture == Gesture::light_first_try;
    const int level = light ? 1 : gauge_level(highest);
    const float full = light ? 0.4f : 1.0f;
    const std::string word = light ? "light" : std::string(highest.word());
    caption(context, texts("press.force"));
    ImGui::SameLine(0, context.px(8));
    ImGui::PushFont(context.fonts.strong);
    ImGui::TextUnformatted(texts("gauge." + word).c_str());
    ImGui::PopFont();
    gauge_bar(context, level, press.animated() ? moment.force / full : 0, width);
    if (!press.animated())
        return;
    const PressCourse& course = technique->course;
    const float share = context.view().playback.share;
    const std::string_view phase = phase_key(course, share);
    std::string line = texts(phase);
    if (phase == "phase.holds") {
        const float total = press.hold_s_min();
        const auto whole = [](float s) { return std::to_string(static_cast<int>(s)); };
        line = texts("press.timer", {{"elapsed", whole(held_s(course, share, total))},
                                     {"total", whole(total)}}) +
               " · " + texts("press.eases");
    }
    ImGui::PushFont(context.fonts.small);
    wrapped_faint(context, line);
    ImGui::PopFont();
}

// Eleven small fields to click.
void pain_row(const PanelContext& context, PainAsked asked, const std::optional<int>& now,
              int limit, float width, std::vector<Command>& commands)
{
    const std::string key = asked == PainAsked::before ? "before" : "now";
    caption(context, context.texts("pain." + key));
    constexpr int count = 11;
    const float gap = context.px(1);
    const float each = (width - gap * (count - 1)) / count;
    const Colours& c = context.colours;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            ImGui::SameLine(0, gap);
        const bool chosen = now && *now == i;
        if (pressable(context, "pain_" + key + ":" + std::to_string(i),
                      ImVec2(each, context.px(18))))
            commands.push_back(SayPain{asked, chosen ? std::optional<int>() : i});
        const ImVec2 min = ImGui::GetItemRectMin();
        const ImVec2 max = ImGui::GetItemRectMax();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool over = i > limit;
        list.AddRectFilled(min, max,
                           packed(chosen                     ? (over ? c.caution : c.accent)
                                  : ImGui::IsItemHovered() ? c.control_hover
                                  : over                   ? c.caution_soft
                                                           : c.control),
                           context.px(3));
        if (c.outline.w > 0)
            list.AddRect(min, max, packed(c.outline), context.px(3));
        ImGui::PushFont(context.fonts.small);
        const std::string digit = std::to_string(i);
        const ImVec2 size = ImGui::CalcTextSize(digit.c_str());
        list.AddText(ImVec2((min.x + max.x - size.x) / 2, (min.y + max.y - size.y) / 2),
                     packed(chosen ? c.on_accent : c.text), digit.c_str());
        ImGui::PopFont();
    }
}

std::string_view pain_advice(const PainSaid& pain, int limit)
{
    if (pain.now && *pain.now > limit)
        return "pain.ease_off";
    if (pain.now && pain.before && *pain.now > *pain.before)
        return "pain.more";
    if (pain.now && pain.before)
        return *pain.now < *pain.before ? "pain.less" : "pain.same";
    return "pain.ask";
}

}  // namespace

void pressure_gauge(const PanelContext& context, const ShownPress& press, float width,
                    std::vector<Command>& commands)
{
    force_now(context, press, width);
    if (!press.animated())
        return;
    const int limit = (*press.option.technique)->pain_limit;
    const PainSaid& pain = context.view().pain;
    pain_row(context, PainAsked::before, pain.before, limit, width, commands);
    pain_row(context, PainAsked::now, pain.now, limit, width, commands);
    ImGui::PushFont(context.fonts.small);
    const std::string_view advice = pain_advice(pain, limit);
    const bool warns = advice == "pain.ease_off" || advice == "pain.more";
    const std::string words = context.texts(advice, {{"limit", std::to_string(limit)}});
    ImGui::PushStyleColor(ImGuiCol_Text,
                          warns ? context.colours.caution : context.colours.faint);
    wrapped(context, words);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

}  // namespace tpatlas::ui
