// domain/name_words.hpp: the words of what somebody called a mesh, before anybody knows what they
// mean: "FJ384_FMA37665_RightCoracobrachialis.001" is {coracobrachialis}, right, 37665.
//
// Words are lower case without accents; numbers plain ("4th" and "04" are "4"; what has three
// digits is a copy's number and left out); levels of the spine one word ("c5"). Depends on core.
#pragma once

#include "core/side.hpp"
#include "core/structure_kind.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

struct NameWords {
    std::vector<std::string> words;
    std::optional<Side> side;  // said: right or left; nothing too where both are
    bool last_is_middle = false;  // "middle" is a side, or a word as in "deltoid middle"
    std::optional<int> fma;
    std::optional<StructureKind> kind;  // said: "musculus", "os"
    // The ending by which Z-Anatomy's files tell where a muscle is attached, a label or its line
    // from what they belong to: "Deltoid muscle.ol".
    bool is_mark = false;
};

// Of the first 300 bytes.
NameWords name_words(std::string_view text);

// "c7" -> "t1"; nothing of what is no level of the spine, or has none below it.
std::optional<std::string> level_below(std::string_view level);
bool is_level(std::string_view word);

bool is_number(std::string_view word);

}  // namespace tpatlas
