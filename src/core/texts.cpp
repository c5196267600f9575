#include "core/texts.hpp"

namespace tpatlas {

std::string Texts::operator()(std::string_view key) const
{
    const auto at = entries_.find(std::string(key));
    if (at != entries_.end())
        return at->second;
    return "⟨" + std::string(key) + "⟩";
}

std::string Texts::operator()(
    std::string_view key,
    std::initializer_list<std::pair<std::string_view, std::string>> parts) const
{
    std::string text = (*this)(key);
    for (const auto& [name, value] : parts) {
        const std::string hole = "{" + std::string(name) + "}";
        for (std::size_t at = text.find(hole); at != std::string::npos;
             at = text.find(hole, at + value.size()))
            text.replace(at, hole.size(), value);
    }
    return text;
}

bool Texts::has(std::string_view key) const
{
    return entries_.contains(std::string(key));
}

}  // namespace tpatlas
