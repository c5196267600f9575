#include "scene/press_moment.hpp"

#include "atlas/press_ways.hpp"
#include "scene/contact_looks.hpp"

#include <algorithm>
#include <array>

#include <glm/geometric.hpp>

namespace tpatlas::scene {

namespace {

// How far the skin gives way at full force, by class P0...P5, and how far a fold is lifted and
// rolled. Editorial, for the animation only: never printed, never a target.
constexpr std::array<float, 6> full_dent_mm{0, 3, 5, 7.5f, 10, 13};
constexpr float lift_mm = 19;
constexpr float full_roll_mm = 3;
constexpr float shake_mm = 0.8f;
constexpr float coming_from_mm = 95;
constexpr float bone_cover_mm = 4;  // tissue that is always left over a bone

float smooth(float t)
{
    t = std::clamp(t, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

const Gesture& gesture_of(const ShownPress& press)
{
    return (*press.option.technique)->gesture;
}

bool lifts(const ShownPress& press)
{
    return press.option.contact == Contact::pincer;
}

// Strokes run toward the heart, by the custom of massage.
bool runs_backward(const std::vector<glm::vec3>& stroke)
{
    constexpr glm::vec3 heart_mm(0, 1200, 80);
    return glm::distance(stroke.back(), heart_mm) > glm::distance(stroke.front(), heart_mm);
}

// A place of the stroke: -1 where it begins, 0 over the point, 1 where it ends.
glm::vec3 stroke_place(const PressWay& way, float along)
{
    const std::vector<glm::vec3>& stroke = way.stroke;
    const auto middle_at = std::find(stroke.begin(), stroke.end(), way.approach.from_mm);
    const auto middle = static_cast<float>(middle_at - stroke.begin());
    const auto last = static_cast<float>(stroke.size() - 1);
    if (runs_backward(stroke))
        along = -along;
    const float at = std::clamp(along < 0 ? middle * (1 + along) : middle + (last - middle) * along,
                                0.0f, last);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, stroke.size() - 1);
    return glm::mix(stroke[low], stroke[high], at - static_cast<float>(low));
}

Lie lie_of(const ShownPress& press)
{
    switch (press.option.contact) {
    case Contact::pincer:
        return Lie::across_fibres;
    case Contact::foam_roller:
    case Contact::roller_stick:
        return Lie::along_fibres;
    default:
        return gesture_of(press) == Gesture::strip_along ? Lie::along_fibres : Lie::free;
    }
}

// Across the fibres on the skin, for rolling a fold and for strokes across; 0 without fibres.
glm::vec3 across_fibres(const ShownPress& press)
{
    const auto fibre = fibre_direction(*press.point);
    if (!fibre)
        return glm::vec3(0);
    const glm::vec3 across = glm::cross(*fibre, press.way->approach.direction);
    const float length = glm::length(across);
    return length > 1e-3f ? across / length : glm::vec3(0);
}

}  // namespace

PressMoment press_moment(const ShownPress& press, float share)
{
    const Technique& technique = *press.option.technique;
    const Approach& way = press.way->approach;
    PressMoment moment;
    moment.gesture = gesture_moment(technique->gesture, technique->course, share);
    moment.direction = way.direction;
    moment.touch_mm = travels(technique->gesture)
                          ? stroke_place(*press.way, moment.gesture.along)
                          : way.from_mm;
    const glm::vec3 across = across_fibres(press) * moment.gesture.across;
    if (lifts(press))
        moment.roll_mm = across * full_roll_mm;
    else
        moment.touch_mm += across * across_mm;
    if (lifts(press)) {
        moment.dent_mm = -lift_mm * moment.gesture.force;
    } else {
        const float room = std::max(0.0f, way.to_bone_mm - bone_cover_mm);
        const auto level = static_cast<std::size_t>(press.option.press->pressure_class.number);
        moment.dent_mm = moment.gesture.force * std::min(full_dent_mm[level], room) +
                         shake_mm * moment.gesture.shake;
    }
    // Before the press the zone is plainly shown; under force it deepens, and it eases in the hold.
    moment.zone_strength = std::clamp(
        0.80f + 0.20f * moment.gesture.force - 0.36f * moment.gesture.easing, 0.15f, 1.0f);
    return moment;
}

Dent dent_of(const ShownPress& press, const PressMoment& moment)
{
    Dent dent;
    dent.centre_mm = moment.touch_mm + moment.roll_mm;
    dent.direction = moment.direction;
    dent.depth_mm = moment.dent_mm;
    const Contact contact = press.option.contact;
    dent.radius_mm = dent.length_mm = 22 + half_width_mm(contact) * 1.1f;
    if (lifts(press)) {  // a fold, held between thumb and fingers
        dent.axis = fibre_direction(*press.point).value_or(glm::vec3(0, 1, 0));
        dent.radius_mm = 17;
        dent.length_mm = 34;
    } else if (contact == Contact::foam_roller || contact == Contact::roller_stick) {
        dent.axis = across_fibres(press);
        dent.radius_mm = contact == Contact::foam_roller ? 44.0f : 24.0f;
        dent.length_mm = 90;
    }
    return dent;
}

ContactLay contact_lay(const Atlas& atlas, const ShownPress& press)
{
    ContactLay lay =
        lay_of(atlas, *press.point, *press.way, press.option.contact, lie_of(press));
    // A stroking hand follows its arm.
    if (gesture_of(press) == Gesture::strip_along) {
        glm::vec3 on = press.way->stroke.back() - press.way->stroke.front();
        if (runs_backward(press.way->stroke))
            on = -on;
        if (glm::dot(on, lay.y) > 0)
            lay.y = -lay.y;
    }
    return lay;
}

ContactPose contact_pose(const Atlas& atlas, const ShownPress& press, const ContactLay& lay,
                         const PressMoment& moment)
{
    glm::vec3 x = glm::cross(lay.y, lay.z);
    // The left side is pressed by the mirrored hand, so that both sides are mirror images.
    if (press.point->side == Side::left)
        x = -x;
    // A fold is held below its crest.
    const float depth_mm = lifts(press) ? moment.dent_mm * 0.68f : moment.dent_mm;
    const float away_mm = coming_from_mm * (1 - smooth(moment.gesture.arrival));
    const glm::vec3 at =
        moment.touch_mm + moment.roll_mm + moment.direction * (depth_mm - away_mm);
    ContactPose pose;
    // Shares the body's lifetime: the frame keeps the body alive.
    pose.mesh = std::shared_ptr<const MeshData>(atlas.shared_body(),
                                                &atlas.body().contact(press.option.contact));
    pose.world_from_contact =
        glm::mat4(glm::vec4(x, 0), glm::vec4(lay.y, 0), glm::vec4(lay.z, 0), glm::vec4(at, 1));
    const ContactLook look = contact_look(press.option.contact);
    pose.opacity = smooth(moment.gesture.arrival * 2.2f) * look.opacity;
    pose.colour = look.colour;
    pose.accent_colour = look.accent;
    pose.gloss = look.gloss;
    return pose;
}

}  // namespace tpatlas::scene
