// app/gestures.hpp: what the mouse does in the picture: orbit, pan, zoom, click. No GLFW, no
// picking: positions in, commands and clicks out.
//
//   gestures.press(Button::left, {400, 300}, false, time_s);
//   gestures.move({420, 300});
//   for (const Command& command : gestures.take_commands()) session.update(command);
#pragma once

#include "state/command.hpp"

#include <optional>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::app {

enum class Button { left, middle, right };

struct Click {
    glm::vec2 at{0};
    bool is_double = false;
};

class Gestures {
public:
    // The body's part of the picture, in window units. Only what begins in it counts.
    void set_picture(glm::vec2 min, glm::vec2 size);

    void press(Button button, glm::vec2 at, bool shift, double time_s);
    void move(glm::vec2 to);
    void release(Button button, glm::vec2 at, double time_s);
    // Steps of the wheel, positive away from the user: nearer.
    void scroll(glm::vec2 at, float steps);

    bool is_in_picture(glm::vec2 at) const;
    bool is_dragging() const { return drag_.has_value(); }

    // What happened since the last call, joined to one command of each kind.
    std::vector<Command> take_commands();
    std::vector<Click> take_clicks();

private:
    enum class Kind { orbit, pan };
    struct Drag {
        Button button = Button::left;
        Kind kind = Kind::orbit;
        glm::vec2 start{0};
        glm::vec2 last{0};
        bool moved = false;  // farther than a hand trembles: no click any more
    };

    glm::vec2 min_{0};
    glm::vec2 size_{1};
    std::optional<Drag> drag_;
    glm::vec2 orbited_{0};  // window units
    glm::vec2 panned_{0};
    float zoomed_ = 1;
    glm::vec2 zoom_cursor_{0};
    std::vector<Click> clicks_;
    std::optional<glm::vec2> last_click_;
    double last_click_s_ = 0;
};

}  // namespace tpatlas::app
