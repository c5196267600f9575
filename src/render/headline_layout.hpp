// render/headline_layout.hpp: where the large words at the head of a picture go: centred, wrapped
// at words, smaller where they would take too much of the picture. No OpenGL: how wide a text is
// comes from the caller.
//
//   HeadlineLayout layout = lay_out_headline(*frame.headline, body_part, point_px, measure);
#pragma once

#include "render/label_layout.hpp"
#include "render/picture_part.hpp"
#include "render/strip_layout.hpp"
#include "scene/frame.hpp"

#include <string>
#include <vector>

namespace tpatlas::render {

// In the whole picture's pixels, from the lower left.
struct HeadlineLayout {
    struct Line {
        std::string text;
        glm::vec2 base_line_px{0};  // left end
        float width_px = 0;
        float size_px = 0;
        bool strong = false;
    };
    std::vector<Line> lines;  // from the top
    PageBox plate;            // calm ground under all of them
    float radius_px = 0;      // of its corners
};

// Inside `body`, of which it takes at most two fifths of the height. Empty where nothing is said.
HeadlineLayout lay_out_headline(const scene::Headline& headline, const PicturePart& body,
                                float point_px, const Measure& measure);

}  // namespace tpatlas::render
