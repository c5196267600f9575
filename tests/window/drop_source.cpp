#include "window/drop_source.hpp"

#include <chrono>
#include <memory>
#include <thread>

#include <X11/Xatom.h>
#include <X11/Xlib.h>

namespace tpatlas {

namespace {

constexpr long protocol_version = 5;

class DropSource {
public:
    explicit DropSource(Display* display) : display_(display)
    {
        window_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), -10, -10, 1, 1, 0, 0, 0);
        XSetSelectionOwner(display_, atom("XdndSelection"), window_, CurrentTime);
    }
    ~DropSource() { XDestroyWindow(display_, window_); }

    std::string drop(const std::string& uris, int x, int y)
    {
        uris_ = uris;
        target_ = aware_window_at(x, y);
        if (target_ == None)
            return "no window there takes drops";
        send("XdndEnter", protocol_version << 24, static_cast<long>(atom("text/uri-list")), 0, 0);
        send("XdndPosition", 0, (static_cast<long>(x) << 16) | y, CurrentTime,
             static_cast<long>(atom("XdndActionCopy")));
        if (!wait_for("XdndStatus"))
            return "the window does not answer";
        if ((answer_ & 1) == 0)
            return "the window refuses the drop";
        send("XdndDrop", 0, CurrentTime, 0, 0);
        return wait_for("XdndFinished") ? "" : "the window does not take what was dropped";
    }

private:
    Atom atom(const char* name) const { return XInternAtom(display_, name, False); }

    Window aware_window_at(int x, int y) const
    {
        Window at = DefaultRootWindow(display_);
        Window found = None;
        while (at != None) {
            if (is_aware(at))
                found = at;
            Window child = None;
            int in_x = 0, in_y = 0;
            XTranslateCoordinates(display_, DefaultRootWindow(display_), at, x, y, &in_x, &in_y,
                                  &child);
            at = child;
        }
        return found;
    }

    bool is_aware(Window window) const
    {
        Atom type = None;
        int format = 0;
        unsigned long count = 0, rest = 0;
        unsigned char* data = nullptr;
        XGetWindowProperty(display_, window, atom("XdndAware"), 0, 1, False, AnyPropertyType, &type,
                           &format, &count, &rest, &data);
        if (data != nullptr)
            XFree(data);
        return type != None;
    }

    void send(const char* type, long first, long second, long third, long fourth) const
    {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target_;
        event.xclient.message_type = atom(type);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(window_);
        event.xclient.data.l[1] = first;
        event.xclient.data.l[2] = second;
        event.xclient.data.l[3] = third;
        event.xclient.data.l[4] = fourth;
        XSendEvent(display_, target_, False, NoEventMask, &event);
        XFlush(display_);
    }

    // Meanwhile the window may ask for what is dropped.
    bool wait_for(const char* message)
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (std::chrono::steady_clock::now() < end) {
            if (XPending(display_) == 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                continue;
            }
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == SelectionRequest)
                hand_over(event.xselectionrequest);
            if (event.type == ClientMessage && event.xclient.message_type == atom(message)) {
                answer_ = event.xclient.data.l[1];
                return true;
            }
        }
        return false;
    }

    void hand_over(const XSelectionRequestEvent& asked) const
    {
        XChangeProperty(display_, asked.requestor, asked.property, asked.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(uris_.data()),
                        static_cast<int>(uris_.size()));
        XEvent reply{};
        reply.xselection.type = SelectionNotify;
        reply.xselection.requestor = asked.requestor;
        reply.xselection.selection = asked.selection;
        reply.xselection.target = asked.target;
        reply.xselection.property = asked.property;
        reply.xselection.time = asked.time;
        XSendEvent(display_, asked.requestor, False, NoEventMask, &reply);
        XFlush(display_);
    }

    Display* display_;
    Window window_ = None;
    Window target_ = None;
    std::string uris_;
    long answer_ = 0;
};

}  // namespace

std::string drop_file(const std::string& display, const std::filesystem::path& file, int x, int y)
{
    const std::unique_ptr<Display, int (*)(Display*)> opened(XOpenDisplay(display.c_str()),
                                                             XCloseDisplay);
    if (!opened)
        return "no display " + display;
    return DropSource(opened.get()).drop("file://" + file.string() + "\r\n", x, y);
}

}  // namespace tpatlas
