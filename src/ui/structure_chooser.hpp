// ui/structure_chooser.hpp: finding the structure that a user's mesh is: its name typed into a
// field, its side beside it, what was found as lines to choose.
//
//   StructureChooser chooser(context, "map", Side::right);
//   chooser.draw_line();
//   if (std::optional<std::vector<StructureId>> ids = chooser.draw_found(mesh.guesses)) ...
//
// What was typed and which side is kept in the context's drafts under the label until forget().
#pragma once

#include "atlas/registration.hpp"
#include "ui/panel_context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tpatlas::ui {

class StructureChooser {
public:
    // `usual`: the side until another one is chosen.
    StructureChooser(const PanelContext& context, const std::string& label, Side usual);

    // The field, and the two sides at its right.
    void draw_line();
    // What was found, or the guesses while nothing is typed. What was chosen, by a click or by
    // Enter in the field.
    std::optional<std::vector<StructureId>> draw_found(const std::vector<Guess>& guesses);

    static void forget(const PanelContext& context, const std::string& label);

private:
    std::optional<std::vector<StructureId>> draw_guesses(const std::vector<Guess>& guesses);

    const PanelContext& context_;
    std::string label_;
    Side side_;
    std::string typed_;
    bool entered_ = false;
};

// The side that a mesh seems to be on.
Side likely_side(const MeshPlace& mesh);

}  // namespace tpatlas::ui
