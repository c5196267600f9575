// app/redraws.hpp: when the body is drawn again, how well, and how long the window may sleep. Idle
// costs nothing; a panel's hover costs no 3D; what moves is drawn fast, what stands still well.
//
//   Redraws::Decision decision = redraws.decide(session, size, mouse_down, now_s);
//   if (decision.draw) { renderer.draw(...); redraws.drawn(decision, duration_s); }
//   wait(redraws.sleep_s(session, now_s));
//
// Knows no GLFW and no OpenGL.
#pragma once

#include "state/session.hpp"

#include <memory>
#include <optional>

#include <glm/vec2.hpp>

namespace tpatlas::app {

class Redraws {
public:
    struct Decision {
        bool draw = false;
        bool moving = false;  // quality gives way to speed
    };

    Decision decide(const Session& session, glm::ivec2 size_px, bool mouse_down, double now_s);
    // The view to build the frame from, after a decision to draw: without a hover that is not
    // shown.
    const View& view_to_draw() const { return last_->view; }
    // After the picture of the last decision was drawn.
    void drawn(const Decision& decision, double duration_s);

    // The picture shows something else now (a capture was drawn in its place): draw it again.
    void forget() { last_.reset(); }

    // Panels need a few more frames after each event, until they have seen what it changed.
    void ask_for_frames(int count) { frames_left_ = count > frames_left_ ? count : frames_left_; }
    bool take_frame() { return frames_left_ > 0 && frames_left_-- > 0; }

    // Until something must be drawn without an event; nothing: only an event wakes the window.
    std::optional<double> sleep_s(const Session& session, bool mouse_down, double now_s) const;

private:
    // All that the picture of the body depends on.
    struct Shown {
        Document document;
        View view;  // without what only panels show
        std::shared_ptr<const Atlas> atlas;
        glm::ivec2 size_px{0};

        bool operator==(const Shown&) const = default;
    };
    Shown shown_now(const Session& session, glm::ivec2 size_px) const;

    std::optional<Shown> last_;
    bool last_moving_ = false;
    double changed_s_ = -1;
    double last_step_s_ = 0;
    double still_cost_s_ = 0;
    int frames_left_ = 3;
};

}  // namespace tpatlas::app
