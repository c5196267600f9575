// ui/history_menu.hpp: undo and redo in the bar, each with the list of what it would take back or
// do again.
#pragma once

#include "state/command.hpp"
#include "ui/panel_context.hpp"

#include <vector>

namespace tpatlas::ui {

// Draws them at the cursor; the lists open below `below`.
void history_buttons(const PanelContext& context, float below, std::vector<Command>& commands);
float history_buttons_width(const PanelContext& context);

}  // namespace tpatlas::ui
