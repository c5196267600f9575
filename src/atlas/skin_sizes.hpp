// atlas/skin_sizes.hpp: heights, breadths, depths and girths of a body's skin, beside what they are
// in lean adults; and how much skin lies over what is under it.
//
//   for (const SkinSize& size : skin_sizes(body))
//       if (!size.holds()) ...
//   std::vector<Cover> cover = least_cover(body);   // thinnest first
//
// Measured on the right side as an anthropometrist would, from the landmarks of the body. Limits:
// lean women's mean - 1.645 SD to lean men's mean + 1.645 SD, each scaled to this body's stature.
// Source: ANSUR II, 2012 (Gordon et al. 2014, NATICK/TR-15/007): 186 men of 1.67-1.73 m and a body
// mass index of 20-24, 452 women of 1.57-1.69 m and 19-24, computed from the public records.
#pragma once

#include "atlas/body.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

struct SkinSize {
    std::string_view name;
    std::string_view unit;
    double value = 0;
    double low = 0, high = 0;
    std::string_view exception;  // why it may lie outside; empty where it may not

    bool within() const { return value >= low && value <= high; }
    bool holds() const { return within() || !exception.empty(); }
};

// The body must have a skin and the landmarks of the whole body.
std::vector<SkinSize> skin_sizes(const Body& body);
std::string report_of(const std::vector<SkinSize>& sizes);

struct Cover {
    std::uint32_t structure = 0;
    float cover_mm = 0;  // skin over its barest place; negative where it comes through
    glm::vec3 at{0};
};

// One for each structure of the right side and the midline, the barest first.
std::vector<Cover> least_cover(const Body& body);

}  // namespace tpatlas
