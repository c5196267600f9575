// Every point of the shipped catalogue, on the body that was built, with every technique and contact
// that its record offers: what is animated keeps to the no-press zones, goes through no bone, and
// does not sink into the body.
#include "scene/press_moment.hpp"

#include "atlas/built_body.hpp"
#include "atlas/no_press.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

std::vector<ShownPress> all_presses()
{
    std::vector<ShownPress> all;
    for (const TriggerPoint& point : shipped_catalogue()->points())
        for (const Side side : {Side::right, Side::left})
            for (const ShownPress& press : presses_of(built_atlas(), point, side))
                all.push_back(press);
    return all;
}

std::string name_of(const ShownPress& press)
{
    return (*press.point->record)->id.text + " " + std::string(to_text(press.point->side)) + " " +
           (*press.option.technique)->id.text + " " + std::string(to_text(press.option.contact));
}

// Where the contact's middle is on the resting skin, at moments of the whole course.
std::vector<scene::PressMoment> moments_of(const ShownPress& press)
{
    std::vector<scene::PressMoment> moments;
    for (float share = 0.2f; share <= 0.9f; share += 0.05f)
        moments.push_back(scene::press_moment(press, share));
    return moments;
}

TEST(PressOnBody, is_animated_for_most_points_and_says_why_not_for_the_others)
{
    const Texts texts({{"press.refused", "{name}"}, {"press.no_room", "no room"},
                       {"press.no_direction", "none"}, {"press.not_on_body", "none"}});
    std::set<std::string> animated;
    for (const ShownPress& press : all_presses()) {
        if (press.animated())
            animated.insert((*press.point->record)->id.text);
        EXPECT_EQ(press.why_not(texts).empty(), press.animated());
    }
    EXPECT_GE(animated.size(), 38u);
    EXPECT_FALSE(animated.contains("subscapularis.tp1")) << "chest and ribs lie before it";
}

TEST(PressOnBody, keeps_to_the_grades_wherever_the_contact_is)
{
    int looked_at = 0;
    for (const ShownPress& press : all_presses()) {
        if (!press.animated())
            continue;
        Press one = *press.option.press;
        one.contacts = {press.option.contact};
        for (const scene::PressMoment& moment : moments_of(press))
            for (const NoPressHere& here : no_press_at(built_atlas(), moment.touch_mm)) {
                ++looked_at;
                const NoPressVerdict verdict = verdict_on(*here.zone->record, one);
                EXPECT_TRUE(verdict.allowed)
                    << name_of(press) << " in " << (*here.zone->record)->id.text;
                if (verdict.longest_s && moment.touch_mm == press.way->approach.from_mm) {
                    EXPECT_LE(press.hold_s_max(), *verdict.longest_s) << name_of(press);
                }
            }
    }
    EXPECT_GT(looked_at, 500) << "many points lie in a zone with a rule";
}

TEST(PressOnBody, keeps_clear_of_what_is_never_pressed_by_the_contact_s_half_width)
{
    for (const ShownPress& press : all_presses()) {
        if (!press.animated())
            continue;
        Press one = *press.option.press;
        one.contacts = {press.option.contact};
        const float margin_mm = half_width_mm(press.option.contact);
        for (const NoPressHere& here :
             no_press_at(built_atlas(), press.way->approach.from_mm, margin_mm))
            if ((*here.zone->record)->grade == NoPressGrade::never) {
                EXPECT_TRUE(verdict_on(*here.zone->record, one).allowed)
                    << name_of(press) << " beside " << (*here.zone->record)->id.text;
            }
    }
}

