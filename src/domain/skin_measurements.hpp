// domain/skin_measurements.hpp: the tables from which the skin is grown, as values.
//
// `io/skin_tables.hpp` reads them from assets/body/skin/, `body/skin.hpp` makes the surface.
// Everything stands for the left half (x >= 0); the right one is its mirror image. Millimetres.
#pragma once

#include "domain/skin_digits.hpp"
#include "domain/skin_forms.hpp"

#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// A mass that is closed as a whole.
struct SkinSegment {
    std::string name;
    std::vector<std::string> of;  // patterns: "deltoid_*"; '*' stands for anything
    glm::vec3 min{-9999}, max{9999};
    float step_mm = 2;
    float closing_mm = 20;
    float blur_mm = 4;
    float skin_blur_mm = 0;  // after tissue and skin fillers
    bool mirrored = false;  // crosses the midline

    bool operator==(const SkinSegment&) const = default;
};

struct TissueDepth {
    AnchoredPoint at;
    float depth_mm = 5;

    bool operator==(const TissueDepth&) const = default;
};

// Skin and fat over bone and muscle: smooth between the pegs.
struct TissueTable {
    float softness_mm = 18;
    std::vector<TissueDepth> pegs;

    bool operator==(const TissueTable&) const = default;
};

struct EdgeLength {
    AnchoredPoint at;
    glm::vec3 radii{10};
    float edge_mm = 3;

    bool operator==(const EdgeLength&) const = default;
};

// Along a limb one segment turns into the next one with height. A limb's fades follow each other from
// the lowest up: `lower` counts below, `upper` above.
struct LimbFade {
    std::string limb;  // "arm", "leg"
    std::string lower, upper;
    float from_y = 0, to_y = 1;

    bool operator==(const LimbFade&) const = default;
};

// Keeps a mass off the midline by `gap_mm` up to `top_y`; above, the gap closes.
struct MidlineGap {
    float gap_mm = 2;
    float top_y = 850;
    float round_mm = 14;

    bool operator==(const MidlineGap&) const = default;
};

// How the segments are put together.
struct SkinJoins {
    float neck_blend_mm = 14;
    float head_blend_mm = 20;
    float nose_blend_mm = 7;
    float hip_blend_mm = 16;
    float leg_blend_mm = 16;
    float arm_blend_low_mm = 5, arm_blend_high_mm = 30;  // below the armpit, at the shoulder
    float armpit_from_y = 1180, armpit_to_y = 1255;
    MidlineGap thighs, buttocks;
    std::vector<LimbFade> fades;
    float least_cover_mm = 3;                            // over every muscle and bone ...
    float skull_cover_mm = 2;                            // ... but the skull's,
    float digit_cover_mm = 2.1f;                         // and in hand and foot

    bool operator==(const SkinJoins&) const = default;
};

struct SkinTable {
    std::vector<BoneMark> marks;
    std::vector<SkinSegment> segments;
    std::vector<Filler> fillers;
    std::vector<SheetFiller> sheets;
    TissueTable body_tissue, head_tissue;
    SkinJoins joins;
    EyeTable eye;
    MouthTable mouth;
    EarTable ear;
    DigitsTable hand, foot;
    float edge_mm = 6;
    std::vector<EdgeLength> edges;  // finer places

    bool operator==(const SkinTable&) const = default;
};

}  // namespace tpatlas
