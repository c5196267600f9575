#include "atlas/zone_shapes.hpp"

#include "atlas/geodesic_path.hpp"
#include "atlas/geodesics.hpp"
#include "atlas/place_names.hpp"
#include "atlas/region_border.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float path_step_mm = 3;
constexpr int path_rounding = 8; // passes: rounds a corner over about 12 mm of way

// FNV-1a, 64 bits.
class Hash
{
public:
    void add(std::uint64_t word)
    {
        for (int i = 0; i < 8; ++i)
            value_ = (value_ ^ ((word >> (8 * i)) & 0xff)) * 1099511628211ull;
    }
    void add(float x) { add(std::uint64_t{std::bit_cast<std::uint32_t>(x + 0.0f)}); }
    void add(const std::string& text)
    {
        add(std::uint64_t{text.size()});
        for (const char c : text)
            add(std::uint64_t{static_cast<unsigned char>(c)});
    }
    void add(const Anchor& anchor)
    {
        add(anchor.place);
        for (int i = 0; i < 3; ++i)
            add(anchor.offset_mm[i]);
    }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 14695981039346656037ull;
};

std::uint64_t hash_of(const std::vector<Shape>& shapes, std::uint64_t side)
{
    struct Adder {
        Hash& hash;
        void operator()(const Patch& patch)
        {
            hash.add(std::uint64_t{1});
            hash.add(patch.centre);
            hash.add(patch.radius_mm);
        }
        void operator()(const Stroke& stroke)
        {
            hash.add(std::uint64_t{2});
            for (const Stroke::Node& node : stroke.nodes) {
                hash.add(node.anchor);
                hash.add(node.width_mm.value_or(-1));
            }
        }
        void operator()(const WholeRegion& whole)
        {
            hash.add(std::uint64_t{3});
            hash.add(whole.region.text);
        }
    };
    Hash hash;
    hash.add(side);
    for (const Shape& shape : shapes) {
        std::visit(Adder{hash}, shape);
        std::visit([&](const auto& one) {
            if (one.side)
                hash.add(4 + static_cast<std::uint64_t>(*one.side));
        }, shape);
    }
    return hash.value();
}

void keep_least(std::vector<float>& all, const std::vector<double>& distance, double less)
{
    for (std::size_t v = 0; v < all.size(); ++v)
        all[v] = std::min(all[v], static_cast<float>(distance[v] - less));
}

class FieldMaker
{
public:
    FieldMaker(const PlacesOnSkin& places, Side side, std::vector<float>& field,
               std::vector<std::uint16_t>& whole, Faults& faults)
        : places_(places), side_(side), field_(field), whole_(whole), faults_(faults)
    {
    }

    void operator()(const Patch& patch)
    {
        const Result<SurfacePoint> middle = places_.find(patch.centre, side_);
        if (!middle)
            return complain(middle.faults());
        const GeodesicSource source{middle.value(), 0};
        add({&source, 1}, static_cast<double>(patch.radius_mm));
    }

    void operator()(const Stroke& stroke)
    {
        const Result<StrokePath> path = stroke_path(places_, stroke, side_);
        if (!path)
            return complain(path.faults());
        // The nearest disc along the path: sources that start ahead by what they are wider.
        const std::vector<float>& half = path.value().half_width_mm;
        const float widest = *std::max_element(half.begin(), half.end());
        std::vector<GeodesicSource> sources;
        for (std::size_t i = 0; i < half.size(); ++i)
            sources.push_back({places_.skin().nearest(path.value().points[i]),
                               static_cast<double>(widest - half[i])});
        add(sources, static_cast<double>(widest));
    }

