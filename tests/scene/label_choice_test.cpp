#include "scene/label_choice.hpp"

#include "scene/build_frame.hpp"
#include "state/session.hpp"
#include "support/small_atlas.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace tpatlas::scene {
namespace {

class LabelChoice : public ::testing::Test {
protected:
    std::shared_ptr<const Atlas> atlas = testing::small_atlas();
    Session session{atlas};
    FrameMemory memory;

    std::vector<Label> labels()
    {
        return build_frame(session.document(), session.view(), *atlas, Texts{}, {}, memory).labels;
    }
    static const Label* find(const std::vector<Label>& labels, const std::string& text)
    {
        const auto found = std::find_if(labels.begin(), labels.end(),
                                        [&](const Label& label) { return label.text == text; });
        return found == labels.end() ? nullptr : &*found;
    }
};

TEST_F(LabelChoice, names_nothing_at_the_calm_start)
{
    EXPECT_TRUE(labels().empty());
}

TEST_F(LabelChoice, names_the_selected_muscle_and_numbers_its_points)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    const std::vector<Label> chosen = labels();
    ASSERT_EQ(chosen.size(), 3u);
    const Label* name = find(chosen, "Flank muscle");
    ASSERT_NE(name, nullptr);
    EXPECT_EQ(name->structures,
              std::vector<std::uint32_t>{*atlas->body().number({"flank_muscle.right"})});
    ASSERT_NE(find(chosen, "1"), nullptr);
    EXPECT_TRUE(find(chosen, "1")->structures.empty());
    EXPECT_NE(find(chosen, "2"), nullptr);
}

TEST_F(LabelChoice, gives_the_selected_point_its_short_name_before_all_else)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    const std::vector<Label> chosen = labels();
    const Label* point = find(chosen, "TrP 2");
    ASSERT_NE(point, nullptr);
    for (const Label& other : chosen)
        EXPECT_LE(other.importance, point->importance);
    EXPECT_NE(find(chosen, "1"), nullptr);
}

TEST_F(LabelChoice, names_both_sides_where_both_are_selected)
{
    session.update(SetSide{SideChoice::both});
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    const std::vector<Label> chosen = labels();
    EXPECT_EQ(std::count_if(chosen.begin(), chosen.end(),
                            [](const Label& label) { return label.text == "Flank muscle"; }),
              2);
}

TEST_F(LabelChoice, names_all_that_is_shown_once_for_left_and_right)
{
    session.update(SetLabelling{Labelling::all});
    const std::vector<Label> chosen = labels();
    ASSERT_EQ(chosen.size(), 2u);  // and not the skin
    ASSERT_NE(find(chosen, "Flank muscle"), nullptr);
    EXPECT_EQ(find(chosen, "Flank muscle")->structures.size(), 2u);
    EXPECT_NE(find(chosen, "Core_bone"), nullptr);
    // With one of the two selected, that one is meant.
    session.update(SelectMuscle{{"flank_muscle"}, Side::left});
    const std::vector<Label> one = labels();
    ASSERT_NE(find(one, "Flank muscle"), nullptr);
    EXPECT_EQ(find(one, "Flank muscle")->structures,
              std::vector<std::uint32_t>{*atlas->body().number({"flank_muscle.left"})});
    EXPECT_EQ(one.size(), 4u);
}

TEST_F(LabelChoice, does_not_name_what_is_hidden_or_peeled)
{
    session.update(SetLabelling{Labelling::all});
    session.update(PeelTo{1});
    EXPECT_EQ(find(labels(), "Flank muscle"), nullptr);
    EXPECT_NE(find(labels(), "Core_bone"), nullptr);
}

TEST_F(LabelChoice, writes_latin_short_where_asked)
{
    session.update(SetLatin{true});
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    EXPECT_NE(find(labels(), "M. probationis"), nullptr);
}

TEST_F(LabelChoice, names_nothing_in_client_view_or_where_no_names_are_wanted)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    View client = session.view();
    client.client = true;
    EXPECT_TRUE(
        build_frame(session.document(), client, *atlas, Texts{}, {}, memory).labels.empty());
    session.update(SetLabelling{Labelling::none});
    EXPECT_TRUE(labels().empty());
}

}  // namespace
}  // namespace tpatlas::scene
