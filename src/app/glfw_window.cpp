#include "app/glfw_window.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <string_view>
#include <utility>

#include <glad/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <glm/common.hpp>

namespace tpatlas::app {

namespace {

// What GLFW said last while the window was being opened; later it goes to standard error.
std::string* opening_complaint = nullptr;

void complain(int /*code*/, const char* words)
{
    if (opening_complaint != nullptr)
        *opening_complaint = words;
    else
        std::fprintf(stderr, "tpatlas: warning: %s\n", words);
}

bool with_control(int mods)
{
    return (mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0;
}

InputQueue& queue_of(GLFWwindow* window)
{
    return static_cast<Listener*>(glfwGetWindowUserPointer(window))->queue;
}

// Where the cursor was when the event came, not where it is by the time that it is read.
glm::vec2 cursor_then(GLFWwindow* window)
{
    return static_cast<Listener*>(glfwGetWindowUserPointer(window))->cursor;
}

glm::vec2 cursor_of(GLFWwindow* window)
{
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window, &x, &y);
    return {x, y};
}

void look_for_cursor(GLFWwindow* window)
{
    const glm::vec2 at = cursor_of(window);
    static_cast<Listener*>(glfwGetWindowUserPointer(window))->cursor = at;
    queue_of(window).push(MoveEvent{at});
}

void on_button(GLFWwindow* window, int button, int action, int mods)
{
    if (button > GLFW_MOUSE_BUTTON_MIDDLE)
        return;
    constexpr std::array<Button, 3> buttons{Button::left, Button::right, Button::middle};
    queue_of(window).push(ButtonEvent{buttons[static_cast<std::size_t>(button)],
                                      action == GLFW_PRESS, (mods & GLFW_MOD_SHIFT) != 0,
                                      with_control(mods), cursor_then(window), glfwGetTime()});
}

Key named_key(int key)
{
    switch (key) {
    case GLFW_KEY_SPACE: return Key::space;
    case GLFW_KEY_HOME: return Key::home;
    case GLFW_KEY_ESCAPE: return Key::escape;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_TAB: return Key::tab;
    case GLFW_KEY_UP: return Key::up;
    case GLFW_KEY_DOWN: return Key::down;
    case GLFW_KEY_LEFT: return Key::left;
    case GLFW_KEY_RIGHT: return Key::right;
    case GLFW_KEY_DELETE: return Key::remove;
    case GLFW_KEY_F1: return Key::f1;
    case GLFW_KEY_F6: return Key::f6;
    case GLFW_KEY_F11: return Key::f11;
    default: return Key::none;
    }
}

bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

// Letters and digits come from here; signs from on_character(), since only it knows what shift and
// the layout make of a key; but with control no character is typed.
char character_of(int key, int scancode, bool control)
{
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9)  // the digit row, whatever shift makes of it
        return static_cast<char>('0' + key - GLFW_KEY_0);
    if (control && (key == GLFW_KEY_KP_ADD || key == GLFW_KEY_EQUAL))
        return '+';
    if (control && (key == GLFW_KEY_KP_SUBTRACT || key == GLFW_KEY_MINUS))
        return '-';
    const char* name = glfwGetKeyName(key, scancode);
    if (name == nullptr || name[0] == '\0' || name[1] != '\0')
        return 0;
    const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    return is_letter(c) || control ? c : '\0';
}

std::optional<KeyPress> press_of(int key, int scancode, int mods)
{
    KeyPress press;
    press.control = with_control(mods);
    press.shift = (mods & GLFW_MOD_SHIFT) != 0;
    press.key = named_key(key);
    if (press.key != Key::none)
        return press;
    press.character = character_of(key, scancode, press.control);
    press.key = Key::character;
    return press.character == 0 ? std::nullopt : std::optional<KeyPress>(press);
}

KeyEvent::Kind kind_of(int key, int mods)
{
    if (key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER)
        return KeyEvent::Kind::modifier;
    const bool printable = (key >= GLFW_KEY_SPACE && key <= GLFW_KEY_WORLD_2) ||
                           (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_ADD) ||
                           key == GLFW_KEY_KP_EQUAL;
    return printable && !with_control(mods) ? KeyEvent::Kind::writes : KeyEvent::Kind::commands;
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int mods)
{
    KeyEvent event{key, kind_of(key, mods), KeyEvent::Action::released, std::nullopt};
    if (action != GLFW_RELEASE) {
        event.action =
            action == GLFW_PRESS ? KeyEvent::Action::pressed : KeyEvent::Action::repeated;
        event.press = press_of(key, scancode, mods);
    }
    queue_of(window).push(event);
}

void on_character(GLFWwindow* window, unsigned code)
{
    constexpr std::string_view signs = "/?+-[],.";
    TextEvent event{code, std::nullopt};
    if (code < 128 && signs.find(static_cast<char>(code)) != std::string_view::npos)
        event.press = KeyPress{Key::character, static_cast<char>(code)};
    queue_of(window).push(event);
}

std::string opening_fault(const std::string& said, const std::string& sentence)
{
    return said.empty() ? sentence : sentence + ": " + said;
}

}  // namespace

void GlfwWindow::Close::operator()(GLFWwindow* window) const
{
    glfwDestroyWindow(window);
    glfwTerminate();
}

