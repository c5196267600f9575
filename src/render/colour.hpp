// render/colour.hpp: sRGB as scenes give it, linear as light adds up.
#pragma once

#include <cmath>

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::render {

inline float linear_from_srgb(float c)
{
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}

inline glm::vec3 linear_from_srgb(glm::vec3 c)
{
    return {linear_from_srgb(c.x), linear_from_srgb(c.y), linear_from_srgb(c.z)};
}

inline glm::vec4 linear_from_srgb(glm::vec4 c)
{
    return {linear_from_srgb(glm::vec3(c)), c.w};
}

}  // namespace tpatlas::render
