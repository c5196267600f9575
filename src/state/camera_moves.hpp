// state/camera_moves.hpp: what the camera commands do to a View. Flight ends where one begins; the
// target stays near the body, so that one is never lost.
#pragma once

#include "core/box.hpp"
#include "state/command.hpp"
#include "state/view.hpp"

namespace tpatlas {

void fly(View& view, const CameraPose& to);
// One step along the flight, if any.
void fly_on(View& view);
void orbit(View& view, const Orbit& by);
void pan(View& view, const Pan& by, const Box& body);
void zoom(View& view, const Zoom& by, const Box& body);
// Back to a turntable: the roll is taken out.
void level(View& view);

}  // namespace tpatlas
