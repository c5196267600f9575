#include "render/canvas.hpp"

#include <algorithm>

namespace tpatlas::render {

namespace {

gl::Texture made_texture(glm::ivec2 size, GLenum format, GLenum layout, GLenum type)
{
    gl::Texture texture = gl::Texture::create();
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), size.x, size.y, 0, layout, type,
                 nullptr);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    return texture;
}

void attach(GLenum point, const gl::Texture& texture)
{
    glFramebufferTexture2D(GL_FRAMEBUFFER, point, GL_TEXTURE_2D, texture.id(), 0);
}

void remake(Surface& surface, glm::ivec2 size, GLenum format, GLenum type)
{
    if (surface.size_px == size)
        return;
    surface = Surface();
    surface.size_px = size;
    surface.colour = made_texture(size, format, GL_RGBA, type);
    surface.target = gl::Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, surface.target.id());
    attach(GL_COLOR_ATTACHMENT0, surface.colour);
}

void remake_body(Surface& surface, glm::ivec2 size)
{
    if (surface.size_px == size)
        return;
    remake(surface, size, GL_RGBA16F, GL_HALF_FLOAT);
    surface.places = made_texture(size, GL_RGBA32UI, GL_RGBA_INTEGER, GL_UNSIGNED_INT);
    surface.edges = made_texture(size, GL_R8UI, GL_RED_INTEGER, GL_UNSIGNED_BYTE);
    surface.mask = made_texture(size, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT);
    attach(GL_COLOR_ATTACHMENT1, surface.places);
    attach(GL_DEPTH_ATTACHMENT, surface.mask);
    constexpr GLenum both[2] = {GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    glDrawBuffers(2, both);
    surface.mask_target = gl::Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, surface.mask_target.id());
    attach(GL_COLOR_ATTACHMENT0, surface.edges);
    attach(GL_DEPTH_ATTACHMENT, surface.mask);
}

}  // namespace

void Canvas::prepare(glm::ivec2 picture_px, glm::ivec2 pane_px, std::size_t panes)
{
    bodies_.resize(panes);
    for (Surface& body : bodies_)
        remake_body(body, pane_px);
    remake(whole_, picture_px, GL_RGBA16F, GL_HALF_FLOAT);
    remake(finished_, picture_px, GL_RGBA8, GL_UNSIGNED_BYTE);
}

void Canvas::place_body(std::size_t pane, glm::ivec2 from_px, glm::ivec2 size_px) const
{
    const Surface& body = bodies_[pane];
    glBindFramebuffer(GL_READ_FRAMEBUFFER, body.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, whole_.target.id());
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, body.size_px.x, body.size_px.y, from_px.x, from_px.y,
                      from_px.x + size_px.x, from_px.y + size_px.y, GL_COLOR_BUFFER_BIT,
                      body.size_px == size_px ? GL_NEAREST : GL_LINEAR);
}

Image image_of(const Surface& finished)
{
    Image image;
    image.size_px = finished.size_px;
    const std::size_t stride = static_cast<std::size_t>(image.size_px.x) * 4;
    const auto rows = static_cast<std::size_t>(image.size_px.y);
    image.rgba.resize(stride * rows);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, finished.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, image.size_px.x, image.size_px.y, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.rgba.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    // OpenGL counts rows from below.
    for (std::size_t y = 0; y < rows / 2; ++y)
        std::swap_ranges(image.rgba.begin() + static_cast<std::ptrdiff_t>(y * stride),
                         image.rgba.begin() + static_cast<std::ptrdiff_t>((y + 1) * stride),
                         image.rgba.begin() + static_cast<std::ptrdiff_t>((rows - 1 - y) * stride));
    return image;
}

}  // namespace tpatlas::render
