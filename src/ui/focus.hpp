// ui/focus.hpp: which control the keyboard is at. ImGui's own navigation is off: its keys collide
// with ours.
//
//   focus.begin_frame();
//   focus.begin_panel("##bar");
//   if (focus.enter("home", Focus::Kind::press).pressed) ...   // by each control, in drawing order
//   focus.end_frame();
//   if (focus.take_key(press)) ...                             // between frames
//
// Tab goes from group to group, arrows within one: controls whose labels share what stands before
// the ':' ("muscle:soleus") are a group. Enter and space press, left and right move a slider,
// Escape leaves. Knows nothing of ImGui; single-threaded.
#pragma once

#include "state/keys.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::ui {

class Focus {
public:
    enum class Kind { press, slider, text };

    struct Answer {
        bool focused = false;  // the ring belongs around it
        bool pressed = false;  // once
        bool arrived = false;  // the focus is new: it scrolls into sight, a text field is typed in
        float step = 0;        // a slider's way
    };

    void begin_frame();
    // What is entered from now on lies in it.
    void begin_panel(std::string_view name);
    // Until end_popup() and for as long as it is drawn nothing else can be reached. True: it is to
    // close.
    bool begin_popup(std::string_view name);
    void end_popup();
    Answer enter(std::string_view label, Kind kind);
    // The text field has the keyboard, however it got it.
    void typing_in(std::string_view label);
    void end_frame();

    // True: it was for the focus. To be asked first; in a text field it takes only what leaves it.
    bool take_key(const KeyPress& press);
    void next_panel(bool back);
    void go_to_panel(std::string_view name);
    // `hard`: a text field loses the keyboard too.
    void drop(bool hard);

    // It came to a text field, which has the keyboard a frame or two later.
    bool text_is_coming() const { return shown_ && arrived_ && at_.kind == Kind::text; }
    bool is_shown() const { return shown_; }
    const std::string& at() const { return at_.label; }
    // Once after a text field was left by a key: whoever draws takes the keyboard from it.
    bool take_release();

private:
    struct Stop {
        std::string label;
        std::string panel;
        Kind kind = Kind::press;

        std::string group() const;
    };
    using Stops = std::vector<Stop>;

    void go_to(const Stop& stop);
    void go_to_group(const std::string& group, const std::string& panel);
    bool next_group(int way);
    void within_group(int way);
    bool take_key_in_text(const KeyPress& press);
    bool take_key_at_stop(const KeyPress& press);
    const Stops& reachable() const { return popup_.empty() ? stops_ : popup_stops_; }
    void settle();

    Stops drawing_;       // of the frame that is being drawn
    Stops stops_;         // of the last whole frame
    Stops popup_stops_;   // those of the popup among them
    std::string panel_;   // being drawn
    std::string under_popup_;  // panel that goes on after it
    std::string popup_;        // open in the last whole frame; empty: none
    std::string drawn_popup_;
    Stop opener_;              // had the focus before the popup
    bool close_popup_ = false;

    Stop at_;
    std::size_t place_ = 0;  // of at_ among the reachable, in case it goes
    bool shown_ = false;
    bool typing_ = false;
    bool typed_ = false;  // in the frame that is being drawn
    bool arrived_ = false;
    bool release_ = false;
    bool press_ = false;
    float step_ = 0;
    std::string wanted_panel_;
    std::map<std::string, std::string> last_in_group_;
};

}  // namespace tpatlas::ui
