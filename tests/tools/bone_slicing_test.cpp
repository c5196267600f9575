#include "body_survey/bone_sections.hpp"
#include "body_survey/bone_slicing.hpp"
#include "body_survey/bone_symmetry.hpp"

#include "body/bone_surface.hpp"
#include "body_survey/distance.hpp"

#include <cmath>
#include <functional>
#include <numbers>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

// The zero surface of a function over a box: a fresh solid for each test.
MeshData solid(const std::function<float(glm::vec3)>& distance, glm::vec3 low, glm::vec3 high)
{
    BoxField field;
    field.step_mm = 0.8f;
    field.origin = low;
    field.size = glm::ivec3((high - low) / field.step_mm) + 1;
    for (int k = 0; k < field.size.z; ++k)
        for (int j = 0; j < field.size.y; ++j)
            for (int i = 0; i < field.size.x; ++i)
                field.values.push_back(distance(low + field.step_mm * glm::vec3(i, j, k)));
    return zero_surface(field);
}

// Lies in the plane of x and z, like an atlas with its canal.
MeshData torus_around(glm::vec3 centre, float large, float small)
{
    return solid(
        [=](glm::vec3 p) {
            const glm::vec3 d = p - centre;
            return std::hypot(std::hypot(d.x, d.z) - large, d.y) - small;
        },
        centre - glm::vec3(large + small + 2), centre + glm::vec3(large + small + 2));
}

double area_of(const std::vector<Ring>& rings)
{
    double area = 0;
    for (const Ring& ring : rings)
        area += signed_area_mm2(ring);
    return area;
}

TEST(BoneSlicing, of_a_torus_across_its_axis_gives_an_outer_ring_and_a_hole)
{
    const MeshData torus = torus_around({5, 7, -3}, 20, 6);
    const SliceFrame frame{{5, 7, -3}, {0, 1, 0}, {1, 0, 0}};
    const std::vector<std::vector<Ring>> cuts = slices(torus, frame, {-8, 0.03f, 8});
    EXPECT_TRUE(cuts[0].empty());
    EXPECT_TRUE(cuts[2].empty());
    ASSERT_EQ(cuts[1].size(), 2u);
    EXPECT_LT(signed_area_mm2(cuts[1][0]) * signed_area_mm2(cuts[1][1]), 0);
    const double area = std::numbers::pi * (26.0 * 26.0 - 14.0 * 14.0);
    EXPECT_NEAR(area_of(cuts[1]), area, area * 0.01);
}

TEST(BoneSlicing, along_any_axis_adds_up_to_the_volume)
{
    const MeshData torus = torus_around({0, 0, 0}, 20, 6);
    for (const glm::vec3 axis : {glm::vec3(1, 0, 0), glm::vec3(0, 0.6f, 0.8f)}) {
        const SliceFrame frame{
            {0, 0, 0}, axis, axis.x > 0 ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0)};
        std::vector<float> heights;
        for (float z = -27; z < 27; z += 0.25f)
            heights.push_back(z);
        double volume = 0;
        for (const std::vector<Ring>& rings : slices(torus, frame, heights))
            volume += area_of(rings) * 0.25;
        EXPECT_NEAR(volume, volume_mm3(torus), volume * 0.01);
    }
}

