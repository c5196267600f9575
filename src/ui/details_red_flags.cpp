#include "ui/details_parts.hpp"

#include "ui/compact_controls.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace tpatlas::ui {

namespace {

using Flags = std::vector<const RedFlag*>;

// Of one grade: what to do once, where it is the same for all, then each sign.
void flags_of(const PanelContext& context, Urgency urgency, const Flags& all)
{
    Flags flags;
    std::copy_if(all.begin(), all.end(), std::back_inserter(flags),
                 [&](const RedFlag* flag) { return (*flag)->urgency == urgency; });
    if (flags.empty())
        return;
    const std::string& action = (*flags.front())->action;
    const bool one_action = std::all_of(flags.begin(), flags.end(), [&](const RedFlag* flag) {
        return (*flag)->action == action;
    });
    std::string text = context.texts("urgency." + std::string(to_text(urgency)));
    if (one_action)
        text += ". " + action;
    for (const RedFlag* flag : flags)
        text += "\n• " + (*flag)->words + (one_action ? "" : " " + (*flag)->action);
    caution_box(context, text);
}

}  // namespace

void red_flags_section(const PanelContext& context, const Muscle& muscle)
{
    const Flags flags = context.catalogue().red_flags_of(muscle->id);
    if (flags.empty())
        return;
    // Open, until somebody who has read it puts it away.
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const ImGuiID closed_id = ImGui::GetID("red_flags_closed");
    bool closed = storage.GetBool(closed_id);
    const std::string text = std::string(closed ? "+  " : "–  ") + context.texts("urgency.heading") +
                             " (" + std::to_string(flags.size()) + ")";
    if (small_button(context, "red_flags", text)) {
        closed = !closed;
        storage.SetBool(closed_id, closed);
    }
    if (closed)
        return;
    ImGui::PushFont(context.fonts.small);
    for (const Urgency urgency : {Urgency::emergency, Urgency::same_day, Urgency::see_doctor})
        flags_of(context, urgency, flags);
    ImGui::PopFont();
    wrapped_faint(context, context.texts("urgency.note"));
}

}  // namespace tpatlas::ui
