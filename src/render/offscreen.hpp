// render/offscreen.hpp: an OpenGL 3.3 core context without a window or a display.
//
//   Result<OffscreenContext> context = OffscreenContext::make();
//   Result<Renderer> renderer = Renderer::make(files);  // the context is current on this thread
//
// Tries EGL's surfaceless platform (Mesa), then EGL's devices. Current on the thread that made it
// until it is destroyed.
#pragma once

#include "core/result.hpp"

#include <string>

namespace tpatlas::render {

class OffscreenContext {
public:
    static Result<OffscreenContext> make();
    OffscreenContext(OffscreenContext&& other) noexcept;
    OffscreenContext& operator=(OffscreenContext&& other) noexcept;
    ~OffscreenContext();

    // "surfaceless" or "device".
    const std::string& platform() const { return platform_; }

private:
    OffscreenContext(void* display, void* context, std::string platform);
    void release();
    void* display_ = nullptr;
    void* context_ = nullptr;
    std::string platform_;
};

}  // namespace tpatlas::render
