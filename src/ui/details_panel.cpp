#include "ui/panels.hpp"

#include "ui/compact_controls.hpp"
#include "ui/details_parts.hpp"
#include "ui/folded_text.hpp"
#include "ui/words.hpp"

namespace tpatlas::ui {

namespace {

void structure_details(const PanelContext& context, const Structure& structure,
                       std::vector<Command>& commands)
{
    const Texts& texts = context.texts;
    title(context, structure_name(structure));
    if (folded(structure.name_la) != folded(structure.name_en))  // "scapula" once is enough
        wrapped_faint(context, structure.name_la);
    std::vector<std::string> labels{texts("kind." + std::string(to_text(structure.kind)))};
    if (structure.side != Side::middle)
        labels.insert(labels.begin(), side_word(texts, structure.side));
    if (!structure.region.empty() && texts.has("region." + structure.region))
        labels.push_back(texts("region." + structure.region));
    chips(context, labels);
    whose(context, {structure.id});
    selection_actions(context, commands);
    selection_list(context, commands);
    if (structure.kind == StructureKind::muscle)
        wrapped_faint(context, texts("details.no_record"));
    layer_relations(context, {structure.id}, commands);
    field(context, "details.provenance",
          texts("provenance." + std::string(to_text(structure.provenance))));
}

// All that was selected first is gone; what was selected beside it stays.
void only_beside(const PanelContext& context, std::vector<Command>& commands)
{
    title(context, context.texts("panel.details"));
    selection_actions(context, commands);
    selection_list(context, commands);
}

void contents(const PanelContext& context, std::vector<Command>& commands)
{
    const Document& document = context.document();
    const Muscle* muscle =
        document.muscle ? context.catalogue().muscle(document.muscle->id) : nullptr;
    const Structure* structure =
        document.structure ? context.atlas().body().find(*document.structure) : nullptr;
    if (muscle != nullptr) {
        muscle_details(context, *muscle, document.muscle->side, commands);
    } else if (structure != nullptr) {
        structure_details(context, *structure, commands);
    } else if (!document.also.empty()) {
        only_beside(context, commands);
    } else {
        title(context, context.texts("panel.details"));
        for (Command& command : examples(context))
            commands.push_back(std::move(command));
    }
}

}  // namespace

void whose(const PanelContext& context, const std::vector<StructureId>& structures)
{
    const Body& body = context.atlas().body();
    if (!body.is_users())
        return;
    std::size_t lent = 0;
    std::size_t own = 0;
    for (const StructureId& id : structures)
        if (const std::optional<std::uint32_t> number = body.number(id))
            ++(body.is_ghost(*number) ? lent : own);
    if (lent + own == 0)
        return;
    caption(context, context.texts(lent == 0  ? "details.yours"
                                   : own == 0 ? "details.lent"
                                              : "details.partly_yours"));
}

std::vector<Command> details_panel(const PanelContext& context, const Rectangle& place)
{
    std::vector<Command> commands;
    begin_panel("##details", place, context, ImVec2(16, 14));
    const Document& document = context.document();
    // A scroll position of its own for each muscle.
    const std::string id = document.muscle      ? document.muscle->id.text
                           : document.structure ? document.structure->text
                                                : std::string("nothing");
    if (ImGui::BeginChild(("##of " + id).c_str()))
        contents(context, commands);
    ImGui::EndChild();
    edge_line(context, place.min, {place.min.x, place.max().y});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
