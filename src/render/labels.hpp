// render/labels.hpp: labels with leader lines, and texts in the corners of the picture. Nothing is
// cut at the picture's edge, and no label covers another or a corner's text.
#pragma once

#include "render/eye.hpp"
#include "render/fonts.hpp"
#include "render/mark_list.hpp"
#include "render/marks_pass.hpp"
#include "scene/frame.hpp"

namespace tpatlas::render {

void add_labels(MarkList& list, Fonts& fonts, const scene::Frame& frame, const Eye& eye,
                const PicturePart& body, float point_px);

// The height of text that is still read: sizes in points shrink with the picture, but not below.
float text_px(float size_points, float point_px);

}  // namespace tpatlas::render
