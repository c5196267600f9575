// domain/skin_digits.hpp: the tables of hand and foot: fingers, toes, nails, folds, webs, and fine
// lines on the skin. Part of domain/skin_measurements.hpp. Left half (x >= 0), millimetres.
#pragma once

#include "domain/skin_forms.hpp"

#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// How far the skin lies from a digit's axis at one place along it.
struct DigitStation {
    float at = 0;  // 0 at the first mark, 1 at the second ...
    float back_mm = 8, palm_mm = 8;
    float first_mm = 8, last_mm = 8;  // toward the first digit (thumb, great toe), toward the last

    bool operator==(const DigitStation&) const = default;
};

// A fold across a digit, a groove where depth is positive.
struct DigitFold {
    float at = 0;
    float depth_mm = 0.4f;
    float width_mm = 1.2f;
    bool back = false;  // on the back, else on the palm's side

    bool operator==(const DigitFold&) const = default;
};

struct NailTable {
    float length_mm = 0;      // 0: none
    float width_mm = 10;      // seen from the back
    float end_mm = 1;         // the free edge, short of the digit's end
    float sink_mm = 0.3f;     // the plate below the skin at its root
    float flatness = 1.3f;    // curvature across: 1 as the digit, above it flatter
    float sag_mm = 0.8f;      // of the free edge below the straight plate
    float rim_mm = 0.4f;      // height of the fold around

    bool operator==(const NailTable&) const = default;
};

struct DigitTable {
    std::string name;
    std::vector<AnchoredPoint> joints;  // from the knuckle to the tip of the bone
    glm::vec3 back{0, 0, -1};           // about where the nail looks to
    glm::vec3 tip_back{0};              // the same at the tip, where the digit is twisted
    std::vector<DigitStation> stations;
    float end_mm = 7;                   // the rounded end beyond the last station
    std::vector<DigitFold> folds;
    NailTable nail;

    bool operator==(const DigitTable&) const = default;
};

// Skin between two neighbouring digits, as cones from between their first joints outward.
struct DigitWeb {
    int first = 0;               // the digit's place in the list; the other is the next one
    float from = 0, to = 0.4f;   // along the digits, as in DigitStation
    float back_mm = 0;           // toward the back
    glm::vec3 radii{7, 5, 0};    // at both ends
    float blend_mm = 6;

    bool operator==(const DigitWeb&) const = default;
};

// A ridge (height > 0) or groove along a smooth curve through places that are moved onto the skin.
struct SkinLine {
    std::string what;
    std::vector<AnchoredPoint> points;
    float height_mm = 0.5f;
    float width_mm = 2;

    bool operator==(const SkinLine&) const = default;
};

struct DigitsTable {
    std::vector<DigitTable> digits;
    std::vector<DigitWeb> webs;
    std::vector<SkinLine> lines;
    float gap_mm = 2;           // least distance between neighbouring digits
    float root_blend_mm = 5;    // digits with palm or foot
    float edge_mm = 2.4f, tip_edge_mm = 1.8f, nail_edge_mm = 1;  // of triangles
    float ground_y = -9999;     // the skin is pressed flat here ...
    float ground_round_mm = 6;  // ... with this rounding

    bool operator==(const DigitsTable&) const = default;
};

}  // namespace tpatlas
