// render/finish_pass.hpp: linear light into sRGB bytes with straight alpha.
//
// Reads: the whole canvas. Writes: the finished picture. State: no depth test, no blending, its
// own viewport. Shaders: fullscreen.vert, finish.frag.
#pragma once

#include "render/canvas.hpp"
#include "render/gl/program.hpp"

#include <filesystem>

namespace tpatlas::render {

class FinishPass {
public:
    static Result<FinishPass> make(const std::filesystem::path& shaders);
    void draw(const Surface& from, const Surface& to) const;

private:
    explicit FinishPass(gl::Program program);
    gl::Program program_;
    gl::VertexArray no_vertices_ = gl::VertexArray::create();
};

}  // namespace tpatlas::render
