// render/panes.hpp: the pictures of the body that one frame shows: one, or two beside each other.
//
//   for (const Pane& pane : panes_of(frame, body_part)) draw(pane);
#pragma once

#include "render/body_marks.hpp"
#include "render/eye.hpp"
#include "render/picture_part.hpp"
#include "scene/frame.hpp"

#include <vector>

namespace tpatlas::render {

struct Pane {
    PicturePart part;  // of the whole picture
    CameraPose camera;
    Eye eye;           // at the whole picture's resolution
    std::vector<PointOnPicture> points;  // that can be clicked, once its marks are drawn
};

// From the left to the right, all of one size. Where the width is odd, two panes share a column.
std::vector<Pane> panes_of(const scene::Frame& frame, const PicturePart& body);

}  // namespace tpatlas::render
