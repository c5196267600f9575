// The course of a press: step, play, scrub, speed.
#include "ui/pressure_parts.hpp"

#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tpatlas::ui {

namespace {

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

// The force over the course, as a faint hill behind the slider.
void force_curve(const PanelContext& context, const Technique& technique, ImVec2 at, float width)
{
    constexpr int steps = 96;
    const float radius = context.px(8);
    const float foot = at.y + context.px(30);
    const float height = context.px(27);
    const auto place = [&](int i) {
        const float share = static_cast<float>(i) / steps;
        const float force = gesture_moment(technique->gesture, technique->course, share).force;
        return ImVec2(at.x + radius + share * (width - 2 * radius), foot - force * height);
    };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = packed(context.colours.accent_soft);
    for (int i = 0; i < steps; ++i) {
        const ImVec2 a = place(i);
        const ImVec2 b = place(i + 1);
        list.AddQuadFilled(a, b, ImVec2(b.x, foot), ImVec2(a.x, foot), colour);
    }
}

void scrub(const PanelContext& context, const Technique& technique, std::vector<Command>& commands)
{
    const PressCourse& course = technique->course;
    float share = context.view().playback.share;
    const float right = context.px(12 + 3 * 36 + 2 * 3);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(context.px(60), ImGui::GetContentRegionAvail().x - right);
    force_curve(context, technique, at, width);
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

}  // namespace

void press_transport(const PanelContext& context, const Technique& technique,
                     std::vector<Command>& commands)
{
    const PressCourse& course = technique->course;
    const bool playing = context.view().playback.playing;
    step_buttons(context, course, -1, commands);
    ImGui::SameLine(0, context.px(4));
    if (main_button(context, "play", playing ? Icon::pause : Icon::play,
                    context.texts(playing ? "press.pause" : "press.play"), context.px(104)))
        commands.push_back(playing ? Command{Pause{}} : Command{Play{}});
    ImGui::SameLine(0, context.px(4));
    step_buttons(context, course, 1, commands);
    ImGui::SameLine(0, context.px(12));
    scrub(context, technique, commands);
    speed_buttons(context, commands);
}

}  // namespace tpatlas::ui
