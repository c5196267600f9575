#include "atlas/body_warp.hpp"

#include "core/box.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float soft_mm = 6;       // so near a handle its move is nearly all
constexpr float far_mm = 160;      // from there on the resting body weighs as much as a handle
constexpr float cell_mm = 16;
constexpr double handle_mm2 = 500;  // of surface for each handle
constexpr double fewest = 8, most = 60;

}  // namespace

BodyWarp::BodyWarp(const EmbeddedShapes& embedded, std::span<const StructureFit> fits)
{
    for (const StructureFit& fit : fits) {
        if (!fit.trusted)
            continue;
        for (const std::uint32_t number : fit.structures) {
            if (embedded.body().structures()[number].kind == StructureKind::skin)
                continue;  // laid on the user's own skin place by place
            const MeshData mesh = embedded.body().mesh_of(number);
            const double count =
                std::clamp(embedded.moments(number).area / handle_mm2, fewest, most);
            for (const SurfaceSample& s : samples_of(mesh, static_cast<std::size_t>(count)))
                handles_.push_back({s.position, fit.user_from_embedded(s.position) - s.position});
        }
    }
}

glm::vec3 BodyWarp::move_at(glm::vec3 p) const
{
    constexpr float rest = 1 / (far_mm * far_mm * far_mm * far_mm);
    glm::vec3 sum(0);
    float weight = rest;
    for (const Handle& handle : handles_) {
        const glm::vec3 d = p - handle.at;
        const float square = glm::dot(d, d) + soft_mm * soft_mm;
        const float w = 1 / (square * square);
        sum += w * handle.move;
        weight += w;
    }
    return sum / weight;
}

void BodyWarp::apply(std::span<glm::vec3> positions) const
{
    if (handles_.empty() || positions.empty())
        return;
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
