#include "body/field.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::body {

std::vector<glm::vec3> sampled(const MeshData& mesh, float spacing_mm)
{
    std::vector<glm::vec3> points = mesh.positions;
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3 a = mesh.positions[t.x];
        const glm::vec3 ab = mesh.positions[t.y] - a;
        const glm::vec3 ac = mesh.positions[t.z] - a;
        const float longest =
            std::max({glm::length(ab), glm::length(ac), glm::length(ac - ab), 1e-6f});
        const int n = static_cast<int>(std::ceil(longest / spacing_mm));
        for (int i = 0; i <= n && n > 1; ++i)
            for (int j = 0; j <= n - i; ++j)
                points.push_back(a + ab * (float(i) / float(n)) + ac * (float(j) / float(n)));
    }
    return points;
}

namespace {

struct Place {
    glm::vec3 at;       // in steps, inside the grid
    float beyond_mm;    // how far outside it was asked for
};

Place place_in(const FieldGrid& grid, glm::vec3 p)
{
    if (grid.mirrored_at_x0())
        p.x = std::abs(p.x);
    const glm::vec3 at = (p - grid.origin) / grid.step_mm;
    const glm::vec3 within = glm::clamp(at, glm::vec3(0), glm::vec3(grid.size - 1));
    return {within, glm::length(at - within) * grid.step_mm};
}

}  // namespace

float sample(const FieldGrid& grid, glm::vec3 p)
{
    const Place place = place_in(grid, p);
    const glm::ivec3 a = glm::min(glm::ivec3(place.at), grid.size - 2);
    const glm::vec3 w = place.at - glm::vec3(a);
    const float* v = &grid.values[grid.index(a.x, a.y, a.z)];
    const std::array<std::size_t, 3> s = grid.strides();
    const auto row = [&](const float* at) { return at[0] + (at[1] - at[0]) * w.x; };
    const auto layer = [&](const float* at) {
        const float low = row(at);
        return low + (row(at + s[1]) - low) * w.y;
    };
    const float low = layer(v);
    return low + (layer(v + s[2]) - low) * w.z + place.beyond_mm;
}

float sample_smooth(const FieldGrid& grid, glm::vec3 p)
{
    const Place place = place_in(grid, p);
    const glm::ivec3 base(glm::floor(place.at));
    std::array<std::array<float, 4>, 3> weight{};
    std::array<std::array<int, 4>, 3> node{};
    for (int axis = 0; axis < 3; ++axis) {
        const float t = place.at[axis] - float(base[axis]);
        const float u = 1 - t;
        weight[axis] = {u * u * u / 6, (4 - 6 * t * t + 3 * t * t * t) / 6,
                        (4 - 6 * u * u + 3 * u * u * u) / 6, t * t * t / 6};
        for (int i = 0; i < 4; ++i) {
            int at = base[axis] - 1 + i;
            if (at < 0 && axis == 0 && grid.mirrored_at_x0())
                at = -at;
            node[axis][i] = std::clamp(at, 0, grid.size[axis] - 1);
        }
    }
    float total = 0;
    for (int k = 0; k < 4; ++k)
        for (int j = 0; j < 4; ++j) {
            const float* row = &grid.values[grid.index(0, node[1][j], node[2][k])];
            const float sum = weight[0][0] * row[node[0][0]] + weight[0][1] * row[node[0][1]] +
                              weight[0][2] * row[node[0][2]] + weight[0][3] * row[node[0][3]];
            total += weight[1][j] * weight[2][k] * sum;
        }
    return total + place.beyond_mm;
}

}  // namespace tpatlas::body
