// core/nearest_word.hpp: what somebody who mistyped a word may have meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

// Letters to insert, drop, replace or swap with their neighbour, to make one word of the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The nearest of `words`, the first of equals; empty where none is near (more than a third of the
// word's letters, and more than two, are wrong).
std::string nearest_word(std::string_view word, const std::vector<std::string>& words);

}  // namespace tpatlas
