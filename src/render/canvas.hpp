// render/canvas.hpp: the picture in the making: the body's panes in linear light with what lies
// under each pixel, the whole with text and strip, and the finished bytes.
#pragma once

#include "core/image.hpp"
#include "render/gl/owners.hpp"

#include <cstddef>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::render {

// Colour and, on a pane of the body, what lies where (shading.glsl) and the mask of the layer that is
// being shaded (mask.frag).
struct Surface {
    gl::Texture colour;
    gl::Texture places;
    gl::Texture edges;
    gl::Texture mask;  // a depth buffer
    gl::Framebuffer target;
    gl::Framebuffer mask_target;
    glm::ivec2 size_px{0};
};

class Canvas {
public:
    // The whole picture, and so many panes of the body at their own resolution.
    void prepare(glm::ivec2 picture_px, glm::ivec2 pane_px, std::size_t panes);

    const Surface& body(std::size_t pane) const { return bodies_[pane]; }
    const Surface& whole() const { return whole_; }
    const Surface& finished() const { return finished_; }

    // Copies a pane into the whole, enlarged where it was drawn smaller.
    void place_body(std::size_t pane, glm::ivec2 from_px, glm::ivec2 size_px) const;

private:
    std::vector<Surface> bodies_;
    Surface whole_;
    Surface finished_;
};

// The bytes of a finished picture.
Image image_of(const Surface& finished);

}  // namespace tpatlas::render
