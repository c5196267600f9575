#include "app/keys.hpp"

#include <gtest/gtest.h>

namespace tpatlas::app {
namespace {

KeyPress character(char c, bool control = false, bool shift = false)
{
    return {Key::character, c, control, shift};
}

template <class Wanted>
bool means(const KeyPress& press, const View& view = {})
{
    const KeyMeaning meaning = meaning_of(press, view);
    return meaning.command && std::holds_alternative<Wanted>(*meaning.command);
}

TEST(Keys, space_plays_and_pauses)
{
    View view;
    EXPECT_TRUE(means<Play>({Key::space}, view));
    view.playback.playing = true;
    EXPECT_TRUE(means<Pause>({Key::space}, view));
}

TEST(Keys, bring_home_frame_and_clear)
{
    EXPECT_TRUE(means<Home>({Key::home}));
    EXPECT_TRUE(means<Home>(character('h')));
    EXPECT_TRUE(means<FrameSelection>(character('f')));
    EXPECT_TRUE(means<ClearSelection>({Key::escape}));
}

TEST(Keys, undo_and_redo_only_with_control)
{
    EXPECT_TRUE(means<Undo>(character('z', true)));
    EXPECT_TRUE(means<Redo>(character('z', true, true)));
    EXPECT_FALSE(meaning_of(character('z'), {}).command);
    EXPECT_FALSE(meaning_of(character('h', true), {}).command);
}

TEST(Keys, digits_show_the_six_views)
{
    const KeyMeaning second = meaning_of(character('2'), {});
    ASSERT_TRUE(second.command);
    EXPECT_EQ(std::get<ShowView>(*second.command).name, "posterior");
    EXPECT_FALSE(meaning_of(character('7'), {}).command);
    EXPECT_FALSE(meaning_of(character('0'), {}).command);
}

TEST(Keys, close_the_window_and_find_the_search)
{
    EXPECT_EQ(meaning_of(character('q', true), {}).action, WindowAction::close);
    EXPECT_EQ(meaning_of(character('/'), {}).action, WindowAction::focus_search);
}

}  // namespace
}  // namespace tpatlas::app
