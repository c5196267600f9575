// domain/places.hpp: named points and patches of the body, and the rules that find them.
//
// Landmarks are tied to what the measurement tables define, so that they follow when a table
// changes; never to bare coordinates. Rules are for the right side and the midline; the left is
// the mirror image.
#pragma once

#include "core/error.hpp"
#include "core/ids.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// The vertex of a structure (name without side) that lies farthest along `direction`, among those
// inside the share box of its bounds: `from`...`to` in 0...1 along x, y, z of its bounding box.
struct ExtremeOf {
    std::string structure;
    glm::vec3 direction{0};
    glm::vec3 from{0};
    glm::vec3 to{1};

    bool operator==(const ExtremeOf&) const = default;
};

// The point at the share `share` of the straight way between two landmarks.
struct Between {
    LandmarkId a;
    LandmarkId b;
    float share = 0.5f;

    bool operator==(const Between&) const = default;
};

// Another landmark moved by an offset (x lateral, y up, z front).
struct Offset {
    LandmarkId from;
    glm::vec3 offset_mm{0};

    bool operator==(const Offset&) const = default;
};

// The place of a structure's surface at fibre coordinates.
struct FibrePlace {
    std::string structure;
    float u = 0;
    float v = 0;

    bool operator==(const FibrePlace&) const = default;
};

// Where the straight way from a landmark along `direction` (x lateral) leaves the skin.
struct SkinToward {
    LandmarkId from;
    glm::vec3 direction{0};

    bool operator==(const SkinToward&) const = default;
};

// The place of the skin that lies farthest along `direction` (x lateral) among those within
// `radius_mm` of a landmark: for what has no bone, as the ear.
struct SkinExtreme {
    LandmarkId near;
    float radius_mm = 0;
    glm::vec3 direction{0};

    bool operator==(const SkinExtreme&) const = default;
};

using LandmarkRule =
    std::variant<ExtremeOf, Between, Offset, FibrePlace, SkinToward, SkinExtreme>;
enum class LandmarkKind { bone, skin };  // a `skin` landmark is put on the nearest skin

struct LandmarkEntry {
    LandmarkId id;
    std::string name_en;
    std::string name_la;
    LandmarkKind kind = LandmarkKind::bone;
    bool midline = false;
    LandmarkRule rule;

    bool operator==(const LandmarkEntry&) const = default;
};

// The skin that is nearer to one of its seeds than to any other region's, along the skin; `reach`
// (mm) is taken off the distance, so that a region can be larger than its neighbours. A seed is a
// point, or the line from it to another one: between two lines side by side the border is straight.
struct RegionEntry {
    struct Seed {
        struct End {
            LandmarkId landmark;
            glm::vec3 offset_mm{0};

            bool operator==(const End&) const = default;
        };
        LandmarkId landmark;
        glm::vec3 offset_mm{0};
        float reach_mm = 0;
        std::optional<End> to;

        bool operator==(const Seed&) const = default;
    };
    RegionId id;
    std::string name_en;
    std::string name_la;
    bool midline = false;
    std::vector<Seed> seeds;

    bool operator==(const RegionEntry&) const = default;
};

struct Places {
    std::vector<LandmarkEntry> landmarks;  // a rule names only landmarks before its own
    std::vector<RegionEntry> regions;

    bool operator==(const Places&) const = default;
};

// Ids that are there twice, references to landmarks that are not there or come later, regions
// without a seed. Empty where all is well.
Faults faults_of(const Places& places);

}  // namespace tpatlas
