#include "render/canvas.hpp"

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

void remake(Surface& surface, glm::ivec2 size, GLenum format, GLenum type, bool places)
{
    if (surface.size_px == size)
        return;
    surface = Surface();
    surface.size_px = size;
    surface.colour = made_texture(size, format, GL_RGBA, type);
    surface.target = gl::Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, surface.target.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                           surface.colour.id(), 0);
    constexpr GLenum both[2] = {GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    if (places) {
        surface.places = made_texture(size, GL_RGBA32UI, GL_RGBA_INTEGER, GL_UNSIGNED_INT);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT1, GL_TEXTURE_2D,
                               surface.places.id(), 0);
    }
    glDrawBuffers(places ? 2 : 1, both);
}

}  // namespace

void Canvas::prepare(glm::ivec2 picture_px, glm::ivec2 body_px)
{
    remake(body_, body_px, GL_RGBA16F, GL_HALF_FLOAT, true);
    remake(whole_, picture_px, GL_RGBA16F, GL_HALF_FLOAT, false);
    remake(finished_, picture_px, GL_RGBA8, GL_UNSIGNED_BYTE, false);
}

void Canvas::place_body(glm::ivec2 from_px, glm::ivec2 size_px) const
{
    glBindFramebuffer(GL_READ_FRAMEBUFFER, body_.target.id());
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, whole_.target.id());
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, body_.size_px.x, body_.size_px.y, from_px.x, from_px.y,
                      from_px.x + size_px.x, from_px.y + size_px.y, GL_COLOR_BUFFER_BIT,
                      body_.size_px == size_px ? GL_NEAREST : GL_LINEAR);
}

}  // namespace tpatlas::render
