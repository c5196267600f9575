#include "ui/panels.hpp"

#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tpatlas::ui {

namespace {

// What the panel shows: a point, how it is pressed and, where it can be animated, with which press.
struct Shown {
    const TriggerPoint& point;
    const Technique* technique;
    const Press* animated;
};

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

void gauge(const PanelContext& context, const Shown& shown, float width)
{
    const Texts& texts = context.texts;
    if (shown.point->press.empty())
        return;
    const Press& press = shown.animated != nullptr ? *shown.animated : shown.point->press.front();
    const int level = gauge_level(press.pressure_class);
    const float share = context.view().playback.share;
    const bool moves = shown.animated != nullptr && shown.technique != nullptr;
    caption(context, texts("press.force"));
    ImGui::PushFont(context.fonts.title);
    ImGui::TextUnformatted(texts("gauge." + std::string(press.pressure_class.word())).c_str());
    ImGui::PopFont();
    gauge_bar(context, level, moves ? (*shown.technique)->course.force(share) : 0, width);
    if (!moves)
        return;
    const PressCourse& course = (*shown.technique)->course;
    const std::string_view phase = phase_key(course, share);
    std::string line = texts(phase);
    if (phase == "phase.holds") {
        const float total = (*shown.technique)->hold_s_min;
        const auto whole = [](float s) { return std::to_string(static_cast<int>(s)); };
        line += " · " + texts("press.timer", {{"elapsed", whole(held_s(course, share, total))},
                                              {"total", whole(total)}});
    }
    wrapped(context, line);
    if (phase == "phase.holds")
        caption(context, texts("press.eases"));
}

std::string dose_words(const Texts& texts, const Technique& technique)
{
    const auto number = [](int n) { return std::to_string(n); };
    const std::string hold = texts(
        "press.hold_range", {{"range", range_text(technique->hold_s_min, technique->hold_s_max)}});
    return hold + " · " +
           texts("press.repetitions", {{"count", number(technique->repetitions_max)}}) + " · " +
           texts("press.pain_limit", {{"limit", number(technique->pain_limit)}});
}

// The name; where the point allows several techniques, each to click.
void technique_names(const PanelContext& context, const Shown& shown,
                     std::vector<Command>& commands)
{
    const std::vector<const Technique*> allowed = context.catalogue().techniques_of(shown.point);
    if (allowed.size() < 2) {
        ImGui::PushFont(context.fonts.strong);
        ImGui::TextUnformatted((*shown.technique)->name_en.c_str());
        ImGui::PopFont();
        ImGui::SameLine(0, context.px(10));
        return;
    }
    for (const Technique* technique : allowed) {
        if (text_button(context, "technique:" + (*technique)->id.text, (*technique)->name_en,
                        technique == shown.technique))
            commands.push_back(ChooseTechnique{(*technique)->id});
        ImGui::SameLine(0, context.px(4));
    }
    ImGui::NewLine();
}

void words(const PanelContext& context, const Shown& shown, std::vector<Command>& commands)
{
    const Texts& texts = context.texts;
    if (shown.technique != nullptr) {
        technique_names(context, shown, commands);
        caption(context, dose_words(texts, *shown.technique));
    }
    const Press* press = shown.animated != nullptr    ? shown.animated
                         : shown.point->press.empty() ? nullptr
                                                      : &shown.point->press.front();
    if (press != nullptr && press->who != Who::view_only && shown.technique != nullptr) {
        const Contact contact = press->shown_contact().value_or(press->contacts.front());
        wrapped(context, press_words(texts, *press, contact, *shown.technique));
    }
    if (shown.animated == nullptr)
        caution_box(context,
                    texts("press.not_animated", {{"reason", shown.point.why_not_animated(texts)}}));
    if (shown.technique == nullptr)
        return;
    ImGui::PushFont(context.fonts.small);
    wrapped_faint(context, joined((*shown.technique)->always_beside, " "));
    ImGui::PopFont();
}

// The ends of the phases, where Step stops.
std::array<float, 6> stops(const PressCourse& course)
{
    return {0,
            course.contact_end,
            course.rise_end,
            (course.rise_end + course.hold_end) / 2,
            course.hold_end,
            1};
}

void step_buttons(const PanelContext& context, const PressCourse& course, int way,
                  std::vector<Command>& commands)
{
    const float share = context.view().playback.share;
    const std::array<float, 6> at = stops(course);
    if (way < 0 && icon_button(context, "step_back", Icon::step_back,
                               context.texts("press.step_back"), share > 0)) {
        const auto before =
            std::find_if(at.rbegin(), at.rend(), [&](float s) { return s < share - 1e-4f; });
        commands.push_back(SeekTo{before == at.rend() ? 0 : *before});
    }
    if (way > 0 && icon_button(context, "step_forward", Icon::step_forward,
                               context.texts("press.step_forward"), share < 1)) {
        const auto next =
            std::find_if(at.begin(), at.end(), [&](float s) { return s > share + 1e-4f; });
        commands.push_back(SeekTo{next == at.end() ? 1 : *next});
    }
}

void speed_buttons(const PanelContext& context, std::vector<Command>& commands)
{
    struct Speed {
        float value;
        const char* label;
        const char* text;
    };
    constexpr std::array<Speed, 3> speeds{
        {{0.5f, "speed:0.5", "½×"}, {1, "speed:1", "1×"}, {2, "speed:2", "2×"}}};
    for (const Speed& speed : speeds) {
        ImGui::SameLine(0, context.px(speed.value < 1 ? 12.0f : 3.0f));
        if (text_button(context, speed.label, speed.text,
                        std::abs(context.view().playback.speed - speed.value) < 0.01f,
                        context.px(36)))
            commands.push_back(SetSpeed{speed.value});
        tip_for_last_item(context, context.texts("press.speed"));
    }
}

void scrub(const PanelContext& context, const PressCourse& course, std::vector<Command>& commands)
{
    float share = context.view().playback.share;
    const float right = context.px(12 + 3 * 36 + 2 * 3);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(context.px(60), ImGui::GetContentRegionAvail().x - right);
    // Where one phase ends and the next begins; under the slider, so that its knob stays whole.
    const float radius = context.px(8);
    for (const float end : {course.contact_end, course.rise_end, course.hold_end}) {
        const float x = at.x + radius + end * (width - 2 * radius);
        const float y = at.y + context.px(16);
        ImGui::GetWindowDrawList()->AddLine(ImVec2(x, y - context.px(8)),
                                            ImVec2(x, y + context.px(8)),
                                            packed(context.colours.control_active), context.px(2));
    }
    if (share_slider(context, "scrub", "", width, share))
        commands.push_back(SeekTo{share});
    tip_for_last_item(context, context.texts(phase_key(course, share)));
}

void transport(const PanelContext& context, const PressCourse& course,
               std::vector<Command>& commands)
{
    const bool playing = context.view().playback.playing;
    step_buttons(context, course, -1, commands);
    ImGui::SameLine(0, context.px(4));
    if (main_button(context, "play", playing ? Icon::pause : Icon::play,
                    context.texts(playing ? "press.pause" : "press.play"), context.px(104)))
        commands.push_back(playing ? Command{Pause{}} : Command{Play{}});
    ImGui::SameLine(0, context.px(4));
    step_buttons(context, course, 1, commands);
    ImGui::SameLine(0, context.px(12));
    scrub(context, course, commands);
    speed_buttons(context, commands);
}

void whole_panel(const PanelContext& context, const Shown& shown, const Rectangle& place,
                 std::vector<Command>& commands)
{
    const bool moves = shown.animated != nullptr && shown.technique != nullptr;
    const float pad_x = context.px(16);
    const float pad_y = context.px(12);
    const float gauge_width = context.px(place.size.x < context.px(800) ? 150.0f : 180.0f);
    const float foot = moves ? context.px(32 + 8) : 0;
    const float height = place.size.y - 2 * pad_y - foot;
    const float words_width = place.size.x - 2 * pad_x - gauge_width - context.px(22);
    if (ImGui::BeginChild("##words", ImVec2(words_width, height)))
        words(context, shown, commands);
    ImGui::EndChild();
    ImGui::SameLine(0, context.px(22));
    if (ImGui::BeginChild("##gauge", ImVec2(gauge_width, height)))
        gauge(context, shown, ImGui::GetContentRegionAvail().x);  // beside a scroll bar, too
    ImGui::EndChild();
    if (!moves)
        return;
    ImGui::SetCursorPos(ImVec2(pad_x, place.size.y - pad_y - context.px(32)));
    transport(context, (*shown.technique)->course, commands);
}

}  // namespace

std::vector<Command> pressure_panel(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##pressure", place, context, ImVec2(16, 12));
    const Document& document = context.document();
    const TriggerPoint* point =
        document.point ? context.catalogue().point(document.point->id) : nullptr;
    if (point == nullptr || (*point)->press.empty()) {  // one line
        ImGui::PushFont(context.fonts.strong);
        ImGui::TextUnformatted(context.texts("panel.pressure").c_str());
        ImGui::PopFont();
        ImGui::SameLine(0, context.px(12));
        wrapped_faint(context, point == nullptr
                                   ? context.texts("press.no_point")
                                   : context.texts("press.not_animated",
                                                   {{"reason",
                                                     point->why_not_animated(context.texts)}}));
    } else {
        const bool placed = context.session.selected_point_is_animated();
        whole_panel(context,
                    {*point, technique_for(document, context.catalogue(), *point),
                     placed ? point->animated_press() : nullptr},
                    place, commands);
    }
    edge_line(context, place.min, {place.max().x, place.min.y});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
