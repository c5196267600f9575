#include "ui/details_parts.hpp"

#include "ui/compact_controls.hpp"
#include "ui/words.hpp"

namespace tpatlas::ui {

namespace {

void one_source(const PanelContext& context, const Citation& citation)
{
    const Source* source = context.catalogue().source(citation.source);
    if (source == nullptr)
        return;
    ImGui::PushFont(context.fonts.small);
    wrapped(context, source_title(*source));
    std::string rest = source->detail;
    if (!citation.place.empty())
        rest += (rest.empty() ? "" : ", ") + citation.place;
    const std::string kind = context.texts("source_kind." + std::string(to_text(source->kind)));
    wrapped_faint(context, rest.empty() ? kind : rest + " · " + kind);
    ImGui::PopFont();
    ImGui::Dummy(ImVec2(0, context.px(2)));
}

}  // namespace

void chips(const PanelContext& context, const std::vector<std::string>& texts)
{
    Flow flow(context, 5);
    for (const std::string& text : texts) {
        flow.place(small_width(context, text) + context.px(2));  // a chip is a little wider
        chip(context, text);
    }
}

void sources_section(const PanelContext& context, std::string_view label,
                     const std::vector<Citation>& sources, Confidence confidence)
{
    ImGui::PushID(label.data(), label.data() + label.size());
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const ImGuiID open_id = ImGui::GetID("open");
    bool open = storage.GetBool(open_id);
    const std::string sign = open ? "–  " : "+  ";
    const std::string count = sign + context.texts("details.sources") + " (" +
                              std::to_string(sources.size()) + ")";
    const std::string sure = context.texts("details.confidence") + ": " +
                             context.texts("confidence." + std::string(to_text(confidence)));
    // How sure it is has a line of its own where one is not long enough.
    const std::string both = count + " · " + sure;
    const bool one_line = small_width(context, both) <= context.width_left();
    if (small_button(context, label, one_line ? both : count)) {
        open = !open;
        storage.SetBool(open_id, open);
    }
    if (!one_line)
        caption(context, sure);
    if (open)
        for (const Citation& citation : sources)
            one_source(context, citation);
    ImGui::PopID();
}

}  // namespace tpatlas::ui
