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

std::string one_line(std::string_view text)
{
    std::string line;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_at(text, i);
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool second_controls =  // U+0080 to U+009F
            length == 2 && byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (byte == '\n' || byte == '\r' || byte == '\t')
            line += ' ';
        else if (length == 0 || byte < ' ' || byte == 0x7F || second_controls)
            line += '?';
        else
            line += text.substr(i, length);
        i += length == 0 ? 1 : length;
    }
    return line;
}

}  // namespace tpatlas
