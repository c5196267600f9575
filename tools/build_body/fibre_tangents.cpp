#include "build_body/fibre_tangents.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// The gradient of u in a triangle times its area; zero where it has none.
glm::vec3 slope(const MeshData& mesh, const Triangle& t)
{
    const glm::vec3 a = mesh.positions[t.x];
    const glm::vec3 ab = mesh.positions[t.y] - a, ac = mesh.positions[t.z] - a;
    const glm::vec3 n = glm::cross(ab, ac);
    const float twice_area = glm::length(n);
    if (twice_area < 1e-9f)
        return glm::vec3(0);
    const float ub = mesh.fibres[t.y].x - mesh.fibres[t.x].x;
    const float uc = mesh.fibres[t.z].x - mesh.fibres[t.x].x;
    return 0.5f * glm::cross(n / twice_area, ac * -ub + ab * uc);
}

// Vertices at one place (the seam has two) share their direction.
std::vector<std::uint32_t> places_of(const MeshData& mesh)
{
    std::map<std::array<std::uint32_t, 3>, std::uint32_t> seen;
    std::vector<std::uint32_t> place(mesh.positions.size());
    for (std::size_t v = 0; v < place.size(); ++v) {
        std::array<std::uint32_t, 3> bits;
        std::memcpy(bits.data(), &mesh.positions[v], sizeof bits);
        place[v] = seen.try_emplace(bits, static_cast<std::uint32_t>(seen.size())).first->second;
    }
    return place;
}

} // namespace

std::vector<glm::vec3> fibre_tangents(const MeshData& mesh)
{
    const std::vector<std::uint32_t> place = places_of(mesh);
    std::vector<glm::vec3> sum(mesh.positions.size(), glm::vec3(0));
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3 s = slope(mesh, t);
        for (int k = 0; k < 3; ++k)
            sum[place[t[k]]] += s;
    }
    std::vector<glm::vec3> tangents(mesh.positions.size(), glm::vec3(0));
    std::vector<std::uint32_t> good, bare;
    for (std::uint32_t v = 0; v < tangents.size(); ++v) {
        const glm::vec3 n = mesh.normals[v];
        const glm::vec3 along = sum[place[v]] - n * glm::dot(sum[place[v]], n);
        const float length = glm::length(along);
        if (length > 0.05f * glm::length(sum[place[v]]) && length > 1e-7f) {
            tangents[v] = along / length;
            good.push_back(v);
        } else {
            bare.push_back(v);
        }
    }
    for (const std::uint32_t v : bare) {
        if (good.empty())
            break;
        const auto nearest =
            std::min_element(good.begin(), good.end(), [&](std::uint32_t a, std::uint32_t b) {
                return glm::distance(mesh.positions[a], mesh.positions[v]) <
                       glm::distance(mesh.positions[b], mesh.positions[v]);
            });
        tangents[v] = tangents[*nearest];
    }
    return tangents;
}

} // namespace tpatlas
