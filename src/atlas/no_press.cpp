#include "atlas/no_press.hpp"

#include <algorithm>

namespace tpatlas {

std::vector<NoPressHere> no_press_at(const Atlas& atlas, glm::vec3 skin_mm, float margin_mm)
{
    std::vector<NoPressHere> here;
    if (atlas.skin() == nullptr)
        return here;
    const Surface& skin = *atlas.skin();
    const SurfacePoint at = skin.nearest(skin_mm);
    const Triangle& corners = skin.mesh().triangles[at.triangle];
    for (const PlacedNoPress& zone : atlas.no_press()) {
        const SkinDistances& distances = zone.field->distances;
        float outside_mm = 0;
        for (int k = 0; k < 3; ++k)
            outside_mm += at.weights[k] * distances.at(corners[k]);
        // At its reach a distance says only that the zone is that far away, or farther.
        constexpr float rounding_mm = 0.05f;
        if (outside_mm < margin_mm && outside_mm < SkinDistances::reach_mm - rounding_mm)
            here.push_back({&zone, -outside_mm});
    }
    std::stable_sort(here.begin(), here.end(), [](const NoPressHere& a, const NoPressHere& b) {
        const NoPressGrade of_a = (*a.zone->record)->grade, of_b = (*b.zone->record)->grade;
        return of_a != of_b ? of_a < of_b : a.inside_mm > b.inside_mm;
    });
    return here;
}

} // namespace tpatlas
