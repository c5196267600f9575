#include "ui/panels.hpp"

#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <iterator>
#include <utility>

namespace tpatlas::ui {

namespace {

std::string selection_key(const Document& document)
{
    if (document.muscle)
        return document.muscle->id.text;
    return document.structure ? document.structure->text : std::string();
}

void append(std::vector<Command>& all, std::vector<Command> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

void draw_tip(const PanelContext& context)
{
    const std::string name = hovered_name(context.session, context.texts);
    if (name.empty())
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(9), context.px(6)));
    ImGui::BeginTooltip();
    ImGui::TextUnformatted(name.c_str());
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

}  // namespace

std::string hovered_name(const Session& session, const Texts& texts)
{
    const View& view = session.view();
    const Atlas& atlas = session.atlas();
    if (view.hovered_point && *view.hovered_point < atlas.points().size()) {
        const PlacedPoint& point = atlas.points()[*view.hovered_point];
        const Muscle* muscle = atlas.catalogue().muscle((*point.record)->muscle);
        const std::string name = muscle != nullptr ? (*muscle)->name_en : std::string();
        return texts("caption.point", {{"muscle", name},
                                       {"point", point.record->short_id()},
                                       {"side", side_word(texts, point.side)}});
    }
    if (!view.hovered_structure || *view.hovered_structure >= atlas.body().structures().size())
        return {};
    const Structure& structure = atlas.body().structures()[*view.hovered_structure];
    const std::string name = structure_name(structure);
    if (structure.side == Side::middle)
        return name;
    return texts("caption.muscle", {{"muscle", name}, {"side", side_word(texts, structure.side)}});
}

Panels::Panels(const Texts& texts, const Fonts& fonts, const Colours& colours, float scale)
    : texts_(&texts), fonts_(fonts), colours_(&colours), scale_(scale)
{
}

void Panels::set_look(const Fonts& fonts, const Colours& colours, float scale)
{
    fonts_ = fonts;
    colours_ = &colours;
    scale_ = scale;
}

void Panels::begin_focus(Sheet sheet)
{
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        focus_.drop(false);
    if (focus_.take_release())
        ImGui::SetWindowFocus(nullptr);
    // Who opened a sheet by keyboard goes on in it.
    if (std::exchange(sheet_, sheet) != sheet && focus_.is_shown())
        focus_.go_to_panel("##details");
    focus_.begin_frame();
}

std::vector<Command> Panels::draw(const Session& session, const Layout& layout,
                                  bool cursor_in_picture)
{
    if (listed_ != session.shared_atlas()) {
        listed_ = session.shared_atlas();
        muscles_ = std::make_unique<MuscleList>(*listed_, *texts_);
    }
    items_.begin_frame();
    begin_focus(session.view().sheet);
    const std::string selected = selection_key(session.document());
    const std::string point = session.document().point ? session.document().point->id.text : "";
    const PanelContext context{session,
                               *texts_,
                               fonts_,
                               *colours_,
                               *muscles_,
                               scale_,
                               items_,
                               focus_,
                               std::exchange(focus_search_, false),
                               std::exchange(revealed_row_, selected) != selected,
                               std::exchange(revealed_point_, point) != point};
    ImGui::PushFont(fonts_.body);
    std::vector<Command> commands = top_bar(context, layout.bar);
    append(commands, muscles_panel(context, layout.muscles));
    append(commands, layers_panel(context, layout.layers));
    append(commands, details_panel(context, layout.details));
    append(commands, pressure_panel(context, layout.pressure));
    if (session.view().first_hint)
        append(commands, hint_line(context, layout.hint));
    if (cursor_in_picture)
        draw_tip(context);
    focus_.end_frame();
    ImGui::PopFont();
    return commands;
}

}  // namespace tpatlas::ui
