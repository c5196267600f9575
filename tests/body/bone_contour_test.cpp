#include "body/bone_contour.hpp"

#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

Ring ellipse(glm::vec2 centre, float a, float b, int count)
{
    Ring ring;
    for (int i = 0; i < count; ++i) {
        const float t =
            2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(count);
        ring.push_back(centre + glm::vec2(a * std::cos(t), b * std::sin(t)));
    }
    return ring;
}

float distance_to_ring(const Ring& ring, glm::vec2 p)
{
    float best = 1e9f;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const glm::vec2 a = ring[i];
        const glm::vec2 d = ring[(i + 1) % ring.size()] - a;
        const float t = std::clamp(glm::dot(p - a, d) / glm::dot(d, d), 0.0f, 1.0f);
        best = std::min(best, glm::length(p - a - d * t));
    }
    return best;
}

TEST(BoneContour, of_a_circle_is_one_harmonic_around_its_centre)
{
    const FourierContour series = fourier_contour(ellipse({3, -2}, 10, 10, 400), 4);
    EXPECT_NEAR(series.centre.x, 3, 1e-3);
    EXPECT_NEAR(series.centre.y, -2, 1e-3);
    EXPECT_NEAR(series.harmonics[0].x, 10, 1e-2);
    EXPECT_NEAR(series.harmonics[0].w, 10, 1e-2);
    for (std::size_t k = 1; k < 4; ++k)
        EXPECT_LT(glm::length(series.harmonics[k]), 1e-2) << "harmonic " << k + 1;
}

TEST(BoneContour, comes_back_from_its_series_within_a_fraction_of_a_millimetre)
{
    // An L with rounded-off detail: corners are what a short series finds hardest.
    Ring corner{{0, 0}, {20, 0}, {20, 6}, {6, 6}, {6, 15}, {0, 15}};
    const Ring again = contour_points(fourier_contour(corner, 40), 400);
    for (const glm::vec2 p : again)
        EXPECT_LT(distance_to_ring(corner, p), 0.25f);
    const Ring round = ellipse({1, 1}, 20, 6, 300);
    for (const glm::vec2 p : contour_points(fourier_contour(round, 16), 200))
        EXPECT_LT(distance_to_ring(round, p), 0.1f);
}

TEST(BoneContour, keeps_the_direction_and_the_area_of_its_ring)
{
    Ring ring = ellipse({0, 0}, 12, 7, 200);
    const double area = std::numbers::pi * 12 * 7;
    EXPECT_NEAR(signed_area_mm2(contour_points(fourier_contour(ring, 8), 200)), area, area * 0.005);
    std::reverse(ring.begin(), ring.end());
    EXPECT_NEAR(signed_area_mm2(contour_points(fourier_contour(ring, 8), 200)), -area,
                area * 0.005);
}

TEST(BoneContour, symmetric_about_the_midline_and_started_there_has_half_its_numbers_zero)
{
    Ring ring;  // starts on x = 0 and runs counter-clockwise
    for (const glm::vec2 p : ellipse({0, 0}, 5, 9, 64))
        ring.push_back({p.y, -p.x});
    const FourierContour series = fourier_contour(ring, 6);
    EXPECT_NEAR(series.centre.x, 0, 1e-4);
    for (const glm::vec4& h : series.harmonics) {
        EXPECT_NEAR(h.x, 0, 1e-4);
        EXPECT_NEAR(h.w, 0, 1e-4);
    }
}

}  // namespace
}  // namespace tpatlas
