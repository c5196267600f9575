#include "render/layers.hpp"

#include <algorithm>

namespace tpatlas::render {

void Layers::prepare(glm::ivec2 size_px, const std::array<bool, 4>& roles, bool stencil)
{
    int count = 0;
    for (int role = 0; role < 4; ++role)
        layer_of_role_[role] = roles[static_cast<std::size_t>(role)] ? count++ : -1;
    count = std::max(count, 1);
    if (size_px != size_px_ || count > static_cast<int>(targets_.size()) ||
        stencil != stencil_)
        allocate(size_px, count, stencil);
}

void Layers::allocate(glm::ivec2 size_px, int count, bool stencil)
{
    stencil_ = stencil;
    ++generation_;
    size_px_ = size_px;
    targets_.clear();
    const glm::ivec2 size = size_px * samples_per_px;
    const auto make = [&](GLenum format, GLenum layout, GLenum type) {
        gl::Texture texture = gl::Texture::create();
        glBindTexture(GL_TEXTURE_2D_ARRAY, texture.id());
        glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, static_cast<GLint>(format), size.x, size.y, count, 0,
                     layout, type, nullptr);
        for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
            glTexParameteri(GL_TEXTURE_2D_ARRAY, filter, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAX_LEVEL, 0);
        return texture;
    };
    // The old ones go first: both at once would double the memory.
    surfaces_ = gl::Texture();
    depths_ = gl::Texture();
    surfaces_ = make(GL_RG32UI, GL_RG_INTEGER, GL_UNSIGNED_INT);
    depths_ = stencil ? make(GL_DEPTH24_STENCIL8, GL_DEPTH_STENCIL, GL_UNSIGNED_INT_24_8)
                      : make(GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT);
    const GLenum depth_point = stencil ? GL_DEPTH_STENCIL_ATTACHMENT : GL_DEPTH_ATTACHMENT;
    for (int layer = 0; layer < count; ++layer) {
        gl::Framebuffer target = gl::Framebuffer::create();
        glBindFramebuffer(GL_FRAMEBUFFER, target.id());
        glFramebufferTextureLayer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, surfaces_.id(), 0, layer);
        glFramebufferTextureLayer(GL_FRAMEBUFFER, depth_point, depths_.id(), 0, layer);
        targets_.push_back(std::move(target));
    }
}

void Layers::begin(Role role) const
{
    const int layer = layer_of_role_[static_cast<int>(role)];
    glBindFramebuffer(GL_FRAMEBUFFER, targets_[static_cast<std::size_t>(layer)].id());
    constexpr GLuint nothing[4] = {0, 0, 0, 0};
    constexpr GLfloat far = 1;
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_TRUE);
    glClearBufferuiv(GL_COLOR, 0, nothing);
    if (stencil_) {
        glStencilMask(0xff);
        glClearBufferfi(GL_DEPTH_STENCIL, 0, far, 0);
    } else {
        glClearBufferfv(GL_DEPTH, 0, &far);
    }
}

}  // namespace tpatlas::render
