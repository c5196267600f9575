#include "state/framing.hpp"

#include "atlas/forearm.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

// A patch of skin is seen where it is turned to the eye by this at least; of a zone this share must
// be, or it gets a picture of its own. It gets one too where it would be shorter than this share of
// the picture's height.
constexpr float turned_cosine = 0.25f;
constexpr float enough_of_zone = 0.5f;
constexpr float smallest_zone_share = 0.11f;
// The point's surroundings, where one sees the press, are this share of the height at least.
constexpr float smallest_point_share = 0.15f;

struct NamedView {
    std::string_view name;
    float yaw;
    float pitch;
};

// The subject's own sides: "left" shows the subject's left.
constexpr std::array<NamedView, 6> views{{{"anterior", 0, 0},
                                          {"posterior", pi, 0},
                                          {"left", pi / 2, 0},
                                          {"right", -pi / 2, 0},
                                          {"superior", 0, CameraPose::pitch_limit},
                                          {"inferior", 0, -CameraPose::pitch_limit}}};

glm::vec3 toward_eye(float yaw, float pitch)
{
    return {std::cos(pitch) * std::sin(yaw), std::sin(pitch), std::cos(pitch) * std::cos(yaw)};
}

// A patch of skin that must be seen: its place, the way it faces, how much it counts.
struct Facing {
    glm::vec3 position;
    glm::vec3 normal;
    float weight;
};

void add_zone(std::vector<Facing>& out, const Body& body, const PlacedZone& zone, float weight)
{
    const BodySurfaces& all = body.surfaces();
    if (!all.skin || !zone.field)
        return;
    const SurfaceRange range = all.ranges[*all.skin];
    const std::size_t before = out.size();
    // Every fourth vertex is plenty to weigh a direction.
    zone.field->distances.for_each([&](std::uint32_t i, float mm) {
        if (i % 4 == 0 && mm < 0) {
            const std::uint32_t v = range.first_vertex + i;
            out.push_back({all.mesh.positions[v], all.mesh.normals[v], weight});
        }
    });
    const auto count = static_cast<float>(out.size() - before);
    for (std::size_t i = before; i < out.size(); ++i)
        out[i].weight /= std::max(1.0f, count);
}

// The pressing arm as balls along it; empty where nothing presses.
using Arm = std::vector<glm::vec3>;
constexpr float arm_radius_mm = 50;

Arm arm_of(const Atlas& atlas, const PlacedPoint& point)
{
    Arm arm;
    if (point.ways.empty())
        return arm;
    const PressWay& way = point.ways.front();
    const Contact contact = way.press->contacts.front();
    const Lie lie = contact == Contact::pincer ? Lie::across_fibres : Lie::free;
    const ContactLay lay = lay_of(atlas, point, way, contact, lie);
    const glm::vec3 along = glm::normalize(lay.y - lay.z * 0.7f);
    for (float at_mm = 60; at_mm <= 300; at_mm += 40)
        arm.push_back(point.approach->from_mm + along * at_mm);
    return arm;
}

bool hidden_by(const Arm& arm, glm::vec3 from, glm::vec3 eye)
{
    return std::any_of(arm.begin(), arm.end(), [&](glm::vec3 ball) {
        const glm::vec3 d = ball - from;
        const float t = glm::dot(d, eye);
        return t > 0 && glm::length(d - eye * t) < arm_radius_mm;
    });
}

// How well the facings are seen from a direction: patches seen aslant count less, those behind the
// pressing arm not at all; a level view is preferred a little, since people know bodies from the
// horizon.
float seen(const std::vector<Facing>& facings, const Arm& arm, float yaw, float pitch)
{
    const glm::vec3 eye = toward_eye(yaw, pitch);
    float sum = 0;
    for (const Facing& f : facings) {
        const float cosine = hidden_by(arm, f.position, eye) ? -0.2f : glm::dot(f.normal, eye);
        sum += f.weight * std::clamp(cosine * 1.6f, -0.3f, 1.0f);
    }
    return sum - 0.12f * std::abs(pitch);
}

template <class Wanted>
std::optional<CameraPose> best_direction_where(const std::vector<Facing>& facings, const Arm& arm,
                                               const Wanted& wanted)
{
    std::optional<CameraPose> best;
    float most = -1e9f;
    for (int i = 0; i < 36; ++i) {
        for (int j = -1; j <= 3; ++j) {
            CameraPose pose;
            pose.yaw = static_cast<float>(i) * pi / 18 - pi;
            pose.pitch = static_cast<float>(j) * pi / 18;
            const float value = seen(facings, arm, pose.yaw, pose.pitch);
            if (value > most && wanted(pose)) {
                most = value;
                best = pose;
            }
        }
    }
    return best;
}

