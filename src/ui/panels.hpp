// ui/panels.hpp: the whole interface around the picture: bar, Muscles, Layers, Details or a sheet,
// Pressure, the lines that come and go, and what the cursor is over.
//
//   ui::Panels panels(texts, fonts, colours, scale);
//   const ui::Layout layout = ui::layout_for(window, scale, panels.layout_wish(session));
//   ImGui::NewFrame();
//   for (const Command& command : panels.draw(session, layout)) session.update(command);
//
// Needs an ImGui context; draws with ImGui and changes nothing else. `texts` must outlive it.
#pragma once

#include "state/command.hpp"
#include "ui/body_list.hpp"
#include "ui/panel_context.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas::ui {

// Each panel draws its ImGui window at its place and returns what the user asked for.
struct BarAnswer {
    std::vector<Command> commands;
    std::optional<Column> column;  // the one asked for, where only one is seen
};
BarAnswer top_bar(const PanelContext& context, const Rectangle& place, bool compact, Column column);
std::vector<Command> muscles_panel(const PanelContext& context, const Rectangle& place);
std::vector<Command> layers_panel(const PanelContext& context, const Rectangle& place);
std::vector<Command> details_panel(const PanelContext& context, const Rectangle& place);
std::vector<Command> pressure_panel(const PanelContext& context, const Rectangle& place);
std::vector<Command> hint_line(const PanelContext& context, const Rectangle& place);
std::vector<Command> notice_line(const PanelContext& context, const Rectangle& place);
std::vector<Command> client_line(const PanelContext& context, const Rectangle& place,
                                 bool two_rows);
std::vector<Command> safety_card(const PanelContext& context, const Rectangle& place);
// At the top of the picture; as high as its text.
Rectangle safety_card_place(const Layout& layout, float scale);
// Which muscle a lone mesh is (state/body_question.hpp).
std::vector<Command> question_card(const PanelContext& context, const Rectangle& place);
// How far the body on its way is read. Over the picture's foot, which is not drawn anew for it.
std::vector<Command> reading_card(const PanelContext& context, const Rectangle& place);
Rectangle reading_card_place(const Layout& layout, float scale);

// The name of a structure or point of the picture: "Trapezius, upper fibres, right".
std::string hovered_name(const Session& session, const Texts& texts);

class Panels {
public:
    Panels(const Texts& texts, const Fonts& fonts, const Colours& colours, float scale);

    // What there is to place now.
    LayoutWish layout_wish(const Session& session) const;
    // `cursor_in_picture`: only then the hovered structure's name is shown beside the cursor.
    std::vector<Command> draw(const Session& session, const Layout& layout, bool cursor_in_picture);

    // From the next draw on the search has the keyboard.
    void focus_search();
    // True: it was for the keyboard's way through the controls; to be asked before other meanings,
    // in text fields too.
    bool take_key(const KeyPress& press) { return focus_.take_key(press); }
    void focus_next_panel(bool back) { focus_.next_panel(back); }
    void set_look(const Fonts& fonts, const Colours& colours, float scale);
    const ItemRegister& items() const { return items_; }
    // What is typed next is for a text field, which has the keyboard a frame or two later.
    bool text_is_coming() const { return focus_.text_is_coming(); }
    const std::string& focus_at() const { return focus_.at(); }  // the control's label

private:
    // True: the sheet that is open is another than before.
    bool begin_focus(Sheet sheet);
    std::vector<Command> draw_panels(const PanelContext& context, const Layout& layout);

    const Texts* texts_;
    Fonts fonts_;
    const Colours* colours_;
    float scale_;
    ItemRegister items_;
    Focus focus_;
    Drafts drafts_;
    Column column_ = Column::muscles;
    Sheet sheet_ = Sheet::details;  // drawn last
    bool card_ = false;             // the safety card was open
    std::unique_ptr<MuscleList> muscles_;
    std::unique_ptr<BodyList> body_list_;  // null: the body is ours
    std::shared_ptr<const Atlas> listed_;  // the atlas that these were made for
    std::string revealed_row_;             // the selection that the list scrolled to last
    std::string revealed_point_;           // and the one that Details did
    bool focus_search_ = false;
};

}  // namespace tpatlas::ui
