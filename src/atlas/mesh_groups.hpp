// atlas/mesh_groups.hpp: which of a user's meshes are the surface of which of our structures.
//
//   std::vector<MeshGroup> groups = groups_of(body, meshes);
//
// Depends on core and domain.
#pragma once

#include "atlas/body.hpp"
#include "atlas/registration.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// What both have: meshes of the user's that are the surface of the same structures.
struct MeshGroup {
    std::vector<std::uint32_t> meshes;
    std::vector<std::string> names;
    // One; or right, left and both as one surface, where it is not said.
    std::vector<std::vector<std::uint32_t>> may_be;
    std::size_t chosen = 0;                          // of them
    glm::vec3 middle{0};                             // in the files' own unit and axes
    bool open() const { return may_be.size() > 1; }
    const std::vector<std::uint32_t>& numbers() const { return may_be[chosen]; }
};

// One for each mesh that is known; meshes of the same structures are one group, unless their side is
// not said. What the body lacks is in none.
std::vector<MeshGroup> groups_of(const Body& body, const std::vector<UserMesh>& meshes);

}  // namespace tpatlas
