// Everything by keyboard: Tab, arrows, Enter, Space, F6, Escape.

#include "ui/panel_fixture.hpp"

namespace tpatlas::ui {
namespace {

using Keyboard = PanelFixture;

TEST_F(Keyboard, means_nothing_to_the_panels_before_tab)
{
    EXPECT_FALSE(press(Key::left));
    EXPECT_FALSE(press(Key::space));
    EXPECT_FALSE(press(Key::enter));
    EXPECT_FALSE(press(Key::escape));
    EXPECT_EQ(panels_->focus_at(), "");
}

TEST_F(Keyboard, tab_goes_from_group_to_group_and_back)
{
    EXPECT_TRUE(press(Key::tab));
    EXPECT_EQ(panels_->focus_at(), "home");
    press(Key::tab);
    EXPECT_EQ(panels_->focus_at(), "view:anterior");
    press(Key::tab);
    EXPECT_EQ(panels_->focus_at(), "sheet:capture");
    press(Key::tab, true);
    EXPECT_EQ(panels_->focus_at(), "view:anterior");
}

TEST_F(Keyboard, arrows_move_within_a_group_and_tab_comes_back_to_where_it_was)
{
    press(Key::tab);
    press(Key::tab);
    press(Key::right);
    press(Key::down);
    EXPECT_EQ(panels_->focus_at(), "view:left");
    press(Key::left);
    EXPECT_EQ(panels_->focus_at(), "view:posterior");
    press(Key::tab);
    press(Key::tab, true);
    EXPECT_EQ(panels_->focus_at(), "view:posterior");
}

TEST_F(Keyboard, enter_and_space_press_once)
{
    press(Key::tab);
    press(Key::tab);
    EXPECT_TRUE(press(Key::enter));
    ASSERT_TRUE(told<ShowView>().has_value());
    EXPECT_EQ(told<ShowView>()->name, "anterior");
    EXPECT_EQ(commands_.size(), 1u);
    EXPECT_TRUE(press(Key::space));
    EXPECT_TRUE(told<ShowView>().has_value());
    frames(5);
    EXPECT_EQ(commands_.size(), 1u);
}

TEST_F(Keyboard, arrows_move_a_slider)
{
    const float before = session_->document().depth;
    go_to("depth");
    press(Key::right);
    ASSERT_TRUE(told<PeelTo>().has_value());
    EXPECT_NEAR(told<PeelTo>()->depth, before + 0.05f, 1e-5f);
    press(Key::left);
    ASSERT_TRUE(told<PeelTo>().has_value());
    EXPECT_NEAR(told<PeelTo>()->depth, before, 1e-5f);
}

TEST_F(Keyboard, selects_a_muscle_and_its_point_and_plays_the_press)
{
    go_to("muscle:flank_muscle");
    press(Key::enter);
    EXPECT_TRUE(told<SelectMuscle>().has_value());
    go_to("point:flank_muscle.tp2");
    press(Key::enter);
    EXPECT_TRUE(told<SelectPoint>().has_value());
    go_to("play");
    press(Key::space);
    EXPECT_TRUE(told<Play>().has_value());
    frames(3);
    EXPECT_EQ(panels_->focus_at(), "safety_none") << "the card's first answer";
    press(Key::enter);
    EXPECT_TRUE(told<AnswerSafety>().has_value());
    frames(3);
    go_to("scrub");
    press(Key::right);
    EXPECT_TRUE(told<SeekTo>().has_value());
}

TEST_F(Keyboard, f6_goes_from_panel_to_panel)
{
    std::vector<std::string> seen;
    for (int i = 0; i < 4; ++i) {
        panels_->focus_next_panel(false);
        frames(2);
        seen.push_back(panels_->focus_at());
    }
    EXPECT_EQ(seen[0], "home");
    EXPECT_EQ(seen[1].substr(0, 5), "side:");
    EXPECT_EQ(seen[3].substr(0, 8), "example:");
    panels_->focus_next_panel(true);
    panels_->focus_next_panel(true);
    frames(2);
    EXPECT_EQ(panels_->focus_at(), seen[1]);
}

TEST_F(Keyboard, escape_drops_the_focus_first_and_a_click_too)
{
    press(Key::tab);
    EXPECT_TRUE(press(Key::escape));
    EXPECT_EQ(panels_->focus_at(), "");
    EXPECT_FALSE(press(Key::escape));
    press(Key::tab);
    click("view:posterior");
    EXPECT_EQ(panels_->focus_at(), "");
}

TEST_F(Keyboard, down_in_the_search_goes_to_the_first_hit_and_up_comes_back)
{
    panels_->focus_search();
    frames(3);
    type("flank");
    EXPECT_TRUE(ImGui::GetIO().WantTextInput);
    EXPECT_EQ(panels_->focus_at(), "search");
    EXPECT_FALSE(press(Key::left));  // the field's own
    EXPECT_FALSE(press(Key::space));
    press(Key::down);
    EXPECT_EQ(panels_->focus_at(), "muscle:flank_muscle");
    EXPECT_FALSE(ImGui::GetIO().WantTextInput);
    press(Key::up);
    EXPECT_EQ(panels_->focus_at(), "search");
    EXPECT_TRUE(ImGui::GetIO().WantTextInput);
    press(Key::tab);
    EXPECT_FALSE(ImGui::GetIO().WantTextInput);
}

TEST_F(Keyboard, opens_a_sheet_and_goes_on_in_it)
{
    go_to("sheet:settings");
    press(Key::enter);
    EXPECT_EQ(session_->view().sheet, Sheet::settings);
    EXPECT_EQ(panels_->focus_at(), "sheet_close");
    go_to("theme:dark");
    press(Key::enter);
    EXPECT_EQ(session_->view().theme, "dark");
}

TEST_F(Keyboard, reaches_what_is_scrolled_out_of_sight_and_brings_it_into_sight)
{
    start({640, 480}, 1);
    update(OpenSheet{Sheet::settings});
    ASSERT_FALSE(is_seen("orbit:free"));
    go_to("orbit:free");
    frames(3);
    EXPECT_TRUE(is_seen("orbit:free"));
    press(Key::enter);
    EXPECT_TRUE(session_->view().free_orbit);
}

TEST_F(Keyboard, stays_in_an_open_list_until_escape_closes_it)
{
    update(PeelTo{0.5f});
    update(SelectMuscle{{"flank_muscle"}, Side::right});
    go_to("undo_list");
    press(Key::enter);
    EXPECT_EQ(panels_->focus_at(), "undo:1");
    press(Key::tab);
    EXPECT_EQ(panels_->focus_at(), "undo:1");
    press(Key::down);
    EXPECT_EQ(panels_->focus_at(), "undo:2");
    EXPECT_TRUE(press(Key::escape));
    EXPECT_EQ(panels_->focus_at(), "undo_list");
    EXPECT_FALSE(is_seen("undo:1"));
}

}  // namespace
}  // namespace tpatlas::ui
