// ui/details_parts.hpp: the parts that the Details panel is put together from.
#pragma once

#include "state/command.hpp"
#include "ui/panel_context.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tpatlas::ui {

// One point: its place and zones in words, as a card to click; what else is recorded where it is
// the selected one.
std::optional<Command> point_card(const PanelContext& context, const TriggerPoint& point,
                                  bool selected);

// "Sources (3)" and the confidence in the line; a click opens the list.
void sources_section(const PanelContext& context, std::string_view label,
                     const std::vector<Citation>& sources, Confidence confidence);

// Three to click where nothing is selected.
std::vector<Command> examples(const PanelContext& context);

}  // namespace tpatlas::ui
