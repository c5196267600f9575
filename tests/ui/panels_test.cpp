// The panels and the mouse.

#include "ui/panel_fixture.hpp"

namespace tpatlas::ui {
namespace {

using Panel = PanelFixture;

TEST_F(Panel, ask_for_nothing_by_themselves)
{
    frames(5);
    EXPECT_TRUE(commands_.empty());
}

TEST_F(Panel, a_click_in_the_muscle_list_selects_that_row_on_the_chosen_side)
{
    click("side:left");
    ASSERT_TRUE(told<SetSide>().has_value());
    click("muscle:flank_muscle");
    ASSERT_TRUE(told<SelectMuscle>().has_value());
    EXPECT_EQ(told<SelectMuscle>()->side, Side::left);
    EXPECT_TRUE(is_seen("point:flank_muscle.tp1"));
    EXPECT_TRUE(is_seen("point:flank_muscle.tp2"));
}

TEST_F(Panel, typing_searches_and_enter_takes_the_best_hit)
{
    panels_->focus_search();
    frames(3);
    ImGui::GetIO().AddInputCharactersUTF8("flank");
    frames(2);
    ASSERT_TRUE(told<Search>().has_value());
    EXPECT_EQ(session_->view().search, "flank");
    EXPECT_TRUE(is_seen("muscle:flank_muscle"));
    click("search_clear");
    EXPECT_EQ(session_->view().search, "");
}

TEST_F(Panel, a_search_without_a_result_offers_the_nearest_names)
{
    session_->update(Search{"flnak"});
    frames(2);
    click("muscle:flank_muscle");
    EXPECT_TRUE(told<SelectMuscle>().has_value());
}

TEST_F(Panel, with_nothing_selected_details_offers_examples)
{
    click("example:2");
    ASSERT_TRUE(told<SelectPoint>().has_value());
    EXPECT_EQ(told<SelectPoint>()->point.text, "flank_muscle.tp2");  // the one that can be played
}

TEST_F(Panel, a_point_that_is_pressed_can_be_played_stepped_and_scrubbed)
{
    session_->update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    frames(3);
    click("play");
    EXPECT_TRUE(told<Play>().has_value());
    frames(2);
    ASSERT_TRUE(is_seen("safety_none")) << "the card is asked before the first press";
    click("safety_none");
    frames(2);
    EXPECT_FALSE(is_seen("safety_none"));
    click("play");
    EXPECT_TRUE(told<Pause>().has_value());
    click("step_forward");
    ASSERT_TRUE(told<SeekTo>().has_value());
    EXPECT_FLOAT_EQ(told<SeekTo>()->share, PressCourse{}.contact_end);
    click("scrub");
    ASSERT_TRUE(told<SeekTo>().has_value());
    EXPECT_NEAR(told<SeekTo>()->share, 0.5f, 0.01f);
    click("speed:2");
    ASSERT_TRUE(told<SetSpeed>().has_value());
    EXPECT_FLOAT_EQ(told<SetSpeed>()->speed, 2);
}

TEST_F(Panel, the_safety_card_says_what_to_do_where_a_question_applies)
{
    session_->update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session_->update(Play{});
    frames(3);
    click("safety_one");
    EXPECT_FALSE(session_->view().playback.playing);
    ASSERT_TRUE(is_seen("safety_close"));
    EXPECT_FALSE(is_seen("safety_none"));
    click("safety_close");
    EXPECT_FALSE(session_->view().safety.open);
    EXPECT_FALSE(session_->view().playback.playing);
}

TEST_F(Panel, the_pain_that_is_said_is_kept_beside_the_gauge)
{
    session_->update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    frames(3);
    click("pain_before:6");
    EXPECT_EQ(session_->view().pain.before, 6);
    click("pain_now:3");
    EXPECT_EQ(session_->view().pain.now, 3);
    click("pain_now:3");
    EXPECT_FALSE(session_->view().pain.now) << "a second click takes it back";
}

TEST_F(Panel, a_point_that_is_not_animated_has_nothing_to_play)
{
    session_->update(SelectPoint{{"flank_muscle.tp1"}, Side::right});
    frames(3);
    EXPECT_FALSE(is_seen("play"));
    EXPECT_FALSE(is_seen("scrub"));
}

TEST_F(Panel, sources_open_with_one_click)
{
    session_->update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    frames(3);
    const Item closed = item("point:flank_muscle.tp2");
    ASSERT_TRUE(is_seen("sources:flank_muscle.tp2"));
    click("sources:flank_muscle.tp2");
    EXPECT_TRUE(commands_.empty());  // what is open is nobody's business but the panel's
    EXPECT_EQ(item("point:flank_muscle.tp2").min, closed.min);
}

TEST_F(Panel, the_bar_brings_views_sliders_and_history)
{
    click("view:posterior");
    ASSERT_TRUE(told<ShowView>().has_value());
    EXPECT_EQ(told<ShowView>()->name, "posterior");
    click("depth");
    ASSERT_TRUE(told<PeelTo>().has_value());
    EXPECT_NEAR(told<PeelTo>()->depth, 0.5f, 0.01f);
    click("undo");
    EXPECT_TRUE(told<Undo>().has_value());
    click("home");
    EXPECT_TRUE(told<Home>().has_value());
}

TEST_F(Panel, the_bar_shows_no_press_zones_and_hides_them_again)
{
    click("no_press");
    ASSERT_TRUE(told<ShowNoPress>().has_value());
    EXPECT_TRUE(session_->document().no_press);
    click("no_press");
    EXPECT_FALSE(session_->document().no_press);
}

TEST_F(Panel, the_hint_goes_when_it_is_dismissed)
{
    click("dismiss_hint");
    EXPECT_TRUE(told<DismissHint>().has_value());
    frames(2);
    EXPECT_FALSE(is_seen("dismiss_hint"));
}

TEST_F(Panel, the_hovered_structure_is_named_with_its_side)
{
    session_->update(Hover{1, {}});
    EXPECT_EQ(hovered_name(*session_, texts_), "Flank_muscle · right");
    session_->update(Hover{0, {}});
    EXPECT_EQ(hovered_name(*session_, texts_), "Core_bone");
    session_->update(Hover{});
    EXPECT_EQ(hovered_name(*session_, texts_), "");
}

}  // namespace
}  // namespace tpatlas::ui
