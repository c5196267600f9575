// ui/pressure_parts.hpp: what the Pressure panel is made of. Internal to it.
#pragma once

#include "state/command.hpp"
#include "state/shown_press.hpp"
#include "ui/widgets.hpp"

#include <vector>

namespace tpatlas::ui {

// Word and bar of the force now, the phase, and how much it hurts, as the person says.
void pressure_gauge(const PanelContext& context, const ShownPress& press, float width,
                    std::vector<Command>& commands);

// Which technique, with what: two buttons that open lists. Nothing to choose: their names.
void technique_choice(const PanelContext& context, const ShownPress& press,
                      std::vector<Command>& commands);

// Step, play, scrub, speed.
void press_transport(const PanelContext& context, const Technique& technique,
                     std::vector<Command>& commands);

}  // namespace tpatlas::ui
