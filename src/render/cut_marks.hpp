// render/cut_marks.hpp: the outline of the cut's plane and the knob by which it is moved.
#pragma once

#include "render/eye.hpp"
#include "render/mark_list.hpp"
#include "scene/frame.hpp"

namespace tpatlas::render {

// Adds them where the frame's cut has a handle, moved by `corner` (of the pane in the picture).
void add_cut_marks(MarkList& list, const scene::Frame& frame, const Eye& eye, glm::vec2 corner,
                   float point_px);

}  // namespace tpatlas::render
