// atlas/layering.hpp: what lies over a structure, toward the skin, and what lies under it.
//
//   for (const Neighbour& over : body.layering(number).over) ... over.share of it is covered
//
// Measured when the body is built, by needles through the surface that faces the skin, and kept in
// the body. Depends on core.
#pragma once

#include <cstdint>
#include <vector>

namespace tpatlas {

class Body;

struct Neighbour {
    std::uint32_t structure = 0;  // number in the body
    float share = 0;              // of the surface that faces the skin, 0...1

    bool operator==(const Neighbour&) const = default;
};

struct Layering {
    float facing_mm2 = 0;         // the surface that faces the skin
    std::vector<Neighbour> over;  // largest share first, never the skin
    std::vector<Neighbour> under;

    bool operator==(const Layering&) const = default;
};

constexpr std::size_t most_neighbours = 8;
constexpr float least_neighbour_share = 0.05f;

// By structure number; the skin's own is empty. A needle goes out as far as the skin, and in as far
// as the next bone; a gap wider than layers leave (the belly, the chest) ends it.
std::vector<Layering> measure_layering(const Body& body);

}  // namespace tpatlas
