// body/bone_section_field.hpp: one section of a bone as signed distance on a plane grid.
//
//   PlaneGrid grid = {origin, 0.8f, columns, rows};
//   SectionField field = section_field(rings_of(section, midline), grid, 6.0f);
//
// Negative inside. Pure functions, so any thread. Depends on domain alone.
#pragma once

#include "body/bone_contour.hpp"

#include <cstdint>
#include <vector>

namespace tpatlas {

// Point (i, j) lies at origin + step_mm * (i, j).
struct PlaneGrid {
    glm::vec2 origin{0};
    float step_mm = 1;
    int columns = 0;
    int rows = 0;

    std::size_t size() const { return static_cast<std::size_t>(columns) * rows; }
    std::size_t index(int i, int j) const { return static_cast<std::size_t>(j) * columns + i; }
    bool operator==(const PlaneGrid&) const = default;
};

struct SectionField {
    std::vector<float> distance_mm;    // clamped to +-reach
    std::vector<float> half_width_mm;  // how thick the part is that the nearest ring bounds
};

// The section's contours as rings about `step_mm` apart. In a midline bone a contour whose centre
// is off the midline stands for its mirror image too, and the others are symmetric.
std::vector<Ring> rings_of(const PlaneSection& section, bool midline, float step_mm);

// Inside is where the rings wind around a point more often counter-clockwise than clockwise, so
// that a hole that a short series lets poke through its outer contour does no harm.
SectionField section_field(const std::vector<Ring>& rings, const PlaneGrid& grid, float reach_mm);

}  // namespace tpatlas
