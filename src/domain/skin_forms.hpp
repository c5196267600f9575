// domain/skin_forms.hpp: places, fillers and the forms of the face, of the tables in
// domain/skin_measurements.hpp. Left half (x >= 0), millimetres.
#pragma once

#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// A place relative to a landmark of the skeleton, so that it follows when a bone's table changes.
struct AnchoredPoint {
    std::string at;      // a BoneMark's name; "" for the body frame's origin
    glm::vec3 offset{0};

    bool operator==(const AnchoredPoint&) const = default;
};

// A point of the skeleton found by a rule.
struct BoneMark {
    enum class Rule {
        extreme,  // the vertex farthest in `direction`
        centre,   // the surface's centre of gravity: the steadiest when a table changes
        nearest,  // half-way between the two vertices, one of each list, that lie nearest
        middle,   // between the marks `first` and `second`, at `share` of the way
        joint,    // the middle of the faces that the two lists' bones turn to each other
    };
    std::string name;
    Rule rule = Rule::extreme;
    std::vector<std::string> of;     // patterns of structures
    std::vector<std::string> and_of;  // the second list of `nearest`
    glm::vec3 direction{0};
    float midline_mm = 0;  // > 0: only vertices nearer to x = 0 than this, and the mark's x is 0
    std::string first, second;
    float share = 0.5f;

    bool operator==(const BoneMark&) const = default;
};

struct Filler {
    enum class Shape { round_cone, ellipsoid };
    // Whose field it joins, or cuts: a segment's name, under its tissue; with "_skin", on its skin;
    // "nose", "face": finer than any grid, in this order.
    std::string segment;
    Shape shape = Shape::round_cone;
    bool cut = false;
    AnchoredPoint a, b;       // ends, or the centre (a) of an ellipsoid
    glm::vec3 radii{1};       // round cone: at a, at b; ellipsoid: along its x, y, z
    glm::vec3 up{0, 1, 0};    // an ellipsoid's y
    glm::vec3 side{1, 0, 0};  // its x, made square to y
    float blend_mm = 10;

    bool operator==(const Filler&) const = default;
};

// A flat muscle that no table has yet, as lines from its origin to its insertion, laid into the
// wall of the segment as it stands: so far inside that nothing but its bridges shows.
struct SheetFiller {
    std::string segment;
    std::vector<AnchoredPoint> origin, insertion;  // two or more; in the same order
    float under_mm = 6;       // below the segment's surface
    float half_thickness_mm = 5;
    float wall_share = 0.75f;  // so much of the way, from the origin, it lies in the wall
    float blend_mm = 12;

    bool operator==(const SheetFiller&) const = default;
};

// A string of balls joined by cones.
struct Strand {
    struct Ball {
        glm::vec3 at{0};
        float radius_mm = 1;

        bool operator==(const Ball&) const = default;
    };
    std::string name;
    std::vector<Ball> balls;  // at least two; a smooth curve goes through them
    bool cut = false;         // carves a groove
    float blend_mm = 2;

    bool operator==(const Strand&) const = default;
};

// A closed eye. x, y of the corners and heights are relative to the ball's centre.
struct EyeTable {
    AnchoredPoint centre;
    float ball_mm = 12;          // radius with the lower lid over it
    float upper_lid_mm = 1;      // how much farther the upper lid stands out
    glm::vec3 inner{0}, outer{0};  // corners of the lid line, z unused
    float sag_mm = 4;            // how far the closed line hangs below the corners
    float slit_mm = 0.5f;        // depth of the line between the lids
    float crease_height_mm = 7, crease_mm = 0.4f;  // fold of the upper lid
    float blend_mm = 5;

    bool operator==(const EyeTable&) const = default;
};

// A closed mouth, seen from the front: heights above and below the seam, and how far forward it
// stands out of the bare face. The middle of the seam is `centre`, moved straight onto the face.
struct MouthTable {
    AnchoredPoint centre;
    float half_width_mm = 24;
    float upper_mm = 8, lower_mm = 9;          // height of the red in the middle
    float upper_out_mm = 2, lower_out_mm = 2;  // fullness
    float seam_mm = 1.5f;                      // depth of the seam
    float bow_mm = 1;                          // dip of the upper edge in the middle
    float corner_drop_mm = 0;                  // corners below the middle
    float corner_mm = 0.8f;                    // depth of the dimple at the corner
    float philtrum_mm = 0.7f;                  // depth of the groove under the nose

    bool operator==(const MouthTable&) const = default;
};

// The ear in a frame of its own: x to the front, y up along its axis, z out of the head.
struct EarTable {
    AnchoredPoint centre;
    glm::vec3 up{0, 1, 0}, front{0, 0, 1};
    std::vector<glm::vec3> outline;  // closed, in the ear's plane; z is the sheet's height there
    std::vector<glm::vec3> sheet;    // more places of the sheet: its bowl, folds and hollows
    float plate_mm = 1.5f;           // half the sheet's thickness
    std::vector<Strand> strands;     // in their order
    float root_blend_mm = 5;

    bool operator==(const EarTable&) const = default;
};

}  // namespace tpatlas
