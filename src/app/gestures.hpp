// app/gestures.hpp: what the mouse does in the picture: orbit, pan, zoom, click. No GLFW, no
// picking: positions in, commands and clicks out.
//
//   gestures.press(Button::left, {400, 300}, {}, time_s);
//   gestures.move({420, 300});
//   for (const Command& command : gestures.take_commands()) session.update(command);
#pragma once

#include "state/command.hpp"

#include <optional>
#include <utility>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::app {

enum class Button { left, middle, right };

struct Held {  // keys held beside the mouse
    bool shift = false;
    bool control = false;
};

struct Click {
    glm::vec2 at{0};
    bool is_double = false;
    bool control = false;
};

// A drag of the cut's handle.
struct HandleDrag {
    glm::vec2 from{0};
    glm::vec2 to{0};
};

class Gestures {
public:
    // The body's part of the picture, in window units. Only what begins in it counts.
    // `two`: its right half is a second picture with a camera of its own.
    void set_picture(glm::vec2 min, glm::vec2 size, bool two = false);
    // What lies over the picture, corner to corner: what is done there is not done to the picture.
    struct Cover {
        glm::vec2 min{0};
        glm::vec2 max{0};
    };
    void set_covers(std::vector<Cover> covers) { covers_ = std::move(covers); }
    // Where a handle is, which a left drag takes instead of turning; nothing: there is none.
    void set_handle(std::optional<glm::vec2> at, float radius = 0);

    void press(Button button, glm::vec2 at, Held held, double time_s);
    void move(glm::vec2 to);
    void release(Button button, glm::vec2 at, double time_s);
    // Steps of the wheel, positive away from the user: nearer.
    void scroll(glm::vec2 at, float steps);

    bool is_in_picture(glm::vec2 at) const;
    bool is_dragging() const { return drag_.has_value(); }
    bool is_second(glm::vec2 at) const { return two_ && at.x >= min_.x + size_.x / 2; }
    bool is_on_handle(glm::vec2 at) const;

    // What happened since the last call, joined to one command of each kind.
    std::vector<Command> take_commands();
    std::vector<Click> take_clicks();
    std::optional<HandleDrag> take_handle_drag();

private:
    enum class Kind { orbit, pan, handle };
    struct Drag {
        Button button = Button::left;
        Kind kind = Kind::orbit;
        glm::vec2 start{0};
        glm::vec2 last{0};
        bool control = false;
        bool moved = false;  // farther than a hand trembles: no click any more
        bool second = false;
    };
    glm::vec2 size_of_one() const { return {two_ ? size_.x / 2 : size_.x, size_.y}; }

    std::vector<Cover> covers_;
    glm::vec2 min_{0};
    glm::vec2 size_{1};
    bool two_ = false;
    std::optional<glm::vec2> handle_;
    float handle_radius_ = 0;
    std::optional<HandleDrag> handle_drag_;
    std::optional<Drag> drag_;
    bool second_ = false;   // where what was gathered below belongs to
    glm::vec2 orbited_{0};  // window units
    glm::vec2 panned_{0};
    float zoomed_ = 1;
    glm::vec2 zoom_cursor_{0};
    std::vector<Click> clicks_;
    std::optional<glm::vec2> last_click_;
    double last_click_s_ = 0;
};

}  // namespace tpatlas::app
