// atlas/zone_shapes.hpp: a zone's shapes as a field of signed distances along the skin.
//
//   const PlacesOnSkin places(body);                         // once for many zones
//   Result<ZoneField> field = zone_field(places, zone, Side::right);
//
// A stroke's and a patch's field is the distance along the skin to the path or the middle, less
// half the width there; a region's is the distance to its border. Their union is the least of
// them. `PlacesOnSkin` keeps the body alive, is never changed and may be shared between threads.
// Depends on core and domain.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/body.hpp"
#include "atlas/surface.hpp"
#include "core/result.hpp"
#include "domain/no_press.hpp"
#include "domain/zone.hpp"

#include <memory>
#include <vector>

namespace tpatlas {

// The skin of a body to walk on. The body must have a skin.
class PlacesOnSkin {
public:
    explicit PlacesOnSkin(std::shared_ptr<const Body> body);

    const Body& body() const { return *body_; }
    const Surface& skin() const { return *skin_; }
    std::shared_ptr<const Surface> shared_skin() const { return skin_; }

    // A landmark, or a region's middle, moved by the anchor's offset and put on the skin.
    Result<SurfacePoint> find(const Anchor& anchor, Side side) const;

private:
    std::shared_ptr<const Body> body_;
    std::shared_ptr<const Surface> skin_;
};

// Names what decides the field beside the skin: two zones with the same recipe have the same one.
std::uint64_t recipe_of(const Zone& zone);
std::uint64_t recipe_of(const NoPressZone& zone);

// The sides on which a zone lies for a point of that side.
std::vector<Side> sides_of(const Zone& zone, Side point_side);

// Faults: a shape between places that the body lacks. The zone must have a shape.
Result<ZoneField> zone_field(const PlacesOnSkin& places, const Zone& zone, Side point_side);

// The sides on which a no-press zone is told of: right and left, or the one that it has.
std::vector<Side> sides_of(const NoPressZone& zone);

// The field of a no-press zone that has a shape. The id is "no_press." and the zone's own.
Result<ZoneField> zone_field(const PlacesOnSkin& places, const NoPressZone& zone, Side side);
ZoneId field_id(const NoPressZone& zone);

// The way of a stroke's middle along the skin, evenly spaced, with half the width at each place.
struct StrokePath {
    std::vector<glm::vec3> points;
    std::vector<float> half_width_mm;
};
Result<StrokePath> stroke_path(const PlacesOnSkin& places, const Stroke& stroke, Side side);

}  // namespace tpatlas