GlfwWindow::GlfwWindow(GLFWwindow* window)
    : window_(window), listener_(std::make_unique<Listener>())
{
}

Result<GlfwWindow> GlfwWindow::open(const std::string& title, glm::ivec2 size, const Texts& texts)
{
    std::string said;
    opening_complaint = &said;
    glfwSetErrorCallback(complain);
    if (glfwInit() == GLFW_FALSE) {
        opening_complaint = nullptr;
        return Error{"", opening_fault(said, texts("error.no_display")),
                     texts("error.no_display_mend")};
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);  // the picture has a depth of its own
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) {  // never larger than the desktop
        glm::ivec2 corner{0};
        glm::ivec2 room{0};
        glfwGetMonitorWorkarea(monitor, &corner.x, &corner.y, &room.x, &room.y);
        if (room.x > 0 && room.y > 0)
            size = glm::min(size, room);
    }
    GLFWwindow* raw = glfwCreateWindow(size.x, size.y, title.c_str(), nullptr, nullptr);
    opening_complaint = nullptr;
    if (raw == nullptr) {
        glfwTerminate();
        return Error{"", opening_fault(said, texts("error.no_opengl")),
                     texts("error.no_opengl_mend")};
    }
    GlfwWindow window(raw);
    glfwMakeContextCurrent(raw);
    if (gladLoadGL(glfwGetProcAddress) == 0)
        return Error{"", texts("error.no_opengl"), texts("error.no_opengl_mend")};
    glfwSwapInterval(1);
    window.listen();
    return window;
}

void GlfwWindow::listen()
{
    GLFWwindow* window = window_.get();
    listener_->cursor = cursor_of(window);
    glfwSetWindowUserPointer(window, listener_.get());
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_character);
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        static_cast<Listener*>(glfwGetWindowUserPointer(w))->cursor = {x, y};
        queue_of(w).push(MoveEvent{{x, y}});
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
        queue_of(w).push(ScrollEvent{cursor_then(w), {x, y}});
    });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** files) {
        queue_of(w).push(DropEvent{{files, files + count}});
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        queue_of(w).push(EnterEvent{entered != 0});
        if (entered != 0)
            look_for_cursor(w);  // it may come in where it went out, and then GLFW tells no move
    });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        queue_of(w).push(FocusEvent{focused != 0});
    });
    // Under a cursor that rests the window may have moved: X tells that of no cursor.
    glfwSetWindowPosCallback(window, [](GLFWwindow* w, int, int) { look_for_cursor(w); });
    const auto other = [](GLFWwindow* w) { queue_of(w).push(OtherEvent{}); };
    glfwSetWindowRefreshCallback(window, other);
    glfwSetWindowCloseCallback(window, other);
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { look_for_cursor(w); });
    glfwSetWindowContentScaleCallback(
        window, [](GLFWwindow* w, float, float) { queue_of(w).push(OtherEvent{}); });
}

bool GlfwWindow::should_close() const
{
    return glfwWindowShouldClose(window_.get()) != 0;
}

void GlfwWindow::close()
{
    glfwSetWindowShouldClose(window_.get(), GLFW_TRUE);
}

void GlfwWindow::swap()
{
    glfwSwapBuffers(window_.get());
}

double GlfwWindow::now_s() const
{
    return glfwGetTime();
}

void GlfwWindow::wait(std::optional<double> at_most_s)
{
    if (!at_most_s)
        glfwWaitEvents();
    else if (*at_most_s > 0)
        glfwWaitEventsTimeout(*at_most_s);
    else
        glfwPollEvents();
}

glm::vec2 GlfwWindow::size() const
{
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_.get(), &width, &height);
    return {std::max(1, width), std::max(1, height)};
}

glm::ivec2 GlfwWindow::framebuffer_px() const
{
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_.get(), &width, &height);
    return {std::max(1, width), std::max(1, height)};
}

glm::vec2 GlfwWindow::cursor() const
{
    return cursor_of(window_.get());
}

bool GlfwWindow::is_button_down() const
{
    for (int button = GLFW_MOUSE_BUTTON_LEFT; button <= GLFW_MOUSE_BUTTON_MIDDLE; ++button)
        if (glfwGetMouseButton(window_.get(), button) == GLFW_PRESS)
            return true;
    return false;
}

float GlfwWindow::content_scale() const
{
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(window_.get(), &x, &y);
    return std::clamp(y, 0.5f, 4.0f);
}

void GlfwWindow::set_smallest(glm::ivec2 size)
{
    // Only when it changed: telling the window manager is an event, which would wake the loop.
    if (size == smallest_)
        return;
    smallest_ = size;
    glfwSetWindowSizeLimits(window_.get(), size.x, size.y, GLFW_DONT_CARE, GLFW_DONT_CARE);
}

void GlfwWindow::wake()
{
    glfwPostEmptyEvent();
}

void GlfwWindow::toggle_full_screen()
{
    GLFWwindow* window = window_.get();
    glm::ivec4& before = before_full_screen_;
    if (before.z > 0) {
        glfwSetWindowMonitor(window, nullptr, before.x, before.y, before.z, before.w,
                             GLFW_DONT_CARE);
        before = glm::ivec4(0);
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr)
        return;
    glfwGetWindowPos(window, &before.x, &before.y);
    glfwGetWindowSize(window, &before.z, &before.w);
    glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

}  // namespace tpatlas::app
