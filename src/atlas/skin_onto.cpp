#include "atlas/skin_onto.hpp"

#include "core/parallel.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float reach_mm = 45;
constexpr float least_agreement = 0.3f;  // of the normals
constexpr int smoothing = 12;            // passes over the moves of places that found none
constexpr int evening = 3;               // over all: neighbours that found far places are drawn back
constexpr std::size_t block = 2048;
constexpr int over_rounds = 3;
constexpr float well_inside = -3;  // mm outside
constexpr float far_inside = -1000;
constexpr float over_reach_mm = 40;   // what lies farther out is no part of this body
constexpr float over_mm = 0.8f;       // of skin over what was outside
constexpr float over_slope = 0.35f;   // of the raised places, height over way
constexpr int over_passes = 14;

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighbours_of(const MeshData& mesh)
{
    Neighbours all(mesh.positions.size());
    for (const Triangle& t : mesh.triangles)
        for (int k = 0; k < 3; ++k)
            all[t[k]].push_back(t[(k + 1) % 3]);  // each edge is met from both of its triangles
    return all;
}

glm::vec3 mean_of(const std::vector<glm::vec3>& moves, const std::vector<std::uint32_t>& of)
{
    glm::vec3 sum(0);
    for (const std::uint32_t n : of)
        sum += moves[n];
    return of.empty() ? sum : sum / static_cast<float>(of.size());
}

}  // namespace

void skin_onto(MeshData& skin, const SurfaceShape& users)
{
    const std::vector<glm::vec3> normals = vertex_normals(skin);
    const std::size_t count = skin.positions.size();
    std::vector<glm::vec3> moves(count, glm::vec3(0));
    std::vector<char> found(count, 0);
    in_parallel((count + block - 1) / block, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(count, (b + 1) * block); ++i) {
            const SurfaceSample hit = users.nearest(skin.positions[i]);
            const glm::vec3 move = hit.position - skin.positions[i];
            if (glm::length(move) > reach_mm || glm::dot(hit.normal, normals[i]) < least_agreement)
                continue;
            moves[i] = move;
            found[i] = 1;
        }
    });
    const Neighbours neighbours = neighbours_of(skin);
    for (int pass = 0; pass < smoothing + evening; ++pass) {
        const std::vector<glm::vec3> before = moves;
        for (std::size_t i = 0; i < count; ++i) {
            const glm::vec3 mean = mean_of(before, neighbours[i]);
            if (found[i] == 0)
                moves[i] = mean;
            else if (pass >= smoothing && glm::distance(mean, before[i]) > 4)
                moves[i] = 0.5f * (mean + before[i]);
        }
    }
    for (std::size_t i = 0; i < count; ++i)
        skin.positions[i] += moves[i];
}

void skin_over(MeshData& skin, std::vector<glm::vec3> places)
{
    const std::size_t count = skin.positions.size();
    const Neighbours neighbours = neighbours_of(skin);
    for (int round = 0; round < over_rounds; ++round) {
        const std::vector<glm::vec3> normals = vertex_normals(skin);
        const SurfaceTree tree(skin.positions, skin.triangles);
        std::vector<float> outside(places.size(), far_inside);
        std::vector<std::uint32_t> under(places.size(), 0);
        in_parallel((places.size() + block - 1) / block, [&](std::size_t b) {
            float likely = over_reach_mm;
            for (std::size_t i = b * block; i < std::min(places.size(), (b + 1) * block); ++i) {
                // Likely no farther than the last one's distance and the way between the two.
                if (i > b * block)
                    likely += glm::distance(places[i], places[i - 1]);
                std::optional<SurfaceHit> hit;
                if (likely < over_reach_mm)
                    hit = tree.nearest_within(places[i], likely);
                if (!hit)
                    hit = tree.nearest_within(places[i], over_reach_mm);
                likely = hit ? hit->distance_mm + 0.01f : over_reach_mm;
                if (!hit)
                    continue;
                const Triangle t = skin.triangles[hit->triangle];
                const glm::vec3 normal = hit->barycentric.x * normals[t.x] +
                                         hit->barycentric.y * normals[t.y] +
                                         hit->barycentric.z * normals[t.z];
                under[i] = hit->triangle;
                outside[i] = glm::dot(places[i] - hit->position_mm, normal);
            }
        });
        std::vector<float> raise(count, 0);
        bool any = false;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (outside[i] > 0) {
                any = true;
                for (int k = 0; k < 3; ++k) {
                    float& own = raise[skin.triangles[under[i]][k]];
                    own = std::max(own, outside[i] + over_mm);
                }
            }
        if (!any)
            return;
        // The skin goes outward alone: what lies well inside, or out of reach, stays there.
        std::size_t left = 0;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (outside[i] > well_inside)
                places[left++] = places[i];
        places.resize(left);
        for (int pass = 0; pass < over_passes; ++pass) {
            const std::vector<float> before = raise;
            for (std::size_t i = 0; i < count; ++i)
                for (const std::uint32_t n : neighbours[i])
                    raise[i] = std::max(
                        raise[i], before[n] - over_slope * glm::distance(skin.positions[i],
                                                                         skin.positions[n]));
        }
        for (std::size_t i = 0; i < count; ++i)
            skin.positions[i] += raise[i] * normals[i];
    }
}

}  // namespace tpatlas
