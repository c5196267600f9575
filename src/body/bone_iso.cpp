#include "body/bone_iso.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include <glm/geometric.hpp>
#include <openvdb/openvdb.h>
#include <openvdb/tools/Dense.h>
#include <openvdb/tools/VolumeToMesh.h>

namespace tpatlas {

MeshData zero_surface(const BoxField& field)
{
    openvdb::initialize();
    const float outside = *std::max_element(field.values.begin(), field.values.end());
    const auto grid = openvdb::FloatGrid::create(outside);
    const openvdb::CoordBBox box(
        openvdb::Coord(0), openvdb::Coord(field.size.x - 1, field.size.y - 1, field.size.z - 1));
    // The library reads it only, but its type of a borrowed array is not const.
    using Dense = openvdb::tools::Dense<float, openvdb::tools::LayoutXYZ>;
    const Dense dense(box, const_cast<float*>(field.values.data()));
    openvdb::tools::copyFromDense(dense, *grid, 0.0f);
    grid->setGridClass(openvdb::GRID_LEVEL_SET);

    std::vector<openvdb::Vec3s> points;
    std::vector<openvdb::Vec4I> quads;
    openvdb::tools::volumeToMesh(*grid, points, quads, 0.0);

    MeshData mesh;
    mesh.positions.reserve(points.size());
    for (const openvdb::Vec3s& p : points)
        mesh.positions.push_back(field.origin + field.step_mm * glm::vec3(p.x(), p.y(), p.z()));
    mesh.triangles.reserve(quads.size() * 2);
    for (const openvdb::Vec4I& q : quads) {
        // OpenVDB winds clockwise seen from outside.
        mesh.triangles.emplace_back(q[0], q[2], q[1]);
        mesh.triangles.emplace_back(q[0], q[3], q[2]);
    }
    return mesh;
}

namespace {

// Each vertex's neighbours, one after the other: of vertex v from first[v] to first[v + 1].
struct Neighbours {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> list;
};

Neighbours neighbours_of(const MeshData& mesh)
{
    // In a closed mesh each edge is run both ways, so one direction names every neighbour once.
    Neighbours n;
    n.first.assign(mesh.positions.size() + 1, 0);
    for (const Triangle& t : mesh.triangles)
        for (int corner = 0; corner < 3; ++corner)
            ++n.first[t[corner] + 1];
    for (std::size_t v = 1; v < n.first.size(); ++v)
        n.first[v] += n.first[v - 1];
    n.list.resize(mesh.triangles.size() * 3);
    std::vector<std::uint32_t> next(n.first.begin(), n.first.end() - 1);
    for (const Triangle& t : mesh.triangles)
        for (int corner = 0; corner < 3; ++corner)
            n.list[next[t[corner]]++] = t[(corner + 1) % 3];
    return n;
}

void step(std::vector<glm::vec3>& positions, std::vector<glm::vec3>& old, const Neighbours& n,
          float share)
{
    old = positions;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        const std::uint32_t from = n.first[v];
        const std::uint32_t to = n.first[v + 1];
        if (from == to)
            continue;
        glm::vec3 sum{0};
        for (std::uint32_t i = from; i < to; ++i)
            sum += old[n.list[i]];
        positions[v] += share * (sum / static_cast<float>(to - from) - old[v]);
    }
}

}  // namespace

void smooth(MeshData& mesh, const Smoothing& smoothing)
{
    const Neighbours neighbours = neighbours_of(mesh);
    std::vector<glm::vec3> old;
    for (int round = 0; round < smoothing.rounds; ++round) {
        step(mesh.positions, old, neighbours, smoothing.inward);
        step(mesh.positions, old, neighbours, -smoothing.outward);
    }
}

MeshData without_crumbs(const MeshData& mesh, float least_share)
{
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0u);
    const auto root = [&parent](std::uint32_t v) {
        while (parent[v] != v)
            v = parent[v] = parent[parent[v]];
        return v;
    };
    for (const Triangle& t : mesh.triangles) {
        parent[root(t.y)] = root(t.x);
        parent[root(t.z)] = root(t.x);
    }
    std::vector<double> six(mesh.positions.size(), 0);  // six times the volume, at each root
    for (const Triangle& t : mesh.triangles)
        six[root(t.x)] +=
            glm::dot(glm::dvec3(mesh.positions[t.x]),
                     glm::cross(glm::dvec3(mesh.positions[t.y]), glm::dvec3(mesh.positions[t.z])));
    double largest = 0;
    for (const double volume : six)
        largest = std::max(largest, volume);
    MeshData kept;
    std::vector<std::uint32_t> to(mesh.positions.size(), UINT32_MAX);
    for (const Triangle& t : mesh.triangles) {
        if (std::abs(six[root(t.x)]) < static_cast<double>(least_share) * largest)
            continue;
        Triangle moved{};
        for (int corner = 0; corner < 3; ++corner) {
            std::uint32_t& place = to[t[corner]];
            if (place == UINT32_MAX) {
                place = static_cast<std::uint32_t>(kept.positions.size());
                kept.positions.push_back(mesh.positions[t[corner]]);
            }
            moved[corner] = place;
        }
        kept.triangles.push_back(moved);
    }
    return kept;
}

}  // namespace tpatlas