    void operator()(const WholeRegion& whole)
    {
        const std::optional<std::uint16_t> region = places_.body().region(whole.region, side_);
        if (!region)
            return complain({{whole.region.text, "is no region of this body's skin",
                              nearest_region(places_.body(), whole.region.text)}});
        whole_.push_back(*region);
    }

private:
    void add(std::span<const GeodesicSource> sources, double less)
    {
        const double limit = less + static_cast<double>(SkinDistances::reach_mm);
        keep_least(field_, distances_along(places_.skin(), sources, limit).distance_mm, less);
    }
    void complain(const Faults& faults)
    {
        faults_.insert(faults_.end(), faults.begin(), faults.end());
    }

    const PlacesOnSkin& places_;
    Side side_;
    std::vector<float>& field_;
    std::vector<std::uint16_t>& whole_;  // regions that are covered as one, when all are known
    Faults& faults_;
};

// The distance to the border of all these regions together: none runs between neighbours.
void cover_regions(const PlacesOnSkin& places, const std::vector<std::uint16_t>& whole,
                   std::vector<float>& field)
{
    if (whole.empty())
        return;
    std::vector<std::uint16_t> regions = places.body().skin_regions();
    for (std::uint16_t& region : regions)
        if (std::find(whole.begin(), whole.end(), region) != whole.end())
            region = whole.front();
    const std::vector<float> distance = distance_to_border(places.skin(), regions, whole.front(),
                                                           SkinDistances::deep_mm);
    for (std::size_t v = 0; v < field.size(); ++v)
        field[v] = std::min(field[v], distance[v]);
}

// Half widths at the nodes, those of the `via` nodes between their neighbours' by the way's length.
std::vector<float> half_widths(const Stroke& stroke, const std::vector<double>& walked)
{
    std::vector<float> half(stroke.nodes.size(), 0);
    std::size_t before = 0;
    for (std::size_t i = 0; i < stroke.nodes.size(); ++i) {
        if (!stroke.nodes[i].width_mm)
            continue;
        half[i] = *stroke.nodes[i].width_mm / 2;
        for (std::size_t k = before + 1; k < i; ++k) {
            const double whole = walked[i] - walked[before];
            const double share = whole > 0 ? (walked[k] - walked[before]) / whole : 0;
            half[k] = std::lerp(half[before], half[i], static_cast<float>(share));
        }
        before = i;
    }
    return half;
}

// On which sides a shape is drawn.
using SidesOfShape = std::function<std::vector<Side>(const Shape&)>;

std::vector<Side> sides_of(ZoneSide side, Side point_side)
{
    if (side == ZoneSide::both)
        return {Side::right, Side::left};
    return {side == ZoneSide::other ? other(point_side) : point_side};
}

Result<ZoneField> field_of_shapes(const PlacesOnSkin& places, const std::vector<Shape>& shapes,
                                  const SidesOfShape& sides_of_shape, ZoneField field)
{
    std::vector<float> all(places.skin().vertex_count(), SkinDistances::reach_mm);
    std::vector<std::uint16_t> whole;
    Faults faults;
    for (const Shape& shape : shapes)
        for (const Side side : sides_of_shape(shape)) {
            FieldMaker maker(places, side, all, whole, faults);
            std::visit(maker, shape);
        }
    cover_regions(places, whole, all);
    if (!faults.empty()) {
        for (Error& fault : faults)
            fault.where = field.zone.text + (fault.where.empty() ? "" : ": " + fault.where);
        return faults;
    }
    field.distances = SkinDistances(all);
    return field;
}

} // namespace

PlacesOnSkin::PlacesOnSkin(std::shared_ptr<const Body> body)
    : body_(std::move(body)),
      skin_(std::make_shared<const Surface>(body_->mesh_of(*body_->surfaces().skin)))
{
}

