#include "body_survey/fibre_field.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

#include <Eigen/Sparse>
#include <Eigen/SparseCholesky>
#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

using SparseMatrix = Eigen::SparseMatrix<double>;
using Cholesky = Eigen::SimplicialLDLT<SparseMatrix>;

SparseMatrix laplacian(const MeshData& mesh)
{
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(mesh.triangles.size() * 12);
    for (const Triangle& t : mesh.triangles)
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t i = t[k], j = t[(k + 1) % 3];
            const glm::dvec3 corner = mesh.positions[t[(k + 2) % 3]];
            const glm::dvec3 a = glm::dvec3(mesh.positions[i]) - corner;
            const glm::dvec3 b = glm::dvec3(mesh.positions[j]) - corner;
            const double area = std::max(glm::length(glm::cross(a, b)), 1e-9);
            // Slivers and obtuse corners would give weights without bound or below 0.
            const double w = std::clamp(glm::dot(a, b) / area, 0.02, 20.0) / 2;
            entries.emplace_back(i, j, -w);
            entries.emplace_back(j, i, -w);
            entries.emplace_back(i, i, w);
            entries.emplace_back(j, j, w);
        }
    const auto n = static_cast<Eigen::Index>(mesh.positions.size());
    SparseMatrix matrix(n, n);
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

Eigen::VectorXd solve_between(const MeshData& mesh, const MuscleEnds& ends)
{
    const SparseMatrix all = laplacian(mesh);
    const std::size_t n = mesh.positions.size();
    Eigen::VectorXd u = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(n));
    std::vector<Eigen::Index> free(n, 0); // its row among the unknowns; -1 where u is given
    for (const std::uint32_t v : ends.origin)
        free[v] = -1;
    for (const std::uint32_t v : ends.insertion) {
        free[v] = -1;
        u[static_cast<Eigen::Index>(v)] = 1;
    }
    Eigen::Index count = 0;
    for (Eigen::Index& row : free)
        if (row == 0)
            row = count++;
    std::vector<Eigen::Triplet<double>> entries;
    Eigen::VectorXd right = Eigen::VectorXd::Zero(count);
    for (Eigen::Index column = 0; column < all.outerSize(); ++column)
        for (SparseMatrix::InnerIterator it(all, column); it; ++it) {
            const Eigen::Index row = free[static_cast<std::size_t>(it.row())];
            const Eigen::Index other = free[static_cast<std::size_t>(column)];
            if (row < 0)
                continue;
            if (other >= 0)
                entries.emplace_back(row, other, it.value());
            else
                right[row] -= it.value() * u[column];
        }
    SparseMatrix inner(count, count);
    inner.setFromTriplets(entries.begin(), entries.end());
    const Cholesky cholesky(inner);
    const Eigen::VectorXd solved = cholesky.solve(right);
    for (std::size_t v = 0; v < n; ++v)
        if (free[v] >= 0)
            u[static_cast<Eigen::Index>(v)] = solved[free[v]];
    return u;
}

// Area of a triangle's part where the linear u is below `level`.
double area_below(const std::array<double, 3>& u, double area, double level)
{
    // Sorted corners; the part cut off at a corner shrinks with the square of its share.
    if (level <= u[0])
        return 0;
    if (level >= u[2])
        return area;
    if (level <= u[1])
        return area * (level - u[0]) * (level - u[0]) / ((u[1] - u[0]) * (u[2] - u[0]));
    return area - area * (u[2] - level) * (u[2] - level) / ((u[2] - u[1]) * (u[2] - u[0]));
}

// Length of the level line in a triangle.
double level_length(const MeshData& mesh, const Triangle& t, const Eigen::VectorXd& u, double level)
{
    std::array<glm::dvec3, 2> cut;
    std::size_t cuts = 0;
    for (int k = 0; k < 3; ++k) {
        const std::uint32_t i = t[k], j = t[(k + 1) % 3];
        const double a = u[i], b = u[j];
        if ((a > level) != (b > level) && cuts < 2)
            cut[cuts++] = glm::mix(glm::dvec3(mesh.positions[i]), glm::dvec3(mesh.positions[j]),
                                   (level - a) / (b - a));
    }
    return cuts == 2 ? glm::distance(cut[0], cut[1]) : 0;
}

} // namespace

