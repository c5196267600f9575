#include "app/input_queue.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tpatlas::app {
namespace {

using Kind = KeyEvent::Kind;
using Action = KeyEvent::Action;

KeyEvent key(char name, Kind kind, Action action = Action::pressed)
{
    return {name, kind, action, std::nullopt};
}

// A letter as GLFW tells it: the key, what it writes, the key let go.
void write(InputQueue& input, char letter)
{
    input.push(key(letter, Kind::writes));
    input.push(TextEvent{static_cast<unsigned char>(letter), std::nullopt});
    input.push(key(letter, Kind::writes, Action::released));
}

// One word an event, a frame between bars: "press release | text".
std::string frames_of(InputQueue& input)
{
    std::string told;
    for (int frame = 0; frame < 50 && !input.empty(); ++frame) {
        told += told.empty() ? "" : "| ";
        while (const std::optional<Event> event = input.next()) {
            if (const auto* button = std::get_if<ButtonEvent>(&*event))
                told += button->pressed ? "press " : "release ";
            else if (std::holds_alternative<MoveEvent>(*event))
                told += "move ";
            else if (std::holds_alternative<ScrollEvent>(*event))
                told += "scroll ";
            else if (const auto* text = std::get_if<TextEvent>(&*event))
                told += std::string("'") + static_cast<char>(text->code_point) + "' ";
            else if (const auto* change = std::get_if<KeyEvent>(&*event))
                told += std::string(1, static_cast<char>(change->code)) +
                        (change->action == Action::released ? "- " : "+ ");
        }
        input.begin_frame();
    }
    return told;
}

TEST(InputQueue, shows_a_click_and_a_key_that_were_let_go_at_once_for_a_frame_each)
{
    InputQueue input;
    input.push(MoveEvent{});
    input.push(ButtonEvent{Button::left, true});
    input.push(ButtonEvent{Button::left, false});
    input.push(key('R', Kind::commands));
    input.push(key('R', Kind::commands, Action::released));
    EXPECT_EQ(frames_of(input), "move press | release | R+ | R- ");
}

TEST(InputQueue, lets_what_is_typed_after_a_click_come_when_the_click_was_seen)
{
    InputQueue input;
    input.push(ButtonEvent{Button::left, true});
    input.push(ButtonEvent{Button::left, false});
    write(input, 'a');
    write(input, 'a');
    input.push(key('R', Kind::commands));
    EXPECT_EQ(frames_of(input), "press | release | a+ 'a' a- a+ 'a' a- | R+ ")
        << "letters need no frames of their own, but Return comes after what it ends";
}

TEST(InputQueue, keeps_control_down_while_its_key_is_seen_and_then_no_longer)
{
    InputQueue input;
    input.push(key('C', Kind::modifier));
    input.push(key('a', Kind::commands));
    input.push(key('a', Kind::commands, Action::released));
    input.push(key('C', Kind::modifier, Action::released));
    write(input, 'x');
    EXPECT_EQ(frames_of(input), "C+ a+ | a- | C- x+ 'x' x- ");
    input.push(key('C', Kind::modifier));
    input.push(ButtonEvent{Button::left, true});
    input.push(key('C', Kind::modifier, Action::released));
    EXPECT_EQ(frames_of(input), "C+ press | C- ");
}

TEST(InputQueue, lets_go_where_it_was_dragged_to_and_clicks_on_what_was_scrolled_to)
{
    InputQueue input;
    input.push(ButtonEvent{Button::left, true});
    input.push(MoveEvent{});
    input.push(MoveEvent{});
    input.push(ButtonEvent{Button::left, false});
    EXPECT_EQ(frames_of(input), "press | move move | release ");
    input.push(ScrollEvent{});
    input.push(ScrollEvent{});
    input.push(ButtonEvent{Button::left, true});
    EXPECT_EQ(frames_of(input), "scroll scroll | press ");
    input.push(ScrollEvent{});
    input.push(MoveEvent{});
    EXPECT_EQ(frames_of(input), "scroll | move ") << "what lay under the cursor is scrolled";
}

TEST(InputQueue, holds_keys_for_a_field_that_is_about_to_have_the_keyboard_but_not_the_mouse)
{
    InputQueue input;
    input.push(MoveEvent{});
    write(input, 'a');
    EXPECT_TRUE(input.next(true).has_value());
    EXPECT_FALSE(input.next(true).has_value());
    EXPECT_FALSE(input.empty());
    EXPECT_EQ(frames_of(input), "a+ 'a' a- ");
}

TEST(InputQueue, shows_each_space_for_a_frame_since_it_presses_what_has_the_focus)
{
    InputQueue input;
    KeyEvent space = key(' ', Kind::writes);
    space.press = KeyPress{.key = Key::space};
    input.push(space);
    input.push(key(' ', Kind::writes, Action::released));
    input.push(space);
    EXPECT_EQ(frames_of(input), " +  - |  + ");
}

TEST(InputQueue, lets_the_cursor_leave_and_the_keyboard_go_when_what_came_before_was_seen)
{
    InputQueue input;
    input.push(ButtonEvent{Button::left, false});
    input.push(EnterEvent{false});
    EXPECT_TRUE(input.next());
    EXPECT_FALSE(input.next()) << "it was let go inside";
    input.begin_frame();
    EXPECT_TRUE(input.next());
    input.push(key('R', Kind::commands));
    input.push(FocusEvent{false});
    EXPECT_TRUE(input.next());
    EXPECT_TRUE(input.has_click_or_key() == false && !input.empty());
    EXPECT_FALSE(input.next()) << "it clears all keys";
}

TEST(InputQueue, a_key_that_repeats_needs_no_frames)
{
    InputQueue input;
    input.push(key('B', Kind::commands));
    for (int i = 0; i < 3; ++i)
        input.push(key('B', Kind::commands, Action::repeated));
    EXPECT_EQ(frames_of(input), "B+ B+ B+ B+ ");
}

}  // namespace
}  // namespace tpatlas::app
