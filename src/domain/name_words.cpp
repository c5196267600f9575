#include "domain/name_words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace tpatlas {

namespace {

constexpr std::size_t most_bytes = 300;
constexpr std::size_t most_words = 40;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

// Latin letters with accents and ligatures, as the letters below them; all else is a gap.
std::string plain(std::string_view text)
{
    // U+00C0 to U+00FF, as the second byte of their UTF-8 counts from 0x80.
    static constexpr std::string_view letters =
        "AAAAAAACEEEEIIII NOOOOO OUUUUY saaaaaaaceeeeiiii nooooo ouuuuy y";
    std::string out;
    text = text.substr(0, most_bytes);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if (byte < 0x80) {
            out += text[i];
        } else if (byte == 0xC3 && next >= 0x80 && next < 0xC0) {
            out += letters[next - 0x80u];
            if (next == 0x86 || next == 0xA6)  // ae
                out += 'e';
            ++i;
        } else if (byte == 0xC5 && (next == 0x92 || next == 0x93)) {
            out += "oe";
            ++i;
        } else {
            out += ' ';
        }
    }
    return out;
}

struct Piece {
    std::string text;   // letters or digits, as they are written
    char before = ' ';  // what stands before it; a letter or a digit where it was one with it
};

// At gaps, and where a small letter meets a capital: "RightTrapezius", "ECRLongus".
std::vector<Piece> pieces_of(const std::string& text)
{
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < text.size() && pieces.size() < most_words; ++i) {
        const char c = text[i];
        if (!is_digit(c) && !is_upper(c) && !is_lower(c))
            continue;
        const char before = i > 0 ? text[i - 1] : ' ';
        const bool starts =
            i == 0 || !(is_digit(before) || is_upper(before) || is_lower(before)) ||
            (is_upper(c) && (is_lower(before) || (is_upper(before) && is_lower(at(i + 1)))));
        if (starts)
            pieces.push_back({"", before});
        pieces.back().text += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return pieces;
}

// The letters and the digits of "rib4", "c5c6", "4th".
std::vector<std::string> runs_of(const std::string& piece)
{
    std::vector<std::string> runs;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (i == 0 || is_digit(piece[i]) != is_digit(piece[i - 1]))
            runs.emplace_back();
        runs.back() += piece[i];
    }
    return runs;
}

