#include "scene/press_moment.hpp"

#include "atlas/forearm.hpp"

#include <algorithm>
#include <array>

#include <glm/geometric.hpp>

namespace tpatlas::scene {

namespace {

// How far the skin gives way at full force, by class P0...P5. Editorial, for the animation only:
// never printed, never a target.
constexpr std::array<float, 6> full_dent_mm{0, 3, 5, 7.5f, 10, 13};
constexpr float coming_from_mm = 95;
constexpr float bone_cover_mm = 4;  // tissue that is always left over a bone

float smooth(float t)
{
    t = std::clamp(t, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

}  // namespace

const Press* drawable_press(const PlacedPoint& point)
{
    return point.approach ? point.record->animated_press() : nullptr;
}

PressMoment press_moment(const PlacedPoint& point, const Press& press, const Technique& technique,
                         float share)
{
    const PressCourse& course = technique->course;
    PressMoment moment;
    moment.arrival = course.arrival(share);
    moment.force = course.force(share);
    moment.easing = course.easing(share);
    moment.holding = share > course.rise_end && share < course.hold_end;
    const float room = std::max(0.0f, point.approach->to_bone_mm - bone_cover_mm);
    const auto level = static_cast<std::size_t>(press.pressure_class.number);
    moment.dent_mm = moment.force * std::min(full_dent_mm[level], room);
    // Before the press the zone is plainly shown; under force it deepens, and it eases in the hold.
    moment.zone_strength =
        std::clamp(0.80f + 0.20f * moment.force - 0.36f * moment.easing, 0.15f, 1.0f);
    return moment;
}

Dent dent_of(const PlacedPoint& point, const PressMoment& moment)
{
    Dent dent;
    if (point.approach) {
        dent.centre_mm = point.approach->from_mm;
        dent.direction = point.approach->direction;
        dent.depth_mm = moment.dent_mm;
    }
    return dent;
}

ContactPose hand_pose(const Atlas& atlas, const PlacedPoint& point, const PressMoment& moment,
                      std::shared_ptr<const MeshData> hand)
{
    const Approach& way = *point.approach;
    const glm::vec3 y = forearm_direction(atlas, point);
    const glm::vec3 z = way.direction;
    glm::vec3 x = glm::cross(y, z);
    // The left side is pressed by the mirrored hand, so that both sides are mirror images.
    if (point.side == Side::left)
        x = -x;
    const glm::vec3 at = way.from_mm + z * moment.dent_mm -
                         z * (coming_from_mm * (1 - smooth(moment.arrival)));
    ContactPose pose;
    pose.mesh = std::move(hand);
    pose.world_from_contact =
        glm::mat4(glm::vec4(x, 0), glm::vec4(y, 0), glm::vec4(z, 0), glm::vec4(at, 1));
    pose.opacity = smooth(moment.arrival * 2.2f);
    return pose;
}

}  // namespace tpatlas::scene
