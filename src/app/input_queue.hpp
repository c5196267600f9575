// app/input_queue.hpp: what the user does, in order, in portions that one drawn frame can tell
// apart: no click, key or letter is lost where frames are slow.
//
//   input.push(event);                        // from GLFW's callbacks
//   while (std::optional<Event> event = input.next()) ...;
//   ... the frame is drawn ...
//   input.begin_frame();                      // what had to wait may come
//
// ImGui 1.86 looks once a frame at which keys and buttons are down: a key pressed and let go between
// two frames is never seen by it, and what is typed right after a click falls on no field. So an
// event waits for the next frame where this one could not tell it from what came before it. ImGui
// from 1.87 on does the same by itself. Knows no GLFW and no ImGui.
#pragma once

#include "app/gestures.hpp"
#include "state/keys.hpp"

#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::app {

struct ButtonEvent {
    Button button = Button::left;
    bool pressed = false;
    bool shift = false;
    bool control = false;
    glm::vec2 at{0};  // window units, from the top left
    double time_s = 0;
};
struct MoveEvent {
    glm::vec2 to{0};
};
struct ScrollEvent {
    glm::vec2 at{0};
    glm::vec2 steps{0};  // y positive away from the user
};
struct KeyEvent {
    enum class Kind {
        modifier,  // shift, control, alt, super
        writes,    // a letter, a digit, a sign, without control: TextEvent tells which
        commands   // everything else
    };
    enum class Action { pressed, repeated, released };
    int code = 0;  // GLFW's number
    Kind kind = Kind::commands;
    Action action = Action::pressed;
    std::optional<KeyPress> press;  // what it means to us, if anything
};
struct TextEvent {
    unsigned code_point = 0;
    std::optional<KeyPress> press;
};
struct DropEvent {  // files dropped onto the window
    std::vector<std::string> files;
};
struct FocusEvent {
    bool focused = false;
};
struct EnterEvent {  // the cursor, into the window or out of it
    bool entered = false;
};
struct OtherEvent {};  // size, damage: draw again

using Event = std::variant<ButtonEvent, MoveEvent, ScrollEvent, KeyEvent, TextEvent, DropEvent,
                           FocusEvent, EnterEvent, OtherEvent>;

class InputQueue {
public:
    void push(Event event) { events_.push_back(std::move(event)); }
    // The next that the frame to come may see; nothing: none, or it waits for the frame after.
    // `hold_keys`: keys and letters wait, for a field that gets the keyboard a frame later.
    std::optional<Event> next(bool hold_keys = false);
    void begin_frame() { seen_ = {}; }
    bool empty() const { return events_.empty(); }
    // Somebody waits for an answer: moves and the wheel show themselves in the picture.
    bool has_click_or_key() const;

private:
    struct Seen {  // what the frame to come has been given
        bool button = false;
        bool moved = false;
        bool scrolled = false;
        bool modifier = false;
        bool writing_key = false;
        bool space = false;
        bool command_key = false;
        bool text = false;
    };
    bool must_wait(const Event& event) const;
    void note(const Event& event);

    std::deque<Event> events_;
    Seen seen_;
};

}  // namespace tpatlas::app
