#include "atlas/region_border.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas {

namespace {

constexpr int softening_passes = 6;

// Mean with the neighbours, passed on `passes` times.
void soften(const Surface& surface, std::vector<float>& field, int passes)
{
    std::vector<float> softer(field.size());
    for (int pass = 0; pass < passes; ++pass) {
        for (std::uint32_t v = 0; v < field.size(); ++v) {
            float sum = 0;
            int count = 0;
            for (const std::uint32_t h : surface.leaving(v)) {
                sum += field[surface.to(h)];
                ++count;
            }
            softer[v] =
                count > 0 ? 0.4f * field[v] + 0.6f * sum / static_cast<float>(count) : field[v];
        }
        field.swap(softer);
    }
}

} // namespace

std::vector<SurfacePoint> points_on_zero_line(const Surface& surface, std::span<const float> field)
{
    std::vector<SurfacePoint> points;
    for (std::uint32_t t = 0; t < surface.triangle_count(); ++t) {
        std::vector<glm::vec3> ends;
        for (int k = 0; k < 3; ++k) {
            const int next = (k + 1) % 3;
            const float a = field[surface.mesh().triangles[t][k]];
            const float b = field[surface.mesh().triangles[t][next]];
            if ((a < 0) == (b < 0))
                continue;
            glm::vec3 weights(0);
            weights[next] = a / (a - b);
            weights[k] = 1 - weights[next];
            ends.push_back(weights);
        }
        if (ends.size() != 2)
            continue;
        points.push_back({t, ends[0]});
        points.push_back({t, (ends[0] + ends[1]) * 0.5f});
    }
    return points;
}

std::vector<float> distance_to_border(const Surface& skin, std::span<const std::uint16_t> regions,
                                      std::uint16_t region, float limit_mm)
{
    std::vector<float> field(skin.vertex_count());
    for (std::size_t v = 0; v < field.size(); ++v)
        field[v] = regions[v] == region ? -1.0f : 1.0f;
    soften(skin, field, softening_passes);
    std::vector<GeodesicSource> sources;
    for (const SurfacePoint& point : points_on_zero_line(skin, field))
        sources.push_back({point, 0});
    const GeodesicField distance = distances_along(skin, sources, static_cast<double>(limit_mm));
    for (std::size_t v = 0; v < field.size(); ++v) {
        const float d = std::min(static_cast<float>(distance.distance_mm[v]), limit_mm);
        field[v] = field[v] < 0 ? -d : d;
    }
    return field;
}

} // namespace tpatlas
