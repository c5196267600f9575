// body/muscle_spline.hpp: the two splines of a muscle stack: periodic around, monotone along.
//
//   const RingSpline spline(12, 4);            // 12 points a ring, 4 samples a point
//   const std::vector<glm::vec3> ring = spline.sampled(section.points);   // 48 points
//   const std::vector<glm::vec3> between = ring_at(stack, 0.4f);
//
// Depends on domain and glm.
#pragma once

#include "domain/measurements.hpp"

#include <vector>

namespace tpatlas
{

// A cubic spline through a closed ring, the parameter even from point to point.
class RingSpline
{
public:
    // `points` a ring, six or more; `samples` of each of its intervals, one or more.
    RingSpline(std::size_t points, std::size_t samples);

    // points * samples places; the first is the ring's first point.
    std::vector<glm::vec3> sampled(const std::vector<glm::vec3>& ring) const;

private:
    std::size_t points_;
    std::size_t samples_;
    std::vector<float> weights_; // of every ring point for the samples of one interval
};

// The ring at `u`, which must lie between the first and the last section's: each point follows a
// monotone cubic (Fritsch & Carlson 1980), which never swings past the sections.
std::vector<glm::vec3> ring_at(const MuscleStack& stack, float u);

} // namespace tpatlas
