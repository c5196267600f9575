#include "render/gl/program.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>
#include <vector>

#include <glm/gtc/type_ptr.hpp>

namespace tpatlas::render::gl {

namespace {

namespace fs = std::filesystem;

// All that differs from `#version 300 es` and its precision statements.
constexpr const char* preamble = "#version 330 core\n";

struct Source {
    std::string text;
    std::vector<fs::path> files;  // by the number that #line gives
};

std::optional<Error> expand(const fs::path& file, Source& source)
{
    if (std::find(source.files.begin(), source.files.end(), file) != source.files.end())
        return std::nullopt;  // each shared file once
    std::ifstream in(file);
    if (!in)
        return Error{file.string(), "the shader cannot be read", "reinstall the program's files"};
    const std::string number = std::to_string(source.files.size());
    source.files.push_back(file);
    source.text += "#line 1 " + number + "\n";
    int line_number = 0;
    for (std::string line; std::getline(in, line);) {
        ++line_number;
        if (!line.starts_with("#include \"")) {
            source.text += line + "\n";
            continue;
        }
        const std::size_t end = line.find('"', 10);
        if (auto error = expand(file.parent_path() / line.substr(10, end - 10), source))
            return error;
        source.text += "#line " + std::to_string(line_number + 1) + " " + number + "\n";
    }
    return std::nullopt;
}

// "0:12(3): error: ..." (Mesa) or "0(12) : error ..." (NVIDIA): the file's number comes first.
Error complaint(const Source& source, const std::string& log)
{
    std::smatch match;
    const std::string first = log.substr(0, log.find('\n'));
    std::string where = source.files.empty() ? std::string() : source.files.front().string();
    if (std::regex_search(first, match, std::regex(R"((\d+)[:(](\d+))"))) {
        const auto file = static_cast<std::size_t>(std::stoul(match[1]));
        if (file < source.files.size())
            where = source.files[file].string() + ":" + match[2].str();
    }
    return {where, "the shader does not compile: " + first, "update the graphics driver"};
}

struct Shader {
    GLuint id = 0;
    ~Shader() { glDeleteShader(id); }
};

std::optional<Error> compile(GLenum kind, const fs::path& file, Shader& shader)
{
    Source source;
    if (auto error = expand(file, source))
        return error;
    shader.id = glCreateShader(kind);
    const std::string whole = preamble + source.text;
    const char* text = whole.c_str();
    glShaderSource(shader.id, 1, &text, nullptr);
    glCompileShader(shader.id);
    GLint ok = GL_FALSE;
    glGetShaderiv(shader.id, GL_COMPILE_STATUS, &ok);
    if (ok == GL_TRUE)
        return std::nullopt;
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetShaderInfoLog(shader.id, static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return complaint(source, log);
}

}  // namespace

Result<Program> Program::load(const fs::path& folder, const std::string& vertex,
                              const std::string& fragment)
{
    Shader shaders[2];
    if (auto error = compile(GL_VERTEX_SHADER, folder / vertex, shaders[0]))
        return *error;
    if (auto error = compile(GL_FRAGMENT_SHADER, folder / fragment, shaders[1]))
        return *error;
    ProgramOwner program = ProgramOwner::create();
    for (const Shader& shader : shaders)
        glAttachShader(program.id(), shader.id);
    glLinkProgram(program.id());
    for (const Shader& shader : shaders)
        glDetachShader(program.id(), shader.id);
    GLint ok = GL_FALSE;
    glGetProgramiv(program.id(), GL_LINK_STATUS, &ok);
    if (ok == GL_TRUE)
        return Program(std::move(program));
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(program.id(), static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return Error{(folder / fragment).string(), "the shaders do not link: " + log,
                 "update the graphics driver"};
}

void Program::set(const char* name, const glm::mat4& value) const
{
    glUniformMatrix4fv(at(name), 1, GL_FALSE, glm::value_ptr(value));
}

void Program::set_texture(const char* name, int unit, GLenum kind, GLuint texture) const
{
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(kind, texture);
    set(name, unit);
}

GLint Program::at(const char* name) const
{
    const auto known = places_.find(name);
    if (known != places_.end())
        return known->second;
    return places_.emplace(name, glGetUniformLocation(program_.id(), name)).first->second;
}

}  // namespace tpatlas::render::gl
