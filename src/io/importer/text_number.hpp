// io/importer/text_number.hpp: a number as people and programs write it in OBJ and PLY.
#pragma once

#include <optional>

namespace tpatlas::importer {

// The number that begins at `at`, which is put behind it; nothing where none does. One that is too
// large is infinite, one that is too small 0. A '+' may stand before it.
std::optional<double> text_number(const char*& at, const char* end);

// Behind the '+' that a number may begin with.
const char* after_plus(const char* at, const char* end);

}  // namespace tpatlas::importer
