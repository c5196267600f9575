#include "atlas/skin_distances.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas {

SkinDistances::SkinDistances(std::span<const float> all)
    : vertex_count_(static_cast<std::uint32_t>(all.size()))
{
    for (std::uint32_t v = 0; v < vertex_count_; ++v) {
        if (!(all[v] < reach_mm))
            continue;
        if (runs_.empty() || runs_.back().first + runs_.back().count != v)
            runs_.push_back({v, 0});
        ++runs_.back().count;
        steps_.push_back(
            static_cast<std::int16_t>(std::lround(std::max(all[v], -deep_mm) * steps_per_mm)));
    }
}

std::optional<SkinDistances> SkinDistances::of(std::uint32_t vertex_count, std::vector<Run> runs,
                                               std::vector<std::int16_t> steps)
{
    std::uint64_t end = 0;
    std::size_t known = 0;
    for (const Run& run : runs) {
        if (run.first < end || run.count == 0)
            return std::nullopt;
        end = std::uint64_t{run.first} + run.count;
        known += run.count;
    }
    if (end > vertex_count || known != steps.size())
        return std::nullopt;
    SkinDistances made;
    made.vertex_count_ = vertex_count;
    made.runs_ = std::move(runs);
    made.steps_ = std::move(steps);
    return made;
}

float SkinDistances::at(std::uint32_t vertex) const
{
    std::size_t before = 0;
    for (const Run& run : runs_) {
        if (vertex < run.first)
            break;
        if (vertex < run.first + run.count)
            return static_cast<float>(steps_[before + vertex - run.first]) / steps_per_mm;
        before += run.count;
    }
    return reach_mm;
}

std::vector<float> SkinDistances::all() const
{
    std::vector<float> values(vertex_count_, reach_mm);
    for_each([&](std::uint32_t vertex, float mm) { values[vertex] = mm; });
    return values;
}

SkinDistances SkinDistances::mirrored(std::span<const std::uint32_t> mirror) const
{
    std::vector<float> image(vertex_count_, reach_mm);
    for_each([&](std::uint32_t vertex, float mm) { image[mirror[vertex]] = mm; });
    return SkinDistances(image);
}

} // namespace tpatlas
