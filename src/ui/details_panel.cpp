#include "ui/panels.hpp"

#include "ui/details_parts.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>

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
    chip(context,
         context.view().side == SideChoice::both ? texts("side.both") : side_word(texts, side));
    ImGui::SameLine(0, context.px(5));
    chip(context, texts("region." + muscle->region));
    if (muscle->layer > 0) {
        ImGui::SameLine(0, context.px(5));
        chip(context, texts("layer.caption") + ": " + layer_word(texts, muscle->layer));
    }
    ImGui::Dummy(ImVec2(0, context.px(2)));
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

void muscle_fields(const PanelContext& context, const Muscle& muscle)
{
    std::string nerve = muscle->nerve;
    if (!muscle->nerve_segments.empty())
        nerve += (nerve.empty() ? "" : " · ") + muscle->nerve_segments;
    field(context, "details.origin", joined(muscle->origin));
    field(context, "details.insertion", joined(muscle->insertion));
    field(context, "details.course", muscle->course);
    field(context, "details.action", joined(muscle->action));
    field(context, "details.nerve", nerve);
    field(context, "details.causes", joined(muscle->causes));
    field(context, "details.complaints", joined(muscle->complaints));
    field(context, "details.palpation", joined(muscle->palpation, ", "));
    field(context, "details.effects", joined(muscle->effects));
    field(context, "details.satellites", names_of(context, muscle->satellites));
    field(context, "details.covers", joined(muscle->covers, ", "));
    field(context, "details.covered_by", joined(muscle->covered_by, ", "));
    field(context, "details.variations", joined(muscle->variations));
    if (!muscle->estimates.empty())
        field(context, "details.estimates", joined(muscle->estimates));
}

void muscle_details(const PanelContext& context, const Muscle& muscle, Side side,
                    std::vector<Command>& commands)
{
    muscle_heading(context, muscle, side);
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
    if (!muscle->cautions.empty()) {
        ImGui::Dummy(ImVec2(0, context.px(2)));
        caption(context, context.texts("details.cautions"));
        caution_box(context, "• " + joined(muscle->cautions, "\n• "));
    }
    ImGui::Dummy(ImVec2(0, context.px(4)));
    muscle_fields(context, muscle);
    sources_section(context, "sources:" + muscle->id.text, muscle->sources, muscle->confidence);
}

void structure_details(const PanelContext& context, const Structure& structure)
{
    const Texts& texts = context.texts;
    title(context, structure_name(structure));
    if (!structure.name_la.empty())
        wrapped_faint(context, structure.name_la);
    chip(context, side_word(texts, structure.side));
    ImGui::SameLine(0, context.px(5));
    chip(context, texts("kind." + std::string(to_text(structure.kind))));
    ImGui::Dummy(ImVec2(0, context.px(4)));
    field(context, "details.provenance",
          texts("provenance." + std::string(to_text(structure.provenance))));
    if (structure.kind == StructureKind::muscle)
        wrapped_faint(context, texts("details.no_record"));
}

// What a zone's words promise, in the line under an example's name.
std::string zone_words(const TriggerPoint& point)
{
    return point->essential   ? point->essential->words
           : point->spillover ? point->spillover->words
                              : point->place;
}

// Spread over the catalogue, one a muscle where it can be, animated ones first.
std::vector<const TriggerPoint*> example_points(const Catalogue& catalogue, std::size_t count)
{
    std::vector<const TriggerPoint*> best;
    std::vector<const TriggerPoint*> others;
    for (const Muscle& muscle : catalogue.muscles()) {
        std::vector<const TriggerPoint*> points = catalogue.points_of(muscle->id);
        std::stable_partition(points.begin(), points.end(), [](const TriggerPoint* point) {
            return point->animated_press() != nullptr;
        });
        if (!points.empty()) {
            best.push_back(points.front());
            others.insert(others.end(), points.begin() + 1, points.end());
        }
    }
    std::vector<const TriggerPoint*> chosen;
    if (best.size() >= count) {
        for (std::size_t i = 0; i < count; ++i)
            chosen.push_back(best[i * best.size() / count]);
        return chosen;
    }
    chosen = best;
    for (std::size_t i = 0; i < others.size() && chosen.size() < count; ++i)
        chosen.push_back(others[i]);
    return chosen;
}

bool example(const PanelContext& context, const std::string& label, const std::string& name,
             const std::string& words)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = context.px(11);
    ImGui::PushFont(context.fonts.small);
    const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, width - 2 * pad);
    const float small_px = ImGui::GetFontSize();
    ImGui::PopFont();
    const float line = ImGui::GetTextLineHeight() + context.px(3);
    const bool clicked =
        ImGui::InvisibleButton(("##" + label).c_str(), ImVec2(width, line + size.y + 2 * pad));
    context.items.add(label);
    const ImVec2 end = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(
        at, end,
        packed(ImGui::IsItemHovered() ? context.colours.control_hover : context.colours.control),
        context.px(8));
    list.AddText(ImVec2(at.x + pad, at.y + pad), packed(context.colours.accent), name.c_str());
    list.AddText(context.fonts.small, small_px, ImVec2(at.x + pad, at.y + pad + line),
                 packed(context.colours.faint), words.c_str(), nullptr, width - 2 * pad);
    return clicked;
}

}  // namespace

std::vector<Command> examples(const PanelContext& context)
{
    std::vector<Command> commands;
    wrapped_faint(context, context.texts("details.nothing_selected"));
    caption(context, context.texts("details.examples"));
    const Side side = side_of(context.view().side);
    std::size_t shown = 0;
    const auto add = [&](const std::string& name, const std::string& words, Command command) {
        if (example(context, "example:" + std::to_string(++shown), name, words))
            commands.push_back(std::move(command));
    };
    const std::vector<const TriggerPoint*> points = example_points(context.catalogue(), 3);
    // A small catalogue: its muscle as a whole is an example too.
    const Muscle* whole =
        points.empty() ? nullptr : context.catalogue().muscle((*points.front())->muscle);
    if (points.size() < 3 && whole != nullptr)
        add((*whole)->name_en, (*whole)->name_la, SelectMuscle{(*whole)->id, side});
    for (const TriggerPoint* point : points) {
        const Muscle* muscle = context.catalogue().muscle((*point)->muscle);
        const std::string name =
            (muscle != nullptr ? (*muscle)->name_en : "") + " · " + point->short_id();
        add(name, zone_words(*point), SelectPoint{(*point)->id, side});
    }
    return commands;
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
    if (ImGui::BeginChild(("##of " + id).c_str())) {
        const Muscle* muscle =
            document.muscle ? context.catalogue().muscle(document.muscle->id) : nullptr;
        const Structure* structure =
            document.structure ? context.atlas().body().find(*document.structure) : nullptr;
        if (muscle != nullptr)
            muscle_details(context, *muscle, document.muscle->side, commands);
        else if (structure != nullptr)
            structure_details(context, *structure);
        else {
            title(context, context.texts("panel.details"));
            commands = examples(context);
        }
    }
    ImGui::EndChild();
    edge_line(context, place.min, {place.min.x, place.max().y});
    ImGui::End();
    return commands;
}

}  // namespace tpatlas::ui
