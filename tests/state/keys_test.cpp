#include "state/keys.hpp"

#include "support/small_atlas.hpp"

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

KeyPress character(char c, bool control = false, bool shift = false)
{
    return {Key::character, c, control, shift};
}

class Keys : public ::testing::Test {
protected:
    Session session{testing::small_atlas()};

    template <class Wanted>
    bool means(const KeyPress& press) const
    {
        const std::optional<Command> meaning = meaning_of(press, session);
        return meaning && std::holds_alternative<Wanted>(*meaning);
    }
};

TEST_F(Keys, space_plays_and_pauses)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    EXPECT_TRUE(means<Play>({Key::space}));
    session.update(Play{});
    session.update(AnswerSafety{SafetyAnswer::none_applies});
    EXPECT_TRUE(means<Pause>({Key::space}));
}

TEST_F(Keys, escape_puts_the_safety_card_away_first)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(Play{});
    EXPECT_TRUE(means<AnswerSafety>({Key::escape}));
}

TEST_F(Keys, control_r_reads_the_catalogue_again)
{
    EXPECT_TRUE(means<ReloadCatalogue>({Key::character, 'r', true}));
}

TEST_F(Keys, bring_home_frame_and_clear)
{
    EXPECT_TRUE(means<Home>({Key::home}));
    EXPECT_TRUE(means<Home>(character('h')));
    EXPECT_TRUE(means<FrameSelection>(character('f')));
    EXPECT_TRUE(means<ClearSelection>({Key::escape}));
}

TEST_F(Keys, escape_closes_a_sheet_before_it_clears_the_selection)
{
    session.update(OpenSheet{Sheet::keys});
    EXPECT_TRUE(means<OpenSheet>({Key::escape}));
}

TEST_F(Keys, undo_and_redo_only_with_control)
{
    EXPECT_TRUE(means<Undo>(character('z', true)));
    EXPECT_TRUE(means<Redo>(character('z', true, true)));
    EXPECT_FALSE(meaning_of(character('z'), session));
    EXPECT_FALSE(meaning_of(character('h', true), session));
}

TEST_F(Keys, digits_show_the_six_views)
{
    const std::optional<Command> second = meaning_of(character('2'), session);
    ASSERT_TRUE(second);
    EXPECT_EQ(std::get<ShowView>(*second).name, "posterior");
    EXPECT_FALSE(meaning_of(character('7'), session));
    EXPECT_FALSE(meaning_of(character('0'), session));
}

TEST_F(Keys, signs_mean_the_same_with_and_without_shift)
{
    EXPECT_TRUE(means<OpenSheet>(character('?', false, true)));
    EXPECT_TRUE(means<Zoom>(character('+', false, true)));
    EXPECT_TRUE(means<Zoom>(character('+')));
    EXPECT_TRUE(means<SetInterfaceScale>(character('+', true, true)));
}

TEST_F(Keys, close_the_window_and_find_the_search)
{
    EXPECT_TRUE(means<Quit>(character('q', true)));
    EXPECT_TRUE(means<FocusSearch>(character('/')));
    EXPECT_TRUE(holds_everywhere(character('q', true)));
    EXPECT_FALSE(holds_everywhere(character('h')));
}

TEST_F(Keys, in_client_view_only_camera_side_and_press_have_keys)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(EnterClientView{});
    ASSERT_TRUE(session.view().client);
    EXPECT_FALSE(meaning_of(character('z', true), session));
    EXPECT_FALSE(meaning_of(character('/'), session));
    EXPECT_TRUE(means<Play>({Key::space}));
    EXPECT_TRUE(means<LeaveClientView>({Key::escape}));
    EXPECT_TRUE(means<LeaveClientView>(character('c')));
}

}  // namespace
}  // namespace tpatlas
