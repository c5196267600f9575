#include "atlas/point_placing.hpp"

#include "atlas/fibre_chart.hpp"
#include "atlas/place_names.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <sstream>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float no_bone_mm = 1000; // longer than any press goes
constexpr float band_reach_mm = 45;
constexpr float band_step_mm = 4;

std::string rounded(float x)
{
    return std::to_string(static_cast<int>(std::lround(x)));
}

glm::vec3 on_side(glm::vec3 right_side, Side side)
{
    return side == Side::left ? mirrored(right_side) : right_side;
}

// "its press 2": as a teacher counts them in the file.
std::string press_name(const TriggerPoint& record, const Press& press)
{
    return "its press " + std::to_string(&press - record->press.data() + 1);
}

} // namespace

double winding_number(const MeshData& mesh, std::span<const Triangle> triangles, glm::vec3 point)
{
    double solid_angle = 0;
    for (const Triangle& t : triangles) { // Van Oosterom & Strackee 1983
        const glm::dvec3 a = glm::dvec3(mesh.positions[t.x]) - glm::dvec3(point);
        const glm::dvec3 b = glm::dvec3(mesh.positions[t.y]) - glm::dvec3(point);
        const glm::dvec3 c = glm::dvec3(mesh.positions[t.z]) - glm::dvec3(point);
        const double la = glm::length(a), lb = glm::length(b), lc = glm::length(c);
        const double below =
            la * lb * lc + glm::dot(a, b) * lc + glm::dot(b, c) * la + glm::dot(c, a) * lb;
        solid_angle += 2 * std::atan2(glm::dot(a, glm::cross(b, c)), below);
    }
    return solid_angle / (4 * std::numbers::pi);
}

float PointPlacer::to_bone(glm::vec3 from, glm::vec3 direction) const
{
    // Few bones have a box that the way meets: to go through their triangles takes less time than
    // to build a tree of all bones.
    const Body& body = places_->body();
    float least = no_bone_mm;
    for (std::size_t i = 0; i < body.structures().size(); ++i) {
        if (body.structures()[i].kind != StructureKind::bone ||
            !meets(body.structures()[i].bounds, from, direction, least))
            continue;
        const SurfaceRange& range = body.surfaces().ranges[i];
        const auto hit = first_hit(
            body.surfaces().mesh.positions,
            {body.surfaces().mesh.triangles.data() + range.first_triangle, range.triangle_count},
            from, direction, least);
        least = std::min(least, hit.value_or(least));
    }
    return least;
}

std::optional<Placing> PointPlacer::place(const TriggerPoint& record, Side side) const
{
    const Body& body = places_->body();
    const std::optional<std::uint32_t> number =
        body.number({record->structure + "." + std::string(to_text(side))});
    if (!number || (record->side_only && *record->side_only != side))
        return std::nullopt;
    Placing placing;
    PlacedPoint& point = placing.point;
    point.record = &record;
    point.side = side;
    point.structure = *number;
    const FibreChart chart(body, *number, record->stack);
    const glm::vec2 uv(record->u, record->v);
    const std::optional<glm::vec3> at = chart.inside(uv, record->depth);
    if (!at) {
        std::ostringstream what;
        what << "(u, v) = (" << record->u << ", " << record->v << ") is no place on "
             << body.structures()[*number].id.text;
        if (!record->stack.empty())
            what << ", stack '" << record->stack << "'";
        placing.faults.push_back({record->id.text, what.str(), "correct u, v or the stack"});
        return placing;
    }
    point.position_mm = *at;
    point.taut_band = chart.fibre(uv, record->depth, band_reach_mm, band_step_mm);
    approach(record, placing);
    check(record, placing);
    return placing;
}

