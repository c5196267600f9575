#include "atlas/atlas.hpp"

#include "atlas/point_placing.hpp"
#include "atlas/press_ways.hpp"
#include "atlas/zone_measure.hpp"
#include "atlas/zone_shapes.hpp"

#include <algorithm>
#include <utility>

namespace tpatlas {

namespace {

using Fields = std::vector<std::shared_ptr<const ZoneField>>;

// The field that was computed with the body, if it is still this zone's; else a new one.
template <class AnyZone>
Result<std::shared_ptr<const ZoneField>> field_of(const PlacesOnSkin& places, const AnyZone& zone,
                                                  const ZoneId& id, Side side, const Fields& ready)
{
    const std::uint64_t recipe = recipe_of(zone);
    for (const std::shared_ptr<const ZoneField>& field : ready)
        if (field->zone == id && field->side == side && field->recipe == recipe &&
            field->distances.vertex_count() == places.skin().vertex_count())
            return field;
    Result<ZoneField> made = zone_field(places, zone, side);
    if (!made)
        return made.faults();
    return std::make_shared<const ZoneField>(made.take());
}

Result<PlacedZone> placed(const PlacesOnSkin& places, const SkinCells& cells, const Zone& zone,
                          const PlacedPoint& point, const Fields& ready)
{
    Result<std::shared_ptr<const ZoneField>> field =
        field_of(places, zone, zone.id, point.side, ready);
    if (!field)
        return field.faults();
    PlacedZone place;
    place.record = &zone;
    place.side = point.side;
    place.field = field.take();
    ZoneMeasure measure = measure_zone(places.skin(), place.field->distances.all(), cells);
    if (measure.area_mm2 <= 0)
        return Error{zone.id.text, "covers no skin", "make its shapes wider"};
    place.area_mm2 = measure.area_mm2;
    place.centroid_mm = measure.centroid_mm;
    place.regions = std::move(measure.regions);
    return place;
}

Result<PlacedNoPress> placed(const PlacesOnSkin& places, const SkinCells& cells,
                             const NoPressZone& zone, Side side, const Fields& ready)
{
    Result<std::shared_ptr<const ZoneField>> field =
        field_of(places, zone, field_id(zone), side, ready);
    if (!field)
        return field.faults();
    PlacedNoPress place;
    place.record = &zone;
    place.side = side;
    place.field = field.take();
    ZoneMeasure measure = measure_zone(places.skin(), place.field->distances.all(), cells);
    if (measure.area_mm2 <= 0)
        return Error{field_id(zone).text, "covers no skin", "make its shapes wider"};
    place.area_mm2 = measure.area_mm2;
    place.centroid_mm = measure.centroid_mm;
    place.regions = std::move(measure.regions);
    return place;
}

void collect(Faults& all, const Faults& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

const PlacedPoint* Atlas::point(const PointId& id, Side side) const
{
    for (const PlacedPoint& point : points_)
        if (point.side == side && (*point.record)->id == id)
            return &point;
    return nullptr;
}

const PlacedZone* Atlas::zone(const ZoneId& id, Side side) const
{
    for (const PlacedZone& zone : zones_)
        if (zone.side == side && zone.record->id == id)
            return &zone;
    return nullptr;
}

bool PressWay::refuses(Contact contact) const
{
    return std::find(refused.begin(), refused.end(), contact) != refused.end();
}

Faults Atlas::refused_presses() const
{
    Faults faults;
    for (const PlacedPoint& point : points_)
        for (const PressWay& way : point.ways) {
            if (way.refused_by == nullptr || point.side == Side::left)
                continue;
            std::string contacts;
            for (const Contact contact : way.refused)
                contacts += (contacts.empty() ? "" : ", ") + std::string(to_text(contact));
            faults.push_back({(*point.record)->id.text,
                              "is pressed with " + contacts + " where the no-press zone '" +
                                  (*way.refused_by)->id.text + "' (" +
                                  std::string(to_text((*way.refused_by)->grade)) +
                                  ") does not let it through",
                              "correct the press by what the zone allows"});
        }
    return faults;
}

Result<std::shared_ptr<const Atlas>> make_atlas(std::shared_ptr<const Body> body,
                                                std::shared_ptr<const Catalogue> catalogue,
                                                std::vector<ZoneField> fields)
{
    std::shared_ptr<Atlas> atlas(new Atlas);
    atlas->body_ = body;
    atlas->catalogue_ = catalogue;
    if (!body->surfaces().skin || (catalogue->points().empty() && catalogue->no_press().empty()))
        return std::shared_ptr<const Atlas>(std::move(atlas));

    const PlacesOnSkin places(body);
    atlas->skin_ = places.shared_skin();
    const PointPlacer placer(places);
    const SkinCells cells(*body);
    Fields ready;
    for (ZoneField& field : fields)
        ready.push_back(std::make_shared<const ZoneField>(std::move(field)));

    Faults faults;
    for (const TriggerPoint& record : catalogue->points())
        for (const Side side : {Side::right, Side::left}) {
            std::optional<Placing> placing = placer.place(record, side);
            if (!placing)
                continue;
            collect(faults, placing->faults);
            atlas->points_.push_back(std::move(placing->point));
        }
    for (const PlacedPoint& point : atlas->points_) // they no longer move: zones point at them
        for (const std::optional<Zone>* zone :
             {&(*point.record)->essential, &(*point.record)->spillover}) {
            if (!*zone)
                continue;
            Result<PlacedZone> place = placed(places, cells, **zone, point, ready);
            if (!place) {
                collect(faults, place.faults());
                continue;
            }
            place.value().point = &point;
            atlas->zones_.push_back(place.take());
        }
    for (const NoPressZone& zone : catalogue->no_press())
        for (const Side side : zone->shapes.empty() ? std::vector<Side>{} : sides_of(zone)) {
            Result<PlacedNoPress> place = placed(places, cells, zone, side, ready);
            if (place)
                atlas->no_press_.push_back(place.take());
            else
                collect(faults, place.faults());
        }
    if (!faults.empty())
        return faults;
    for (PlacedPoint& point : atlas->points_)
        complete_ways(*atlas, point);
    return std::shared_ptr<const Atlas>(std::move(atlas));
}

} // namespace tpatlas
