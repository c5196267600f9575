// domain/zone.hpp: where pain is referred, as shapes between named places of the skin.
//
// Distances are measured along the skin, never through the body. Written for the right side;
// the left is the mirror image.
#pragma once

#include "core/error.hpp"
#include "core/ids.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// A landmark, or the middle of a region, moved by an offset and put back on the skin.
struct Anchor {
    std::string place;           // a landmark's or a region's id
    glm::vec3 offset_mm{0};      // x lateral (away from the midline), y up, z front

    bool operator==(const Anchor&) const = default;
};

// Of the point, or the other one, or both.
enum class ZoneSide { same, other, both };

// A shape's own side, where it is not the zone's.
struct Patch {
    Anchor centre;
    float radius_mm = 0;
    std::optional<ZoneSide> side = {};

    bool operator==(const Patch&) const = default;
};

// A band along the skin from place to place. A place without a width is a `via`: it bends the way,
// and the width there is interpolated.
struct Stroke {
    struct Node {
        Anchor anchor;
        std::optional<float> width_mm;

        bool operator==(const Node&) const = default;
    };
    std::vector<Node> nodes;  // two or more; the first and the last have a width
    std::optional<ZoneSide> side = {};

    bool operator==(const Stroke&) const = default;
};

struct WholeRegion {
    RegionId region;
    std::optional<ZoneSide> side = {};

    bool operator==(const WholeRegion&) const = default;
};

using Shape = std::variant<Patch, Stroke, WholeRegion>;

enum class ZoneKind { essential, spillover };

constexpr std::array<std::string_view, 2> zone_kind_texts{"essential", "spillover"};
constexpr std::array<std::string_view, 3> zone_side_texts{"same", "other", "both"};

constexpr std::string_view to_text(ZoneKind kind)
{
    return zone_kind_texts[static_cast<std::size_t>(kind)];
}
constexpr std::string_view to_text(ZoneSide side)
{
    return zone_side_texts[static_cast<std::size_t>(side)];
}

struct Zone {
    ZoneId id;  // "trapezius_upper.tp2.essential"
    ZoneKind kind = ZoneKind::essential;
    std::string words;
    std::vector<RegionId> names;  // the regions that the words name
    std::vector<Shape> shapes;    // never empty; the zone is their union
    ZoneSide side = ZoneSide::same;
    bool deep = false;            // felt inside: drawn at its surface place with a mark
    std::string sensation;        // "pain", "burning", ...; empty where not recorded

    bool operator==(const Zone&) const = default;
};

// The side of one of a zone's shapes.
ZoneSide side_of(const Shape& shape, ZoneSide zone_side);
// Some of it lies on the other side than the point.
bool crosses(const Zone& zone);

// All that is wrong with a zone, `where` being the field's name. Empty where all is well.
Faults faults_of(const Zone& zone);

}  // namespace tpatlas
