#include "render/offscreen.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

namespace tpatlas::render {

namespace {

// A list of words separated by spaces.
bool has_word(const char* words, std::string_view word)
{
    std::string_view rest = words == nullptr ? std::string_view() : std::string_view(words);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == word)
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

template <class Function>
Function function(const char* name)
{
    return reinterpret_cast<Function>(eglGetProcAddress(name));
}

// A display that answers, and its 3.3 core context made current; EGL_NO_CONTEXT where it cannot.
EGLContext current_context_on(EGLDisplay display)
{
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE)
        return EGL_NO_CONTEXT;
    const bool usable = has_word(eglQueryString(display, EGL_EXTENSIONS),
                                 "EGL_KHR_surfaceless_context") &&
                        eglBindAPI(EGL_OPENGL_API) == EGL_TRUE;
    // Unsaid, the surface would have to be a window's, and without a display there is none.
    constexpr std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                                           EGL_OPENGL_BIT, EGL_NONE};
    constexpr std::array<EGLint, 7> version{EGL_CONTEXT_MAJOR_VERSION, 3,
                                            EGL_CONTEXT_MINOR_VERSION, 3,
                                            EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    EGLContext context = EGL_NO_CONTEXT;
    if (usable && eglChooseConfig(display, wanted.data(), &config, 1, &count) == EGL_TRUE &&
        count > 0)
        context = eglCreateContext(display, config, EGL_NO_CONTEXT, version.data());
    if (context != EGL_NO_CONTEXT &&
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE)
        return context;
    if (context != EGL_NO_CONTEXT)
        eglDestroyContext(display, context);
    eglTerminate(display);
    return EGL_NO_CONTEXT;
}

struct Candidate {
    EGLDisplay display = EGL_NO_DISPLAY;
    std::string platform;
};

std::vector<Candidate> candidates()
{
    std::vector<Candidate> found;
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    const auto platform_display =
        function<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
    if (platform_display == nullptr)
        return found;
    if (has_word(extensions, "EGL_MESA_platform_surfaceless"))
        found.push_back({platform_display(EGL_PLATFORM_SURFACELESS_MESA,
                                          reinterpret_cast<void*>(EGL_DEFAULT_DISPLAY), nullptr),
                         "surfaceless"});
    const auto devices = function<PFNEGLQUERYDEVICESEXTPROC>("eglQueryDevicesEXT");
    if (devices == nullptr || !has_word(extensions, "EGL_EXT_platform_device"))
        return found;
    std::array<EGLDeviceEXT, 16> list{};
    EGLint count = 0;
    if (devices(static_cast<EGLint>(list.size()), list.data(), &count) == EGL_TRUE)
        for (EGLint i = 0; i < count; ++i)
            found.push_back({platform_display(EGL_PLATFORM_DEVICE_EXT,
                                              list[static_cast<std::size_t>(i)], nullptr),
                             "device"});
    return found;
}

}  // namespace

Result<OffscreenContext> OffscreenContext::make()
{
    for (const Candidate& candidate : candidates()) {
        const EGLContext context = current_context_on(candidate.display);
        if (context == EGL_NO_CONTEXT)
            continue;
        OffscreenContext made(candidate.display, context, candidate.platform);
        if (gladLoadGL(eglGetProcAddress) != 0)
            return made;
    }
    return Error{"OpenGL", "no driver gives an OpenGL 3.3 context without a display",
                 "install libgl1-mesa-dri and libegl1"};
}

OffscreenContext::OffscreenContext(void* display, void* context, std::string platform)
    : display_(display), context_(context), platform_(std::move(platform))
{
}

OffscreenContext::OffscreenContext(OffscreenContext&& other) noexcept
    : display_(std::exchange(other.display_, nullptr)),
      context_(std::exchange(other.context_, nullptr)), platform_(std::move(other.platform_))
{
}

OffscreenContext& OffscreenContext::operator=(OffscreenContext&& other) noexcept
{
    if (this != &other) {
        release();
        display_ = std::exchange(other.display_, nullptr);
        context_ = std::exchange(other.context_, nullptr);
        platform_ = std::move(other.platform_);
    }
    return *this;
}

OffscreenContext::~OffscreenContext()
{
    release();
}

void OffscreenContext::release()
{
    if (context_ == nullptr)
        return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    // The display is not terminated: EGL gives the same one to everybody in the process.
    context_ = nullptr;
}

}  // namespace tpatlas::render
