#include "app/window.hpp"

#include "app/glfw_window.hpp"
#include "app/interface.hpp"
#include "app/window_loop.hpp"

namespace tpatlas::app {

Result<Done> run_window(const Options& options)
{
    Result<GlfwWindow> window =
        GlfwWindow::open(options.texts("app.name"), options.size, options.texts);
    if (!window)
        return window.faults();
    Result<Interface> interface = Interface::start(window.value(), options.font_folder, "light");
    if (!interface)
        return interface.faults();
    Result<render::Renderer> renderer = render::Renderer::make(options.files);
    if (!renderer)
        return renderer.faults();
    WindowLoop loop(options, window.value(), interface.value(), renderer.value());
    while (loop.step()) {
    }
    return Done{};
}

}  // namespace tpatlas::app