TEST(BoneSections, rebuild_the_solid_within_a_tenth_of_a_millimetre_and_within_the_budget)
{
    const MeshData torus = torus_around({0, 0, 0}, 20, 6);
    const DenseSections dense(torus, false, {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    const BoneTable table = dense.chosen({}, {});
    EXPECT_LE(numbers_in(table), 5000);
    const SurfaceError error = surface_error(bone_surface(table), torus);
    EXPECT_LT(error.worse_mean_mm(), 0.15);
    EXPECT_NEAR(error.volume_ratio, 1, 0.03);
}

TEST(BoneSections, keep_to_a_small_budget_and_say_more_with_a_larger_one)
{
    const MeshData torus = torus_around({0, 0, 0}, 20, 6);
    const DenseSections dense(torus, false, {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}});
    double before = 1e9;
    for (const int numbers : {150, 300, 900}) {
        SectionBudget budget;
        budget.numbers = numbers;
        const BoneTable table = dense.chosen({}, budget);
        EXPECT_LE(numbers_in(table), numbers);
        const double mean = surface_error(bone_surface(table), torus).worse_mean_mm();
        EXPECT_LT(mean, before);
        before = mean;
    }
}

TEST(BoneSections, of_a_midline_bone_are_symmetric_or_stand_for_their_image)
{
    const MeshData torus = made_symmetric(torus_around({0, 0, 0}, 20, 6), MidlineFit{});
    // Along z: one contour each side in the middle, one across the midline in front and behind.
    const DenseSections dense(torus, true, {{0, 0, 0}, {0, 0, 1}, {1, 0, 0}});
    StructureEntry entry;
    entry.midline = true;
    const BoneTable table = dense.chosen(entry, {});
    bool pairs = false;
    for (const PlaneSection& section : table.sections)
        for (const FourierContour& contour : section.contours) {
            pairs = pairs || contour.centre.x < 0;
            EXPECT_LE(contour.centre.x, 0);
            for (const glm::vec4& h : contour.harmonics)
                EXPECT_TRUE(contour.centre.x < 0 || (h.x == 0 && h.w == 0));
        }
    EXPECT_TRUE(pairs);
    EXPECT_LT(surface_error(bone_surface(table), torus).worse_mean_mm(), 0.15);
}

TEST(BoneSymmetry, finds_the_middle_of_a_solid_that_lies_off_and_leans)
{
    const MeshData leaning = solid(
        [](glm::vec3 p) {
            const glm::vec3 d = p - glm::vec3(-2 + 0.05f * p.y, 0, 0);
            return (glm::length(d / glm::vec3(20, 30, 10)) - 1) * 10;
        },
        {-26, -34, -14}, {26, 34, 14});
    const MidlineFit fit = fit_midline(leaning);
    EXPECT_NEAR(fit.x_at(0, 0), -2, 0.2);
    EXPECT_NEAR(fit.x_at(20, 0), -1, 0.3);
    EXPECT_NEAR(fit.x_at(-20, 0), -3, 0.3);
}

TEST(BoneSymmetry, unbent_is_not_led_aside_by_a_lip_on_one_side)
{
    // A dish with a high rim on its right side alone, like the disc below C7.
    const MeshData dish = solid(
        [](glm::vec3 p) {
            const float plate =
                std::max({std::abs(p.x + 2) - 15, std::abs(p.y) - 2, std::abs(p.z) - 8});
            const float lip =
                std::max({std::abs(p.x + 15) - 2, std::abs(p.y - 4) - 4, std::abs(p.z) - 4});
            return std::min(plate, lip);
        },
        {-20, -5, -11}, {16, 13, 11});
    const MidlineFit fit = fit_midline(dish, false);
    for (const float y : {-2.0f, 2.0f, 8.0f})
        EXPECT_NEAR(fit.x_at(static_cast<double>(y), 0), -2, 1);
}

TEST(BoneSymmetry, gives_a_closed_solid_that_is_its_own_image_and_stays_at_its_right_end)
{
    const MeshData off = torus_around({-3, 100, 0}, 20, 6);
    const MeshData even = made_symmetric(off, fit_midline(off));
    const Box box = bounds(even);
    EXPECT_FLOAT_EQ(box.min.x, -box.max.x);
    EXPECT_NEAR(box.min.x, bounds(off).min.x, 0.2);
    EXPECT_NEAR(volume_mm3(even), volume_mm3(off) * 29.0 / 26.0, volume_mm3(off) * 0.03);
    EXPECT_LT(surface_error(even, mirrored(even)).worse_mean_mm(), 1e-3);
}

TEST(BoneSymmetry, lays_a_winding_border_on_the_midline_and_leaves_the_rest)
{
    const MeshData plate = solid(
        [](glm::vec3 p) {
            const float border = 2 * std::sin(p.z / 4);
            return std::max({std::abs(p.y) - 3, p.x - border, -40 - p.x, std::abs(p.z) - 20});
        },
        {-44, -6, -24}, {6, 6, 24});
    const MeshData laid = with_border_on_midline(plate, 4);
    for (std::size_t i = 0; i < laid.positions.size(); ++i) {
        EXPECT_LT(laid.positions[i].x, 1.2f);
        if (plate.positions[i].x < -33) {
            EXPECT_EQ(laid.positions[i], plate.positions[i]);
        }
    }
}

}  // namespace
}  // namespace tpatlas
