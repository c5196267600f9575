#include "atlas/search_cost.hpp"

#include "atlas/surface_shape.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr std::size_t places = 12;
constexpr float away = 0.1f;  // of the mesh's length: from there a fit begins to search

float squared(glm::vec3 v)
{
    return glm::dot(v, v);
}

std::size_t not_farther(const MeshData& mesh, glm::vec3 from)
{
    float nearest = std::numeric_limits<float>::infinity();
    for (const glm::vec3& p : mesh.positions)
        nearest = std::min(nearest, squared(p - from));
    std::size_t count = 0;
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3 a = mesh.positions[t.x], b = mesh.positions[t.y], c = mesh.positions[t.z];
        const glm::vec3 low = glm::min(glm::min(a, b), c), high = glm::max(glm::max(a, b), c);
        count += squared(from - glm::clamp(from, low, high)) <= nearest ? 1 : 0;
    }
    return count;
}

}  // namespace

float search_cost(const MeshData& mesh)
{
    const float length = glm::length(bounds(mesh).size());
    const std::vector<SurfaceSample> samples = samples_of(mesh, places);
    std::size_t sum = 0;
    for (std::size_t i = 0; i < samples.size(); ++i)
        sum += not_farther(mesh, samples[i].position +
                                     samples[i].normal * (i % 2 == 0 ? away : -away) * length);
    return static_cast<float>(sum) / static_cast<float>(places);
}

}  // namespace tpatlas
