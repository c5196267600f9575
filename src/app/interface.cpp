#include "app/interface.hpp"

#include <imgui.h>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

namespace tpatlas::app {

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
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);  // hands events on to our callbacks
    ImGui_ImplOpenGL3_Init("#version 330 core");
    Interface made(context);
    made.font_folder_ = fonts;
    made.theme_ = theme;
    if (Result<Done> look = made.make_look(window); !look)
        return look.faults();
    return made;
}

Result<Done> Interface::make_look(const GlfwWindow& window)
{
    // Where the framebuffer is finer than the window (macOS), the window's units are scaled
    // already.
    pixel_ratio_ = static_cast<float>(window.framebuffer_px().x) / window.size().x;
    scale_ = window.content_scale() / pixel_ratio_;
    Result<ui::Fonts> fonts = ui::load_fonts(font_folder_, scale_, pixel_ratio_);
    if (!fonts)
        return fonts.faults();
    fonts_ = fonts.take();
    colours_ = &ui::apply_theme(theme_, scale_);
    return Done{};
}

bool Interface::follow_scale(const GlfwWindow& window)
{
    const float ratio = static_cast<float>(window.framebuffer_px().x) / window.size().x;
    if (ratio == pixel_ratio_ && window.content_scale() / ratio == scale_)
        return false;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();  // the font texture is made anew with the next frame
    return static_cast<bool>(make_look(window));
}

void Interface::begin_frame()
{
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

void Interface::end_frame()
{
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool Interface::wants_text() const
{
    return ImGui::GetIO().WantTextInput;
}

}  // namespace tpatlas::app
