// render/shade_pass.hpp: shades one layer after the other, from the back to the front, over the
// background.
//
// Reads: layers, look texture, openness, stipple. Writes: the body's part of the canvas: colour
// (linear, multiplied by its alpha) and what lies where, within a tile. State: its own depth
// buffer as a mask (mask.frag), blending over, scissor to the tile, viewport the whole part; each
// layer writes its own channels of the map. Shaders: fullscreen.vert with background.frag,
// mask.frag, shade_structure.frag, shade_skin.frag, shade_contact.frag; where the frame is cut
// shade_structure_cut.frag and shade_skin_cut.frag in their stead.
#pragma once

#include "render/canvas.hpp"
#include "render/eye.hpp"
#include "render/gl/program.hpp"
#include "render/layers.hpp"
#include "render/tile.hpp"
#include "scene/frame.hpp"

#include <filesystem>
#include <utility>

namespace tpatlas::render {

struct ShadeInputs {
    GLuint looks = 0;
    GLuint openness = 0;  // 0: all is open
    GLuint stipple = 0;   // 0: no dots
    int overlay_kind = 0;
    bool cut_structures = false;  // some have caps
    bool cut_skin = false;
    float point_px = 1;  // of this picture
};

class ShadePass {
public:
    static Result<ShadePass> make(const std::filesystem::path& shaders);
    void draw(const scene::Frame& frame, const Layers& layers, const Tile& tile, const Eye& eye,
              const ShadeInputs& inputs, const Surface& target);

private:
    struct Programs {
        gl::Program background, mask, structure, structure_cut, skin, skin_cut, contact;
    };
    struct Picture;  // the arguments of draw()
    struct Placing;  // of a layer among the others
    explicit ShadePass(Programs programs) : programs_(std::move(programs)) {}
    void draw_background(const Picture& picture) const;
    void draw_layer(const Picture& picture, const gl::Program& program, Role role,
                    const Placing& placing) const;
    void draw_structures(const Picture& picture) const;
    // `side` -1: only what is behind structures; 1: what is before them.
    void draw_skin(const Picture& picture, float side) const;
    void draw_contact(const Picture& picture, float side) const;

    Programs programs_;
    gl::VertexArray no_vertices_ = gl::VertexArray::create();
};

}  // namespace tpatlas::render
