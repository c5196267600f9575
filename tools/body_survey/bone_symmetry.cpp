#include "body_survey/bone_symmetry.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <unordered_map>
#include <vector>

#include <Eigen/Dense>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

struct Middle {
    double x;
    double y;
    double z;
};

// The middle between the outermost vertices in each column along x of 1.5 x 1.5 mm.
std::vector<Middle> middles(const MeshData& mesh)
{
    constexpr float cell_mm = 1.5f;
    std::map<std::pair<int, int>, std::pair<float, float>> columns;
    for (const glm::vec3& p : mesh.positions) {
        const auto key = std::pair(static_cast<int>(std::floor(p.y / cell_mm)),
                                   static_cast<int>(std::floor(p.z / cell_mm)));
        const auto [at, fresh] = columns.try_emplace(key, p.x, p.x);
        at->second.first = std::min(at->second.first, p.x);
        at->second.second = std::max(at->second.second, p.x);
    }
    std::vector<Middle> found;
    for (const auto& [key, ends] : columns)
        if (ends.second - ends.first > 1)
            found.push_back({static_cast<double>(ends.first + ends.second) / 2,
                             (key.first + 0.5) * static_cast<double>(cell_mm),
                             (key.second + 0.5) * static_cast<double>(cell_mm)});
    return found;
}

std::array<double, 6> terms(double y, double z)
{
    return {1, y, z, y * y, y * z, z * z};
}

}  // namespace

double MidlineFit::x_at(double y, double z) const
{
    const std::array<double, 6> t = terms((y - centre.x) / scale, (z - centre.y) / scale);
    double x = 0;
    for (std::size_t i = 0; i < t.size(); ++i)
        x += coefficients[i] * t[i];
    return x;
}

MidlineFit fit_midline(const MeshData& mesh, bool bent)
{
    const std::vector<Middle> found = middles(mesh);
    const Box box = bounds(mesh);
    MidlineFit fit;
    fit.centre = {static_cast<double>(box.centre().y), static_cast<double>(box.centre().z)};
    fit.scale = std::max(1.0, static_cast<double>(std::max(box.size().y, box.size().z)) / 2);
    for (int round = 0; round < 12; ++round) {
        Eigen::Matrix<double, 6, 6> a = Eigen::Matrix<double, 6, 6>::Identity() * 1e-6;
        Eigen::Matrix<double, 6, 1> b = Eigen::Matrix<double, 6, 1>::Zero();
        // A little stiffness in the curved terms: they are for bent bones, not for noise.
        for (int i = bent ? 3 : 1; i < 6; ++i)
            a(i, i) += (bent ? 0.02 : 1e6) * static_cast<double>(found.size());
        for (const Middle& m : found) {
            const std::array<double, 6> t =
                terms((m.y - fit.centre.x) / fit.scale, (m.z - fit.centre.y) / fit.scale);
            // Cauchy's weight: middles without a partner on the other side are far off.
            const double off = round == 0 ? 0 : (m.x - fit.x_at(m.y, m.z)) / 1.5;
            const double weight = 1 / (1 + off * off);
            for (int i = 0; i < 6; ++i) {
                b(i) += weight * t[static_cast<std::size_t>(i)] * m.x;
                for (int j = 0; j < 6; ++j)
                    a(i, j) +=
                        weight * t[static_cast<std::size_t>(i)] * t[static_cast<std::size_t>(j)];
            }
        }
        const Eigen::Matrix<double, 6, 1> solution = a.ldlt().solve(b);
        std::copy(solution.begin(), solution.end(), fit.coefficients.begin());
    }
    return fit;
}

