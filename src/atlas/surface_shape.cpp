#include "atlas/surface_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <Eigen/Eigenvalues>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

struct Corners {
    glm::dvec3 a, b, c;
    double area() const { return 0.5 * glm::length(glm::cross(b - a, c - a)); }
};

Corners corners_of(const MeshData& mesh, const Triangle& t)
{
    return {glm::dvec3(mesh.positions[t.x]), glm::dvec3(mesh.positions[t.y]),
            glm::dvec3(mesh.positions[t.z])};
}

glm::vec3 normal_of(const MeshData& mesh, const Triangle& t)
{
    const glm::vec3 cross = glm::cross(mesh.positions[t.y] - mesh.positions[t.x],
                                       mesh.positions[t.z] - mesh.positions[t.x]);
    const float length = glm::length(cross);
    return length > 0 ? cross / length : glm::vec3(0);
}

}  // namespace

float SurfaceMoments::size() const
{
    return glm::length(spread);
}

SurfaceMoments moments_of(const MeshData& mesh)
{
    SurfaceMoments moments;
    glm::dvec3 first(0);
    for (const Triangle& t : mesh.triangles) {
        const Corners k = corners_of(mesh, t);
        const double area = k.area();
        moments.area += area;
        first += area / 3 * (k.a + k.b + k.c);
    }
    if (!(moments.area > 0))
        return moments;
    const glm::dvec3 middle = first / moments.area;
    moments.middle = glm::vec3(middle);
    std::array<double, 6> sums{};  // xx, yy, zz, xy, xz, yz
    for (const Triangle& t : mesh.triangles) {
        // Exact over a triangle: a twelfth of each corner and three quarters of the middle.
        const Corners k = corners_of(mesh, t);
        const double area = k.area();
        const auto add = [&](glm::dvec3 p, double weight) {
            const double w = weight * area;
            sums[0] += w * p.x * p.x;
            sums[1] += w * p.y * p.y;
            sums[2] += w * p.z * p.z;
            sums[3] += w * p.x * p.y;
            sums[4] += w * p.x * p.z;
            sums[5] += w * p.y * p.z;
        };
        add(k.a - middle, 1.0 / 12);
        add(k.b - middle, 1.0 / 12);
        add(k.c - middle, 1.0 / 12);
        add((k.a + k.b + k.c) / 3.0 - middle, 0.75);
    }
    Eigen::Matrix3d second;
    second << sums[0], sums[3], sums[4], sums[3], sums[1], sums[5], sums[4], sums[5], sums[2];
    second /= moments.area;
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solved(second);
    for (int i = 0; i < 3; ++i) {
        const Eigen::Vector3d axis = solved.eigenvectors().col(2 - i);
        moments.axes[i] = glm::vec3(axis.x(), axis.y(), axis.z());
        moments.spread[i] =
            static_cast<float>(std::sqrt(std::max(0.0, solved.eigenvalues()[2 - i])));
    }
    if (glm::determinant(moments.axes) < 0)
        moments.axes[2] = -moments.axes[2];
    return moments;
}

std::vector<SurfaceSample> samples_of(const MeshData& mesh, std::size_t count)
{
    std::vector<double> reached;
    reached.reserve(mesh.triangles.size());
    double area = 0;
    for (const Triangle& t : mesh.triangles)
        reached.push_back(area += corners_of(mesh, t).area());
    std::vector<SurfaceSample> samples;
    if (!(area > 0))
        return samples;
    samples.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double wanted = (static_cast<double>(i) + 0.5) / static_cast<double>(count) * area;
        const auto at = static_cast<std::size_t>(
            std::lower_bound(reached.begin(), reached.end(), wanted) - reached.begin());
        const Triangle& t = mesh.triangles[std::min(at, mesh.triangles.size() - 1)];
        // The R2 sequence (Roberts 2018), folded into the triangle.
        double u = std::fmod(0.5 + 0.7548776662466927 * static_cast<double>(i + 1), 1.0);
        double v = std::fmod(0.5 + 0.5698402909980532 * static_cast<double>(i + 1), 1.0);
        if (u + v > 1) {
            u = 1 - u;
            v = 1 - v;
        }
        const Corners k = corners_of(mesh, t);
        samples.push_back({glm::vec3(k.a + u * (k.b - k.a) + v * (k.c - k.a)), normal_of(mesh, t)});
    }
    return samples;
}

SurfaceShape::SurfaceShape(MeshData mesh)
    : mesh_(std::move(mesh)), tree_(mesh_.positions, mesh_.triangles)
{
}

const SurfaceMoments& SurfaceShape::moments() const
{
    std::call_once(measured_, [&] { moments_ = moments_of(mesh_); });
    return moments_;
}

SurfaceSample SurfaceShape::nearest(glm::vec3 p, float likely_mm) const
{
    return sample_at(hit(p, likely_mm));
}

SurfaceSample SurfaceShape::sample_at(const SurfaceHit& hit) const
{
    return {hit.position_mm, normal_of(mesh_, mesh_.triangles[hit.triangle])};
}

float SurfaceShape::distance_mm(std::uint32_t triangle, glm::vec3 p) const
{
    const Triangle& t = mesh_.triangles[triangle];
    const std::vector<glm::vec3>& at = mesh_.positions;
    return distance_to_triangle(p, at[t.x], at[t.y], at[t.z]);
}

SurfaceHit NearestInRow::next(glm::vec3 p)
{
    constexpr float rounding_mm = 0.01f;  // what a sum of distances may lack
    const SurfaceHit hit =
        last_ ? on_->hit(p, on_->distance_mm(*last_, p) + rounding_mm) : on_->hit(p);
    last_ = hit.triangle;
    return hit;
}

}  // namespace tpatlas
