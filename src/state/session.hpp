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

#include <memory>
#include <string_view>
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

private:
    void change(Document next);

    std::shared_ptr<const Atlas> atlas_;
    Document document_;
    View view_;
    std::vector<Document> past_;
    std::vector<Document> future_;
};

// Names that ShowView knows: anterior posterior left right superior inferior.
std::vector<std::string_view> view_names();

// A preset's direction, framing the whole body; nothing for an unknown name.
std::optional<CameraPose> named_view(std::string_view name, const Body& body, float aspect);

// Shows muscle and zones of a point together, from the side where most of the zone is seen.
CameraPose framing_of_point(const Atlas& atlas, const PlacedPoint& point, float aspect);
CameraPose framing_of_muscle(const Atlas& atlas, const Muscle& muscle, Side side, float aspect);

// Seconds of one shown repetition of a technique: its shortest hold shortened to the eye's patience.
float repetition_s(const Technique& technique);

}  // namespace tpatlas
