// atlas/skin_section.hpp: where a plane cuts a surface, as a tape or a calliper sees it.
//
//   const Section waist = section_of(skin, {0, navel_y, 0}, {0, 1, 0});
//   float girth = tape_mm(waist.loops[waist.loop_near({0, navel_y, 90})]);
//
// Pure functions; any thread. Depends on core.
#pragma once

#include "core/mesh_data.hpp"

#include <cstddef>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

struct Section {
    glm::vec3 at{0};
    glm::vec3 normal{0};
    // Points of every closed line in which the plane meets the surface, in no order.
    std::vector<std::vector<glm::vec3>> loops;

    // The loop whose points' mean lies nearest to `place`. There must be one.
    std::size_t loop_near(glm::vec3 place) const;
};

Section section_of(const MeshData& mesh, glm::vec3 at, glm::vec3 normal);

// Length of a tape drawn tight round the points, which lie in a plane square to `normal`.
float tape_mm(const std::vector<glm::vec3>& points, glm::vec3 normal);

// Between the outermost points along a unit direction.
float extent_mm(const std::vector<glm::vec3>& points, glm::vec3 direction);

}  // namespace tpatlas
