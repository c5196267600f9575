// core/side.hpp: the subject's left and right, never the viewer's.
#pragma once

#include <optional>
#include <string_view>

#include <glm/vec3.hpp>

namespace tpatlas {

enum class Side { left, right, middle };

constexpr std::string_view to_text(Side side)
{
    return side == Side::left ? "left" : side == Side::right ? "right" : "middle";
}

constexpr std::optional<Side> side_from_text(std::string_view text)
{
    if (text == "left")
        return Side::left;
    if (text == "right")
        return Side::right;
    if (text == "middle")
        return Side::middle;
    return std::nullopt;
}

constexpr Side other(Side side)
{
    return side == Side::left ? Side::right : side == Side::right ? Side::left : Side::middle;
}

// Through the plane of symmetry x = 0.
inline glm::vec3 mirrored(glm::vec3 v)
{
    return {-v.x, v.y, v.z};
}

}  // namespace tpatlas
