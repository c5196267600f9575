#include "body_survey/bone_slicing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr double least_area_mm2 = 0.25;

// A piece of a ring across one triangle, from one cut edge to the next. Edges are known by their
// two vertices, so that pieces meet exactly.
struct Piece {
    std::uint64_t from;
    std::uint64_t to;
    glm::vec2 start;
};

std::uint64_t edge_key(std::uint32_t a, std::uint32_t b)
{
    return (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
}

glm::vec2 crossing(const std::vector<glm::vec3>& points, std::uint32_t a, std::uint32_t b, float z)
{
    if (a > b)
        std::swap(a, b);  // the same point from both triangles of the edge
    const glm::vec3 p = points[a];
    const glm::vec3 q = points[b];
    return glm::vec2(p) + (glm::vec2(q) - glm::vec2(p)) * ((z - p.z) / (q.z - p.z));
}

// Seen from outside with the axis up, a triangle's vertices run counter-clockwise, and the ring
// runs from its left edge to its right one.
void cut(const std::vector<glm::vec3>& points, Triangle t, float z, std::vector<Piece>& pieces)
{
    int above = 0;
    for (int k = 0; k < 3; ++k)
        above += points[t[k]].z >= z;
    if (above == 0 || above == 3)
        return;
    const bool alone_is_above = above == 1;
    int k = 0;
    while ((points[t[k]].z >= z) != alone_is_above)
        ++k;
    const std::uint32_t alone = t[k];
    std::uint32_t left = t[(k + 1) % 3];
    std::uint32_t right = t[(k + 2) % 3];
    if (!alone_is_above)
        std::swap(left, right);
    pieces.push_back(
        {edge_key(alone, left), edge_key(alone, right), crossing(points, alone, left, z)});
}

std::vector<Ring> chained(const std::vector<Piece>& pieces)
{
    std::unordered_multimap<std::uint64_t, std::size_t> by_start;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        by_start.emplace(pieces[i].from, i);
    std::vector<bool> used(pieces.size(), false);
    std::vector<Ring> rings;
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        Ring ring;
        std::size_t at = first;
        while (!used[at]) {
            used[at] = true;
            if (ring.empty() || glm::distance(ring.back(), pieces[at].start) > 1e-4f)
                ring.push_back(pieces[at].start);
            const auto [begin, end] = by_start.equal_range(pieces[at].to);
            for (auto next = begin; next != end; ++next)
                if (!used[next->second]) {
                    at = next->second;
                    break;
                }
        }
        if (ring.size() >= 3 && std::abs(signed_area_mm2(ring)) >= least_area_mm2)
            rings.push_back(std::move(ring));
    }
    return rings;
}

}  // namespace

glm::vec3 SliceFrame::along() const
{
    return glm::cross(axis, across);
}

glm::vec3 SliceFrame::to_frame(glm::vec3 p) const
{
    p -= origin;
    return {glm::dot(p, across), glm::dot(p, along()), glm::dot(p, axis)};
}

std::vector<std::vector<Ring>> slices(const MeshData& mesh, const SliceFrame& frame,
                                      const std::vector<float>& heights_mm)
{
    std::vector<glm::vec3> points;
    points.reserve(mesh.positions.size());
    for (const glm::vec3& p : mesh.positions)
        points.push_back(frame.to_frame(p));
    std::vector<std::vector<Piece>> pieces(heights_mm.size());
    for (const Triangle& t : mesh.triangles) {
        const auto [low, high] = std::minmax({points[t.x].z, points[t.y].z, points[t.z].z});
        const auto first = std::lower_bound(heights_mm.begin(), heights_mm.end(), low);
        for (auto z = first; z != heights_mm.end() && *z <= high; ++z)
            cut(points, t, *z, pieces[static_cast<std::size_t>(z - heights_mm.begin())]);
    }
    std::vector<std::vector<Ring>> cuts;
    cuts.reserve(pieces.size());
    for (const std::vector<Piece>& of_one : pieces)
        cuts.push_back(chained(of_one));
    return cuts;
}

HeightRange height_range(const MeshData& mesh, const SliceFrame& frame)
{
    HeightRange range{std::numeric_limits<float>::max(), -std::numeric_limits<float>::max()};
    for (const glm::vec3& p : mesh.positions) {
        const float z = frame.to_frame(p).z;
        range.low_mm = std::min(range.low_mm, z);
        range.high_mm = std::max(range.high_mm, z);
    }
    return range;
}

}  // namespace tpatlas