TEST(PressOnBody, goes_through_no_bone_and_ends_in_the_point)
{
    for (const PlacedPoint& point : built_atlas().points())
        for (const PressWay& way : point.ways) {
            const std::string& id = (*point.record)->id.text;
            EXPECT_LT(way.approach.depth_mm, way.approach.to_bone_mm) << id;
            EXPECT_NEAR(glm::length(way.approach.direction), 1, 1e-3f) << id;
            const glm::vec3 end =
                way.approach.from_mm + way.approach.direction * way.approach.depth_mm;
            EXPECT_LT(glm::distance(end, point.position_mm), 0.1f) << id;
            EXPECT_LT(built_skin().skin().tree().nearest(way.approach.from_mm).distance_mm, 0.1f)
                << id;
            EXPECT_LT(glm::dot(way.approach.normal, way.approach.direction), 0)
                << id << " comes from outside";
        }
}

TEST(PressOnBody, has_strokes_only_where_a_press_names_them_and_they_stay_on_the_muscle)
{
    int strokes = 0;
    for (const PlacedPoint& point : built_atlas().points())
        for (const PressWay& way : point.ways) {
            if (way.stroke.empty())
                continue;
            ++strokes;
            const bool rolls = way.press->allows(Contact::foam_roller) ||
                               way.press->allows(Contact::roller_stick);
            EXPECT_TRUE(rolls || !way.press->strokes.empty()) << (*point.record)->id.text;
            for (std::size_t i = 1; i < way.stroke.size(); ++i)
                EXPECT_LT(glm::distance(way.stroke[i - 1], way.stroke[i]), 12.1f);
        }
    EXPECT_GE(strokes, 10);
}

// How far a vertex of the contact lies under the skin as the press has dented it.
float sunk_mm(const ShownPress& press, const scene::PressMoment& moment, glm::vec3 vertex)
{
    const Surface& skin = built_skin().skin();
    const SurfacePoint at = skin.nearest(vertex);
    const glm::vec3 normal = skin.smooth_normal(at);
    const glm::vec3 place = skin.position(at);
    const float under = glm::dot(normal, place - vertex);
    if (under <= 0 || under > 60)
        return 0;
    const scene::Dent dent = scene::dent_of(press, moment);
    const glm::vec3 d = place - dent.centre_mm;
    const glm::vec3 across = d - dent.direction * glm::dot(d, dent.direction);
    const glm::vec3 along = dent.axis * glm::dot(across, dent.axis);
    const float x = glm::dot(across - along, across - along) / (dent.radius_mm * dent.radius_mm) +
                    glm::dot(along, along) / (dent.length_mm * dent.length_mm);
    const float left = std::max(0.0f, 1 - x);
    return std::max(0.0f, under - std::max(0.0f, dent.depth_mm) * left * left);
}

TEST(PressOnBody, does_not_sink_the_contact_into_the_skin_beyond_the_dent)
{
    std::map<std::string, float> sunk;  // share of the contact's surface deeper than 6 mm
    for (const ShownPress& press : all_presses()) {
        const Gesture gesture = (*press.option.technique)->gesture;
        if (!press.animated() || press.point->side == Side::left ||
            (gesture != Gesture::press_and_hold && gesture != Gesture::pincer_and_roll))
            continue;
        const scene::PressMoment moment = scene::press_moment(press, 0.65f);
        const scene::ContactPose pose = scene::contact_pose(
            built_atlas(), press, scene::contact_lay(built_atlas(), press), moment);
        int all = 0, deep = 0;
        float most = 0;
        for (std::size_t v = 0; v < pose.mesh->positions.size(); v += 29) {
            const glm::vec3 at(pose.world_from_contact * glm::vec4(pose.mesh->positions[v], 1));
            const float mm = sunk_mm(press, moment, at);
            ++all;
            deep += mm > 6 ? 1 : 0;
            most = std::max(most, mm);
        }
        const float share = static_cast<float>(deep) / static_cast<float>(std::max(1, all));
        sunk[name_of(press)] = share;
        EXPECT_LT(share, 0.06f) << name_of(press) << ", deepest " << most << " mm";
    }
    EXPECT_GE(sunk.size(), 40u);
}

}  // namespace
}  // namespace tpatlas
