// ui/folded_text.hpp: comparing names as people type them: without case, accents, punctuation.
//
//   folded("Érector spinæ")  -> "erector spinae"
//   match_rank(folded("trap"), folded("Trapezius"))  -> 0
//
// Pure functions on UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tpatlas::ui {

// Lower case, Latin letters without their marks, everything that is no letter or digit one space.
// Letters of other scripts stay as they are.
std::string folded(std::string_view text);

// The first letter of a name as a heading: a Latin capital without its marks, a letter of another
// script as it is; "#" where the name begins with neither.
std::string first_letter(std::string_view name);

// How well a folded name answers a folded query whose words may come in any order: 0 the name
// begins with it, 1 each word begins a word of the name, 2 found somewhere; nothing: it does not.
std::optional<int> match_rank(std::string_view query, std::string_view name);

// Single edits (insert, drop, replace, swap neighbours) from the query to the nearest beginning of
// a word of the name; both folded.
int edits_to(std::string_view query, std::string_view name);

}  // namespace tpatlas::ui
