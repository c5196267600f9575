// render/body_marks.hpp: the marks that belong to places of the body, as flat shapes: taut band,
// target ring, points, arrow. And where the points are, for picking.
#pragma once

#include "render/eye.hpp"
#include "render/mark_list.hpp"
#include "scene/frame.hpp"

#include <cstdint>
#include <vector>

namespace tpatlas::render {

struct PointOnPicture {
    std::uint32_t tag = 0;
    glm::vec2 centre_px{0};  // from the lower left of the body's part
    float radius_px = 0;
};

// Adds the frame's marks, moved by `corner` (of the body's part in the picture). `point_px` is the
// length of a 1/720 of the picture's height. Answers the points that can be clicked.
std::vector<PointOnPicture> add_body_marks(MarkList& list, const scene::Frame& frame,
                                           const Eye& eye, glm::vec2 corner, float point_px);

}  // namespace tpatlas::render
