#include "atlas/forearm.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <glm/geometric.hpp>

namespace tpatlas {

glm::vec3 zone_middle(const Atlas& atlas, const PlacedPoint& point)
{
    glm::vec3 middle(0);
    double area = 0;
    for (const PlacedZone& zone : atlas.zones()) {
        if (zone.point == &point) {
            middle += zone.centroid_mm * static_cast<float>(zone.area_mm2);
            area += zone.area_mm2;
        }
    }
    return area > 0 ? middle / static_cast<float>(area) : point.skin_mm;
}

std::optional<glm::vec3> fibre_direction(const PlacedPoint& point)
{
    const std::vector<glm::vec3>& band = point.taut_band;
    if (band.size() < 2)
        return std::nullopt;
    const auto nearest = std::min_element(band.begin(), band.end(), [&](glm::vec3 a, glm::vec3 b) {
        return glm::distance(a, point.position_mm) < glm::distance(b, point.position_mm);
    });
    const auto at = nearest - band.begin();
    const auto last = static_cast<std::ptrdiff_t>(band.size()) - 1;
    const glm::vec3 along = band[static_cast<std::size_t>(std::min(at + 2, last))] -
                            band[static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - 2, 0))];
    const float length = glm::length(along);
    return length > 1e-3f ? std::optional(along / length) : std::nullopt;
}

glm::vec3 forearm_direction(const Atlas& atlas, const PlacedPoint& point, const Approach& way,
                            Forearm lie)
{
    const float lateral = point.side == Side::left ? 1.0f : -1.0f;
    glm::vec3 toward_zone = zone_middle(atlas, point) - way.from_mm;
    toward_zone = glm::length(toward_zone) > 1 ? glm::normalize(toward_zone) : glm::vec3(0);
    // Outward and a little back, where a helper's arm comes from; else from behind; else below.
    std::vector<glm::vec3> wishes{glm::vec3(lateral, 0.1f, -0.25f),
                                  glm::vec3(0.45f * lateral, 0.1f, -1.0f),
                                  glm::vec3(0.3f * lateral, -1.0f, 0.2f)};
    if (const std::optional<glm::vec3> fibre = fibre_direction(point);
        fibre && lie != Forearm::free) {
        const glm::vec3 one = lie == Forearm::along_fibres ? *fibre
                                                           : glm::cross(*fibre, way.direction);
        // Of the two ends the one that a helper's arm comes from, where both do.
        wishes = {one, -one};
        if (glm::dot(one, glm::vec3(lateral, -0.2f, -0.5f)) < 0)
            std::swap(wishes[0], wishes[1]);
    }
    glm::vec3 best(0);
    float most = -10;
    for (const glm::vec3& wish : wishes) {
        const glm::vec3 along = wish - way.direction * glm::dot(wish, way.direction);
        const float length = glm::length(along);
        if (length < 1e-3f)
            continue;
        // A wish along the press itself says little; one over the zone is bad.
        const float value = 0.6f * length / glm::length(wish) -
                            std::max(0.0f, glm::dot(along / length, toward_zone) - 0.35f);
        if (value > most + 0.1f) {  // the earlier wish wins where a later is hardly better
            most = value;
            best = along / length;
        }
    }
    return best;
}

}  // namespace tpatlas
