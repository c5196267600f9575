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
    ASSERT_EQ(muscles.rows().size(), 2u);  // not again as a structure; the bone; not the skin
    EXPECT_EQ(muscles.rows()[1].name, "Flank muscle");
    EXPECT_EQ(muscles.rows()[1].structures, std::vector<std::string>{"flank_muscle"});
    EXPECT_EQ(muscles.rows()[1].point_count, 2u);
    ASSERT_EQ(muscles.groups().size(), 1u);
    EXPECT_EQ(muscles.groups()[0].title, "Neck");
    EXPECT_EQ(muscles.groups()[0].rows, std::vector<std::size_t>{1});
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

TEST(MuscleList, groups_by_layer_and_by_letter)
{
    const MuscleList muscles = list();
    ASSERT_EQ(muscles.groups(ListOrder::layer).size(), 1u);
    EXPECT_EQ(muscles.groups(ListOrder::layer)[0].id, "1");
    ASSERT_EQ(muscles.groups(ListOrder::letter).size(), 1u);
    EXPECT_EQ(muscles.groups(ListOrder::letter)[0].title, "F");
}

TEST(MuscleList, finds_a_bone_only_by_searching)
{
    const MuscleList muscles = list();
    const std::vector<MuscleList::Hit> hits = muscles.search("core");
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(muscles.rows()[hits[0].row].kind, StructureKind::bone);
    EXPECT_EQ(muscles.rows()[hits[0].row].key(), "core_bone");
}

TEST(MuscleList, forgives_one_typing_error)
{
    const std::vector<MuscleList::Hit> hits = list().search("flnak");
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].row, 1u);
    EXPECT_TRUE(hits[0].near);
    EXPECT_FALSE(list().search("flank")[0].near);
    EXPECT_TRUE(list().search("flx").empty());  // too short to guess
}

TEST(MuscleList, names_the_nearest_where_nothing_is_found)
{
    const MuscleList muscles = list();
    EXPECT_TRUE(muscles.search("lfnak").empty());
    EXPECT_EQ(muscles.nearest("lfnak", 1), std::vector<std::size_t>{1});
    EXPECT_TRUE(muscles.nearest("", 5).empty());
    EXPECT_TRUE(muscles.search("  ").empty());
}

}  // namespace
}  // namespace tpatlas::ui
