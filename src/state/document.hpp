// state/document.hpp: what the user chose and can undo. A value: undo is a list of earlier ones.
#pragma once

#include "core/ids.hpp"
#include "core/side.hpp"
#include "core/structure_kind.hpp"
#include "domain/press.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>

#include <glm/vec3.hpp>

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

// Structures are cut open: what lies beyond the plane, where the normal points to, is left out.
struct CutPlane {
    glm::vec3 normal{0, 0, 1};  // unit
    float offset_mm = 0;        // of the plane along the normal, from the body frame's origin

    bool operator==(const CutPlane&) const = default;
};

// Which names stand in the picture: none, those of what is selected, or as many as there is room
// for, the most important first.
enum class Labelling { none, selected, all };

struct Document {
    // What differs from what the depth and `others` say.
    std::map<StructureId, Visibility> visibility;
    // All that `visibility` does not name ("show only": hidden). Not the skin.
    Visibility others = Visibility::shown;
    std::set<StructureKind> hidden_kinds;       // left out whole, whatever else is said
    std::map<StructureId, glm::vec3> colours;   // given by the user, sRGB 0...1

    std::optional<MuscleChoice> muscle;         // selected; set whenever a point is
    std::optional<PointChoice> point;
    std::optional<StructureId> structure;       // selected where no record stands for it (a bone)
    std::set<StructureId> also;                 // selected beside it, by ctrl-click

    // How the point is pressed; where they are left open, as its record prefers.
    TechniqueId technique;
    std::optional<Contact> contact;
    float depth = 0;          // 0 peels nothing, 1 leaves bone
    float skin_opacity = 0.35f;
    std::string skin_tone = "medium";
    std::optional<CutPlane> cut;
    bool ghosts = true;       // what a user's body lacks, lent by ours, is shown
    bool no_press = false;    // no-press zones are drawn on the skin
    Labelling labelling = Labelling::selected;
    bool latin = false;       // labels in Latin

    bool operator==(const Document&) const = default;
};

}  // namespace tpatlas
