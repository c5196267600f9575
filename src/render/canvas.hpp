// render/canvas.hpp: the picture in the making: the body's part in linear light with what lies
// under each pixel, the whole with text and strip, and the finished bytes.
#pragma once

#include "render/gl/owners.hpp"

#include <glm/vec2.hpp>

namespace tpatlas::render {

// Colour and, on the body's part, what lies where (shading.glsl) and the mask of the layer that is
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
    // The whole picture, and the body's part of it at its own resolution.
    void prepare(glm::ivec2 picture_px, glm::ivec2 body_px);

    const Surface& body() const { return body_; }
    const Surface& whole() const { return whole_; }
    const Surface& finished() const { return finished_; }

    // Copies the body's part into the whole, enlarged where it was drawn smaller.
    void place_body(glm::ivec2 from_px, glm::ivec2 size_px) const;

private:
    Surface body_;
    Surface whole_;
    Surface finished_;
};

}  // namespace tpatlas::render
