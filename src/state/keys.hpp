// state/keys.hpp: what each key means: one table, from which the program acts and the list of keys
// is shown.
//
//   std::optional<Command> command = meaning_of({.character = 'z', .control = true}, session);
//
// Letters are meant, not places on a keyboard: app/glfw_window.cpp asks the layout.
#pragma once

#include "state/command.hpp"
#include "state/session.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tpatlas {

enum class Key {
    none, character, space, home, escape, enter, tab, up, down, left, right, remove, f1, f6, f11
};

struct KeyPress {
    Key key = Key::none;
    char character = 0;  // lower case, where key is `character`
    bool control = false;
    bool shift = false;

    bool operator==(const KeyPress&) const = default;
};

struct KeyRow {
    std::string_view group;     // "keys.camera": a key of the table of texts
    std::string_view keys;      // "Ctrl+Z": what stands on the keys, the same in every language
    std::string_view text_key;  // what they do
};

// Outside text fields. In client view only its own keys mean anything.
std::optional<Command> meaning_of(const KeyPress& press, const Session& session);
// Those that hold in text fields too: closing, full screen, scale, the list of keys.
bool holds_everywhere(const KeyPress& press);

// Every key that means something, in the order in which a list shows them.
const std::vector<KeyRow>& key_rows();

}  // namespace tpatlas
