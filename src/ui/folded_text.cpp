#include "ui/folded_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace tpatlas::ui {

namespace {

// The next code point; invalid bytes are skipped one by one.
char32_t next_code_point(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    const int length = first < 0x80         ? 1
                       : (first >> 5) == 6  ? 2
                       : (first >> 4) == 14 ? 3
                       : (first >> 3) == 30 ? 4
                                            : 0;
    if (length == 0 || at + static_cast<std::size_t>(length) > text.size()) {
        ++at;
        return U' ';
    }
    char32_t code = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (int i = 1; i < length; ++i)
        code = (code << 6) | (byte(at + static_cast<std::size_t>(i)) & 0x3Fu);
    at += static_cast<std::size_t>(length);
    return code;
}

void append_utf8(std::string& text, char32_t code)
{
    const auto push = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code < 0x800) {
        push(0xC0 | (code >> 6));
    } else if (code < 0x10000) {
        push(0xE0 | (code >> 12));
        push(0x80 | ((code >> 6) & 0x3F));
    } else {
        push(0xF0 | (code >> 18));
        push(0x80 | ((code >> 12) & 0x3F));
        push(0x80 | ((code >> 6) & 0x3F));
    }
    push(0x80 | (code & 0x3F));
}

// Base letters of U+00C0...U+017F; '*' two letters (below), ' ' no letter.
constexpr std::string_view bases =
    "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(bases.size() == 0x180 - 0xC0);

std::string_view two_letters(char32_t code)
{
    switch (code) {
    case 0xC6:
    case 0xE6:
        return "ae";
    case 0xDE:
    case 0xFE:
        return "th";
    case 0xDF:
        return "ss";
    case 0x132:
    case 0x133:
        return "ij";
    case 0x152:
    case 0x153:
        return "oe";
    default:
        return "";
    }
}

void append_folded(std::string& out, char32_t code)
{
    if (code >= 0x300 && code < 0x370)  // combining marks
        return;
    if (code >= U'A' && code <= U'Z')
        out.push_back(static_cast<char>(code - U'A' + U'a'));
    else if ((code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9'))
        out.push_back(static_cast<char>(code));
    else if (code >= 0xC0 && code < 0x180 && bases[code - 0xC0] == '*')
        out += two_letters(code);
    else if (code >= 0xC0 && code < 0x180 && bases[code - 0xC0] != ' ')
        out.push_back(bases[code - 0xC0]);
    else if (code >= 0x180 && !(code >= 0x2000 && code < 0x2C00))  // not punctuation and signs
        append_utf8(out, code);
    else if (!out.empty() && out.back() != ' ')
        out.push_back(' ');
}

template <class Visit>
void for_each_word(std::string_view text, Visit visit)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            visit(text.substr(at, end - at), at);
        at = end + 1;
    }
}

// Optimal string alignment distance.
int edits_between(std::string_view a, std::string_view b)
{
    std::vector<int> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

}  // namespace

std::string folded(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();)
        append_folded(out, next_code_point(text, at));
    if (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::string first_letter(std::string_view name)
{
    const std::string text = folded(name);
    if (text.empty() || (text[0] >= '0' && text[0] <= '9'))
        return "#";
    if (text[0] >= 'a' && text[0] <= 'z')
        return std::string(1, static_cast<char>(text[0] - 'a' + 'A'));
    std::size_t end = 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
        ++end;
    return text.substr(0, end);
}

std::optional<int> match_rank(std::string_view query, std::string_view name)
{
    if (name.starts_with(query))
        return 0;
    bool begins = true;
    bool inside = true;
    for_each_word(query, [&](std::string_view word, std::size_t) {
        const std::size_t at = name.find(word);
        inside = inside && at != std::string_view::npos;
        const bool first = name.starts_with(word);
        begins = begins && (first || name.find(" " + std::string(word)) != std::string_view::npos);
    });
    if (begins)
        return 1;
    return inside ? std::optional<int>(2) : std::nullopt;
}

int edits_to(std::string_view query, std::string_view name)
{
    int best = static_cast<int>(query.size());
    for_each_word(name, [&](std::string_view, std::size_t at) {
        // A name that goes on behind what was typed is no fault: the nearest of three lengths.
        const std::string_view rest = name.substr(at);
        for (const int more : {-1, 0, 1}) {
            const int length = static_cast<int>(query.size()) + more;
            if (length > 0)
                best = std::min(
                    best, edits_between(query, rest.substr(0, static_cast<std::size_t>(length))));
        }
    });
    return best;
}

}  // namespace tpatlas::ui
