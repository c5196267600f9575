// render/gl/program.hpp: a linked pair of shaders read from files.
//
//   Result<gl::Program> program = gl::Program::load(folder, "surface.vert", "surface.frag");
//   program.value().use();
//   program.value().set("opacity", 0.5f);
//
// `#include "name.glsl"` is expanded here, from the same folder. Shader files have no #version:
// what differs between OpenGL 3.3 and OpenGL ES 3.0 is written in one place, this loader.
#pragma once

#include "core/result.hpp"
#include "render/gl/owners.hpp"

#include <filesystem>
#include <string>
#include <unordered_map>

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::render::gl {

class Program {
public:
    // Fails with the compiler's first complaint and the file and line that it means.
    static Result<Program> load(const std::filesystem::path& folder, const std::string& vertex,
                                const std::string& fragment);

    void use() const { glUseProgram(program_.id()); }

    // Of the program in use; a name that the shaders do not use is ignored.
    void set(const char* name, float value) const { glUniform1f(at(name), value); }
    void set(const char* name, int value) const { glUniform1i(at(name), value); }
    void set(const char* name, unsigned value) const { glUniform1ui(at(name), value); }
    void set(const char* name, glm::vec2 value) const { glUniform2f(at(name), value.x, value.y); }
    void set(const char* name, glm::ivec2 value) const { glUniform2i(at(name), value.x, value.y); }
    void set(const char* name, glm::ivec4 value) const
    {
        glUniform4i(at(name), value.x, value.y, value.z, value.w);
    }
    void set(const char* name, glm::vec3 value) const
    {
        glUniform3f(at(name), value.x, value.y, value.z);
    }
    void set(const char* name, glm::vec4 value) const
    {
        glUniform4f(at(name), value.x, value.y, value.z, value.w);
    }
    void set(const char* name, const glm::mat4& value) const;
    // Binds a texture to a unit and names the unit to the sampler.
    void set_texture(const char* name, int unit, GLenum kind, GLuint texture) const;

private:
    explicit Program(gl::ProgramOwner program) : program_(std::move(program)) {}
    GLint at(const char* name) const;

    gl::ProgramOwner program_;
    mutable std::unordered_map<std::string, GLint> places_;
};

}  // namespace tpatlas::render::gl
