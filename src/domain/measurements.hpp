// domain/measurements.hpp: the tables from which the embedded body is rebuilt, as values.
//
// `tools/body_survey` makes them from reference meshes, `io/measurement_files.hpp` reads and writes
// them under assets/body/, `body/` turns them into meshes. Millimetres, body frame (x left, y up,
// z front). A table is a measurement of the right side or of the midline, never a list of
// vertices: at most 700 numbers a muscle stack and 5 000 a bone, two decimals.
#pragma once

#include "core/structure_kind.hpp"

#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace tpatlas {

// What is said of a structure beside its form. `name` is the id without its side.
struct StructureEntry {
    std::string name;     // "trapezius_upper"; "occipital_bone"
    StructureKind kind = StructureKind::muscle;
    bool midline = false;  // one structure `.middle`, made symmetric; else `.right` and its mirror
    std::string name_en;
    std::string name_la;  // Terminologia Anatomica
    std::optional<int> fma;
    std::string region;   // "neck", "shoulder", "back", "chest", "head", "arm"
    int layer = 0;        // depth rank: 1 superficial muscles, higher lies deeper; bones 9
    Provenance provenance = Provenance::surveyed;

    bool operator==(const StructureEntry&) const = default;
};

// A closed ring across a muscle's fibres, at the share `u` of the way from origin to insertion.
// Point k lies at v = k / n wrapped into -0.5...0.5: point 0 in the middle of the face toward the
// skin, the following points toward the midline first.
struct RingSection {
    float u = 0;
    std::vector<glm::vec3> points;

    bool operator==(const RingSection&) const = default;
};

// What an end of a stack is fixed to: structures by name, and in words what no structure stands for
// (a fascia, a ligament).
struct StackEnd {
    std::vector<std::string> bones;
    std::string soft;

    bool operator==(const StackEnd&) const = default;
};

// Sections in order of u, each with the same number of points.
struct MuscleStack {
    std::string name;  // "" where the muscle has one stack; else "clavicular", "slip_3"
    std::vector<RingSection> sections;
    StackEnd origin{}, insertion{};

    bool operator==(const MuscleStack&) const = default;
};

struct MuscleTable {
    StructureEntry entry;
    std::vector<MuscleStack> stacks;

    bool operator==(const MuscleTable&) const = default;
};

// An elliptic Fourier series (Kuhl & Giardina 1982) of a closed contour in the plane of a section:
// x(t) = centre.x + sum a_k cos(kt) + b_k sin(kt); y(t) = centre.y + sum c_k cos(kt) + d_k sin(kt),
// k from 1. Outer contours run counter-clockwise, holes clockwise.
struct FourierContour {
    glm::vec2 centre{0};
    std::vector<glm::vec4> harmonics;  // (a, b, c, d) of k = 1, 2, ...

    bool operator==(const FourierContour&) const = default;
};

struct PlaneSection {
    float height_mm = 0;  // along BoneTable::axis, from BoneTable::origin
    std::vector<FourierContour> contours;

    bool operator==(const PlaneSection&) const = default;
};

// In a midline bone (across = x) a contour whose centre.x is not 0 stands for its mirror image too.
// Serial sections square to `axis`; a section's plane has the directions `across` (its x) and
// axis x across (its y). Unit vectors.
struct BoneTable {
    StructureEntry entry;
    glm::vec3 origin{0};
    glm::vec3 axis{0, 1, 0};
    glm::vec3 across{1, 0, 0};
    std::vector<PlaneSection> sections;  // by rising height

    bool operator==(const BoneTable&) const = default;
};

}  // namespace tpatlas
