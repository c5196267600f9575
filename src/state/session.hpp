// state/session.hpp: document, view and history; commands are folded into them here, nowhere else.
//
//   Session session(atlas);
//   session.update(SelectPoint{{"trapezius_upper.tp2"}, Side::right});
//   session.document().point; session.view().camera;
//
// Single-threaded. The Atlas is read only.
#pragma once

#include "atlas/atlas.hpp"
#include "state/command.hpp"
#include "state/framing.hpp"

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

    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }
    // Something moves by itself, so the window must go on drawing.
    bool animating() const { return view_.playback.playing || view_.flight.has_value(); }

    // Another body or catalogue: selection that it lacks is dropped.
    void replace_atlas(std::shared_ptr<const Atlas> atlas);

    // Only such a point can be played: what may hurt, or has no recorded approach, is not animated.
    bool selected_point_is_animated() const;

private:
    void change(Document next);
    void slide(Document next, std::size_t slider);
    void select_muscle(const SelectMuscle& choice);
    void select_point(const SelectPoint& choice);
    void select_structure(const SelectStructure& choice);
    void clear_selection();
    void frame_selection();
    void home();
    void set_side(SideChoice choice);
    void step_history(std::vector<Document>& from, std::vector<Document>& to);

    std::shared_ptr<const Atlas> atlas_;
    Document document_;
    View view_;
    std::vector<Document> past_;
    std::vector<Document> future_;
    std::optional<std::size_t> slider_;  // the command whose drag may go on
    double slider_time_s_ = 0;
};

// Seconds of one shown repetition of a technique: its shortest hold shortened to the eye's patience.
float repetition_s(const Technique& technique);

}  // namespace tpatlas
