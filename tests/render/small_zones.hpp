// tests/render/small_zones.hpp: zones on the small body's skin, and how red a pixel is.
#pragma once

#include "render/small_body.hpp"

#include <memory>
#include <vector>

namespace tpatlas::test {

struct Rgb {
    int r, g, b;
};

inline Rgb at(const Image& image, glm::vec2 pixel)
{
    const std::uint8_t* p = image.pixel(static_cast<int>(pixel.x), static_cast<int>(pixel.y));
    return {p[0], p[1], p[2]};
}

inline float redness(Rgb c)
{
    return static_cast<float>(c.r) - 0.5f * static_cast<float>(c.g + c.b);
}

inline std::shared_ptr<const std::vector<glm::vec2>> zones(glm::vec3 essential,
                                                           float essential_mm,
                                                           glm::vec3 spillover,
                                                           float spillover_mm)
{
    const BodySurfaces& body = *small_body();
    const SurfaceRange& skin = body.ranges[skin_ball];
    auto distances = std::make_shared<std::vector<glm::vec2>>();
    for (std::uint32_t i = 0; i < skin.vertex_count; ++i) {
        const glm::vec3 p = body.mesh.positions[skin.first_vertex + i];
        distances->push_back({glm::distance(p, essential) - essential_mm,
                              glm::distance(p, spillover) - spillover_mm});
    }
    return distances;
}

}  // namespace tpatlas::test
