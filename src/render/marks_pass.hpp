// render/marks_pass.hpp: lays a MarkList over the canvas.
//
// Reads: the glyph atlas, and what the composite of a pane says lies where. Writes: the whole
// canvas, linear light multiplied by its alpha. State: no depth test, blending over, its own
// viewport, scissor to a part of the picture. Shaders: marks.vert, marks.frag.
#pragma once

#include "render/canvas.hpp"
#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "render/mark_list.hpp"
#include "render/picture_part.hpp"
#include "scene/frame.hpp"

#include <filesystem>
#include <optional>

namespace tpatlas::render {

// The pane of the body that marks lie on.
struct MarksGround {
    const Surface& body;
    PicturePart part;  // of the whole picture that it takes
    const Eye& eye;    // at the whole picture's resolution
};

class MarksPass {
public:
    static Result<MarksPass> make(const std::filesystem::path& shaders);
    // Nothing is drawn outside `clip`.
    void draw(const MarkList& list, const Surface& whole, const MarksGround& ground,
              const PicturePart& clip, const std::optional<scene::TargetRing>& ring,
              GLuint glyphs);

private:
    explicit MarksPass(gl::Program program);
    gl::Program program_;
    gl::Buffer vertices_ = gl::Buffer::create();
    gl::Buffer indices_ = gl::Buffer::create();
    gl::VertexArray array_ = gl::VertexArray::create();
};

}  // namespace tpatlas::render
