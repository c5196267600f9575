#include "ui/muscle_list.hpp"

#include "support/small_atlas.hpp"

#include <gtest/gtest.h>

namespace tpatlas::ui {
namespace {

Texts texts()
{
    return Texts({{"region.neck", "Neck"}, {"region.other", "Other"}});
}

MuscleList list()
{
    static const std::shared_ptr<const Atlas> atlas = testing::small_atlas();
    return MuscleList(*atlas, texts());
}

TEST(MuscleList, lists_a_record_once_with_its_points_in_its_region)
{
    const MuscleList muscles = list();
    ASSERT_EQ(muscles.rows().size(), 1u);  // not again as a structure, not the bone, not the skin
    EXPECT_EQ(muscles.rows()[0].name, "Flank muscle");
    EXPECT_EQ(muscles.rows()[0].structure, "flank_muscle");
    EXPECT_EQ(muscles.rows()[0].point_count, 2u);
    ASSERT_EQ(muscles.groups().size(), 1u);
    EXPECT_EQ(muscles.groups()[0].title, "Neck");
}

TEST(MuscleList, finds_a_muscle_by_its_latin_name_and_says_so)
{
    const std::vector<MuscleList::Hit> hits = list().search("PROBATIÓNIS");
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].found_as, "Musculus probationis");
}

TEST(MuscleList, finds_all_muscles_of_a_region)
{
    const std::vector<MuscleList::Hit> hits = list().search("neck");
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].found_as, "Neck");
}

TEST(MuscleList, names_the_nearest_where_nothing_is_found)
{
    const MuscleList muscles = list();
    EXPECT_TRUE(muscles.search("flnak").empty());
    EXPECT_EQ(muscles.nearest("flnak", 5), std::vector<std::size_t>{0});
    EXPECT_TRUE(muscles.nearest("", 5).empty());
    EXPECT_TRUE(muscles.search("  ").empty());
}

}  // namespace
}  // namespace tpatlas::ui
