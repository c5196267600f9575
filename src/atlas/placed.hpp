// atlas/placed.hpp: what of the catalogue lies where on a body: points with their ways, zones,
// no-press zones.
//
// Values of an Atlas (atlas/atlas.hpp), which keeps what they point to alive.
#pragma once

#include "atlas/skin_distances.hpp"
#include "core/ids.hpp"
#include "core/side.hpp"
#include "domain/no_press.hpp"
#include "domain/trigger_point.hpp"
#include "domain/zone.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// The way of a press: from a place before the skin, through the skin, to the point.
struct Approach {
    glm::vec3 from_mm{0};      // on the skin, where the contact's middle touches
    glm::vec3 normal{0};       // of the skin there, outward
    glm::vec3 direction{0};    // unit, into the body
    float depth_mm = 0;        // from there to the point
    float to_bone_mm = 0;      // from there to the first bone along the direction; large where none

    bool operator==(const Approach&) const = default;
};

// One of a point's presses on this body.
struct PressWay {
    const Press* press = nullptr;
    // Of a pincer against its lift: the fold is taken where the lift leads out.
    Approach approach;
    // Where a contact that travels touches the skin, from the origin's end to the insertion's, about
    // 4 mm apart; only as far as nothing forbids it. Empty: no stroke is recorded or possible.
    std::vector<glm::vec3> stroke;
    bool clear_across = false;  // short strokes across the fibres are recorded, and nothing forbids them
    // The strictest no-press zone that does not let it through, and the contacts that it refuses.
    const NoPressZone* refused_by = nullptr;
    std::vector<Contact> refused;
    // The longest hold that the zones there let through; none: they set no limit.
    std::optional<float> longest_s;

    bool refuses(Contact contact) const;
};

struct PlacedPoint {
    const TriggerPoint* record = nullptr;
    Side side = Side::right;
    std::uint32_t structure = 0;        // number in the body
    glm::vec3 position_mm{0};           // inside the structure
    // Where the approach meets the skin; without one, the skin before the muscle's own face.
    glm::vec3 skin_mm{0};
    glm::vec3 skin_normal{0};           // outward
    std::optional<Approach> approach;   // of the first way; null: no recorded direction
    std::vector<PressWay> ways;         // of the presses that have a direction, in their order
    float depth_mm = 0;                 // below the skin, along the approach
    std::vector<glm::vec3> taut_band;   // along the fibres through the point, from end to end
};

struct RegionShare {
    std::uint16_t region = 0;  // index into Body::regions()
    float share = 0;           // of the zone's area

    bool operator==(const RegionShare&) const = default;
};

// Signed distance to a zone's edge along the skin, at each skin vertex: negative inside.
struct ZoneField {
    ZoneId zone;  // of a no-press zone "no_press.<its id>"
    Side side = Side::right;  // of the point; of a no-press zone where it lies
    std::uint64_t recipe = 0;  // hash of the shapes it was computed from (atlas/zone_shapes.hpp)
    SkinDistances distances;

    bool operator==(const ZoneField&) const = default;
};

struct PlacedZone {
    const Zone* record = nullptr;
    const PlacedPoint* point = nullptr;
    Side side = Side::right;  // of the point
    std::shared_ptr<const ZoneField> field;
    double area_mm2 = 0;
    glm::vec3 centroid_mm{0};         // on the skin
    std::vector<RegionShare> regions;  // largest first
};

// A zone that is not, or only so, pressed, on one side; `middle` where it is one across both.
struct PlacedNoPress {
    const NoPressZone* record = nullptr;
    Side side = Side::right;
    std::shared_ptr<const ZoneField> field;
    double area_mm2 = 0;
    glm::vec3 centroid_mm{0};
    std::vector<RegionShare> regions;  // largest first
};

}  // namespace tpatlas
