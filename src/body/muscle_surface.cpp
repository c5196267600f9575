#include "body/muscle_surface.hpp"

#include "body/muscle_spline.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <map>
#include <numbers>

#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

using Ring = std::vector<glm::vec3>;

// A row of the surface's grid: a ring and its u.
struct Row {
    float u = 0;
    Ring points;
};

float perimeter(const Ring& ring)
{
    float sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        sum += glm::distance(ring[i], ring[(i + 1) % ring.size()]);
    return sum;
}

std::size_t samples_a_point(const MuscleStack& stack, const MuscleSurfaceOptions& options)
{
    float widest = 0;
    for (const RingSection& section : stack.sections)
        widest = std::max(widest, perimeter(section.points));
    const auto n = static_cast<float>(stack.sections.front().points.size());
    const float wanted = std::round(widest / options.around_mm / n);
    const float least = std::ceil(static_cast<float>(options.least_around) / n);
    const float most = std::floor(static_cast<float>(options.most_around) / n);
    return static_cast<std::size_t>(std::max({1.0f, least, std::min(wanted, most)}));
}

// How far the points of two sections are apart in the mean.
float gap(const RingSection& a, const RingSection& b)
{
    float sum = 0;
    for (std::size_t i = 0; i < a.points.size(); ++i)
        sum += glm::distance(a.points[i], b.points[i]);
    return sum / static_cast<float>(a.points.size());
}

// Every section, and rows between them where they are far apart.
std::vector<Row> inner_rows(const MuscleStack& stack, const MuscleSurfaceOptions& options)
{
    const RingSpline spline(stack.sections.front().points.size(), samples_a_point(stack, options));
    std::vector<Row> rows;
    for (std::size_t i = 0; i + 1 < stack.sections.size(); ++i) {
        const RingSection& from = stack.sections[i];
        const RingSection& to = stack.sections[i + 1];
        const auto steps =
            std::max(1, static_cast<int>(std::lround(gap(from, to) / options.along_mm)));
        for (int s = 0; s < steps; ++s) {
            const float u =
                from.u + (to.u - from.u) * static_cast<float>(s) / static_cast<float>(steps);
            rows.push_back({u, spline.sampled(s == 0 ? from.points : ring_at(stack, u))});
        }
    }
    rows.push_back({stack.sections.back().u, spline.sampled(stack.sections.back().points)});
    return rows;
}

// The place on the other face that lies opposite place `i` of a ring of n: v goes to 0.5 - v.
std::size_t opposite(std::size_t i, std::size_t n)
{
    return (n / 2 + n - i) % n;
}

