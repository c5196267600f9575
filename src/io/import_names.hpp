// io/import_names.hpp: what a structure of a stranger's file is called here.
//
//   import_name("FJ153_BP62336_FMA7957_Right_fourth_rib")
//     -> name "fourth_rib", side right, name_en "Fourth rib", fma 7957, kind bone
#pragma once

#include "core/side.hpp"
#include "core/structure_kind.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tpatlas::io {

struct ImportName {
    std::string name;     // lower case words joined by '_'; empty where the text has no letter
    std::string name_en;  // as it is written, without the side and the numbers before it
    Side side = Side::middle;  // middle also where the text says no side
    std::optional<int> fma;
    StructureKind kind = StructureKind::muscle;  // from words like "rib"; muscle where none is told

    bool operator==(const ImportName&) const = default;
};

// Sides are the words right and left anywhere, or a last R or L ("Deltoid.L"). Our own ids
// ("trapezius_upper.right") come back as they were. Letters outside ASCII separate words in `name`.
ImportName import_name(std::string_view text);

}  // namespace tpatlas::io
