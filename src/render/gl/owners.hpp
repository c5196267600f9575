// render/gl/owners.hpp: OpenGL objects that delete themselves. Move-only; id 0 owns nothing.
//
//   gl::Buffer vertices = gl::Buffer::create();
//   glBindBuffer(GL_ARRAY_BUFFER, vertices.id());
#pragma once

#include <utility>

#include <glad/gl.h>

namespace tpatlas::render::gl {

template <class Kind>
class Owner {
public:
    Owner() = default;
    static Owner create() { return Owner(Kind::create()); }
    explicit Owner(GLuint id) : id_(id) {}
    Owner(Owner&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Owner& operator=(Owner&& other) noexcept
    {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Owner()
    {
        if (id_ != 0)
            Kind::destroy(id_);
    }

    GLuint id() const { return id_; }

private:
    GLuint id_ = 0;
};

struct BufferKind {
    static GLuint create()
    {
        GLuint id = 0;
        glGenBuffers(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteBuffers(1, &id); }
};

struct VertexArrayKind {
    static GLuint create()
    {
        GLuint id = 0;
        glGenVertexArrays(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteVertexArrays(1, &id); }
};

struct TextureKind {
    static GLuint create()
    {
        GLuint id = 0;
        glGenTextures(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteTextures(1, &id); }
};

struct FramebufferKind {
    static GLuint create()
    {
        GLuint id = 0;
        glGenFramebuffers(1, &id);
        return id;
    }
    static void destroy(GLuint id) { glDeleteFramebuffers(1, &id); }
};

struct ProgramKind {
    static GLuint create() { return glCreateProgram(); }
    static void destroy(GLuint id) { glDeleteProgram(id); }
};

using Buffer = Owner<BufferKind>;
using VertexArray = Owner<VertexArrayKind>;
using Texture = Owner<TextureKind>;
using Framebuffer = Owner<FramebufferKind>;
using ProgramOwner = Owner<ProgramKind>;

}  // namespace tpatlas::render::gl
