#include "io/import_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace tpatlas::io {

namespace {

constexpr std::size_t max_name_letters = 80;

bool is_letter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end]))
            ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

// "FMA7957" with the prefix "fma" -> 7957.
std::optional<int> number_after(std::string_view word, std::string_view prefix)
{
    if (word.size() <= prefix.size() || word.size() > prefix.size() + 8 ||
        lower(word.substr(0, prefix.size())) != prefix)
        return std::nullopt;
    int number = 0;
    for (const char c : word.substr(prefix.size())) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = 10 * number + (c - '0');
    }
    return number;
}

std::optional<Side> side_of(const std::string& word, bool last)
{
    if (word == "right" || (last && word == "r"))
        return Side::right;
    if (word == "left" || (last && word == "l"))
        return Side::left;
    if (last && word == "middle")
        return Side::middle;
    return std::nullopt;
}

// A word of a name that tells its kind; tried in this order, so that "costal cartilage of rib" is
// cartilage and "intervertebral disk of vertebra" a disc.
struct Telling {
    StructureKind kind;
    std::vector<std::string_view> beginnings;
};

StructureKind kind_of(const std::vector<std::string>& words)
{
    static const std::array<Telling, 7> all{{
        {StructureKind::cartilage, {"cartilage", "meniscus"}},
        {StructureKind::disc, {"disk", "disc"}},
        {StructureKind::tendon, {"tendon", "aponeurosis"}},
        {StructureKind::ligament, {"ligament"}},
        {StructureKind::fascia, {"fascia", "retinaculum", "membrane", "tract"}},
        {StructureKind::skin, {"skin"}},
        {StructureKind::bone,
         {"bone",     "vertebra", "rib",        "atlas",      "axis",      "sacrum",   "coccyx",
          "sternum",  "manubrium", "xiphoid",   "clavicle",   "scapula",   "humerus",  "radius",
          "ulna",     "scaphoid", "lunate",     "triquetral", "pisiform",  "trapezium", "trapezoid",
          "capitate", "hamate",   "metacarpal", "phalanx",    "femur",     "patella",  "tibia",
          "fibula",   "talus",    "calcaneus",  "cuneiform",  "metatarsal", "ilium",   "ischium",
          "pubis",    "skull",    "cranium",    "mandible",   "maxilla",   "vomer",    "ethmoid",
          "sphenoid", "hyoid",    "concha"}},
    }};
    for (const Telling& telling : all)
        for (const std::string& word : words)
            if (std::find(telling.beginnings.begin(), telling.beginnings.end(), word) !=
                telling.beginnings.end())
                return telling.kind;
    return StructureKind::muscle;
}

}  // namespace

ImportName import_name(std::string_view text)
{
    std::vector<std::string_view> words = words_of(text);
    ImportName result;
    // The numbers that BodyParts3D's files begin with.
    while (!words.empty()) {
        const std::optional<int> fma = number_after(words.front(), "fma");
        if (!fma && !number_after(words.front(), "fj") && !number_after(words.front(), "bp"))
            break;
        if (fma)
            result.fma = fma;
        words.erase(words.begin());
    }
    std::vector<std::string> kept;
    bool sided = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = lower(words[i]);
        const std::optional<Side> side = side_of(word, i + 1 == words.size());
        if (side && !sided) {
            result.side = *side;
            sided = true;
            continue;
        }
        if (result.name.size() + word.size() + 1 > max_name_letters)
            break;
        result.name += (result.name.empty() ? "" : "_") + word;
        result.name_en += (result.name_en.empty() ? "" : " ") + std::string(words[i]);
        kept.push_back(word);
    }
    if (!result.name_en.empty()) {
        const auto first = static_cast<unsigned char>(result.name_en[0]);
        result.name_en[0] = static_cast<char>(std::toupper(first));
    }
    result.kind = kind_of(kept);
    return result;
}

}  // namespace tpatlas::io
