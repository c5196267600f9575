// core/texts.hpp: every text of the interface by its key, so that languages can be added.
//
//   texts("panel.muscles")                        "Muscles"
//   texts("search.nearest", {{"word", "trapez"}})  "{word}" in the text is replaced
//
// Loaded once from assets/languages/CODE.toml (io/language_file.hpp) and never changed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tpatlas {

class Texts {
public:
    Texts() = default;
    explicit Texts(std::unordered_map<std::string, std::string> entries)
        : entries_(std::move(entries))
    {
    }

    // The text, or the key itself in ⟨⟩ where the table lacks it (seen at once, and a test looks).
    std::string operator()(std::string_view key) const;
    std::string operator()(std::string_view key,
                           std::initializer_list<std::pair<std::string_view, std::string>> parts) const;
    bool has(std::string_view key) const;

private:
    std::unordered_map<std::string, std::string> entries_;
};

}  // namespace tpatlas
