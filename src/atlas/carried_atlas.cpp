#include "atlas/carried_atlas.hpp"

#include "atlas/body_warp.hpp"
#include "atlas/embedded_shapes.hpp"
#include "atlas/zone_measure.hpp"
#include "atlas/zone_shapes.hpp"

#include <algorithm>
#include <optional>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float straight_mm = 1;  // an approach that ends so near the point leads to it

class Carrier {
public:
    Carrier(const Atlas& from, const Surface& to, const Registration& registration)
        : from_(from), to_(to), registration_(registration), shapes_(from.body()),
          warp_(shapes_, registration.fits)
    {
    }

    PlacedPoint carried(const PlacedPoint& before) const
    {
        PlacedPoint point = before;
        const Affine* own = affine_of(before.structure);
        point.position_mm = inside(own, before.position_mm);
        for (glm::vec3& p : point.taut_band)
            p = inside(own, p);
        for (PressWay& way : point.ways) {
            way.approach = carried(way.approach, before.position_mm, point.position_mm, own);
            for (glm::vec3& p : way.stroke)
                p = on_skin(p).position;
        }
        if (before.approach)
            point.approach =
                carried(*before.approach, before.position_mm, point.position_mm, own);
        const Place skin = on_skin(before.skin_mm);
        point.skin_mm = skin.position;
        point.skin_normal = skin.normal;
        point.depth_mm = before.depth_mm + glm::distance(point.skin_mm, point.position_mm) -
                         glm::distance(before.skin_mm, before.position_mm);
        return point;
    }

private:
    struct Place {
        glm::vec3 position{0};
        glm::vec3 normal{0};
    };

    glm::vec3 inside(const Affine* own, glm::vec3 p) const
    {
        if (own == nullptr)
            return warp_(p);
        return (*own)(p);
    }

    const Affine* affine_of(std::uint32_t structure) const
    {
        for (const StructureFit& fit : registration_.fits)
            if (fit.trusted && std::find(fit.structures.begin(), fit.structures.end(), structure) !=
                                   fit.structures.end())
                return &fit.user_from_embedded;
        return nullptr;
    }

    Place on_skin(glm::vec3 p) const
    {
        const SurfacePoint at = from_.skin()->nearest(p);
        return {to_.position(at), to_.smooth_normal(at)};
    }

    Approach carried(const Approach& before, glm::vec3 point_before, glm::vec3 point_now,
                     const Affine* own) const
    {
        Approach approach = before;
        const Place skin = on_skin(before.from_mm);
        approach.from_mm = skin.position;
        approach.normal = skin.normal;
        const glm::vec3 end = before.from_mm + before.depth_mm * before.direction;
        const glm::vec3 way = point_now - approach.from_mm;
        if (glm::distance(end, point_before) < straight_mm && glm::length(way) > 0)
            approach.direction = glm::normalize(way);
        else if (own != nullptr)
            approach.direction = glm::normalize(own->linear * before.direction);
        approach.depth_mm = before.depth_mm + glm::length(way) -
                            glm::distance(point_before, before.from_mm);
        approach.to_bone_mm = before.to_bone_mm + approach.depth_mm - before.depth_mm;
        return approach;
    }

    const Atlas& from_;
    const Surface& to_;
    const Registration& registration_;
    const EmbeddedShapes shapes_;
    const BodyWarp warp_;
};

template <class AnyZone>
void measure_anew(const Surface& skin, const SkinCells& cells, AnyZone& zone)
{
    ZoneMeasure measure = measure_zone(skin, zone.field->distances.all(), cells);
    zone.area_mm2 = measure.area_mm2;
    zone.centroid_mm = measure.centroid_mm;
    zone.regions = std::move(measure.regions);
}

}  // namespace

std::shared_ptr<const Atlas> carried_atlas(const Atlas& embedded, std::shared_ptr<const Body> body,
                                           std::shared_ptr<const Registration> registration)
{
    std::shared_ptr<Atlas> atlas(new Atlas);
    atlas->body_ = body;
    atlas->catalogue_ = embedded.catalogue_;
    atlas->registration_ = registration;
    atlas->known_ = std::make_shared<const std::vector<Structure>>(embedded.known_structures());
    if (!registration->registered || embedded.skin() == nullptr)
        return atlas;
    const PlacesOnSkin places(body);
    atlas->skin_ = places.shared_skin();
    const Carrier carrier(embedded, places.skin(), *registration);
    const SkinCells cells(*body);
    for (const PlacedPoint& point : embedded.points_)
        atlas->points_.push_back(carrier.carried(point));
    for (PlacedZone zone : embedded.zones_) {
        measure_anew(places.skin(), cells, zone);
        if (zone.point != nullptr)
            zone.point = &atlas->points_[static_cast<std::size_t>(zone.point - embedded.points_.data())];
        atlas->zones_.push_back(std::move(zone));
    }
    for (PlacedNoPress zone : embedded.no_press_) {
        measure_anew(places.skin(), cells, zone);
        atlas->no_press_.push_back(std::move(zone));
    }
    return atlas;
}

}  // namespace tpatlas
