#include "build_body/tendons.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Of the ring seen along its axis, as for a flat one.
float area_of(const RingSection& ring)
{
    glm::vec3 sum(0);
    for (std::size_t i = 0; i < ring.points.size(); ++i)
        sum += glm::cross(ring.points[i] - ring.points.front(),
                          ring.points[(i + 1) % ring.points.size()] - ring.points.front());
    return 0.5f * glm::length(sum);
}

}  // namespace

float TendonProfile::at(float where) const
{
    const auto after = std::upper_bound(u.begin(), u.end(), where);
    if (after == u.begin())
        return share.front();
    if (after == u.end())
        return share.back();
    const auto i = static_cast<std::size_t>(after - u.begin());
    return glm::mix(share[i - 1], share[i], (where - u[i - 1]) / (u[i] - u[i - 1]));
}

std::vector<TendonProfile> tendon_profiles(const MuscleTable& table)
{
    // Thickness as a share of the belly's, below and above which it is all tendon and all flesh.
    constexpr float tendon_below = 0.32f, flesh_above = 0.56f;
    float belly = 1e-3f;
    for (const MuscleStack& stack : table.stacks)
        for (const RingSection& ring : stack.sections)
            belly = std::max(belly, area_of(ring));
    std::vector<TendonProfile> profiles;
    for (const MuscleStack& stack : table.stacks) {
        TendonProfile profile;
        for (const RingSection& ring : stack.sections) {
            const float thickness = std::sqrt(area_of(ring) / belly);
            profile.u.push_back(ring.u);
            profile.share.push_back(1 - glm::smoothstep(tendon_below, flesh_above, thickness));
        }
        profiles.push_back(std::move(profile));
    }
    return profiles;
}

std::vector<std::uint8_t> tendon_shares(const MeshData& mesh, const TendonProfile& profile)
{
    std::vector<std::uint8_t> shares;
    for (const glm::vec2& fibre : mesh.fibres)
        shares.push_back(static_cast<std::uint8_t>(std::lround(profile.at(fibre.x) * 255)));
    return shares;
}

}  // namespace tpatlas
