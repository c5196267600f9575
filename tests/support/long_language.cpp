#include "support/long_language.hpp"

#include "io/toml_tree.hpp"

#include <map>
#include <unordered_map>

namespace tpatlas::testing {

namespace {

const std::map<char, const char*> doubled{{'a', "aá"}, {'e', "eê"}, {'i', "iï"}, {'o', "oö"},
                                          {'u', "uû"}, {'y', "yÿ"}, {'A', "AÁ"}, {'E', "EÊ"},
                                          {'I', "IÏ"}, {'O', "OÖ"}, {'U', "UÛ"}};

}  // namespace

std::string lengthened(const std::string& text)
{
    std::string longer;
    bool inside = false;
    for (const char c : text) {
        inside = c == '{' || (inside && c != '}');
        const auto twice = doubled.find(c);
        longer += inside || twice == doubled.end() ? std::string(1, c) : twice->second;
    }
    return longer;
}

Texts long_language()
{
    std::unordered_map<std::string, std::string> entries;
    const Result<io::TomlNode> root =
        io::read_toml(TPATLAS_SOURCE_DIR "/assets/languages/en.toml");
    if (root)
        for (const io::TomlNode& group : root.value().children)
            for (const io::TomlNode& text : group.children)
                entries[group.key + "." + text.key] = lengthened(text.string);
    return Texts(entries);
}

}  // namespace tpatlas::testing
