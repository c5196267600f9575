// render/page_geometry.hpp: what meets what on a page.
#pragma once

#include "render/label_layout.hpp"

namespace tpatlas::render {

float distance_to_segment(glm::vec2 p, glm::vec2 a, glm::vec2 b);
// Touching counts.
bool segments_meet(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d);
bool segment_meets_box(glm::vec2 a, glm::vec2 b, const PageBox& box, float gap);
bool box_meets_disc(const PageBox& box, const PageDisc& disc, float gap);
bool lies_in(const PageBox& box, const PageBox& outer);

}  // namespace tpatlas::render