CameraPose best_direction(const std::vector<Facing>& facings, const Arm& arm)
{
    return best_direction_where(facings, arm, [](const CameraPose&) { return true; })
        .value_or(CameraPose{});
}

// How much of the facings' weight is turned to the eye, 0...1.
float turned_to(const std::vector<Facing>& facings, const CameraPose& pose)
{
    const glm::vec3 eye = toward_eye(pose.yaw, pose.pitch);
    float sum = 0, all = 0;
    for (const Facing& f : facings) {
        all += f.weight;
        sum += glm::dot(f.normal, eye) > turned_cosine ? f.weight : 0;
    }
    return all > 0 ? sum / all : 1;
}

Box box_of(const std::vector<Facing>& facings)
{
    Box box;
    for (const Facing& f : facings)
        box.include(f.position);
    return box;
}

float longest(const Box& box)
{
    const glm::vec3 size = box.max - box.min;
    return std::max({size.x, size.y, size.z});
}

}  // namespace

std::vector<std::string_view> view_names()
{
    std::vector<std::string_view> names;
    for (const NamedView& view : views)
        names.push_back(view.name);
    return names;
}

std::optional<CameraPose> named_view(std::string_view name, const Body& body, float aspect)
{
    for (const NamedView& view : views) {
        if (view.name == name) {
            CameraPose pose;
            pose.yaw = view.yaw;
            pose.pitch = view.pitch;
            return framing(pose, body.bounds(), aspect, 1.06f);
        }
    }
    return std::nullopt;
}

PointFraming framing_of_point(const Atlas& atlas, const PlacedPoint& point, float aspect)
{
    std::vector<Facing> zones;
    for (const PlacedZone& zone : atlas.zones())
        if (zone.point == &point)
            add_zone(zones, atlas.body(), zone,
                     zone.record->kind == ZoneKind::essential ? 1.0f : 0.35f);
    const Facing spot{point.skin_mm, point.skin_normal, zones.empty() ? 1.0f : 0.8f};
    std::vector<Facing> facings = zones;
    facings.push_back(spot);

    // The whole band and some of the body around, so that one knows where one is.
    const glm::vec3 room(70);
    Box around{point.skin_mm - room, point.skin_mm + room};
    for (const glm::vec3& p : point.taut_band)
        around.include(p);
    const Arm arm = arm_of(atlas, point);
    Box both = box_of(facings);
    both.include(around);
    const std::optional<CameraPose> direction =
        best_direction_where(facings, arm, [&](const CameraPose& pose) {
            return zones.empty() || (turned_to({spot}, pose) > 0 &&
                                     turned_to(zones, pose) >= enough_of_zone);
        });
    if (direction) {
        const CameraPose one = framing(*direction, both, aspect, 1.45f);
        const float height_mm = 2 * one.distance_mm * std::tan(one.field_of_view / 2);
        if (zones.empty() || (longest(box_of(zones)) >= smallest_zone_share * height_mm &&
                              2 * room.y >= smallest_point_share * height_mm))
            return {one, std::nullopt};
    }
    Box zone_box = box_of(zones);
    zone_box.include(Box{zone_box.centre() - room, zone_box.centre() + room});
    return {framing(best_direction({spot}, arm), around, aspect / 2, 1.9f),
            framing(best_direction(zones, {}), zone_box, aspect / 2, 1.9f)};
}

CameraPose framing_of_muscle(const Atlas& atlas, const Muscle& muscle, Side side, float aspect)
{
    const BodySurfaces& all = atlas.body().surfaces();
    Box box;
    glm::vec3 outward(0);
    std::vector<Facing> facings;
    for (const std::string& name : muscle->structures) {
        const auto number = atlas.body().number({name + "." + std::string(to_text(side))});
        if (!number)
            continue;
        box.include(atlas.body().structures()[*number].bounds);
        const SurfaceRange range = all.ranges[*number];
        for (std::uint32_t i = 0; i < range.vertex_count; i += 8) {
            const std::uint32_t v = range.first_vertex + i;
            // |v| < 0.25 is the face toward the skin: that is what one wants to see.
            if (std::abs(all.mesh.fibres[v].y) < 0.25f)
                facings.push_back({all.mesh.positions[v], all.mesh.normals[v], 1.0f});
        }
    }
    CameraPose pose;
    if (!facings.empty()) {
        for (Facing& f : facings)
            f.weight /= static_cast<float>(facings.size());
        pose = best_direction(facings, {});
    }
    return framing(pose, box.empty() ? atlas.body().bounds() : box, aspect, 2.0f);
}

}  // namespace tpatlas
