// atlas/point_placing.hpp: where a trigger point lies on a body, and how it is reached.
//
//   const PointPlacer placer(places);             // once for many points
//   Placing placing = placer.place(record, Side::right);
//   if (placing.faults.empty()) use(placing.point)
//
// Each approach runs along a press's direction, mirrored on the left, from the skin to the point.
// Borrows what it is made from; depends on core and domain.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/zone_shapes.hpp"

#include <optional>
#include <span>

namespace tpatlas {

// Part of how many times a closed surface winds around the point: about 1 inside, 0 outside.
double winding_number(const MeshData& mesh, std::span<const Triangle> triangles, glm::vec3 point);

struct Placing {
    PlacedPoint point;
    Faults faults;  // a point outside its structure, an approach through bone, a `near` that fails
};

class PointPlacer {
public:
    explicit PointPlacer(const PlacesOnSkin& places) : places_(&places) {}

    // Nothing where the body lacks the structure on that side.
    std::optional<Placing> place(const TriggerPoint& record, Side side) const;

private:
    void skin_before(const TriggerPoint& record, PlacedPoint& point) const;
    void approach(const TriggerPoint& record, Placing& placing) const;
    void check(const TriggerPoint& record, Placing& placing) const;
    Faults near_faults(const TriggerPoint& record, const PlacedPoint& point) const;

    // From a place along a unit direction to the first bone; `no_bone_mm` where there is none.
    float to_bone(glm::vec3 from, glm::vec3 direction) const;

    const PlacesOnSkin* places_;
};

}  // namespace tpatlas