Result<SurfacePoint> PlacesOnSkin::find(const Anchor& anchor, Side side) const
{
    glm::vec3 at{0};
    if (const PlacedLandmark* landmark = body_->landmark({anchor.place}, side))
        at = landmark->skin_mm;
    else if (const std::optional<std::uint16_t> region = body_->region({anchor.place}, side))
        at = body_->regions()[*region].centroid_mm;
    else
        return Error{anchor.place, "is no landmark and no region of this body",
                     nearest_place(*body_, anchor.place)};
    const float outward = side == Side::left ? 1.0f : -1.0f; // x runs to the subject's left
    at += glm::vec3(outward * anchor.offset_mm.x, anchor.offset_mm.y, anchor.offset_mm.z);
    return skin_->nearest(at);
}

std::uint64_t recipe_of(const Zone& zone)
{
    return hash_of(zone.shapes, static_cast<unsigned>(zone.side));
}

std::uint64_t recipe_of(const NoPressZone& zone)
{
    return hash_of(zone->shapes, 16 + static_cast<unsigned>(zone->where));
}

std::vector<Side> sides_of(const Zone& zone, Side point_side)
{
    return sides_of(zone.side, point_side);
}

Result<StrokePath> stroke_path(const PlacesOnSkin& places, const Stroke& stroke, Side side)
{
    Faults faults;
    std::vector<SurfacePoint> nodes;
    for (const Stroke::Node& node : stroke.nodes) {
        const Result<SurfacePoint> found = places.find(node.anchor, side);
        if (found)
            nodes.push_back(found.value());
        else
            faults.insert(faults.end(), found.faults().begin(), found.faults().end());
    }
    if (!faults.empty())
        return faults;
    std::vector<glm::vec3> way{places.skin().position(nodes.front())};
    std::vector<double> walked{0};
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const std::vector<glm::vec3> piece = shortest_way(places.skin(), nodes[i - 1], nodes[i]);
        if (piece.empty())
            return Error{stroke.nodes[i].anchor.place, "cannot be reached along the skin", ""};
        way.insert(way.end(), piece.begin() + 1, piece.end());
        walked.push_back(length_mm(way));
    }
    const std::vector<float> half = half_widths(stroke, walked);
    StrokePath path;
    path.points = evenly_spaced(way, path_step_mm);
    std::size_t piece = 1;
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        const double at = path.points.size() > 1 ? walked.back() * static_cast<double>(i) /
                                                       static_cast<double>(path.points.size() - 1)
                                                 : 0;
        while (piece + 1 < walked.size() && walked[piece] < at)
            ++piece;
        const double whole = walked[piece] - walked[piece - 1];
        const double share = whole > 0 ? (at - walked[piece - 1]) / whole : 0;
        path.half_width_mm.push_back(std::lerp(half[piece - 1], half[piece],
                                               static_cast<float>(std::clamp(share, 0.0, 1.0))));
    }
    path.points = rounded(places.skin(), path.points, path_rounding);
    return path;
}

Result<ZoneField> zone_field(const PlacesOnSkin& places, const Zone& zone, Side point_side)
{
    const auto sides = [&](const Shape& shape) {
        return sides_of(side_of(shape, zone.side), point_side);
    };
    return field_of_shapes(places, zone.shapes, sides,
                           {zone.id, point_side, recipe_of(zone), {}});
}

std::vector<Side> sides_of(const NoPressZone& zone)
{
    switch (zone->where) {
    case NoPressSide::middle:
        return {Side::middle};
    case NoPressSide::left:
        return {Side::left};
    case NoPressSide::right:
        return {Side::right};
    case NoPressSide::both:
        break;
    }
    return {Side::right, Side::left};
}

ZoneId field_id(const NoPressZone& zone)
{
    return {"no_press." + zone->id.text};
}

Result<ZoneField> zone_field(const PlacesOnSkin& places, const NoPressZone& zone, Side side)
{
    const std::vector<Side> drawn =
        side == Side::middle ? std::vector<Side>{Side::right, Side::left} : std::vector<Side>{side};
    return field_of_shapes(places, zone->shapes, [&](const Shape&) { return drawn; },
                           {field_id(zone), side, recipe_of(zone), {}});
}

} // namespace tpatlas