// Where the face of the muscle that is turned to the skin looks to, unless bone lies on the way; else
// the nearest skin, which at a limb's middle may be on its other side.
void PointPlacer::skin_before(const TriggerPoint& record, PlacedPoint& point) const
{
    const Surface& skin = places_->skin();
    SurfacePoint at = skin.nearest(point.position_mm);
    const FibreChart chart(places_->body(), point.structure, record->stack);
    const glm::vec2 uv(record->u, record->v);
    const std::optional<glm::vec3> face = chart.inside(uv, 0);
    const std::optional<glm::vec3> back = chart.inside(uv, 1);
    if (face && back && glm::distance(*face, *back) > 0.1f) {
        const glm::vec3 outward = glm::normalize(*face - *back);
        const auto hit = skin.tree().first_hit(point.position_mm, outward);
        if (hit && hit->distance_mm < to_bone(point.position_mm, outward))
            at = {hit->triangle, hit->barycentric};
    }
    point.skin_mm = skin.position(at);
    point.skin_normal = skin.smooth_normal(at);
    point.depth_mm = glm::distance(point.position_mm, point.skin_mm);
}

void PointPlacer::approach(const TriggerPoint& record, Placing& placing) const
{
    PlacedPoint& point = placing.point;
    const Surface& skin = places_->skin();
    skin_before(record, point);
    for (const Press& press : record->press) {
        if (!press.direction || press.who == Who::view_only)
            continue;
        const glm::vec3 given = glm::normalize(on_side(*press.direction, point.side));
        const glm::vec3 direction = press.lifts() ? -given : given;
        const std::optional<SurfaceHit> hit = skin.tree().first_hit(point.position_mm, -direction);
        if (!hit) {
            placing.faults.push_back({record->id.text,
                                      "the approach does not come through the skin",
                                      "correct the direction of " + press_name(record, press)});
            continue;
        }
        PressWay way;
        way.press = &press;
        way.approach = Approach{hit->position_mm,
                                skin.smooth_normal({hit->triangle, hit->barycentric}), direction,
                                hit->distance_mm, to_bone(hit->position_mm, direction)};
        if (!point.approach) {
            point.approach = way.approach;
            point.skin_mm = hit->position_mm;
            point.skin_normal = way.approach.normal;
            point.depth_mm = hit->distance_mm;
        }
        point.ways.push_back(std::move(way));
    }
}

void PointPlacer::check(const TriggerPoint& record, Placing& placing) const
{
    const PlacedPoint& point = placing.point;
    const Body& body = places_->body();
    const SurfaceRange& range = body.surfaces().ranges[point.structure];
    const std::span<const Triangle> triangles(
        body.surfaces().mesh.triangles.data() + range.first_triangle, range.triangle_count);
    if (winding_number(body.surfaces().mesh, triangles, point.position_mm) < 0.5)
        placing.faults.push_back({record->id.text,
                                  "lies outside " + body.structures()[point.structure].id.text,
                                  "correct u, v or the depth"});
    for (const PressWay& way : point.ways)
        if (way.approach.to_bone_mm < way.approach.depth_mm)
            placing.faults.push_back({record->id.text,
                                      "the approach passes through bone after " +
                                          rounded(way.approach.to_bone_mm) +
                                          " mm, the point lies " + rounded(way.approach.depth_mm) +
                                          " mm deep",
                                      "correct the direction of " +
                                          press_name(record, *way.press)});
    const Faults faults = near_faults(record, point);
    placing.faults.insert(placing.faults.end(), faults.begin(), faults.end());
}

Faults PointPlacer::near_faults(const TriggerPoint& record, const PlacedPoint& point) const
{
    Faults faults;
    for (const Near& near : record->near) {
        glm::vec3 middle(0);
        std::string names;
        bool known = true;
        for (const LandmarkId& id : near.landmarks) {
            const PlacedLandmark* landmark = places_->body().landmark(id, point.side);
            if (!landmark) {
                faults.push_back(
                    {record->id.text, "is near '" + id.text + "', which is no landmark of this body",
                     nearest_landmark(places_->body(), id.text)});
                known = false;
                continue;
            }
            middle += landmark->position_mm / static_cast<float>(near.landmarks.size());
            names += (names.empty() ? "" : " and ") + id.text;
        }
        const float distance = glm::distance(middle, point.position_mm);
        if (known && distance > near.max_mm)
            faults.push_back({record->id.text,
                              "lies " + rounded(distance) + " mm from " +
                                  (near.landmarks.size() > 1 ? "the middle of " : "") + names +
                                  ", more than " + rounded(near.max_mm),
                              "correct u and v, or what its words say"});
    }
    return faults;
}

} // namespace tpatlas