std::string without_zeros(const std::string& digits)
{
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

const std::set<std::string>& right_words()
{
    static const std::set<std::string> words{"right",   "r",      "rt",      "rgt",     "dexter",
                                             "dextra",  "dextri", "dextrum", "dextrae", "dextro",
                                             "dextris", "dex",    "dext",    "dx"};
    return words;
}

const std::set<std::string>& left_words()
{
    static const std::set<std::string> words{
        "left",      "l",         "lt",       "lft",       "sinister", "sinistra", "sinistri",
        "sinistrum", "sinistrae", "sinistro", "sinistris", "sin",      "sinist"};
    return words;
}

std::optional<StructureKind> said_kind(const std::string& word, bool first)
{
    static const std::set<std::string> muscle{"muscle", "muscles", "musculus", "musculi",
                                              "musc"};
    static const std::set<std::string> bone{"bone", "bones", "os", "ossis", "ossa", "ossium"};
    if (muscle.contains(word) || (first && (word == "m" || word == "mm")))
        return StructureKind::muscle;
    if (bone.contains(word))
        return StructureKind::bone;
    return std::nullopt;
}

bool is_muscles_part(const std::string& word)
{
    static const std::set<std::string> words{"head", "caput",   "part",  "pars",
                                             "belly", "venter", "portion"};
    return words.contains(word);
}

// The region's letter; "d" is left to digits.
std::string level_letter(const std::string& letters)
{
    if (letters == "c" || letters == "t" || letters == "l" || letters == "s")
        return letters;
    return letters == "th" ? "t" : "";
}

constexpr std::array<std::string_view, 5> of_spine{"vertebra", "vertebrae", "disc", "disk",
                                                   "discus"};
constexpr std::array<std::string_view, 8> counted_in_pairs{
    "rib", "ribs", "costa", "costal", "metacarpal", "metatarsal", "phalanx", "finger"};

class Reader {
public:
    NameWords read(std::string_view text)
    {
        const std::vector<Piece> pieces = pieces_of(plain(text));
        for (const Piece& piece : pieces)
            for (const std::string_view word : of_spine)
                spine_ = spine_ || piece.text == word;
        for (const Piece& piece : pieces)
            for (const std::string_view word : counted_in_pairs)
                paired_ = paired_ || piece.text == word;
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (!number_of_file(pieces, i))
                read_piece(pieces, i);
        words_.is_mark = ends_as_mark(pieces);
        words_.last_is_middle = !words_.words.empty() && words_.words.back() == "middle";
        if (right_ != left_)
            words_.side = right_ ? Side::right : Side::left;
        return std::move(words_);
    }

private:
    // "FMA37665", "FMA_37665", and BodyParts3D's "FJ1418M" and "BP8401".
    bool number_of_file(const std::vector<Piece>& pieces, std::size_t& i)
    {
        const std::vector<std::string> runs = runs_of(pieces[i].text);
        const bool apart = runs.size() == 1 && i + 1 < pieces.size() &&
                           is_number(pieces[i + 1].text) && runs[0] == "fma";
        const std::string digits = apart ? pieces[i + 1].text : runs.size() > 1 ? runs[1] : "";
        if (runs[0] == "fma" && !digits.empty() && digits.size() <= 8) {
            words_.fma = std::stoi(digits);
            i += apart ? 1 : 0;
            return true;
        }
        return (runs[0] == "fj" || runs[0] == "bp") && !digits.empty();
    }

    void read_piece(const std::vector<Piece>& pieces, std::size_t& i)
    {
        const std::string& text = pieces[i].text;
        // A side that was grown together with "muscle" when a dot was lost.
        if (text == "muscler" || text == "musclel") {
            words_.kind = StructureKind::muscle;
            (text.back() == 'r' ? right_ : left_) = true;
            return;
        }
        // "vertebra C 5"
        if (spine_ && !level_letter(text).empty() && i + 1 < pieces.size() &&
            is_number(pieces[i + 1].text)) {
            add_level(level_letter(text), pieces[++i].text);
            return;
        }
        const std::vector<std::string> runs = runs_of(text);
        for (std::size_t k = 0; k < runs.size(); ++k) {
            const bool counted = k + 1 < runs.size() && runs[k + 1].size() < 3;
            if (is_number(runs[k])) {
                add_number(runs[k]);
                k += k + 1 < runs.size() && ends_an_ordinal(runs[k + 1]) ? 1 : 0;
            } else if (counted && !level_letter(runs[k]).empty() && !(paired_ && runs[k] == "l")) {
                add_level(level_letter(runs[k]), runs[k + 1]);
                ++k;
            } else {
                add_word(runs[k], i == 0 && k == 0);
            }
        }
    }

    static bool ends_an_ordinal(const std::string& run)
    {
        return run == "st" || run == "nd" || run == "rd" || run == "th" || run == "d";
    }

    void add_level(const std::string& letter, const std::string& digits)
    {
        words_.words.push_back(letter + without_zeros(digits));
    }

    void add_number(const std::string& digits)
    {
        if (digits.size() < 3)
            words_.words.push_back(without_zeros(digits));
    }

    void add_word(const std::string& word, bool first)
    {
        if (right_words().contains(word))
            right_ = true;
        else if (left_words().contains(word))
            left_ = true;
        else if (const std::optional<StructureKind> kind = said_kind(word, first))
            words_.kind = kind;
        else if (word != "m" && word != "mm")
            words_.words.push_back(word);
        // A bone is not told by its parts: "head of femur" is no femur.
        if (!words_.kind && is_muscles_part(word))
            words_.kind = StructureKind::muscle;
    }

    static bool ends_as_mark(const std::vector<Piece>& pieces)
    {
        static const std::set<std::string> marks{"ol", "or", "el", "er", "j", "t"};
        for (auto at = pieces.rbegin(); at != pieces.rend(); ++at)
            if (!is_number(at->text))
                return at->before == '.' && marks.contains(at->text);
        return false;
    }

    NameWords words_;
    bool right_ = false;
    bool left_ = false;
    bool spine_ = false;   // "C 5" is a level
    bool paired_ = false;  // "L4" is the fourth on the left
};

}  // namespace

NameWords name_words(std::string_view text)
{
    return Reader().read(text);
}

bool is_number(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

bool is_level(std::string_view word)
{
    return word.size() >= 2 && word.size() <= 3 && word.find_first_of("ctls") == 0 &&
           is_number(word.substr(1));
}

std::optional<std::string> level_below(std::string_view level)
{
    if (!is_level(level))
        return std::nullopt;
    if (level == "c7")
        return "t1";
    if (level == "t12")
        return "l1";
    if (level == "l5")
        return "s1";
    return level[0] + std::to_string(std::stoi(std::string(level.substr(1))) + 1);
}

}  // namespace tpatlas
