#include "atlas/skin_distances.hpp"

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

const std::vector<float> some{25, 3,      -4.123f, -75,
                              40, 19.99f, std::numeric_limits<float>::infinity(), 0};

} // namespace

TEST(SkinDistances, keep_what_is_near_to_a_fivehundredth_and_forget_the_rest)
{
    const SkinDistances near(some);
    EXPECT_EQ(near.vertex_count(), some.size());
    EXPECT_EQ(near.runs(), (std::vector<SkinDistances::Run>{{1, 3}, {5, 1}, {7, 1}}));
    const std::vector<float> expected{SkinDistances::reach_mm, 3, -4.123f,
                                      -SkinDistances::deep_mm, SkinDistances::reach_mm, 19.99f,
                                      SkinDistances::reach_mm, 0};
    const std::vector<float> all = near.all();
    for (std::uint32_t v = 0; v < some.size(); ++v) {
        EXPECT_NEAR(all[v], expected[v], 0.0011f) << v;
        EXPECT_EQ(near.at(v), all[v]) << v;
    }
}

TEST(SkinDistances, visit_what_they_keep_in_order)
{
    std::vector<std::uint32_t> visited;
    SkinDistances(some).for_each([&](std::uint32_t v, float) { visited.push_back(v); });
    EXPECT_EQ(visited, (std::vector<std::uint32_t>{1, 2, 3, 5, 7}));
}

TEST(SkinDistances, mirrored_twice_are_what_they_were)
{
    const std::vector<std::uint32_t> mirror{7, 6, 5, 4, 3, 2, 1, 0};
    const SkinDistances near(some);
    EXPECT_NEAR(near.mirrored(mirror).at(5), -4.123f, 0.0011f);
    EXPECT_EQ(near.mirrored(mirror).mirrored(mirror), near);
}

TEST(SkinDistances, are_not_made_of_parts_that_contradict_each_other)
{
    using Run = SkinDistances::Run;
    EXPECT_TRUE(SkinDistances::of(8, {Run{1, 2}, Run{5, 1}}, {1, 2, 3}));
    EXPECT_FALSE(SkinDistances::of(8, {Run{1, 2}, Run{5, 1}}, {1, 2}));
    EXPECT_FALSE(SkinDistances::of(8, {Run{5, 1}, Run{1, 2}}, {1, 2, 3}));
    EXPECT_FALSE(SkinDistances::of(8, {Run{6, 3}}, {1, 2, 3}));
    EXPECT_FALSE(SkinDistances::of(8, {Run{7, ~0u}}, {1}));
}
