#include "app/gestures.hpp"

#include <gtest/gtest.h>

namespace tpatlas::app {
namespace {

// A picture of 600 x 500 at (300, 44).
Gestures gestures_on_a_picture()
{
    Gestures gestures;
    gestures.set_picture({300, 44}, {600, 500});
    return gestures;
}

TEST(Gestures, turn_the_body_with_the_hand_on_a_left_drag)
{
    Gestures gestures = gestures_on_a_picture();
    gestures.press(Button::left, {500, 300}, {}, 0);
    gestures.move({550, 300});
    gestures.move({600, 320});
    const std::vector<Command> commands = gestures.take_commands();
    ASSERT_EQ(commands.size(), 1u);  // many moves, one command
    const Orbit* orbit = std::get_if<Orbit>(&commands[0]);
    ASSERT_NE(orbit, nullptr);
    EXPECT_LT(orbit->yaw, 0);  // to the right: the eye goes left
    EXPECT_GT(orbit->pitch, 0);
    gestures.release(Button::left, {600, 320}, 1);
    EXPECT_TRUE(gestures.take_clicks().empty());
}

TEST(Gestures, do_nothing_when_a_drag_begins_on_a_panel)
{
    Gestures gestures = gestures_on_a_picture();
    gestures.press(Button::left, {100, 300}, {}, 0);
    gestures.move({500, 300});
    gestures.release(Button::left, {500, 300}, 0.1);
    EXPECT_TRUE(gestures.take_commands().empty());
    EXPECT_TRUE(gestures.take_clicks().empty());
    EXPECT_FALSE(gestures.is_dragging());
}

TEST(Gestures, do_nothing_where_a_card_or_a_popup_lies_over_the_picture)
{
    Gestures gestures;
    gestures.set_picture({0, 0}, {400, 300});
    gestures.set_covers({{{100, 100}, {200, 200}}});
    EXPECT_FALSE(gestures.is_in_picture({150, 150}));
    EXPECT_TRUE(gestures.is_in_picture({250, 150}));
    gestures.press(Button::left, {150, 150}, {}, 0);
    gestures.release(Button::left, {150, 150}, 0.1);
    EXPECT_TRUE(gestures.take_clicks().empty());
    gestures.set_covers({});
    gestures.press(Button::left, {150, 150}, {}, 1);
    gestures.release(Button::left, {150, 150}, 1.1);
    EXPECT_EQ(gestures.take_clicks().size(), 1u);
}

TEST(Gestures, pan_with_shift_or_another_button_and_follow_the_hand)
{
    struct Way {
        Button button;
        bool shift;
    };
    for (const Way way :
         {Way{Button::left, true}, Way{Button::middle, false}, Way{Button::right, false}}) {
        Gestures gestures = gestures_on_a_picture();
        gestures.press(way.button, {500, 300}, {way.shift, false}, 0);
        gestures.move({550, 250});
        const std::vector<Command> commands = gestures.take_commands();
        ASSERT_EQ(commands.size(), 1u);
        const Pan* pan = std::get_if<Pan>(&commands[0]);
        ASSERT_NE(pan, nullptr);
        EXPECT_FLOAT_EQ(pan->share.x, 0.1f);
        EXPECT_FLOAT_EQ(pan->share.y, 0.1f);
    }
}

TEST(Gestures, click_in_spite_of_a_trembling_hand)
{
    Gestures gestures = gestures_on_a_picture();
    gestures.press(Button::left, {500, 300}, {}, 0);
    gestures.move({502, 301});
    gestures.release(Button::left, {501, 301}, 0.1);
    EXPECT_TRUE(gestures.take_commands().empty());
    const std::vector<Click> clicks = gestures.take_clicks();
    ASSERT_EQ(clicks.size(), 1u);
    EXPECT_FALSE(clicks[0].is_double);
}

TEST(Gestures, know_a_double_click_from_two_clicks)
{
    Gestures gestures = gestures_on_a_picture();
    const auto click = [&](double at_s) {
        gestures.press(Button::left, {500, 300}, {}, at_s);
        gestures.release(Button::left, {500, 300}, at_s + 0.05);
    };
    click(0);
    click(0.2);
    click(0.4);  // a third one begins anew
    click(2);
    const std::vector<Click> clicks = gestures.take_clicks();
    ASSERT_EQ(clicks.size(), 4u);
    EXPECT_FALSE(clicks[0].is_double);
    EXPECT_TRUE(clicks[1].is_double);
    EXPECT_FALSE(clicks[2].is_double);
    EXPECT_FALSE(clicks[3].is_double);
}

TEST(Gestures, zoom_to_the_cursor)
{
    Gestures gestures = gestures_on_a_picture();
    gestures.scroll({300, 44}, 1);
    gestures.scroll({300, 44}, 1);
    gestures.scroll({100, 300}, 1);  // over a panel: the list scrolls, not the body
    const std::vector<Command> commands = gestures.take_commands();
    ASSERT_EQ(commands.size(), 1u);
    const Zoom* zoom = std::get_if<Zoom>(&commands[0]);
    ASSERT_NE(zoom, nullptr);
    EXPECT_NEAR(zoom->factor, 1.13f * 1.13f, 1e-4f);
    EXPECT_FLOAT_EQ(zoom->cursor.x, -1);
    EXPECT_FLOAT_EQ(zoom->cursor.y, 1);
}

TEST(Gestures, belong_to_the_picture_in_which_they_begin)
{
    Gestures gestures;
    gestures.set_picture({300, 44}, {600, 500}, true);
    gestures.press(Button::left, {700, 300}, {}, 0);
    gestures.move({500, 300});  // over into the first
    std::vector<Command> commands = gestures.take_commands();
    ASSERT_EQ(commands.size(), 1u);
    EXPECT_TRUE(std::get<Orbit>(commands[0]).second);
    gestures.release(Button::left, {500, 300}, 1);

    gestures.scroll({675, 294}, 1);  // 1/4 into the second, in its middle height
    commands = gestures.take_commands();
    ASSERT_EQ(commands.size(), 1u);
    EXPECT_TRUE(std::get<Zoom>(commands[0]).second);
    EXPECT_NEAR(std::get<Zoom>(commands[0]).cursor.x, -0.5f, 1e-5f);
    gestures.scroll({450, 294}, 1);
    EXPECT_FALSE(std::get<Zoom>(gestures.take_commands()[0]).second);
}

TEST(Gestures, take_the_handle_of_the_cut_instead_of_turning)
{
    Gestures gestures = gestures_on_a_picture();
    gestures.set_handle(glm::vec2(500, 300), 12);
    gestures.press(Button::left, {505, 303}, {}, 0);
    gestures.move({540, 310});
    gestures.move({560, 320});
    EXPECT_TRUE(gestures.take_commands().empty());
    const std::optional<HandleDrag> drag = gestures.take_handle_drag();
    ASSERT_TRUE(drag);
    EXPECT_EQ(drag->from, glm::vec2(505, 303));
    EXPECT_EQ(drag->to, glm::vec2(560, 320));
    gestures.release(Button::left, {560, 320}, 1);
    EXPECT_TRUE(gestures.take_clicks().empty());
}

TEST(Gestures, tell_a_click_with_control_from_one_without)
{
    Gestures gestures = gestures_on_a_picture();
    gestures.press(Button::left, {500, 300}, {false, true}, 0);
    gestures.release(Button::left, {500, 300}, 0.1);
    const std::vector<Click> clicks = gestures.take_clicks();
    ASSERT_EQ(clicks.size(), 1u);
    EXPECT_TRUE(clicks[0].control);
}

}  // namespace
}  // namespace tpatlas::app
