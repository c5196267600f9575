// core/structure_kind.hpp: what a structure is, and where its surface comes from.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace tpatlas {

enum class StructureKind { muscle, bone, cartilage, disc, tendon, ligament, fascia, skin };
enum class Provenance { surveyed, authored, imported };

constexpr std::array<std::string_view, 8> structure_kind_texts{
    "muscle", "bone", "cartilage", "disc", "tendon", "ligament", "fascia", "skin"};
constexpr std::array<std::string_view, 3> provenance_texts{"surveyed", "authored", "imported"};

constexpr std::string_view to_text(StructureKind kind)
{
    return structure_kind_texts[static_cast<std::size_t>(kind)];
}

constexpr std::string_view to_text(Provenance provenance)
{
    return provenance_texts[static_cast<std::size_t>(provenance)];
}

constexpr std::optional<StructureKind> structure_kind_from_text(std::string_view text)
{
    for (std::size_t i = 0; i < structure_kind_texts.size(); ++i)
        if (structure_kind_texts[i] == text)
            return static_cast<StructureKind>(i);
    return std::nullopt;
}

constexpr std::optional<Provenance> provenance_from_text(std::string_view text)
{
    for (std::size_t i = 0; i < provenance_texts.size(); ++i)
        if (provenance_texts[i] == text)
            return static_cast<Provenance>(i);
    return std::nullopt;
}

}  // namespace tpatlas
