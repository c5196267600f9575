#include "atlas/body_warp.hpp"

#include "core/box.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float soft_mm = 6;       // so near a place its move is nearly all
constexpr float far_mm = 160;      // from there on the resting body weighs as much as a place
// Distances in units of soft_mm, so that the sixth power stays within a float.
constexpr float unit = 1 / (soft_mm * soft_mm);
constexpr float little_mm = 4;
constexpr float reach_mm = 30;  // of an affine, from its structure's surface
constexpr int skin_evening = 8;
constexpr double place_mm2 = 500;  // of surface for each place
constexpr double fewest = 8, most = 60;

}  // namespace

BodyWarp::BodyWarp(const EmbeddedShapes& embedded, std::span<const StructureFit> fits)
{
    std::size_t all = 0, far = 0;
    for (const StructureFit& fit : fits) {
        if (!fit.trusted)
            continue;
        Mover mover{fit.user_from_embedded, {}};
        for (const std::uint32_t number : fit.structures) {
            if (embedded.body().structures()[number].kind == StructureKind::skin)
                continue;  // laid on the user's own skin place by place
            const MeshData mesh = embedded.body().mesh_of(number);
            const double count =
                std::clamp(embedded.moments(number).area / place_mm2, fewest, most);
            for (const SurfaceSample& s : samples_of(mesh, static_cast<std::size_t>(count)))
            {
                mover.places.push_back(s.position);
                all += 1;
                far += glm::distance(mover.map(s.position), s.position) > little_mm ? 1 : 0;
            }
        }
        if (!mover.places.empty())
            movers_.push_back(std::move(mover));
    }
    little_ = far <= all / 40;
}

template <class WeightOf>
glm::vec3 BodyWarp::mean_move(glm::vec3 p, const WeightOf& weight_of) const
{
    constexpr float far_square = far_mm * far_mm * unit;
    glm::vec3 sum(0);
    float weight = 1 / (far_square * far_square * far_square);
    for (const Mover& mover : movers_) {
        float own = 0;
        glm::vec3 near(0);
        for (const glm::vec3& place : mover.places) {
            const glm::vec3 d = place - p;
            const float w = weight_of(d);
            own += w;
            near += w * d;
        }
        if (!(own > 0))
            continue;
        // The affine of something small says nothing of what lies far from it.
        near /= own;
        const float far = glm::length(near);
        const glm::vec3 at = p + near * (far > reach_mm ? 1 - reach_mm / far : 0.0f);
        sum += own * (mover.map(at) - at);
        weight += own;
    }
    return sum / weight;
}

glm::vec3 BodyWarp::move_at(glm::vec3 p) const
{
    return mean_move(p, [](glm::vec3 d) {
        const float square = glm::dot(d, d) * unit + 1;
        return 1 / (square * square * square);
    });
}

glm::vec3 BodyWarp::move_of_skin(glm::vec3 p, glm::vec3 outward) const
{
    return mean_move(p, [&](glm::vec3 d) {
        const float before = std::max(0.0f, glm::dot(d, outward));  // mm outward of p
        const float whole = (glm::dot(d, d) * unit + 1) * (1 + before * before * unit);
        return 1 / (whole * whole * whole);
    });
}

void BodyWarp::apply_to_skin(MeshData& skin) const
{
    if (little_) {
        apply(skin.positions);
        return;
    }
    const std::vector<glm::vec3> normals = vertex_normals(skin);
    std::vector<glm::vec3> moves(skin.positions.size());
    constexpr std::size_t block = 512;
    in_parallel((moves.size() + block - 1) / block, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(moves.size(), (b + 1) * block); ++i)
            moves[i] = move_of_skin(skin.positions[i], normals[i]);
    });
    for (int pass = 0; pass < skin_evening; ++pass) {  // folds and armpits look several ways
        std::vector<glm::vec3> sums = moves;
        std::vector<float> counts(moves.size(), 1);
        for (const Triangle& t : skin.triangles)
            for (int k = 0; k < 3; ++k) {
                sums[t[k]] += moves[t[(k + 1) % 3]];
                counts[t[k]] += 1;
            }
        for (std::size_t i = 0; i < moves.size(); ++i)
            moves[i] = sums[i] / counts[i];
    }
    for (std::size_t i = 0; i < moves.size(); ++i)
        skin.positions[i] += moves[i];
}

void BodyWarp::apply(std::span<glm::vec3> positions) const
{
    if (movers_.empty() || positions.empty())
        return;
    const float cell_mm = little_ ? 30.0f : 16.0f;
    Box box;
    for (const glm::vec3& p : positions)
        box.include(p);
    const glm::vec3 origin = box.min - glm::vec3(0.5f * cell_mm);
    const glm::ivec3 size = glm::ivec3(glm::floor((box.max - origin) / cell_mm)) + 2;
    const auto index = [&](int x, int y, int z) {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(size.y) +
                static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(size.x) +
               static_cast<std::size_t>(x);
    };
    // Only nodes of cells where something lies.
    std::vector<char> used(index(size.x - 1, size.y - 1, size.z - 1) + 1, 0);
    const auto cell_of = [&](glm::vec3 p) { return glm::ivec3(glm::floor((p - origin) / cell_mm)); };
    for (const glm::vec3& p : positions) {
        const glm::ivec3 c = cell_of(p);
        for (int k = 0; k < 8; ++k)
            used[index(c.x + (k & 1), c.y + (k >> 1 & 1), c.z + (k >> 2))] = 1;
    }
    std::vector<glm::vec3> moves(used.size(), glm::vec3(0));
    in_parallel(static_cast<std::size_t>(size.z), [&](std::size_t z) {
        for (int y = 0; y < size.y; ++y)
            for (int x = 0; x < size.x; ++x) {
                const std::size_t at = index(x, y, static_cast<int>(z));
                if (used[at] != 0)
                    moves[at] = move_at(origin + cell_mm * glm::vec3(x, y, static_cast<float>(z)));
            }
    });
    for (glm::vec3& p : positions) {
        const glm::ivec3 c = cell_of(p);
        const glm::vec3 f = (p - origin) / cell_mm - glm::vec3(c);
        glm::vec3 move(0);
        for (int k = 0; k < 8; ++k) {
            const glm::ivec3 o(k & 1, k >> 1 & 1, k >> 2);
            const float w = (o.x != 0 ? f.x : 1 - f.x) * (o.y != 0 ? f.y : 1 - f.y) *
                            (o.z != 0 ? f.z : 1 - f.z);
            move += w * moves[index(c.x + o.x, c.y + o.y, c.z + o.z)];
        }
        p += move;
    }
}

}  // namespace tpatlas
