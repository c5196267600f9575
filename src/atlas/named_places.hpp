// atlas/named_places.hpp: finds landmarks and regions on a body, when it is built.
//
//   Result<NamedPlaces> found = find_places(places, PlacesOnSkin(bare_body));
//
// The body has its structures and its skin, but no places yet. Rules are followed on the right
// side; the left is the mirror image, exactly. Depends on core and domain.
#pragma once

#include "atlas/zone_shapes.hpp"
#include "core/result.hpp"
#include "domain/places.hpp"

#include <cstdint>
#include <vector>

namespace tpatlas {

struct NamedPlaces {
    std::vector<PlacedLandmark> landmarks;    // right, then left, of each entry
    std::vector<PlacedRegion> regions;
    std::vector<std::uint16_t> skin_regions;  // for each skin vertex
};

// Faults: a rule that finds nothing on this body, with the id of its landmark.
Result<NamedPlaces> find_places(const Places& places, const PlacesOnSkin& on);

// The skin's own place nearest to p in the plane of symmetry; p.x is taken as 0.
glm::vec3 nearest_in_midline(const Surface& skin, glm::vec3 p);

}  // namespace tpatlas
