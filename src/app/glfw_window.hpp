// app/glfw_window.hpp: one GLFW window with a current OpenGL 3.3 core context, and its events as a
// queue.
//
//   Result<GlfwWindow> window = GlfwWindow::open("Trigger Point Atlas", {1280, 800}, texts);
//   window.value().wait(0.5);
//   while (std::optional<Event> event = window.value().input().next()) ...
//
// Main thread only; one at a time (GLFW is global). GLFW's complaints after opening are warnings.
#pragma once

#include "app/input_queue.hpp"
#include "core/result.hpp"
#include "core/texts.hpp"

#include <memory>
#include <optional>
#include <string>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

struct GLFWwindow;

namespace tpatlas::app {

// What GLFW's callbacks write into.
struct Listener {
    InputQueue queue;
    glm::vec2 cursor{0};  // by the last event
};

class GlfwWindow {
public:
    static Result<GlfwWindow> open(const std::string& title, glm::ivec2 size, const Texts& texts);

    GLFWwindow* handle() const { return window_.get(); }
    bool should_close() const;
    void close();
    void swap();
    double now_s() const;

    // Nothing: until an event; 0: only what is there.
    void wait(std::optional<double> at_most_s);
    InputQueue& input() { return listener_->queue; }

    glm::vec2 size() const;  // window units
    glm::ivec2 framebuffer_px() const;
    glm::vec2 cursor() const;  // window units
    bool is_button_down() const;
    float content_scale() const;
    // The smallest window in which nothing overlaps.
    void set_smallest(glm::ivec2 size);
    void toggle_full_screen();
    // Wakes wait(); from any thread.
    static void wake();

private:
    struct Close {
        void operator()(GLFWwindow* window) const;
    };

    GlfwWindow(GLFWwindow* window);
    void listen();

    std::unique_ptr<GLFWwindow, Close> window_;
    glm::ivec2 smallest_{0};
    glm::ivec4 before_full_screen_{0};  // x, y, width, height; width 0: it is not full screen
    std::unique_ptr<Listener> listener_;  // GLFW points at it
};

}  // namespace tpatlas::app
