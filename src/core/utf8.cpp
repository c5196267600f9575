#include "core/utf8.hpp"

namespace tpatlas {

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

namespace {

// The code point of the character of `length` bytes at `i`.
unsigned code_point(std::string_view text, std::size_t i, std::size_t length)
{
    constexpr unsigned first_bits[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned code = static_cast<unsigned char>(text[i]) & first_bits[length];
    for (std::size_t k = 1; k < length; ++k)
        code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    return code;
}

bool is_control(unsigned code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

// Marks, embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9, 2).
bool turns_direction(unsigned code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

bool ends_line(unsigned code)
{
    return code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029;
}

}  // namespace

std::string one_line(std::string_view text)
{
    std::string line;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_at(text, i);
        const unsigned code = length == 0 ? 0 : code_point(text, i, length);
        if (ends_line(code) || code == '\t')
            line += ' ';
        else if (is_control(code) || turns_direction(code))  // and what is no UTF-8
            line += '?';
        else
            line += text.substr(i, length);
        i += length == 0 ? 1 : length;
    }
    return line;
}

}  // namespace tpatlas
