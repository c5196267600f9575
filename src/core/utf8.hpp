// core/utf8.hpp: texts as characters, and texts of strangers as they may be shown.
//
//   remark(one_line(file.string()));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tpatlas {

// The bytes of the character that begins at `i`; 0 where none does.
std::size_t character_at(std::string_view text, std::size_t i);

bool is_utf8(std::string_view text);

// One line, whatever is in it: a terminal obeys control characters (C0, DEL, C1), marks of direction
// write what follows them backwards, and a file's name may hold either. Ends of lines and tabs become
// blanks, those characters and what is no UTF-8 '?'.
std::string one_line(std::string_view text);

}  // namespace tpatlas
