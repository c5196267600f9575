#include "io/toml_words.hpp"

#include "core/utf8.hpp"

#include <charconv>
#include <cstdio>

namespace tpatlas::io {

namespace {

std::string escaped(char c)
{
    if (c == '"' || c == '\\')
        return std::string("\\") + c;
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04X", static_cast<unsigned>(c));
    return code;
}

}  // namespace

std::string toml_text(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_at(text, i);
        const char c = text[i];
        const bool plain = length > 1 || (c >= ' ' && c != '"' && c != '\\' && c != 0x7F);
        if (length == 0)
            out += "\xEF\xBF\xBD";
        else
            out += plain ? std::string(text.substr(i, length)) : escaped(c);
        i += length == 0 ? 1 : length;
    }
    return out + "\"";
}

std::string toml_number(float value)
{
    if (value == 0)
        return "0";  // -0 too
    char digits[64];
    std::to_chars_result written = std::to_chars(digits, digits + sizeof digits, value);
    // Read as a double and rounded again, a few would come out one step off.
    double read = 0;
    std::from_chars(digits, written.ptr, read);
    if (static_cast<float>(read) != value)
        written = std::to_chars(digits, digits + sizeof digits, static_cast<double>(value));
    return {digits, written.ptr};
}

std::string toml_flag(bool value)
{
    return value ? "true" : "false";
}

std::string toml_list(const std::vector<std::string>& words)
{
    std::string out = "[";
    for (const std::string& word : words)
        out += (out.size() > 1 ? ", " : "") + word;
    return out + "]";
}

std::string toml_vector(glm::vec3 v)
{
    return toml_list({toml_number(v.x), toml_number(v.y), toml_number(v.z)});
}

}  // namespace tpatlas::io
