// render/tile.hpp: the part of the body's picture that the layers hold now. The whole picture is
// projected once; a tile only moves the viewport, so that tiles give the same pixels as one piece.
#pragma once

#include "render/layers.hpp"

#include <vector>

#include <glad/gl.h>

namespace tpatlas::render {

struct Tile {
    glm::ivec2 origin_px{0};  // of the layers' lower left, in the body's picture
    glm::ivec2 size_px{0};    // of the layers
    glm::ivec2 keep_from{0};  // what the composite takes from it, in the body's picture
    glm::ivec2 keep_size{0};

    // For drawing into the layers a picture of `picture_px` in all.
    void set_layer_viewport(glm::ivec2 picture_px) const
    {
        glViewport(-origin_px.x * samples_per_px, -origin_px.y * samples_per_px,
                   picture_px.x * samples_per_px, picture_px.y * samples_per_px);
    }
};

// One tile where the picture fits in `edge_px`; else a grid, each with a margin of `guard_px` of
// its neighbours for what looks around a pixel (ambient occlusion).
std::vector<Tile> tiles_of(glm::ivec2 picture_px, int edge_px, int guard_px);

}  // namespace tpatlas::render
