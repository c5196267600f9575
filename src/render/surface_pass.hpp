// render/surface_pass.hpp: draws surfaces into the bound layer.
//
// Reads: body and contact buffers, the look texture. Writes: packed surface and depth
// (shaders/packing.glsl). State: depth test and write, culling where a surface is closed, no
// blending; the layer and the viewport are the caller's. Shaders: surface.vert with
// structure.frag, skin.frag or contact.frag.
#pragma once

#include "render/body_buffers.hpp"
#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "scene/frame.hpp"

#include <filesystem>
#include <span>

namespace tpatlas::render {

class SurfacePass {
public:
    static Result<SurfacePass> make(const std::filesystem::path& shaders);

    // Structures whose surfaces are closed are drawn without their back faces.
    void draw_structures(const BodyBuffers& body, std::span<const std::uint32_t> numbers,
                         const Eye& eye, const scene::Dent& dent, GLuint looks) const;
    void draw_skin(const BodyBuffers& body, bool closed, const Eye& eye, const scene::Dent& dent,
                   float soft_edge_mm, int overlay_kind, GLuint looks) const;
    void draw_contact(const MeshBuffers& mesh, const glm::mat4& world_from_contact, const Eye& eye,
                      GLuint looks) const;

private:
    SurfacePass(gl::Program structure, gl::Program skin, gl::Program contact);
    gl::Program structure_;
    gl::Program skin_;
    gl::Program contact_;
};

// dent.glsl
void tell_dent(const gl::Program& program, const scene::Dent& dent);

}  // namespace tpatlas::render
