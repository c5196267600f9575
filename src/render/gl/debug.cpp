#include "render/gl/debug.hpp"

#include <cstdio>
#include <string_view>

#include <glad/gl.h>

namespace tpatlas::render::gl {

namespace {

void GLAD_API_PTR on_message(GLenum, GLenum kind, GLuint, GLenum severity, GLsizei,
                             const GLchar* message, const void*)
{
    if (severity != GL_DEBUG_SEVERITY_NOTIFICATION && kind != GL_DEBUG_TYPE_PERFORMANCE)
        std::fprintf(stderr, "OpenGL: %s\n", message);
}

std::string text_of(GLenum name)
{
    const auto* text = reinterpret_cast<const char*>(glGetString(name));
    return text != nullptr ? text : "";
}

}  // namespace

void report_messages()
{
    if (GLAD_GL_KHR_debug == 0 || glDebugMessageCallback == nullptr)
        return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(on_message, nullptr);
}

std::string device_name()
{
    return text_of(GL_RENDERER) + ", " + text_of(GL_VERSION);
}

bool is_software_renderer()
{
    const std::string renderer = text_of(GL_RENDERER);
    for (const std::string_view name : {"llvmpipe", "softpipe", "swrast", "Software"})
        if (renderer.find(name) != std::string::npos)
            return true;
    return false;
}

}  // namespace tpatlas::render::gl
