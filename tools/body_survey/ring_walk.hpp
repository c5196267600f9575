// tools/body_survey/ring_walk.hpp: places on a closed line by shares of its length.
//
//   glm::vec3 half_way = RingWalk(ring.points).at(0.5f);
//
// The line must outlive the walk.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas
{

// Shares beyond 0...1 go on round the ring.
class RingWalk
{
public:
    explicit RingWalk(const std::vector<glm::vec3>& ring) : ring_(ring)
    {
        sums_.push_back(0);
        for (std::size_t i = 0; i < ring.size(); ++i)
            sums_.push_back(sums_.back() + glm::distance(ring[i], ring[(i + 1) % ring.size()]));
    }

    glm::vec3 at(float share) const
    {
        const float s = (share - std::floor(share)) * sums_.back();
        const auto after = std::upper_bound(sums_.begin() + 1, sums_.end() - 1, s);
        const auto i = static_cast<std::size_t>(after - sums_.begin()) - 1;
        const float step = sums_[i + 1] - sums_[i];
        return glm::mix(ring_[i], ring_[(i + 1) % ring_.size()],
                        step > 0 ? (s - sums_[i]) / step : 0.0f);
    }

private:
    const std::vector<glm::vec3>& ring_;
    std::vector<float> sums_;
};

} // namespace tpatlas
