// ui/sheets.hpp: what stands in the place of Details for a while: capture, scenes, settings, keys,
// a user's body.
//
//   append(commands, sheet_panel(context, layout.details));   // whichever is open
//
// Each reads the session and returns commands; a cross, and Escape, lead back to Details.
#pragma once

#include "state/command.hpp"
#include "ui/panel_context.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::ui {

// The sheet that View::sheet names; not for Sheet::details.
std::vector<Command> sheet_panel(const PanelContext& context, const Rectangle& place);

std::vector<Command> capture_sheet(const PanelContext& context, const Rectangle& place);
std::vector<Command> scenes_sheet(const PanelContext& context, const Rectangle& place);
std::vector<Command> settings_sheet(const PanelContext& context, const Rectangle& place);
std::vector<Command> keys_sheet(const PanelContext& context, const Rectangle& place);
// A user's body: what was read and found, whose each structure is, what each mesh is said to be.
std::vector<Command> body_sheet(const PanelContext& context, const Rectangle& place);

// What they have in common. Begins the panel with its heading; then what scrolls, of which `foot`
// units are kept free at the bottom.
void begin_sheet(const PanelContext& context, const Rectangle& place, std::string_view title_key,
                 float foot, std::vector<Command>& commands);
// Between what scrolls and what stays below it.
void begin_foot(const PanelContext& context, const Rectangle& place, float foot);
void end_sheet(const PanelContext& context, const Rectangle& place, bool has_foot);
// A heading inside a sheet.
void sheet_section(const PanelContext& context, std::string_view key);

}  // namespace tpatlas::ui
