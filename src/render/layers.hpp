// render/layers.hpp: the nearest surface of each group (structures, skin, contact, ghosts): packed
// surface (shaders/packing.glsl) and depth, two samples an output pixel in each direction.
//
// A picture larger than a tile is drawn tile by tile into the same layers.
#pragma once

#include "render/gl/owners.hpp"

#include <array>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::render {

enum class Role { structures, skin, contact, ghosts };

constexpr int samples_per_px = 2;

class Layers {
public:
    // Which roles this picture has; `size_px` of a tile in output pixels; with a stencil buffer
    // where something is cut.
    void prepare(glm::ivec2 size_px, const std::array<bool, 4>& roles, bool stencil);
    // Binds the role's layer as the target, whole, and empties it.
    void begin(Role role) const;
    // Index of a role's layer, or -1: as the shaders want it.
    glm::ivec4 layer_of_role() const { return layer_of_role_; }
    bool has(Role role) const { return layer_of_role_[static_cast<int>(role)] >= 0; }

    GLuint surfaces() const { return surfaces_.id(); }
    GLuint depths() const { return depths_.id(); }
    glm::ivec2 size_px() const { return size_px_; }
    // Another number whenever the textures are others; their names may come again.
    int generation() const { return generation_; }

private:
    void allocate(glm::ivec2 size_px, int count, bool stencil);
    gl::Texture surfaces_;
    gl::Texture depths_;
    std::vector<gl::Framebuffer> targets_;
    glm::ivec2 size_px_{0};
    glm::ivec4 layer_of_role_{-1};
    bool stencil_ = false;
    int generation_ = 0;
};

}  // namespace tpatlas::render
