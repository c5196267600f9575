// render/stipple_pass.hpp: the spillover zone's dots, small discs that lie in the skin.
//
// Reads: the skin layer's depth. Writes: how much of each sample the dots cover, a texture as fine
// as the layers. State: depth test without write, the largest value wins; the viewport is the
// caller's. Shaders: stipple.vert, or stipple_cut.vert where the skin is cut, with stipple.frag.
#pragma once

#include "core/body_surfaces.hpp"
#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "render/layers.hpp"
#include "scene/frame.hpp"

#include <filesystem>
#include <optional>

namespace tpatlas::render {

class StipplePass {
public:
    static Result<StipplePass> make(const std::filesystem::path& shaders);

    // Chooses the samples inside the spillover zone and outside the essential one; again whenever
    // the body or the zones change.
    void choose_dots(const BodySurfaces& body, const scene::ZonePaint& zones);
    bool has_dots() const { return count_ > 0; }
    // `cut`: of the skin (shown.hpp).
    void draw(const Layers& layers, const Eye& eye, const scene::Dent& dent,
              const std::optional<glm::vec4>& cut);

    GLuint cover() const { return cover_.id(); }

private:
    StipplePass(gl::Program program, gl::Program clipped);
    void prepare(const Layers& layers);
    gl::Program program_;
    gl::Program clipped_;
    gl::Buffer corners_ = gl::Buffer::create();
    gl::Buffer dots_ = gl::Buffer::create();
    gl::VertexArray array_ = gl::VertexArray::create();
    gl::Texture cover_;
    gl::Framebuffer target_;
    int generation_of_target_ = 0;
    int layer_of_target_ = -1;
    GLsizei count_ = 0;
};

}  // namespace tpatlas::render
