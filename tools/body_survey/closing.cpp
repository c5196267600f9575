#include "body_survey/closing.hpp"

#include "body_survey/triangle_tree.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

#include <glm/geometric.hpp>
#include <openvdb/openvdb.h>
#include <openvdb/tools/MeshToVolume.h>
#include <openvdb/tools/VolumeToMesh.h>

namespace tpatlas
{
namespace
{

openvdb::FloatGrid::Ptr distance_grid(const MeshData& mesh, float voxel_mm, float outside_mm,
                                      float inside_mm, int flags)
{
    std::vector<openvdb::Vec3s> points;
    std::vector<openvdb::Vec3I> triangles;
    points.reserve(mesh.positions.size());
    for (const glm::vec3& p : mesh.positions)
        points.emplace_back(p.x / voxel_mm, p.y / voxel_mm, p.z / voxel_mm); // in index space
    triangles.reserve(mesh.triangles.size());
    for (const Triangle& t : mesh.triangles)
        triangles.emplace_back(t.x, t.y, t.z);
    const openvdb::tools::QuadAndTriangleDataAdapter<openvdb::Vec3s, openvdb::Vec3I> adapter(
        points, triangles);
    const auto transform =
        openvdb::math::Transform::createLinearTransform(static_cast<double>(voxel_mm));
    const auto grid = openvdb::tools::meshToVolume<openvdb::FloatGrid>(
        adapter, *transform, outside_mm / voxel_mm, inside_mm / voxel_mm, flags);
    grid->setGridClass(openvdb::GRID_LEVEL_SET); // else volumeToMesh turns the triangles round
    return grid;
}

MeshData iso_surface(const openvdb::FloatGrid& grid, float level_mm)
{
    std::vector<openvdb::Vec3s> points;
    std::vector<openvdb::Vec3I> triangles;
    std::vector<openvdb::Vec4I> quads;
    openvdb::tools::volumeToMesh(grid, points, triangles, quads, static_cast<double>(level_mm),
                                 0.0);
    MeshData mesh;
    for (const openvdb::Vec3s& p : points)
        mesh.positions.emplace_back(p.x(), p.y(), p.z());
    // OpenVDB winds clockwise seen from outside.
    for (const openvdb::Vec3I& t : triangles)
        mesh.triangles.emplace_back(t[0], t[2], t[1]);
    for (const openvdb::Vec4I& q : quads) {
        mesh.triangles.emplace_back(q[0], q[2], q[1]);
        mesh.triangles.emplace_back(q[0], q[3], q[2]);
    }
    return mesh;
}

// Drops cavities, whose shells wind inward and so have a negative volume, and small pieces.
MeshData outer_shells(const MeshData& mesh, float min_share)
{
    const std::vector<MeshData> pieces = pieces_of(mesh);
    double whole = 0;
    for (const MeshData& piece : pieces)
        whole += std::max(0.0, volume_mm3(piece));
    MeshData outer;
    for (const MeshData& piece : pieces)
        if (const double volume = volume_mm3(piece);
            volume > 0 && volume >= static_cast<double>(min_share) * whole)
            append(outer, piece);
    return outer;
}

} // namespace

std::vector<MeshData> pieces_of(const MeshData& mesh)
{
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0u);
    const auto root = [&parent](std::uint32_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    for (const Triangle& t : mesh.triangles) {
        parent[root(t.y)] = root(t.x);
        parent[root(t.z)] = root(t.x);
    }
    constexpr auto none = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> piece_at(mesh.positions.size(), none), vertex(piece_at);
    std::vector<MeshData> pieces;
    for (const Triangle& t : mesh.triangles) {
        std::uint32_t& number = piece_at[root(t.x)];
        if (number == none) {
            number = static_cast<std::uint32_t>(pieces.size());
            pieces.emplace_back();
        }
        MeshData& piece = pieces[number];
        Triangle moved{};
        for (int k = 0; k < 3; ++k) {
            if (vertex[t[k]] == none) {
                vertex[t[k]] = static_cast<std::uint32_t>(piece.positions.size());
                piece.positions.push_back(mesh.positions[t[k]]);
            }
            moved[k] = vertex[t[k]];
        }
        piece.triangles.push_back(moved);
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const MeshData& a, const MeshData& b) {
        return volume_mm3(a) > volume_mm3(b);
    });
    return pieces;
}

