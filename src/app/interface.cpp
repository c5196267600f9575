#include "app/interface.hpp"

#include "core/overloaded.hpp"
#include "ui/layout.hpp"

#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>  // which text field is active
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

namespace tpatlas::app {

namespace {

constexpr const char* shader_version = "#version 330 core";

// Where the framebuffer is finer than the window (macOS), the window's units are scaled already.
float pixel_ratio_of(const GlfwWindow& window)
{
    return static_cast<float>(window.framebuffer_px().x) / window.size().x;
}

std::size_t imgui_button(Button button)
{
    switch (button) {
    case Button::left: return ImGuiMouseButton_Left;
    case Button::right: return ImGuiMouseButton_Right;
    case Button::middle: break;
    }
    return ImGuiMouseButton_Middle;
}

// `wished` 0: the monitor's.
float scale_of(const GlfwWindow& window, float pixel_ratio, float wished)
{
    return ui::effective_scale(window.size(),
                               wished > 0 ? wished : window.content_scale() / pixel_ratio);
}

}  // namespace

void Interface::Close::operator()(void* context) const
{
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext(static_cast<ImGuiContext*>(context));
}

Result<Interface> Interface::start(const GlfwWindow& window, const std::filesystem::path& fonts,
                                   const std::string& theme)
{
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;  // panels have fixed places; nothing to remember
    ImGui::GetIO().LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), false);  // events come by take()
    ImGui_ImplOpenGL3_Init(shader_version);
    Interface made(context);
    made.font_folder_ = fonts;
    made.theme_ = theme;
    const float ratio = pixel_ratio_of(window);
    if (Result<Done> look = made.make_look(scale_of(window, ratio, 0), ratio); !look)
        return look.faults();
    return made;
}

Result<Done> Interface::make_look(float scale, float pixel_ratio)
{
    Result<ui::Fonts> fonts = ui::load_fonts(font_folder_, scale, pixel_ratio);
    if (!fonts)
        return fonts.faults();
    fonts_ = fonts.take();
    scale_ = scale;
    pixel_ratio_ = pixel_ratio;
    colours_ = &ui::apply_theme(theme_, scale_);
    return Done{};
}

bool Interface::follow(const GlfwWindow& window, const View& view)
{
    const float ratio = pixel_ratio_of(window);
    const float scale = scale_of(window, ratio, view.interface_scale);
    const bool same_theme = theme_ == view.theme;
    if (ratio == pixel_ratio_ && scale == scale_ && same_theme)
        return false;
    theme_ = view.theme;
    if (ratio == pixel_ratio_ && scale == scale_) {  // colours alone
        colours_ = &ui::apply_theme(theme_, scale_);
        return true;
    }
    // The whole backend anew, not only its objects: ImGui 1.86 forgets that it deleted its buffers.
    ImGui_ImplOpenGL3_Shutdown();
    const Result<Done> made = make_look(scale, ratio);
    ImGui_ImplOpenGL3_Init(shader_version);
    return static_cast<bool>(made);
}

void Interface::take(const GlfwWindow& window, const Event& event)
{
    GLFWwindow* handle = window.handle();
    std::visit(Overloaded{[&](const ButtonEvent& e) {
                              buttons_[imgui_button(e.button)] = e.pressed;
                          },
                          [&](const MoveEvent& e) { cursor_ = e.to; },
                          [&](const ScrollEvent& e) {
                              ImGui_ImplGlfw_ScrollCallback(handle, e.steps.x, e.steps.y);
                          },
                          [&](const KeyEvent& e) {
                              if (e.action != KeyEvent::Action::repeated)  // it repeats by itself
                                  ImGui_ImplGlfw_KeyCallback(
                                      handle, e.code, 0,
                                      e.action == KeyEvent::Action::pressed ? GLFW_PRESS
                                                                            : GLFW_RELEASE,
                                      0);
                          },
                          [&](const TextEvent& e) {
                              ImGui_ImplGlfw_CharCallback(handle, e.code_point);
                          },
                          [&](const FocusEvent& e) {
                              ImGui_ImplGlfw_WindowFocusCallback(handle, e.focused ? 1 : 0);
                          },
                          [&](const EnterEvent& e) {
                              if (!e.entered)
                                  cursor_.reset();  // where it is now nothing tells but GLFW
                              ImGui_ImplGlfw_CursorEnterCallback(handle, e.entered ? 1 : 0);
                          },
                          [](const auto&) {}},
               event);
}

void Interface::begin_frame()
{
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    // The backend asks GLFW what is down now, which may be ahead of the events taken.
    ImGuiIO& io = ImGui::GetIO();
    std::copy(buttons_.begin(), buttons_.end(), io.MouseDown);
    if (cursor_ && ImGui::IsMousePosValid(&io.MousePos))
        io.MousePos = ImVec2(cursor_->x, cursor_->y);
    ImGui::NewFrame();
}

void Interface::end_frame()
{
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool Interface::wants_text() const
{
    // io.WantTextInput says it a frame later.
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return context.ActiveId != 0 && context.ActiveId == context.InputTextState.ID;
}

}  // namespace tpatlas::app
