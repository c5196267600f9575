// render/visible_structures.hpp: reads back what is seen where, coarsely: names end on what shows.
//
//   visible.begin(frame, body_px);                  // before the tiles
//   visible.collect(layers, tile);                  // after a tile's layers are drawn
//   VisibleGrid grid = visible.read(frame, eye, canvas.body());
//
// A veil is seen through: what is solid behind a thin ghost or a translucent skin is what shows.
// Reads: the layers, what the composite says lies where. Writes: small textures of its own. State:
// framebuffers, scissor off. No shaders: it copies single samples.
#pragma once

#include "render/canvas.hpp"
#include "render/eye.hpp"
#include "render/gl/owners.hpp"
#include "render/tile.hpp"
#include "render/visible_grid.hpp"
#include "scene/frame.hpp"

namespace tpatlas::render {

class VisibleStructures {
public:
    void begin(const scene::Frame& frame, glm::ivec2 body_px);
    void collect(const Layers& layers, const Tile& tile);
    // Empty where the frame names no structure. `eye` is of this picture, at any resolution.
    VisibleGrid read(const scene::Frame& frame, const Eye& eye, const Surface& body);

private:
    struct Copy {
        gl::Texture texture;
        gl::Framebuffer target;
        glm::ivec2 size{0};
    };
    static void prepare(Copy& copy, glm::ivec2 size, unsigned format, unsigned layout);

    bool wanted_ = false;
    glm::ivec2 body_px_{0};
    glm::ivec2 size_{0};  // of the grid
    Copy solid_;          // packed surfaces of the solid structures
    Copy places_;
    gl::Framebuffer layer_;  // to read one layer
};

}  // namespace tpatlas::render
