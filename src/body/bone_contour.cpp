#include "body/bone_contour.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

namespace tpatlas {

double signed_area_mm2(const Ring& ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const glm::dvec2 a = ring[i];
        const glm::dvec2 b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - a.y * b.x;
    }
    return twice / 2;
}

double perimeter_mm(const Ring& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        sum += glm::length(glm::dvec2(ring[(i + 1) % ring.size()]) - glm::dvec2(ring[i]));
    return sum;
}

FourierContour fourier_contour(const Ring& ring, int harmonics)
{
    assert(ring.size() >= 3 && harmonics >= 1);
    const double total = perimeter_mm(ring);
    const double turn = 2 * std::numbers::pi;
    // The integrals of a polygon have closed forms, so the ring needs no resampling.
    glm::dvec2 centre{0};
    std::vector<glm::dvec4> sums(static_cast<std::size_t>(harmonics), glm::dvec4(0));
    double t = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const glm::dvec2 a = ring[i];
        const glm::dvec2 b = ring[(i + 1) % ring.size()];
        const glm::dvec2 step = b - a;
        const double dt = glm::length(step);
        if (dt <= 0)
            continue;
        centre += (a + b) * (0.5 * dt / total);
        for (std::size_t n = 0; n < sums.size(); ++n) {
            const double w = turn * static_cast<double>(n + 1) / total;
            const double cosine = std::cos(w * (t + dt)) - std::cos(w * t);
            const double sine = std::sin(w * (t + dt)) - std::sin(w * t);
            sums[n] +=
                glm::dvec4(step.x * cosine, step.x * sine, step.y * cosine, step.y * sine) / dt;
        }
        t += dt;
    }
    FourierContour series;
    series.centre = centre;
    for (std::size_t n = 0; n < sums.size(); ++n) {
        const double k = static_cast<double>(n + 1);
        const double scale = total / (2 * k * k * std::numbers::pi * std::numbers::pi);
        series.harmonics.emplace_back(sums[n] * scale);
    }
    return series;
}

Ring contour_points(const FourierContour& contour, int count)
{
    Ring ring(static_cast<std::size_t>(count), contour.centre);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const double t = 2 * std::numbers::pi * static_cast<double>(i) / count;
        glm::dvec2 p = contour.centre;
        // The angle sum formula instead of two calls a harmonic: this is called for each point.
        const double c1 = std::cos(t);
        const double s1 = std::sin(t);
        double c = 1;
        double s = 0;
        for (const glm::dvec4 h : contour.harmonics) {
            const double next = c * c1 - s * s1;
            s = s * c1 + c * s1;
            c = next;
            p += glm::dvec2(h.x * c + h.y * s, h.z * c + h.w * s);
        }
        ring[i] = p;
    }
    return ring;
}

int fitting_point_count(const FourierContour& contour, float step_mm)
{
    double length = 0;  // of the first ellipse, roughly the whole
    if (!contour.harmonics.empty()) {
        const glm::dvec4 h = contour.harmonics.front();
        length = 2 * std::numbers::pi * std::sqrt(glm::dot(h, h) / 2);
    }
    const int by_length = static_cast<int>(std::ceil(length / static_cast<double>(step_mm)));
    return std::max({16, by_length, 8 * static_cast<int>(contour.harmonics.size())});
}

}  // namespace tpatlas
