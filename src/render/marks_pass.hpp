// render/marks_pass.hpp: lays a MarkList over the canvas.
//
// Reads: the glyph atlas, and what the composite says lies where. Writes: the whole canvas, linear
// light multiplied by its alpha. State: no depth test, blending over, its own viewport, scissor to
// the body's part where asked. Shaders: marks.vert, marks.frag.
#pragma once

#include "render/canvas.hpp"
#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "render/mark_list.hpp"
#include "scene/frame.hpp"

#include <filesystem>
#include <optional>

namespace tpatlas::render {

struct PicturePart {
    glm::ivec2 from_px{0};  // lower left
    glm::ivec2 size_px{0};
};

class MarksPass {
public:
    static Result<MarksPass> make(const std::filesystem::path& shaders);
    // `eye` is of the body's part at the canvas' resolution. Nothing is drawn outside `clip`.
    void draw(const MarkList& list, const Canvas& canvas, const PicturePart& body,
              const PicturePart& clip, const Eye& eye,
              const std::optional<scene::TargetRing>& ring, GLuint glyphs);

private:
    explicit MarksPass(gl::Program program);
    gl::Program program_;
    gl::Buffer vertices_ = gl::Buffer::create();
    gl::Buffer indices_ = gl::Buffer::create();
    gl::VertexArray array_ = gl::VertexArray::create();
};

}  // namespace tpatlas::render
