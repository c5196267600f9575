// state/selection.hpp: which structures are meant by what is selected, and what is done to them.
//
//   std::set<StructureId> chosen = selected_structures(document, view.side, atlas);
//   Document next = shown_only(document, chosen);
//
// Pure functions.
#pragma once

#include "atlas/atlas.hpp"
#include "core/box.hpp"
#include "state/document.hpp"
#include "state/settings.hpp"

#include <set>
#include <string>
#include <vector>

namespace tpatlas {

// The chosen side, or both where both are asked for.
std::vector<Side> shown_sides(Side chosen, SideChoice choice);

// The muscle's on the sides shown, the structure, and all that was selected beside them. Ids that
// the body lacks may be among them.
std::set<StructureId> selected_structures(const Document& document, SideChoice side,
                                          const Atlas& atlas);
// Of those in the body; empty where there are none.
Box bounds_of(const std::set<StructureId>& structures, const Body& body);
// "Trapezius, upper fibres", with " +2" where two more are selected beside it; "" for nothing.
std::string name_of_selection(const Document& document, const Atlas& atlas);

Document with_visibility(Document document, const std::set<StructureId>& structures,
                         Visibility visibility);
Document shown_only(Document document, const std::set<StructureId>& structures);
// Hidden is shown and shown is hidden; faded stays.
Document inverted(Document document);
Document with_all_shown(Document document);

}  // namespace tpatlas
