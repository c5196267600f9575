// atlas/mesh_groups.hpp: which of a user's meshes are the surface of which of our structures.
//
//   std::vector<MeshGroup> groups = groups_of(body, meshes);
//   ... choose a side for those that are open ...
//   settle(groups);
//
// Depends on core and domain.
#pragma once

#include "atlas/body.hpp"
#include "atlas/registration.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// Numbers of structures in the embedded body.
using Numbers = std::vector<std::uint32_t>;

// What both have: meshes of the user's that are the surface of the same structures.
struct MeshGroup {
    std::vector<std::uint32_t> meshes;
    std::vector<Numbers> may_be;  // see may_be_of()
    std::size_t chosen = 0;       // of them
    glm::vec3 middle{0};          // in the files' own unit and axes
    Numbers own;  // of numbers(), those that are no other group's as well; by settle()
    bool open() const { return may_be.size() > 1; }
    const Numbers& numbers() const { return may_be[chosen]; }
};

// One for each mesh that is known; meshes of the same structures are one group, unless their side
// is not said. What the body lacks is in none.
std::vector<MeshGroup> groups_of(const Body& body, const std::vector<UserMesh>& meshes);

// Once sides are chosen: groups of the same structures become one, and of two that share one
// ("trapezius" and "trapezius_upper") it is the own of that with fewer, else of the earlier.
void settle(std::vector<MeshGroup>& groups);

// The structures that the names mean, once for each side that they may be of; midline ones on any.
// Empty where the body lacks one of them.
std::vector<Numbers> numbers_on_sides(const Body& body, const std::vector<std::string>& names,
                                      std::optional<Side> side);

// The same of a known mesh; where its side is not said, right, left and both as one surface.
std::vector<Numbers> may_be_of(const Body& body, const UserMesh& mesh);

}  // namespace tpatlas
