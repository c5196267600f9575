// straighten() of muscle_rings.hpp.
#include "body_survey/muscle_rings.hpp"

#include "body_survey/ring_walk.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

constexpr std::size_t half = 16, count = 2 * half; // courses on a face, and round the ring
constexpr int passes = 60;

// The share within `reach` of `share` that is nearest to p.
float nearest_share(const RingWalk& walk, float share, float reach, glm::vec3 p)
{
    constexpr int steps = 12;
    float best = share, best_distance = glm::distance(walk.at(share), p);
    for (int i = -steps; i <= steps; ++i) {
        const float s = share + reach * static_cast<float>(i) / steps;
        const float d = glm::distance(walk.at(s), p);
        if (d < best_distance) {
            best_distance = d;
            best = s;
        }
    }
    return best;
}

class Courses
{
public:
    explicit Courses(std::vector<LevelRing>& rings) : rings_(rings)
    {
        for (LevelRing& ring : rings) {
            walks_.emplace_back(ring.points);
            const float face = ring.other_edge - ring.edge + (ring.other_edge < ring.edge ? 1 : 0);
            for (std::size_t k = 0; k < half; ++k)
                ring.courses.push_back(ring.edge +
                                       face * static_cast<float>(k) / static_cast<float>(half));
            for (std::size_t k = 0; k <= half; ++k)
                ring.courses.push_back(ring.edge + face +
                                       (1 - face) * static_cast<float>(k) /
                                           static_cast<float>(half));
            at_first_.push_back(ring.courses);
        }
    }

    void relax()
    {
        for (std::size_t r = 0; r < rings_.size(); ++r) {
            std::vector<float> next = rings_[r].courses;
            for (std::size_t k = 0; k < count; ++k)
                next[k] = moved(r, k);
            next[count] = next[0] + 1;
            keep_order(next);
            rings_[r].courses = next;
        }
    }

private:
    glm::vec3 place(std::size_t r, std::size_t k) const
    {
        return walks_[r].at(rings_[r].courses[k]);
    }

    // Where the straight way from the ring before to the ring behind would cross.
    float moved(std::size_t r, std::size_t k) const
    {
        const std::vector<float>& now = rings_[r].courses;
        const bool edge = k % half == 0;
        float share = now[k];
        if (r > 0 && r + 1 < rings_.size()) {
            const glm::vec3 a = place(r - 1, k), b = place(r + 1, k);
            const float from = glm::distance(a, place(r, k)), to = glm::distance(b, place(r, k));
            const glm::vec3 wanted = glm::mix(a, b, from / std::max(from + to, 1e-6f));
            const float gap = now[k + 1] - now[k];
            share = glm::mix(share, nearest_share(walks_[r], share, gap, wanted),
                             edge ? 0.3f : 0.6f);
        }
        if (edge)
            return glm::mix(share, at_first_[r][k], 0.1f);
        return glm::mix(share, 0.5f * (now[k - 1] + now[k + 1]), 0.03f);
    }

    // Courses never cross, nor come nearer than a third of an even spacing.
    static void keep_order(std::vector<float>& courses)
    {
        for (const std::size_t face : {std::size_t{0}, half}) {
            const float least =
                (courses[face + half] - courses[face]) / static_cast<float>(half) / 3;
            for (std::size_t k = face + 1; k < face + half; ++k)
                courses[k] = std::max(courses[k], courses[k - 1] + least);
            for (std::size_t k = face + half - 1; k > face; --k)
                courses[k] = std::min(courses[k], courses[k + 1] - least);
        }
    }

    std::vector<LevelRing>& rings_;
    std::vector<RingWalk> walks_;
    std::vector<std::vector<float>> at_first_;
};

} // namespace

void straighten(std::vector<LevelRing>& rings)
{
    Courses courses(rings);
    for (int pass = 0; pass < passes; ++pass)
        courses.relax();
}

} // namespace tpatlas
