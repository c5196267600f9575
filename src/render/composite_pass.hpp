// render/composite_pass.hpp: shades the layers and lays them over each other and the background.
//
// Reads: layers, look texture, openness, stipple. Writes: the body's part of the canvas: colour
// (linear, multiplied by its alpha) and what lies where, for a tile. State: no depth test, no
// blending, scissor to the tile, viewport the whole part. Shaders: fullscreen.vert, composite.frag.
#pragma once

#include "render/canvas.hpp"
#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "render/layers.hpp"
#include "render/tile.hpp"
#include "scene/frame.hpp"

#include <filesystem>

namespace tpatlas::render {

struct CompositeInputs {
    GLuint looks = 0;
    GLuint openness = 0;  // 0: all is open
    GLuint stipple = 0;   // 0: no dots
};

class CompositePass {
public:
    static Result<CompositePass> make(const std::filesystem::path& shaders);
    void draw(const scene::Frame& frame, const Layers& layers, const Tile& tile, const Eye& eye,
              const CompositeInputs& inputs, const Surface& target) const;

private:
    explicit CompositePass(gl::Program program);
    gl::Program program_;
    gl::VertexArray no_vertices_ = gl::VertexArray::create();
};

}  // namespace tpatlas::render
