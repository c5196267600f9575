// core/body_surfaces.hpp: all surfaces of a body in one vertex list and one index list, as the GPU
// gets them. A structure is known by its number, the index of its range.
#pragma once

#include "core/mesh_data.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

struct SurfaceRange {
    std::uint32_t first_triangle = 0;
    std::uint32_t triangle_count = 0;
    std::uint32_t first_vertex = 0;
    std::uint32_t vertex_count = 0;

    bool operator==(const SurfaceRange&) const = default;
};

// A place on the skin where a dot of a stipple may stand: even spacing along the skin (Poisson
// disk), so that the pattern is fixed to the skin and never to the screen.
struct SkinSample {
    std::uint32_t triangle = 0;  // counted from the skin's first
    glm::vec2 barycentric{0};    // weights of the triangle's second and third corner

    bool operator==(const SkinSample&) const = default;
};

struct BodySurfaces {
    MeshData mesh;  // with normals, and fibres ((0, 0) on what is no muscle); indices are absolute
    std::vector<glm::vec3> tangents;   // unit fibre direction on muscles; zero elsewhere
    std::vector<std::uint8_t> tendon;  // how much of a muscle is tendon there, 0 to 255; or empty
    std::vector<SurfaceRange> ranges;  // by structure number
    std::optional<std::uint32_t> skin;  // its number
    std::vector<SkinSample> stipple;

    bool operator==(const BodySurfaces&) const = default;
};

}  // namespace tpatlas
