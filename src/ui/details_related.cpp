#include "ui/details_parts.hpp"

#include "ui/compact_controls.hpp"
#include "ui/related_links.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::ui {

namespace {

constexpr std::size_t shown_at_first = 4;
constexpr float link_height = 22;

struct Section {
    std::string label;    // before the ':' of each link's
    std::string caption;
    std::string tip_key;  // its {share} or {words} is the link's
};

void link_row(const PanelContext& context, const Section& section, const RelatedLink& link,
              std::vector<Command>& commands)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(context.width_left(), context.px(link_height));
    if (pressable(context, section.label + ":" + link.key, size))
        commands.push_back(link.select);
    const bool hovered = ImGui::IsItemHovered();
    const std::string share = std::to_string(std::lround(link.share * 100));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (hovered)
        list.AddRectFilled(at, ImVec2(at.x + size.x, at.y + size.y),
                           packed(context.colours.control), context.px(5));
    ImGui::PushFont(context.fonts.small);
    const float y = at.y + (size.y - ImGui::GetFontSize()) / 2;
    float right = at.x + size.x - context.px(6);
    if (link.share > 0) {
        const std::string text = context.texts("details.share", {{"share", share}});
        right -= ImGui::CalcTextSize(text.c_str()).x;
        list.AddText(ImVec2(right, y), packed(context.colours.faint), text.c_str());
        right -= context.px(8);
    }
    clipped_text(list, ImVec2(at.x + context.px(6), y), right,
                 packed(hovered ? context.colours.accent_hover : context.colours.accent),
                 link.name);
    ImGui::PopFont();
    tip_for_last_item(context, link.name + "\n" + context.texts(section.tip_key,
                                                                {{"share", share},
                                                                 {"words", link.shared}}));
}

// The first few; the rest where asked for.
void link_list(const PanelContext& context, const Section& section,
               const std::vector<RelatedLink>& links, std::vector<Command>& commands)
{
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(8), 0));
    caption(context, section.caption);
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const ImGuiID open_id = ImGui::GetID((section.label + ":open").c_str());
    // One more line says as much as "1 more".
    const bool all = links.size() <= shown_at_first + 1 || storage.GetBool(open_id);
    const std::size_t shown = all ? links.size() : shown_at_first;
    for (std::size_t i = 0; i < shown; ++i)
        link_row(context, section, links[i], commands);
    if (!all) {
        const std::string count = std::to_string(links.size() - shown);
        if (small_button(context, section.label + "_more",
                         context.texts("details.more", {{"count", count}})))
            storage.SetBool(open_id, true);
    }
    ImGui::PopStyleVar();
    ImGui::Dummy(ImVec2(0, context.px(3)));
}

// "Same nerve: axillary nerve", where all share the same one.
std::string with_shared(const std::string& caption, const std::vector<RelatedLink>& links)
{
    const bool one = std::all_of(links.begin(), links.end(), [&](const RelatedLink& link) {
        return link.shared == links.front().shared;
    });
    return one ? caption + ": " + links.front().shared : caption;
}

}  // namespace

void layer_relations(const PanelContext& context, const std::vector<StructureId>& structures,
                     std::vector<Command>& commands)
{
    if (!is_measured(context.atlas().body(), structures))
        return;
    const std::vector<RelatedLink> over = layer_links(context.atlas(), structures, true);
    const std::vector<RelatedLink> under = layer_links(context.atlas(), structures, false);
    if (over.empty())
        field(context, "details.over", context.texts("details.over_none"));
    else
        link_list(context, {"over", context.texts("details.over"), "details.over_tip"}, over,
                  commands);
    if (!under.empty())
        link_list(context, {"under", context.texts("details.under"), "details.under_tip"}, under,
                  commands);
}

void muscle_relations(const PanelContext& context, const Muscle& muscle, Side side,
                      std::vector<Command>& commands)
{
    const std::vector<RelatedLink> nerve =
        muscle_links(muscles_of_same_nerve(context.catalogue(), muscle), side);
    if (!nerve.empty())
        link_list(context,
                  {"nerve", with_shared(context.texts("details.same_nerve"), nerve),
                   "details.shared_tip"},
                  nerve, commands);
    const std::vector<RelatedLink> action =
        muscle_links(muscles_of_same_action(context.catalogue(), muscle), side);
    if (!action.empty())
        link_list(context,
                  {"action", with_shared(context.texts("details.same_action"), action),
                   "details.shared_tip"},
                  action, commands);
}

}  // namespace tpatlas::ui
