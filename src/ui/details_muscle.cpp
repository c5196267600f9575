#include "ui/details_parts.hpp"

#include "ui/compact_controls.hpp"
#include "ui/related_links.hpp"
#include "ui/words.hpp"

namespace tpatlas::ui {

namespace {

void muscle_heading(const PanelContext& context, const Muscle& muscle, Side side)
{
    const Texts& texts = context.texts;
    title(context, muscle->name_en);
    if (!muscle->name_la.empty())
        wrapped_faint(context, muscle->name_la);
    if (!muscle->common_names.empty())
        caption(context, texts("details.common_names") + ": " + joined(muscle->common_names, ", "));
    std::vector<std::string> labels{
        context.view().side == SideChoice::both ? texts("side.both") : side_word(texts, side),
        texts("region." + muscle->region)};
    if (muscle->layer > 0)
        labels.push_back(texts("layer.caption") + ": " + layer_word(texts, muscle->layer));
    chips(context, labels);
}

std::string names_of(const PanelContext& context, const std::vector<MuscleId>& ids)
{
    std::vector<std::string> names;
    for (const MuscleId& id : ids) {
        const Muscle* muscle = context.catalogue().muscle(id);
        names.push_back(muscle != nullptr ? (*muscle)->name_en : id.text);
    }
    return joined(names);
}

void attachment_fields(const PanelContext& context, const Muscle& muscle)
{
    std::string nerve = muscle->nerve;
    if (!muscle->nerve_segments.empty())
        nerve += (nerve.empty() ? "" : " · ") + muscle->nerve_segments;
    field(context, "details.origin", joined(muscle->origin));
    field(context, "details.insertion", joined(muscle->insertion));
    field(context, "details.course", muscle->course);
    field(context, "details.action", joined(muscle->action));
    field(context, "details.nerve", nerve);
}

void other_fields(const PanelContext& context, const Muscle& muscle)
{
    field(context, "details.covers", joined(muscle->covers, ", "));
    field(context, "details.covered_by", joined(muscle->covered_by, ", "));
    field(context, "details.causes", joined(muscle->causes));
    field(context, "details.complaints", joined(muscle->complaints));
    field(context, "details.palpation", joined(muscle->palpation, ", "));
    field(context, "details.effects", joined(muscle->effects));
    field(context, "details.satellites", names_of(context, muscle->satellites));
    field(context, "details.variations", joined(muscle->variations));
    if (!muscle->estimates.empty())
        field(context, "details.estimates", joined(muscle->estimates));
}

void points_section(const PanelContext& context, const Muscle& muscle,
                    std::vector<Command>& commands)
{
    caption(context, context.texts("details.points"));
    const std::vector<const TriggerPoint*> points = context.catalogue().points_of(muscle->id);
    if (points.empty())
        wrapped_faint(context, context.texts("app.not_recorded"));
    for (const TriggerPoint* point : points) {
        const bool selected =
            context.document().point && context.document().point->id == (*point)->id;
        if (auto command = point_card(context, *point, selected))
            commands.push_back(std::move(*command));
    }
    ImGui::Dummy(ImVec2(0, context.px(2)));
    if (muscle->cautions.empty())
        return;
    caption(context, context.texts("details.cautions"));
    caution_box(context, "• " + joined(muscle->cautions, "\n• "));
    ImGui::Dummy(ImVec2(0, context.px(4)));
}

}  // namespace

void muscle_details(const PanelContext& context, const Muscle& muscle, Side side,
                    std::vector<Command>& commands)
{
    muscle_heading(context, muscle, side);
    whose(context, structures_of(muscle, side, context.atlas().body()));
    // At the head, so that nobody reads on without knowing how sure it is.
    sources_section(context, "sources:" + muscle->id.text, muscle->sources, muscle->confidence);
    selection_actions(context, commands);
    selection_list(context, commands);
    hair_line(context);
    red_flags_section(context, muscle);
    points_section(context, muscle, commands);
    attachment_fields(context, muscle);
    muscle_relations(context, muscle, side, commands);
    layer_relations(context, structures_of(muscle, side, context.atlas().body()), commands);
    other_fields(context, muscle);
}

}  // namespace tpatlas::ui