namespace {

// The part of the mesh with x <= 0; the cut vertices lie on x = 0 exactly.
MeshData right_half(const MeshData& mesh)
{
    MeshData half;
    std::vector<std::uint32_t> kept(mesh.positions.size(), UINT32_MAX);
    std::unordered_map<std::uint64_t, std::uint32_t> cuts;
    const auto vertex = [&](std::uint32_t v) {
        if (kept[v] == UINT32_MAX) {
            kept[v] = static_cast<std::uint32_t>(half.positions.size());
            half.positions.push_back(mesh.positions[v]);
        }
        return kept[v];
    };
    const auto cut = [&](std::uint32_t a, std::uint32_t b) {
        if (a > b)
            std::swap(a, b);
        const auto [at, fresh] =
            cuts.try_emplace((static_cast<std::uint64_t>(a) << 32) | b,
                             static_cast<std::uint32_t>(half.positions.size()));
        if (fresh) {
            const glm::vec3 p = mesh.positions[a];
            const glm::vec3 q = mesh.positions[b];
            glm::vec3 on = p + (q - p) * (p.x / (p.x - q.x));
            on.x = 0;
            half.positions.push_back(on);
        }
        return at->second;
    };
    for (const Triangle& t : mesh.triangles) {
        std::vector<std::uint32_t> polygon;
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k];
            const std::uint32_t b = t[(k + 1) % 3];
            const bool a_in = mesh.positions[a].x < 0;
            if (a_in)
                polygon.push_back(vertex(a));
            if (a_in != (mesh.positions[b].x < 0))
                polygon.push_back(cut(a, b));
        }
        for (std::size_t k = 2; k < polygon.size(); ++k)
            half.triangles.emplace_back(polygon[0], polygon[k - 1], polygon[k]);
    }
    return half;
}

}  // namespace

MeshData made_symmetric(const MeshData& mesh, const MidlineFit& fit)
{
    MeshData laid = mesh;
    laid.normals.clear();
    laid.fibres.clear();
    float rightmost = 0;
    for (const glm::vec3& p : mesh.positions)
        rightmost = std::min(rightmost, p.x);
    for (glm::vec3& p : laid.positions) {
        const auto middle =
            static_cast<float>(fit.x_at(static_cast<double>(p.y), static_cast<double>(p.z)));
        const float share =
            std::clamp((middle - p.x) / std::max(1.0f, middle - rightmost), 0.0f, 1.0f);
        p.x -= middle * (1 - share);
        if (std::abs(p.x) < 1e-4f)
            p.x = 1e-4f;  // no vertex lies on the plane of the cut itself
    }
    MeshData half = right_half(laid);
    const auto count = static_cast<std::uint32_t>(half.positions.size());
    std::vector<std::uint32_t> image(count);
    for (std::uint32_t v = 0; v < count; ++v) {
        image[v] = v;
        if (half.positions[v].x == 0)
            continue;
        image[v] = static_cast<std::uint32_t>(half.positions.size());
        const glm::vec3 p = half.positions[v];
        half.positions.emplace_back(-p.x, p.y, p.z);
    }
    const std::size_t triangles = half.triangles.size();
    for (std::size_t t = 0; t < triangles; ++t) {
        const Triangle v = half.triangles[t];
        half.triangles.emplace_back(image[v.x], image[v.z], image[v.y]);
    }
    return half;
}

MeshData with_border_on_midline(const MeshData& mesh, float hold_mm)
{
    constexpr float reach_mm = 30;
    // So that the round edges of both sides meet in a shallow groove instead of a gap.
    constexpr float overlap_mm = 0.5f;
    // The border's x by z, in steps of half a millimetre; a gap takes its neighbour's.
    constexpr float step_mm = 0.5f;
    const Box box = bounds(mesh);
    const auto count = static_cast<std::size_t>(box.size().z / step_mm) + 1;
    std::vector<float> border(count, -std::numeric_limits<float>::max());
    const auto slot = [&](float z) {
        return std::min(count - 1, static_cast<std::size_t>((z - box.min.z) / step_mm));
    };
    for (const glm::vec3& p : mesh.positions)
        border[slot(p.z)] = std::max(border[slot(p.z)], p.x);
    for (std::size_t i = 1; i < count; ++i)
        if (border[i] == -std::numeric_limits<float>::max())
            border[i] = border[i - 1];
    MeshData laid = mesh;
    for (glm::vec3& p : laid.positions) {
        const float at =
            std::clamp((p.z - box.min.z) / step_mm - 0.5f, 0.0f, static_cast<float>(count - 1));
        const auto i = std::min(count - 1, static_cast<std::size_t>(at));
        const float x =
            glm::mix(border[i], border[std::min(count - 1, i + 1)], at - std::floor(at));
        // Where the border leaves the midline for good it is let go.
        const float held = glm::smoothstep(-2 * hold_mm, -hold_mm, x);
        const float share = std::clamp(1 - (x - p.x) / reach_mm, 0.0f, 1.0f);
        p.x += (overlap_mm - x) * held * share * share * (3 - 2 * share);
    }
    return laid;
}

}  // namespace tpatlas
