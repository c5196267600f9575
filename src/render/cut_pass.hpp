// render/cut_pass.hpp: structures that the frame's cut runs through, clipped, and filled where it
// opens them.
//
// Reads: body buffers, the look texture. Writes: packed surface and depth into the bound layer,
// whose stencil must be 0 and is 0 again; a cap lies in the plane and has the cut's word
// (shaders/cut_cap.glsl). State: depth test and write, stencil, scissor, clip distance 0; the layer
// and the viewport are the caller's. Shaders: surface_cut.vert with structure.frag, skin_cut.frag
// or nothing.frag; cut_cap.vert, cut_cap.frag.
//
// Where a closed structure is cut, a ray that meets the plane inside of it meets one back face more
// than front faces behind the plane: the stencil counts them, which holds for any closed surface
// and however structures reach into each other.
#pragma once

#include "render/body_buffers.hpp"
#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "render/tile.hpp"
#include "scene/frame.hpp"

#include <cstdint>
#include <filesystem>
#include <span>

namespace tpatlas::render {

class CutPass {
public:
    static Result<CutPass> make(const std::filesystem::path& shaders);

    struct View {
        const Eye& eye;
        const Tile& tile;
        const scene::Cut& cut;
        const scene::Dent& dent;
        GLuint looks = 0;
    };
    void draw_structures(const BodyBuffers& body, std::span<const std::uint32_t> numbers,
                         const View& view) const;
    // Without a cap; its inner side is seen.
    void draw_skin(const BodyBuffers& body, const View& view, float soft_edge_mm,
                   int overlay_kind) const;

private:
    struct Programs {
        gl::Program structure, skin, count, cap;
    };
    explicit CutPass(Programs programs) : programs_(std::move(programs)) {}
    void draw_caps(const BodyBuffers& body, std::span<const std::uint32_t> numbers,
                   const View& view) const;

    Programs programs_;
    gl::VertexArray no_vertices_ = gl::VertexArray::create();
};

// What cut_cap.glsl knows a cap by.
std::uint32_t cap_word(glm::vec3 normal);

}  // namespace tpatlas::render
