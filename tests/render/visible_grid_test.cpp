#include "render/visible_grid.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace tpatlas::render {
namespace {

// 60 x 40: a block of 4, right of it a strip of 9 that is two cells wide.
VisibleGrid grid()
{
    VisibleGrid made;
    made.size = {60, 40};
    made.structures.assign(60 * 40, 0);
    for (int y = 10; y < 30; ++y) {
        for (int x = 10; x < 40; ++x)
            made.structures[made.at({x, y})] = 5;
        for (int x = 40; x < 42; ++x)
            made.structures[made.at({x, y})] = 10;
    }
    return made;
}

TEST(VisibleGrid, points_well_inside_a_patch_and_leaves_out_slivers)
{
    const std::vector<VisiblePatch> patches = visible_patches(grid(), 0, 60);
    ASSERT_EQ(patches.size(), 1u);
    EXPECT_EQ(patches[0].structure, 4u);
    EXPECT_EQ(patches[0].cells, 30 * 20);
    EXPECT_EQ(patches[0].places.size(), 4u);
    const glm::ivec2 best = patches[0].places.front();
    EXPECT_LE(std::abs(best.x - 25), 2);
    EXPECT_LE(std::abs(best.y - 20), 2);
    for (const glm::ivec2 place : patches[0].places) {
        EXPECT_GE(place.x, 12);
        EXPECT_LE(place.x, 37);
    }
}

TEST(VisibleGrid, keeps_to_the_columns_asked_for)
{
    const std::vector<VisiblePatch> patches = visible_patches(grid(), 30, 60);
    ASSERT_EQ(patches.size(), 1u);
    for (const glm::ivec2 place : patches[0].places)
        EXPECT_GE(place.x, 31);
    EXPECT_TRUE(visible_patches(grid(), 45, 60).empty());
    EXPECT_TRUE(visible_patches(VisibleGrid{}, 0, 10).empty());
}

TEST(VisibleGrid, does_not_point_over_a_gap)
{
    // A ring: its middle is open.
    VisibleGrid ring = grid();
    for (int y = 14; y < 26; ++y)
        for (int x = 16; x < 34; ++x)
            ring.structures[ring.at({x, y})] = 0;
    for (const VisiblePatch& patch : visible_patches(ring, 0, 60))
        for (const glm::ivec2 place : patch.places)
            EXPECT_EQ(ring.structures[ring.at(place)], patch.structure + 1);
}

}  // namespace
}  // namespace tpatlas::render
