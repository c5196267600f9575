// app/window_loop.hpp: the main loop: events to commands, commands to the session, the session to a
// picture, panels over it, swap, sleep.
//
//   WindowLoop loop(options, window, interface, renderer);
//   while (loop.step()) {}
//
// One step is one turn of the loop; everything it uses must outlive it. Main thread only.
#pragma once

#include "app/errands.hpp"
#include "app/gestures.hpp"
#include "app/glfw_window.hpp"
#include "app/interface.hpp"
#include "app/redraws.hpp"
#include "app/settings_keeper.hpp"
#include "app/window.hpp"
#include "render/renderer.hpp"
#include "scene/build_frame.hpp"
#include "ui/panels.hpp"

#include <cstdint>

namespace tpatlas::app {

class WindowLoop {
public:
    WindowLoop(const Options& options, GlfwWindow& window, Interface& interface,
               render::Renderer& renderer);

    // Sleeps until something happens, answers it; false when the window was closed.
    bool step();

private:
    void sleep();
    bool answers_first();
    void place();  // layout, picture and aspect for the window as it is
    void place_handle();
    glm::vec2 first_picture_size() const;  // window units
    void take_events();
    void expect_text();
    void take_key(const std::optional<KeyPress>& press);
    void do_requests();  // what the session hands on
    void take_pointer();
    void drag_cut(const HandleDrag& drag);
    void click(const Click& click);
    void hover();
    render::Picked pick(glm::vec2 at) const;
    void draw_body();
    void draw_window();
    void report() const;

    const Options& options_;
    GlfwWindow& window_;
    Interface& interface_;
    render::Renderer& renderer_;
    Session session_;
    SettingsKeeper settings_;
    Errands errands_;
    ui::Panels panels_;
    ui::Layout layout_;
    glm::ivec2 picture_px_{1};  // with its strip
    glm::vec2 body_size_{1};    // window units, without it
    Gestures gestures_;
    Redraws redraws_;
    Redraws::Decision last_decision_;
    scene::FrameMemory memory_;
    std::uint64_t frames_ = 0;
    std::uint64_t body_draws_ = 0;
    double body_draw_s_ = 0;             // what the last picture took
    std::optional<double> waited_for_since_s_;
    std::uint64_t text_from_frame_ = 0;  // until then keys wait for a field
    bool pressing_ = false;
    bool client_ = false;
    bool cursor_moved_ = false;
    std::optional<scene::Cut> cut_;     // as it was drawn last
    std::optional<glm::vec2> handle_;   // its knob, in the window
};

}  // namespace tpatlas::app
