#include "scene/skin_overlay.hpp"

#include "support/small_atlas.hpp"

#include <set>

#include <gtest/gtest.h>

namespace tpatlas::scene {
namespace {

// A row of regions a side: each touches the next, and its own image across the midline.
std::vector<PlacedRegion> ladder(std::uint16_t rungs)
{
    std::vector<PlacedRegion> regions;
    for (std::uint16_t i = 0; i < rungs; ++i)
        for (const Side side : {Side::right, Side::left}) {
            PlacedRegion region;
            region.id = {"r" + std::to_string(i)};
            region.side = side;
            const auto self = static_cast<std::uint16_t>(regions.size());
            region.neighbours.push_back(static_cast<std::uint16_t>(self ^ 1u));
            if (i > 0)
                region.neighbours.push_back(static_cast<std::uint16_t>(self - 2));
            if (i + 1 < rungs)
                region.neighbours.push_back(static_cast<std::uint16_t>(self + 2));
            regions.push_back(region);
        }
    return regions;
}

TEST(RegionTints, differ_between_neighbours_and_use_every_tint)
{
    const std::vector<PlacedRegion> regions = ladder(20);
    const std::vector<int> tints = tints_of_regions(regions);
    ASSERT_EQ(tints.size(), regions.size());
    for (std::size_t i = 0; i < regions.size(); ++i)
        for (const std::uint16_t n : regions[i].neighbours)
            EXPECT_NE(tints[i], tints[n]) << regions[i].id.text;
    EXPECT_EQ(std::set<int>(tints.begin(), tints.end()).size(), 5u);
}

TEST(RegionTints, are_alike_on_both_sides_where_the_sides_do_not_meet)
{
    std::vector<PlacedRegion> regions = ladder(6);
    for (PlacedRegion& region : regions)
        region.neighbours.erase(region.neighbours.begin());
    const std::vector<int> tints = tints_of_regions(regions);
    for (std::size_t i = 0; i < regions.size(); i += 2)
        EXPECT_EQ(tints[i], tints[i + 1]);
}

TEST(RegionTints, give_each_place_of_the_skin_shares_that_sum_to_one_at_most)
{
    const auto atlas = testing::small_atlas();
    const SkinOverlay overlay = region_tints(*atlas);
    ASSERT_EQ(overlay.kind, SkinOverlay::Kind::tint);
    ASSERT_EQ(overlay.values->size(), atlas->body().skin_regions().size());
    for (const glm::vec4& v : *overlay.values) {
        EXPECT_GE(v.x + v.y + v.z + v.w, 0);
        EXPECT_LE(v.x + v.y + v.z + v.w, 1.0001f);
    }
}

TEST(NoPressOverlay, is_none_where_the_catalogue_has_no_zone)
{
    const auto atlas = testing::small_atlas();
    EXPECT_EQ(no_press_overlay(*atlas).kind, SkinOverlay::Kind::none);
}

} // namespace
} // namespace tpatlas::scene
