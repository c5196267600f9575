// app/keys.hpp: what a key means. GLFW's keys are places on a keyboard; a letter is asked for by
// the layout's own name, so that Z is Z on every keyboard.
#pragma once

#include "state/command.hpp"
#include "state/view.hpp"

#include <optional>

namespace tpatlas::app {

enum class Key { none, space, home, escape, character };

struct KeyPress {
    Key key = Key::none;
    char character = 0;  // lower case, where key is `character`
    bool control = false;
    bool shift = false;
};

// What the window itself does.
enum class WindowAction { focus_search, close };

struct KeyMeaning {
    std::optional<Command> command;
    std::optional<WindowAction> action;
};

// Outside text fields.
KeyMeaning meaning_of(const KeyPress& press, const View& view);

}  // namespace tpatlas::app
