// render/labels.hpp: the names in one picture of the body with their leader lines, and the texts in
// its corners. One Labeller a pane.
//
//   labeller.begin(frame, body_px);        // before the body is drawn
//   labeller.collect(layers, tile);        // after each tile's layers
//   labeller.add(list, fonts, {frame, eye, part, canvas.body(0), point_px, false});
//
// A line ends well inside the visible surface of what it names. While the picture moves the names
// that stood in the last still one keep their places on the body, and go where those are hidden;
// new ones wait until it stands still: names that come and go while one turns are unrest.
#pragma once

#include "core/box.hpp"
#include "render/canvas.hpp"
#include "render/eye.hpp"
#include "render/fonts.hpp"
#include "render/label_ink.hpp"
#include "render/label_layout.hpp"
#include "render/mark_list.hpp"
#include "render/picture_part.hpp"
#include "render/visible_structures.hpp"
#include "scene/frame.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tpatlas::render {

class Labeller {
public:
    struct Pane {
        const scene::Frame& frame;
        const Eye& eye;      // at the resolution of `part`
        PicturePart part;    // of the whole picture
        const Surface& body;
        float point_px = 1;  // 1/720 of the whole picture's height
        bool second = false;
    };

    void begin(const scene::Frame& frame, glm::ivec2 body_px) { visible_.begin(frame, body_px); }
    void collect(const Layers& layers, const Tile& tile) { visible_.collect(layers, tile); }
    // `taken` are boxes of other texts in this part, in the whole picture's pixels.
    void add(MarkList& list, Fonts& fonts, const Pane& pane, std::vector<PageBox> taken = {});

private:
    // Where a line ended in the last still picture.
    struct Kept {
        std::string text;
        std::uint32_t structure = 0;
        glm::vec3 place_mm{0};
    };
    struct Wish;  // a label with all that it takes to draw it

    std::vector<Wish> wishes(LabelInk& ink, const Pane& pane, const VisibleGrid& grid) const;
    void find_anchors(std::vector<Wish>& wishes, const Pane& pane, const VisibleGrid& grid) const;
    void follow(std::vector<Wish>& wishes, const Pane& pane, const VisibleGrid& grid) const;
    void keep(const std::vector<Wish>& wishes, const std::vector<SetLabel>& set, const Pane& pane,
              const VisibleGrid& grid);
    void measure(const scene::Frame& frame);

    VisibleStructures visible_;
    std::shared_ptr<const BodySurfaces> measured_;
    std::vector<Box> boxes_;  // of its structures
    std::vector<Kept> kept_;
};

// The height of text that is still read: sizes in points shrink with the picture, but not below.
float text_px(float size_points, float point_px);

}  // namespace tpatlas::render
