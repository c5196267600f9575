#include "ui/details_parts.hpp"

#include "ui/compact_controls.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace tpatlas::ui {

namespace {

using Flags = std::vector<const RedFlag*>;

Flags of_grade(const Flags& all, Urgency urgency)
{
    Flags flags;
    std::copy_if(all.begin(), all.end(), std::back_inserter(flags),
                 [&](const RedFlag* flag) { return (*flag)->urgency == urgency; });
    return flags;
}

constexpr std::array<Urgency, 3> grades{Urgency::emergency, Urgency::same_day,
                                        Urgency::see_doctor};

// A line a grade: what it is called, and its signs in a few words.
std::string short_list(const PanelContext& context, const Flags& all)
{
    std::string text;
    for (const Urgency urgency : grades) {
        std::vector<std::string> signs;
        for (const RedFlag* flag : of_grade(all, urgency))
            signs.push_back((*flag)->short_words);
        if (!signs.empty())
            text += (text.empty() ? "" : "\n") +
                    context.texts("urgency." + std::string(to_text(urgency))) + ": " +
                    joined(signs, "; ") + ".";
    }
    return text;
}

void whole_list(const PanelContext& context, const Flags& all)
{
    for (const Urgency urgency : grades)
        for (const RedFlag* flag : of_grade(all, urgency)) {
            wrapped(context, (*flag)->words);
            wrapped_faint(context, (*flag)->action + " " + (*flag)->why);
            ImGui::Dummy(ImVec2(0, context.px(2)));
        }
    wrapped_faint(context, context.texts("urgency.note"));
}

}  // namespace

void red_flags_section(const PanelContext& context, const Muscle& muscle)
{
    Flags flags = context.catalogue().red_flags_of(muscle->id);
    // Those of every muscle alike stand in the whole list only.
    Flags own;
    std::copy_if(flags.begin(), flags.end(), std::back_inserter(own),
                 [](const RedFlag* flag) { return !(*flag)->muscles.empty(); });
    if (own.empty())
        return;
    ImGui::PushFont(context.fonts.small);
    caution_box(context, short_list(context, own));
    ImGui::PopFont();
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const ImGuiID open_id = ImGui::GetID("red_flags_open");
    bool open = storage.GetBool(open_id);
    const std::string text = std::string(open ? "–  " : "+  ") + context.texts("urgency.more") +
                             " (" + std::to_string(flags.size()) + ")";
    if (small_button(context, "red_flags", text)) {
        open = !open;
        storage.SetBool(open_id, open);
    }
    if (open) {
        ImGui::PushFont(context.fonts.small);
        whole_list(context, flags);
        ImGui::PopFont();
    }
    ImGui::Dummy(ImVec2(0, context.px(4)));
}

void red_flags_of_places(const PanelContext& context, const TriggerPoint& point)
{
    const Flags flags = context.catalogue().red_flags_of_places(point);
    if (flags.empty())
        return;
    ImGui::PushFont(context.fonts.small);
    caution_box(context, short_list(context, flags));
    ImGui::PopFont();
}

}  // namespace tpatlas::ui
