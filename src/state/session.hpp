// state/session.hpp: document, view and history; commands are folded into them here, nowhere else.
//
//   Session session(atlas);
//   session.update(SelectPoint{{"trapezius_upper.tp2"}, Side::right});
//   session.document().point; session.view().camera;
//   for (const Command& request : session.take_requests()) ...   // what only the program can do
//
// Single-threaded. The Atlas is read only.
#pragma once

#include "atlas/atlas.hpp"
#include "state/command.hpp"
#include "state/framing.hpp"
#include "state/history.hpp"
#include "state/shown_press.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace tpatlas {

class Session {
public:
    explicit Session(std::shared_ptr<const Atlas> atlas);

    void update(const Command& command);

    const Document& document() const { return document_; }
    const View& view() const { return view_; }
    const Atlas& atlas() const { return *atlas_; }
    std::shared_ptr<const Atlas> shared_atlas() const { return atlas_; }

    const History& history() const { return history_; }
    bool can_undo() const { return history_.can_undo() && !view_.client; }
    bool can_redo() const { return history_.can_redo() && !view_.client; }
    // Something moves by itself, so the window must go on drawing.
    bool animating() const { return view_.playback.playing || view_.flight.has_value(); }

    // Another body or catalogue: selection that it lacks is dropped.
    void replace_atlas(std::shared_ptr<const Atlas> atlas);

    // Only such a point can be played: what may hurt, or has no recorded approach, is not animated.
    bool selected_point_is_animated() const;

    // The commands since the last call that the program around has to carry out, in their order.
    std::vector<Command> take_requests();

private:
    // What client view hides and gives back.
    struct Aside {
        Document document;
        View view;
        History history;
    };

    void update_document(const Command& command);
    void update_view(const Command& command);
    void change(Document next, Deed deed);
    void slide(Document next, std::size_t slider, Deed deed);
    void select_muscle(const SelectMuscle& choice);
    void select_point(const SelectPoint& choice);
    void select_structure(const SelectStructure& choice);
    void select_also(const SelectAlso& choice);
    void clear_selection();
    void see_selected(const Command& command);
    void cut(const Command& command);
    void frame_selection();
    void frame_point(const PlacedPoint& point);
    void home();
    void set_side(SideChoice choice);
    void play();
    void answer_safety(SafetyAnswer answer);
    bool asks_of_legs(const ShownPress& press) const;
    void step_history(const Command& command);
    std::optional<PointChoice> point_for_client(const MuscleChoice& muscle) const;
    void enter_client_view();
    void leave_client_view();
    void apply_scene(const ApplyScene& command);
    void tell(std::string key, std::string what = {}, bool fault = false);

    std::shared_ptr<const Atlas> atlas_;
    Document document_;
    View view_;
    History history_;
    std::optional<std::size_t> slider_;  // the command whose drag may go on
    double slider_time_s_ = 0;
    std::optional<Aside> aside_;         // while in client view
    std::vector<Command> requests_;
};

// Seconds of one shown repetition of a technique: its shortest hold shortened to the eye's patience.
float repetition_s(const Technique& technique);

}  // namespace tpatlas
