// render/strip.hpp: draws the strip below the picture: texts, and the legend's symbols as the
// things look in the picture.
#pragma once

#include "render/fonts.hpp"
#include "render/mark_list.hpp"
#include "render/marks_pass.hpp"
#include "scene/frame.hpp"

namespace tpatlas::render {

// `part` is the strip's place at the foot of the picture; the frame has a strip.
void add_strip(MarkList& list, Fonts& fonts, const scene::Frame& frame, const PicturePart& part);

}  // namespace tpatlas::render
