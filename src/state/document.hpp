// state/document.hpp: what the user chose and can undo. A value: undo is a list of earlier ones.
#pragma once

#include "core/ids.hpp"
#include "core/side.hpp"

#include <map>
#include <optional>
#include <string>

namespace tpatlas {

enum class Visibility { shown, faded, hidden };

struct PointChoice {
    PointId id;
    Side side = Side::right;

    bool operator==(const PointChoice&) const = default;
};

struct MuscleChoice {
    MuscleId id;
    Side side = Side::right;

    bool operator==(const MuscleChoice&) const = default;
};

struct Document {
    // What differs from what the depth says; absent: as the depth says.
    std::map<StructureId, Visibility> visibility;
    std::optional<MuscleChoice> muscle;         // selected; set whenever a point is
    std::optional<PointChoice> point;
    std::optional<StructureId> structure;       // selected where no record stands for it (a bone)
    TechniqueId technique{"press_and_hold"};
    float depth = 0;          // 0 peels nothing, 1 leaves bone
    float skin_opacity = 0.35f;
    std::string skin_tone = "medium";
    bool no_press = false;    // no-press zones are drawn on the skin

    bool operator==(const Document&) const = default;
};

}  // namespace tpatlas
