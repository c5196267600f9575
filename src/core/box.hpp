// core/box.hpp: an axis-aligned box; empty until something is put in.
#pragma once

#include <limits>

#include <glm/common.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

struct Box {
    glm::vec3 min{std::numeric_limits<float>::infinity()};
    glm::vec3 max{-std::numeric_limits<float>::infinity()};

    bool empty() const { return min.x > max.x; }
    glm::vec3 centre() const { return (min + max) * 0.5f; }
    glm::vec3 size() const { return max - min; }
    bool contains(glm::vec3 p) const
    {
        return p.x >= min.x && p.y >= min.y && p.z >= min.z && p.x <= max.x && p.y <= max.y &&
               p.z <= max.z;
    }
    void include(glm::vec3 p)
    {
        min = glm::min(min, p);
        max = glm::max(max, p);
    }
    void include(const Box& other)
    {
        min = glm::min(min, other.min);
        max = glm::max(max, other.max);
    }
    bool operator==(const Box&) const = default;
};

}  // namespace tpatlas
