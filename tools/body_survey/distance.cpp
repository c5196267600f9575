#include "body_survey/distance.hpp"

#include "body_survey/triangle_tree.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include <glm/geometric.hpp>

namespace tpatlas
{

std::vector<glm::vec3> surface_samples(const MeshData& mesh, std::size_t count)
{
    std::vector<double> sums; // area up to and with each triangle
    double sum = 0;
    for (const Triangle& t : mesh.triangles) {
        const glm::dvec3 a = mesh.positions[t.x];
        sum += glm::length(
            glm::cross(glm::dvec3(mesh.positions[t.y]) - a, glm::dvec3(mesh.positions[t.z]) - a));
        sums.push_back(sum);
    }
    std::vector<glm::vec3> samples;
    samples.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double target = (static_cast<double>(i) + 0.5) / static_cast<double>(count) * sum;
        const auto at = std::min<std::size_t>(
            static_cast<std::size_t>(std::lower_bound(sums.begin(), sums.end(), target) -
                                     sums.begin()),
            sums.size() - 1);
        // The R2 sequence (Roberts 2018): fills a square evenly without a random generator.
        const auto step = static_cast<double>(i + 1);
        float s = static_cast<float>(std::fmod(0.5 + step * 0.7548776662466927, 1.0));
        float r = static_cast<float>(std::fmod(0.5 + step * 0.5698402909980532, 1.0));
        if (s + r > 1) {
            s = 1 - s;
            r = 1 - r;
        }
        const Triangle& t = mesh.triangles[at];
        const glm::vec3 a = mesh.positions[t.x];
        samples.push_back(a + s * (mesh.positions[t.y] - a) + r * (mesh.positions[t.z] - a));
    }
    return samples;
}

namespace
{

double add_distances(const MeshData& from, const MeshData& to, std::size_t samples,
                     std::vector<float>& all)
{
    const TriangleTree tree(to);
    double sum = 0;
    for (const glm::vec3& p : surface_samples(from, samples)) {
        all.push_back(tree.nearest(p).distance_mm);
        sum += static_cast<double>(all.back());
    }
    return sum / static_cast<double>(samples);
}

} // namespace

SurfaceError surface_error(const MeshData& a, const MeshData& b, std::size_t samples)
{
    SurfaceError error;
    std::vector<float> all;
    error.mean_a_to_b = add_distances(a, b, samples, all);
    error.mean_b_to_a = add_distances(b, a, samples, all);
    const auto at =
        all.begin() + static_cast<std::ptrdiff_t>(0.95 * static_cast<double>(all.size()));
    std::nth_element(all.begin(), at, all.end());
    error.p95 = static_cast<double>(*at);
    const double volume = volume_mm3(b);
    error.volume_ratio = volume > 0 ? volume_mm3(a) / volume : 0;
    return error;
}

} // namespace tpatlas
