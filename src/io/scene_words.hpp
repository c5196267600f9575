// io/scene_words.hpp: the names that scenes have for choices. Internal to their reader and writer.
#pragma once

#include "io/state_words.hpp"

namespace tpatlas::io {

// In the order of the enumerators.
constexpr std::array<std::string_view, 3> visibility_words{"shown", "faded", "hidden"};
constexpr std::array<std::string_view, 3> labelling_words{"none", "selected", "all"};
constexpr std::array<std::string_view, 3> side_words{"left", "right", "middle"};

}  // namespace tpatlas::io