// Rows that round an end from `ring` to a ridge between its two faces: each pair of opposite points
// closes in an ellipse as high as half their distance.
std::vector<Row> cap_rows(const Row& ring, const Row& inward, float end_u)
{
    constexpr std::array<float, 3> angles{0.6f, 1.1f, std::numbers::pi_v<float> / 2};
    const std::size_t n = ring.points.size();
    glm::vec3 outward(0);
    for (std::size_t i = 0; i < n; ++i)
        outward += ring.points[i] - inward.points[i];
    const float length = glm::length(outward);
    outward = length > 0 ? outward / length : glm::vec3(0);
    std::vector<Row> rows;
    for (const float angle : angles) {
        const bool ridge = angle == angles.back();
        const float shrink = ridge ? 0 : std::cos(angle), rise = std::sin(angle);
        Row row{ridge ? end_u : ring.u + (end_u - ring.u) * rise, Ring(n)};
        for (std::size_t i = 0; i < n; ++i) {
            const glm::vec3 a = ring.points[i], b = ring.points[opposite(i, n)];
            const glm::vec3 middle = (a + b) * 0.5f;
            row.points[i] =
                middle + shrink * (a - middle) + rise * 0.5f * glm::distance(a, b) * outward;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// Rows of n places become columns from v = -0.5 to 0.5, the seam twice.
MeshData grid_mesh(const std::vector<Row>& rows)
{
    const std::size_t n = rows.front().points.size();
    const auto columns = static_cast<std::uint32_t>(n + 1);
    MeshData mesh;
    for (const Row& row : rows)
        for (std::size_t c = 0; c <= n; ++c) {
            mesh.positions.push_back(row.points[(c + n / 2) % n]);
            mesh.fibres.emplace_back(row.u, static_cast<float>(c) / static_cast<float>(n) - 0.5f);
        }
    for (std::uint32_t r = 0; r + 1 < static_cast<std::uint32_t>(rows.size()); ++r)
        for (std::uint32_t c = 0; c + 1 < columns; ++c) {
            const std::uint32_t a = r * columns + c, b = a + 1, d = a + columns;
            // The shorter diagonal folds less.
            const auto& p = mesh.positions;
            if (glm::distance(p[a], p[d + 1]) <= glm::distance(p[b], p[d])) {
                mesh.triangles.emplace_back(a, b, d + 1);
                mesh.triangles.emplace_back(a, d + 1, d);
            } else {
                mesh.triangles.emplace_back(a, b, d);
                mesh.triangles.emplace_back(b, d + 1, d);
            }
        }
    return mesh;
}

// At the edges of a cap neighbouring places coincide; such triangles have no area.
void drop_flat_triangles(MeshData& mesh)
{
    std::erase_if(mesh.triangles, [&mesh](const Triangle& t) {
        const glm::vec3 a = mesh.positions[t.x], b = mesh.positions[t.y], c = mesh.positions[t.z];
        return a == b || b == c || c == a;
    });
}

// Normals that are equal where positions are equal, whatever (u, v).
void set_normals(MeshData& mesh)
{
    struct Less {
        bool operator()(const glm::vec3& a, const glm::vec3& b) const
        {
            return a.x != b.x ? a.x < b.x : a.y != b.y ? a.y < b.y : a.z < b.z;
        }
    };
    std::map<glm::vec3, glm::vec3, Less> sums;
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3 a = mesh.positions[t.x];
        const glm::vec3 normal = glm::cross(mesh.positions[t.y] - a, mesh.positions[t.z] - a);
        for (int k = 0; k < 3; ++k)
            sums[mesh.positions[t[k]]] += normal;
    }
    mesh.normals.clear();
    for (const glm::vec3& p : mesh.positions) {
        const glm::vec3 sum = sums[p];
        const float length = glm::length(sum);
        mesh.normals.push_back(length > 0 ? sum / length : glm::vec3(0, 1, 0));
    }
}

} // namespace

MeshData muscle_stack_surface(const MuscleStack& stack, const MuscleSurfaceOptions& options)
{
    assert(stack.sections.size() >= 3);
    const std::vector<Row> inner = inner_rows(stack, options);
    std::vector<Row> rows = cap_rows(inner.front(), inner[1], 0);
    std::reverse(rows.begin(), rows.end());
    rows.insert(rows.end(), inner.begin(), inner.end());
    for (Row& row : cap_rows(inner.back(), inner[inner.size() - 2], 1))
        rows.push_back(std::move(row));
    MeshData mesh = grid_mesh(rows);
    drop_flat_triangles(mesh);
    // Opposite places of one ring share a ridge point up to rounding: make it one.
    const MeshData joined = welded(mesh, 1e-4f);
    mesh = joined;
    if (volume_mm3(mesh) < 0)
        for (Triangle& t : mesh.triangles)
            std::swap(t.y, t.z);
    set_normals(mesh);
    return mesh;
}

MeshData muscle_surface(const MuscleTable& table, const MuscleSurfaceOptions& options)
{
    MeshData whole;
    for (const MuscleStack& stack : table.stacks)
        append(whole, muscle_stack_surface(stack, options));
    return whole;
}

} // namespace tpatlas
