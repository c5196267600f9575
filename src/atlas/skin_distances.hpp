// atlas/skin_distances.hpp: signed distances on the skin, kept only in a zone and near its edge.
//
//   const SkinDistances near(all);                 // one value a skin vertex, negative inside
//   near.for_each([&](std::uint32_t vertex, float mm) { ... });
//
// Sparse, since there are hundreds of zones and each covers little of the skin: runs of vertices
// with steps of 1/500 mm. What is farther outside than reach_mm is not kept and reads as reach_mm;
// what is deeper inside than deep_mm reads as -deep_mm. Depends on core only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tpatlas {

class SkinDistances {
public:
    static constexpr float reach_mm = 20;  // more than a triangle's edge and any soft edge
    static constexpr float deep_mm = 60;
    static constexpr float steps_per_mm = 500;

    struct Run {
        std::uint32_t first = 0;
        std::uint32_t count = 0;

        bool operator==(const Run&) const = default;
    };

    SkinDistances() = default;
    explicit SkinDistances(std::span<const float> all);
    // Nothing where the parts contradict each other.
    static std::optional<SkinDistances> of(std::uint32_t vertex_count, std::vector<Run> runs,
                                           std::vector<std::int16_t> steps);

    std::uint32_t vertex_count() const { return vertex_count_; }
    const std::vector<Run>& runs() const { return runs_; }
    const std::vector<std::int16_t>& steps() const { return steps_; }

    // Ascending vertices; those that are not told of are farther away than reach_mm.
    template <class Visit>
    void for_each(Visit visit) const
    {
        std::size_t next = 0;
        for (const Run& run : runs_)
            for (std::uint32_t i = 0; i < run.count; ++i)
                visit(run.first + i, static_cast<float>(steps_[next++]) / steps_per_mm);
    }

    float at(std::uint32_t vertex) const;
    // One value a vertex.
    std::vector<float> all() const;
    // Of the zone's mirror image: `mirror` gives each vertex's image.
    SkinDistances mirrored(std::span<const std::uint32_t> mirror) const;

    bool operator==(const SkinDistances&) const = default;

private:
    std::uint32_t vertex_count_ = 0;
    std::vector<Run> runs_;
    std::vector<std::int16_t> steps_;
};

}  // namespace tpatlas
