#include "ui/panels.hpp"

#include "state/body_question.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <iterator>
#include <utility>

#include <imgui_internal.h>  // ClearActiveID()

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

// Only its ground.
void empty_panel(const PanelContext& context, const Rectangle& place)
{
    if (place.is_empty())
        return;
    begin_panel("##pressure", place, context, ImVec2(0, 0));
    edge_line(context, place.min, {place.max().x, place.min.y});
    ImGui::End();
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

void Panels::focus_search()
{
    focus_search_ = true;
    column_ = Column::muscles;
}

LayoutWish Panels::layout_wish(const Session& session) const
{
    const View& view = session.view();
    const std::optional<PointChoice>& chosen = session.document().point;
    const TriggerPoint* point =
        chosen ? session.atlas().catalogue().point(chosen->id) : nullptr;
    return {.hint = view.first_hint,
            .pressing = point != nullptr && !(*point)->press.empty(),
            .layers = view.layers_open,
            .client = view.client,
            .notice = view.notice.has_value(),
            .sheet = view.sheet != Sheet::details,
            .column = view.sheet != sheet_ && view.sheet != Sheet::details ? Column::details
                                                                           : column_,
            .question = asked_mesh(session) != nullptr,
            .users_body = session.atlas().body().is_users()};
}

bool Panels::begin_focus(Sheet sheet)
{
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        focus_.drop(false);
    if (focus_.take_release()) {
        // Taking the focus from all windows would close the popup that the field stands in.
        if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup))
            ImGui::ClearActiveID();
        else
            ImGui::SetWindowFocus(nullptr);
    }
    focus_.begin_frame();
    if (std::exchange(sheet_, sheet) == sheet)
        return false;
    drafts_.clear();
    if (sheet != Sheet::details)
        column_ = Column::details;
    // Who opened it by keyboard goes on in it.
    if (focus_.is_shown())
        focus_.go_to_panel("##details");
    return true;
}

std::vector<Command> Panels::draw_panels(const PanelContext& context, const Layout& layout)
{
    if (context.view().client)
        return client_line(context, layout.client, layout.compact);
    BarAnswer bar = top_bar(context, layout.bar, layout.compact, column_);
    column_ = bar.column.value_or(column_);
    std::vector<Command> commands = std::move(bar.commands);
    if (!layout.muscles.is_empty())
        append(commands, muscles_panel(context, layout.muscles));
    if (!layout.layers.is_empty())
        append(commands, layers_panel(context, layout.layers));
    if (!layout.details.is_empty())
        append(commands, context.view().sheet == Sheet::details
                             ? details_panel(context, layout.details)
                             : sheet_panel(context, layout.details));
    if (context.view().safety.open) {  // it lies over all of these
        empty_panel(context, layout.pressure);
        return commands;
    }
    if (!layout.pressure.is_empty())
        append(commands, pressure_panel(context, layout.pressure));
    if (!layout.hint.is_empty())
        append(commands, hint_line(context, layout.hint));
    if (!layout.question.is_empty())
        append(commands, question_card(context, layout.question));
    if (!layout.notice.is_empty())
        append(commands, notice_line(context, layout.notice));
    return commands;
}

std::vector<Command> Panels::draw(const Session& session, const Layout& layout,
                                  bool cursor_in_picture)
{
    if (listed_ != session.shared_atlas()) {
        listed_ = session.shared_atlas();
        muscles_ = std::make_unique<MuscleList>(*listed_, *texts_);
        body_list_ = listed_->registration() != nullptr
                         ? std::make_unique<BodyList>(*listed_, *texts_)
                         : nullptr;
        drafts_.clear();
    }
    items_.begin_frame();
    const bool sheet_is_new = begin_focus(session.view().sheet);
    // Who plays by keyboard answers by keyboard.
    const bool card = session.view().safety.open;
    if (std::exchange(card_, card) != card && focus_.is_shown())
        focus_.go_to_panel(card ? "##safety" : "##pressure");
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
                               drafts_,
                               std::exchange(focus_search_, false),
                               std::exchange(revealed_row_, selected) != selected,
                               std::exchange(revealed_point_, point) != point,
                               sheet_is_new,
                               body_list_.get()};
    ImGui::PushFont(fonts_.body);
    std::vector<Command> commands = draw_panels(context, layout);
    if (session.view().safety.open)
        append(commands, safety_card(context, safety_card_place(layout, scale_)));
    if (session.view().reading)
        append(commands, reading_card(context, reading_card_place(layout, scale_)));
    if (cursor_in_picture && !session.view().client && !session.view().safety.open)
        draw_tip(context);
    focus_.end_frame();
    ImGui::PopFont();
    return commands;
}

}  // namespace tpatlas::ui
