// atlas/atlas.hpp: the catalogue laid on a body: where each point, zone and approach lies.
//
//   Result<std::shared_ptr<const Atlas>> atlas = make_atlas(body, catalogue, zone_fields);
//   const PlacedPoint* point = atlas.value()->point({"trapezius_upper.tp2"}, Side::right);
//
// Never changed after it is made; shared between threads. Points of structures that the body lacks
// are not in it.
#pragma once

#include "atlas/body.hpp"
#include "atlas/placed.hpp"
#include "atlas/surface.hpp"
#include "core/result.hpp"
#include "domain/catalogue.hpp"

#include <memory>
#include <optional>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

struct Registration;

class Atlas {
public:
    const Body& body() const { return *body_; }
    std::shared_ptr<const Body> shared_body() const { return body_; }
    const Catalogue& catalogue() const { return *catalogue_; }

    // In catalogue order, right before left.
    const std::vector<PlacedPoint>& points() const { return points_; }
    const std::vector<PlacedZone>& zones() const { return zones_; }

    // In catalogue order; zones without a shape are not in it.
    const std::vector<PlacedNoPress>& no_press() const { return no_press_; }
    // A press that a no-press zone does not let through: an error of the catalogue, for `check`; it
    // is not animated.
    Faults refused_presses() const;

    // The skin that all of them lie on; null where the body has none.
    const Surface* skin() const { return skin_.get(); }

    // Null where there is none.
    const PlacedPoint* point(const PointId& id, Side side) const;
    const PlacedZone* zone(const ZoneId& id, Side side) const;

    // How a user's body was laid on ours (atlas/registration.hpp); null of the embedded body.
    const Registration* registration() const { return registration_.get(); }
    // What a user's mesh may be said to be: the embedded body's structures, whatever is shown.
    const std::vector<Structure>& known_structures() const
    {
        return known_ ? *known_ : body_->structures();
    }

    friend std::shared_ptr<const Atlas> carried_atlas(const Atlas&, std::shared_ptr<const Body>,
                                                      std::shared_ptr<const Registration>);
    friend Result<std::shared_ptr<const Atlas>> make_atlas(std::shared_ptr<const Body>,
                                                           std::shared_ptr<const Catalogue>,
                                                           std::vector<ZoneField>);

private:
    Atlas() = default;
    std::shared_ptr<const Body> body_;
    std::shared_ptr<const Catalogue> catalogue_;
    std::vector<PlacedPoint> points_;
    std::vector<PlacedZone> zones_;
    std::vector<PlacedNoPress> no_press_;
    std::shared_ptr<const Surface> skin_;
    std::shared_ptr<const Registration> registration_;
    std::shared_ptr<const std::vector<Structure>> known_;  // null: those of the body
};

// Places the catalogue. `fields` are those computed when the body was built; a zone without one is
// computed here. Faults: a point outside its structure, an approach through bone, a `near` that
// does not hold, a shape between places that the body lacks. `where` is the record's id.
Result<std::shared_ptr<const Atlas>> make_atlas(std::shared_ptr<const Body> body,
                                                std::shared_ptr<const Catalogue> catalogue,
                                                std::vector<ZoneField> fields);

}  // namespace tpatlas
