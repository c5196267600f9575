// core/image.hpp: a picture in memory: sRGB, straight alpha, four bytes a pixel, top row first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas {

struct Image {
    glm::ivec2 size_px{0};
    std::vector<std::uint8_t> rgba;

    const std::uint8_t* pixel(int x, int y) const
    {
        return rgba.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(size_px.x) +
                              static_cast<std::size_t>(x)) * 4;
    }
    bool operator==(const Image&) const = default;
};

}  // namespace tpatlas
