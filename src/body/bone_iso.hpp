// body/bone_iso.hpp: the zero surface of a scalar field on a box grid, and how to smooth it.
//
//   MeshData mesh = zero_surface(field);
//   smooth(mesh, {});
//
// Closed where the field is positive on the whole border; winds outward from the negative inside.
// The same field gives the same bytes. Depends on core; the source on OpenVDB.
#pragma once

#include "core/mesh_data.hpp"

#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

struct BoxField {
    glm::vec3 origin{0};
    float step_mm = 1;
    glm::ivec3 size{0};
    std::vector<float> values;  // x fastest

    std::size_t index(int i, int j, int k) const
    {
        return (static_cast<std::size_t>(k) * size.y + j) * size.x + i;
    }
};

MeshData zero_surface(const BoxField& field);

// Taubin's two-step smoothing: `inward` shrinks, `outward` (a little more) gives the volume back.
struct Smoothing {
    int rounds = 8;
    float inward = 0.5f;
    float outward = 0.53f;
};

void smooth(MeshData& mesh, const Smoothing& smoothing);

// Only the connected pieces with at least this share of the largest one's volume.
MeshData without_crumbs(const MeshData& mesh, float least_share);

}  // namespace tpatlas
