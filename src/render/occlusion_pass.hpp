// render/occlusion_pass.hpp: how open each place is to the light around it, at half the output's
// resolution, for still frames.
//
// Reads: the layers. Writes: openness of structures, skin and contact, each among its own
// kind, in x, y, z; of the skin to the contact in w. State: no depth
// test, no blending, its own viewport. Shaders: fullscreen.vert with occlusion.frag and
// occlusion_blur.frag.
#pragma once

#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "render/layers.hpp"
#include "render/tile.hpp"

#include <filesystem>

namespace tpatlas::render {

class OcclusionPass {
public:
    static Result<OcclusionPass> make(const std::filesystem::path& shaders);

    void draw(const Layers& layers, const Tile& tile, const Eye& eye);
    GLuint openness() const { return textures_[0].id(); }

    // How far around a pixel it looks, in a picture of that height.
    static int reach_px(int picture_height_px);

private:
    OcclusionPass(gl::Program gather, gl::Program blur);
    void prepare(glm::ivec2 size_px);
    void gather(const Layers& layers, Role role, Role occluder) const;
    gl::Program gather_;
    gl::Program blur_;
    gl::VertexArray no_vertices_ = gl::VertexArray::create();
    gl::Texture textures_[2];
    gl::Framebuffer targets_[2];
    glm::ivec2 size_px_{0};
};

}  // namespace tpatlas::render
