#include "atlas/surface.hpp"

#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

namespace tpatlas {

Surface::Surface(MeshData mesh) : mesh_(std::move(mesh)), tree_(mesh_.positions, mesh_.triangles)
{
    if (mesh_.normals.size() != mesh_.positions.size())
        mesh_.normals = vertex_normals(mesh_);
    lengths_.resize(3 * triangle_count());
    leaving_first_.assign(vertex_count() + 1, 0);
    for (std::uint32_t h = 0; h < lengths_.size(); ++h) {
        lengths_[h] =
            glm::distance(glm::dvec3(mesh_.positions[from(h)]), glm::dvec3(mesh_.positions[to(h)]));
        ++leaving_first_[from(h) + 1];
    }
    for (std::size_t v = 0; v < vertex_count(); ++v)
        leaving_first_[v + 1] += leaving_first_[v];
    leaving_.resize(lengths_.size());
    std::vector<std::uint32_t> place(leaving_first_.begin(), leaving_first_.end() - 1);
    for (std::uint32_t h = 0; h < lengths_.size(); ++h)
        leaving_[place[from(h)]++] = h;
    find_twins();
    find_bends();
}

void Surface::find_twins()
{
    twins_.assign(lengths_.size(), none);
    for (std::uint32_t h = 0; h < lengths_.size(); ++h)
        for (const std::uint32_t back : leaving(to(h)))
            if (to(back) == from(h)) {
                twins_[h] = back;
                break;
            }
}

void Surface::find_bends()
{
    std::vector<double> angle(vertex_count(), 0);
    std::vector<bool> border(vertex_count(), false);
    for (std::uint32_t h = 0; h < lengths_.size(); ++h) {
        const double a = lengths_[h], b = lengths_[previous(h)], c = lengths_[next(h)];
        const double cosine = a > 0 && b > 0 ? (a * a + b * b - c * c) / (2 * a * b) : 1;
        angle[from(h)] += std::acos(std::min(1.0, std::max(-1.0, cosine)));
        if (twins_[h] == none)
            border[from(h)] = border[to(h)] = true;
    }
    bends_ways_.resize(vertex_count());
    for (std::size_t v = 0; v < vertex_count(); ++v)
        bends_ways_[v] = border[v] || angle[v] > 2 * std::numbers::pi - 1e-6; // float corners
}

glm::vec3 Surface::position(const SurfacePoint& point) const
{
    const Triangle& t = mesh_.triangles[point.triangle];
    return mesh_.positions[t.x] * point.weights.x + mesh_.positions[t.y] * point.weights.y +
           mesh_.positions[t.z] * point.weights.z;
}

glm::vec3 Surface::normal(std::uint32_t triangle) const
{
    const Triangle& t = mesh_.triangles[triangle];
    const glm::vec3 a = mesh_.positions[t.x];
    const glm::vec3 n = glm::cross(mesh_.positions[t.y] - a, mesh_.positions[t.z] - a);
    const float length = glm::length(n);
    return length > 0 ? n / length : glm::vec3(0);
}

glm::vec3 Surface::smooth_normal(const SurfacePoint& point) const
{
    const Triangle& t = mesh_.triangles[point.triangle];
    const glm::vec3 n = mesh_.normals[t.x] * point.weights.x +
                        mesh_.normals[t.y] * point.weights.y + mesh_.normals[t.z] * point.weights.z;
    const float length = glm::length(n);
    return length > 0 ? n / length : normal(point.triangle);
}

SurfacePoint Surface::nearest(glm::vec3 p) const
{
    const SurfaceHit hit = tree_.nearest(p);
    return {hit.triangle, hit.barycentric};
}

SurfacePoint Surface::at_vertex(std::uint32_t vertex) const
{
    SurfacePoint point;
    const std::uint32_t h = leaving(vertex).front();
    point.triangle = h / 3;
    point.weights = glm::vec3(0);
    point.weights[static_cast<int>(h % 3)] = 1;
    return point;
}

} // namespace tpatlas
