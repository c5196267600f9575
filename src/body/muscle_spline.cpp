#include "body/muscle_spline.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tpatlas
{
namespace
{

// Second derivatives of the periodic spline through the cardinal data (1 at point 0, else 0):
// M[i-1] + 4 M[i] + M[i+1] = 6 (y[i-1] - 2 y[i] + y[i+1]). Solved by sweeps that contract by half
// each; few points and once a muscle, so that nothing cleverer is needed.
std::vector<double> cardinal_curvatures(std::size_t n)
{
    const auto right = [n](std::size_t i) {
        return i == 0 ? -12.0 : i == 1 || i + 1 == n ? 6.0 : 0.0;
    };
    std::vector<double> m(n, 0.0);
    for (int sweep = 0; sweep < 80; ++sweep)
        for (std::size_t i = 0; i < n; ++i)
            m[i] = (right(i) - m[(i + n - 1) % n] - m[(i + 1) % n]) / 4;
    return m;
}

// The slope at point `i` of values y over x that keeps the curve between its points.
float monotone_slope(float h0, float d0, float h1, float d1)
{
    if (d0 * d1 <= 0)
        return 0;
    const float w0 = 2 * h1 + h0, w1 = h1 + 2 * h0; // Fritsch & Butland 1984
    return (w0 + w1) / (w0 / d0 + w1 / d1);
}

// One-sided, three points, limited as the inner slopes are.
float end_slope(float h0, float d0, float h1, float d1)
{
    const float slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
    if (slope * d0 <= 0)
        return 0;
    return std::abs(slope) > 3 * std::abs(d0) ? 3 * d0 : slope;
}

} // namespace

RingSpline::RingSpline(std::size_t points, std::size_t samples)
    : points_(points), samples_(samples), weights_(points * samples)
{
    assert(points >= 3 && samples >= 1);
    const std::vector<double> m = cardinal_curvatures(points);
    for (std::size_t s = 0; s < samples; ++s) {
        const double t = static_cast<double>(s) / static_cast<double>(samples);
        const double back = 1 - t;
        const double c0 = (back * back * back - back) / 6, c1 = (t * t * t - t) / 6;
        for (std::size_t k = 0; k < points; ++k) {
            // Ring point k seen from the interval from point 0 to point 1.
            const double m0 = m[(points - k) % points], m1 = m[(points + 1 - k) % points];
            const double y0 = k == 0 ? 1 : 0, y1 = k == 1 ? 1 : 0;
            weights_[s * points + k] = static_cast<float>(back * y0 + t * y1 + c0 * m0 + c1 * m1);
        }
    }
}

std::vector<glm::vec3> RingSpline::sampled(const std::vector<glm::vec3>& ring) const
{
    assert(ring.size() == points_);
    std::vector<glm::vec3> out;
    out.reserve(points_ * samples_);
    for (std::size_t i = 0; i < points_; ++i)
        for (std::size_t s = 0; s < samples_; ++s) {
            glm::vec3 p(0);
            for (std::size_t k = 0; k < points_; ++k)
                p += weights_[s * points_ + k] * ring[(i + k) % points_];
            out.push_back(p);
        }
    return out;
}

std::vector<glm::vec3> ring_at(const MuscleStack& stack, float u)
{
    const auto& sections = stack.sections;
    assert(sections.size() >= 3);
    const std::size_t last = sections.size() - 1;
    std::size_t i = 0;
    while (i + 1 < last && sections[i + 1].u <= u)
        ++i;
    const auto step = [&](std::size_t k) { return sections[k + 1].u - sections[k].u; };
    const float h = step(i), t = std::clamp((u - sections[i].u) / h, 0.0f, 1.0f);
    const float t2 = t * t, t3 = t2 * t;
    std::vector<glm::vec3> ring(sections[i].points.size());
    for (std::size_t p = 0; p < ring.size(); ++p)
        for (int axis = 0; axis < 3; ++axis) {
            const auto rise = [&](std::size_t k) {
                return (sections[k + 1].points[p][axis] - sections[k].points[p][axis]) / step(k);
            };
            const float d = rise(i);
            const float s0 = i == 0 ? end_slope(h, d, step(1), rise(1))
                                    : monotone_slope(step(i - 1), rise(i - 1), h, d);
            const float s1 = i + 1 == last ? end_slope(h, d, step(i - 1), rise(i - 1))
                                           : monotone_slope(h, d, step(i + 1), rise(i + 1));
            ring[p][axis] =
                (2 * t3 - 3 * t2 + 1) * sections[i].points[p][axis] + (t3 - 2 * t2 + t) * h * s0 +
                (3 * t2 - 2 * t3) * sections[i + 1].points[p][axis] + (t3 - t2) * h * s1;
        }
    return ring;
}

} // namespace tpatlas
