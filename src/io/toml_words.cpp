#include "io/toml_words.hpp"

#include <charconv>
#include <cstdio>

namespace tpatlas::io {

namespace {

// The bytes of the character that begins at `i`; 0 where none does.
std::size_t character_at(std::string_view text, std::size_t i)
{
    const auto byte = [&](std::size_t k) {
        return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u;
    };
    const unsigned first = byte(i);
    const std::size_t length = first < 0x80                     ? 1u
                               : first >= 0xC2 && first <= 0xDF ? 2u
                               : (first & 0xF0u) == 0xE0        ? 3u
                               : first >= 0xF0 && first <= 0xF4 ? 4u
                                                                : 0u;
    for (std::size_t k = 1; k < length; ++k)
        if ((byte(i + k) & 0xC0u) != 0x80u)
            return 0;
    const unsigned second = byte(i + 1);
    const bool refused = (first == 0xE0 && second < 0xA0) ||  // written longer than need be
                         (first == 0xED && second > 0x9F) ||  // surrogates
                         (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return refused ? 0 : length;
}

std::string escaped(char c)
{
    if (c == '"' || c == '\\')
        return std::string("\\") + c;
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04X", static_cast<unsigned>(c));
    return code;
}

}  // namespace

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_at(text, i);
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

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
