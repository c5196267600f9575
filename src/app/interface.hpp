// app/interface.hpp: ImGui with its GLFW and OpenGL backends, our fonts and theme.
//
//   Result<Interface> interface = Interface::start(window, font_folder, "light");
//   interface.value().take(window, event);
//   interface.value().begin_frame();   // ... ImGui calls ...
//   interface.value().end_frame();     // draws over what the framebuffer shows
//
// Lives shorter than the window. Main thread only.
#pragma once

#include "app/glfw_window.hpp"
#include "core/result.hpp"
#include "state/view.hpp"
#include "ui/fonts.hpp"
#include "ui/palette.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tpatlas::app {

class Interface {
public:
    static Result<Interface> start(const GlfwWindow& window, const std::filesystem::path& fonts,
                                   const std::string& theme);

    // True where theme or scale are others now, by the view, the monitor or the window's size: fonts
    // and colours were made again.
    bool follow(const GlfwWindow& window, const View& view);
    // What the next frame shall know of.
    void take(const GlfwWindow& window, const Event& event);
    void begin_frame();
    void end_frame();
    // A text field has the keyboard, by the frame drawn last.
    bool wants_text() const;

    const ui::Fonts& fonts() const { return fonts_; }
    const ui::Colours& colours() const { return *colours_; }
    float scale() const { return scale_; }

private:
    struct Close {
        void operator()(void* context) const;
    };
    explicit Interface(void* context) : context_(context) {}
    Result<Done> make_look(float scale, float pixel_ratio);

    std::unique_ptr<void, Close> context_;
    std::filesystem::path font_folder_;
    std::string theme_;
    ui::Fonts fonts_;
    const ui::Colours* colours_ = nullptr;
    float scale_ = 1;
    float pixel_ratio_ = 1;
    std::optional<glm::vec2> cursor_;  // by the events taken, as are:
    std::array<bool, 3> buttons_{};    // in ImGui's order
};

}  // namespace tpatlas::app