MuscleEnds ends_by_form(const MeshData& closed, double share)
{
    const auto n = static_cast<Eigen::Index>(closed.positions.size());
    assert(n > 8);
    SparseMatrix matrix = laplacian(closed);
    for (Eigen::Index i = 0; i < n; ++i)
        matrix.coeffRef(i, i) += 1e-7; // the constant's eigenvalue is 0
    const Cholesky cholesky(matrix);
    // Inverse iteration, begun with a direction that no eigenvector is likely to lack.
    Eigen::VectorXd f(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        const glm::vec3 p = closed.positions[static_cast<std::size_t>(i)];
        f[i] = static_cast<double>(p.x) + 1.1 * static_cast<double>(p.y) +
               0.9 * static_cast<double>(p.z);
    }
    for (int pass = 0; pass < 60; ++pass) {
        f.array() -= f.mean();
        f /= f.norm();
        f = cholesky.solve(f);
    }
    std::vector<std::uint32_t> order(closed.positions.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&f](std::uint32_t a, std::uint32_t b) {
        return f[static_cast<Eigen::Index>(a)] < f[static_cast<Eigen::Index>(b)];
    });
    const auto count = std::max<std::ptrdiff_t>(
        4, static_cast<std::ptrdiff_t>(share * static_cast<double>(order.size())));
    MuscleEnds ends{{order.begin(), order.begin() + count}, {order.end() - count, order.end()}};
    std::sort(ends.origin.begin(), ends.origin.end());
    std::sort(ends.insertion.begin(), ends.insertion.end());
    return ends;
}

FibreField fibre_field(const MeshData& closed, const MuscleEnds& ends)
{
    assert(!ends.origin.empty() && !ends.insertion.empty());
    const Eigen::VectorXd u = solve_between(closed, ends);
    // Between two levels lies a band of surface; its area over the length of its middle line is its
    // mean width along the fibres.
    constexpr std::size_t bands = 100;
    std::array<double, bands + 1> below{};
    std::array<double, bands> line{};
    for (const Triangle& t : closed.triangles) {
        std::array<double, 3> corner{u[t.x], u[t.y], u[t.z]};
        std::sort(corner.begin(), corner.end());
        if (corner[0] == corner[2]) // inside an end: no length along the fibres
            continue;
        const glm::dvec3 a = closed.positions[t.x];
        const double area = 0.5 * glm::length(glm::cross(glm::dvec3(closed.positions[t.y]) - a,
                                                         glm::dvec3(closed.positions[t.z]) - a));
        for (std::size_t k = 0; k <= bands; ++k)
            below[k] += area_below(corner, area, static_cast<double>(k) / bands);
        for (std::size_t k = 0; k < bands; ++k) {
            const double level = (static_cast<double>(k) + 0.5) / bands;
            if (corner[0] < level && level < corner[2])
                line[k] += level_length(closed, t, u, level);
        }
    }
    std::array<double, bands + 1> length{};
    for (std::size_t k = 0; k < bands; ++k)
        length[k + 1] = length[k] + (below[k + 1] - below[k]) / std::max(line[k], 1.0);
    FibreField field;
    field.length_mm = static_cast<float>(length[bands]);
    for (std::size_t v = 0; v < closed.positions.size(); ++v) {
        const double x = std::clamp(u[static_cast<Eigen::Index>(v)], 0.0, 1.0) * bands;
        const auto k = std::min<std::size_t>(static_cast<std::size_t>(x), bands - 1);
        const double at = length[k] + (length[k + 1] - length[k]) * (x - static_cast<double>(k));
        field.u.push_back(static_cast<float>(at / length[bands]));
    }
    return field;
}

} // namespace tpatlas
