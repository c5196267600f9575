// ui/details_parts.hpp: the parts that the Details panel is put together from.
#pragma once

#include "state/command.hpp"
#include "ui/panel_context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::ui {

// Labels side by side, wrapped.
void chips(const PanelContext& context, const std::vector<std::string>& texts);

// Of a user's body: whether the structures are the user's or lent by ours. Nothing of our own body.
void whose(const PanelContext& context, const std::vector<StructureId>& structures);

// Everything that is recorded of a muscle.
void muscle_details(const PanelContext& context, const Muscle& muscle, Side side,
                    std::vector<Command>& commands);

// Signs that belong to a doctor before anything else of the muscle.
void red_flags_section(const PanelContext& context, const Muscle& muscle);
// And those of the places where the point's pain is felt.
void red_flags_of_places(const PanelContext& context, const TriggerPoint& point);

// One point: its place and zones in words, as a card to click; what else is recorded where it is
// the selected one.
std::optional<Command> point_card(const PanelContext& context, const TriggerPoint& point,
                                  bool selected);

// "Sources (3)" and the confidence in the line; a click opens the list.
void sources_section(const PanelContext& context, std::string_view label,
                     const std::vector<Citation>& sources, Confidence confidence);

// Frame, show only, hide, fade, show, colour: for all that is selected.
void selection_actions(const PanelContext& context, std::vector<Command>& commands);
// "3 selected" and what: each can be taken away. Nothing where one thing is selected.
void selection_list(const PanelContext& context, std::vector<Command>& commands);

// What lies over and under the structures, as links.
void layer_relations(const PanelContext& context, const std::vector<StructureId>& structures,
                     std::vector<Command>& commands);
// Muscles of the same nerve and of the same action, as links.
void muscle_relations(const PanelContext& context, const Muscle& muscle, Side side,
                      std::vector<Command>& commands);

// Three to click where nothing is selected.
std::vector<Command> examples(const PanelContext& context);

}  // namespace tpatlas::ui