MeshData pieces_nearest(const MeshData& mesh, const std::vector<glm::vec3>& places)
{
    std::vector<MeshData> pieces = pieces_of(mesh);
    if (pieces.front().triangles.size() >= 20)
        std::erase_if(pieces, [](const MeshData& p) { return p.triangles.size() < 20; }); // crumbs
    std::set<std::size_t> chosen;
    for (const glm::vec3& place : places) {
        std::size_t best = 0;
        float best_mm = std::numeric_limits<float>::infinity();
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (const float mm = TriangleTree(pieces[i]).nearest(place).distance_mm; mm < best_mm) {
                best = i;
                best_mm = mm;
            }
        chosen.insert(best);
    }
    MeshData out;
    for (const std::size_t i : chosen)
        append(out, pieces[i]);
    return out;
}

void smooth_surface(MeshData& mesh, int passes)
{
    const auto step = [&mesh](float amount) {
        std::vector<glm::vec3> sum(mesh.positions.size(), glm::vec3(0));
        std::vector<float> count(mesh.positions.size(), 0);
        for (const Triangle& t : mesh.triangles)
            for (int k = 0; k < 3; ++k) {
                sum[t[k]] += mesh.positions[t[(k + 1) % 3]] + mesh.positions[t[(k + 2) % 3]];
                count[t[k]] += 2;
            }
        for (std::size_t i = 0; i < sum.size(); ++i)
            if (count[i] > 0)
                mesh.positions[i] += amount * (sum[i] / count[i] - mesh.positions[i]);
    };
    for (int pass = 0; pass < passes; ++pass) {
        step(0.5f);
        step(-0.53f);
    }
}

MeshData cut_surface(const MeshData& closed, const std::function<float(glm::vec3)>& beyond,
                     float voxel_mm)
{
    // Deep enough inside that no muscle has a core without values.
    const auto grid = distance_grid(closed, voxel_mm, 4 * voxel_mm, 60, 0);
    for (auto value = grid->beginValueOn(); value; ++value) {
        const openvdb::Vec3d p = grid->indexToWorld(value.getCoord());
        const glm::vec3 at(static_cast<float>(p.x()), static_cast<float>(p.y()),
                           static_cast<float>(p.z()));
        value.setValue(std::max(value.getValue(), beyond(at)));
    }
    return outer_shells(iso_surface(*grid, 0), 0.02f);
}

MeshData cut_surface(const MeshData& closed, glm::vec3 point, glm::vec3 normal, float voxel_mm)
{
    const glm::vec3 n = glm::normalize(normal);
    return cut_surface(
        closed, [point, n](glm::vec3 p) { return glm::dot(point - p, n); }, voxel_mm);
}

MeshData close_surface(const MeshData& mesh, const ClosingOptions& options)
{
    const float r = options.radius_mm, h = options.voxel_mm;
    const MeshData joined = welded(mesh, 1e-3f);
    if (joined.triangles.empty())
        return {};
    const auto swollen_grid =
        distance_grid(joined, h, r + 2 * h, r + 2 * h, openvdb::tools::UNSIGNED_DISTANCE_FIELD);
    const MeshData swollen = outer_shells(iso_surface(*swollen_grid, r), 0);
    if (swollen.triangles.empty())
        return {};
    const auto solid = distance_grid(swollen, h, 3 * h, r + 3 * h, 0);
    MeshData closed =
        outer_shells(iso_surface(*solid, options.thicken_mm - r), options.min_piece_share);
    smooth_surface(closed, options.smoothing);
    return closed;
}

} // namespace tpatlas
