// The no-press zones that we ship, on the body that was built.
#include "atlas/no_press.hpp"

#include "atlas/built_body.hpp"

#include <map>
#include <set>
#include <utility>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

std::set<std::string> zones_at(const char* landmark, Side side)
{
    std::set<std::string> ids;
    const PlacedLandmark* place = built_body().body->landmark({landmark}, side);
    EXPECT_TRUE(place) << landmark;
    if (place)
        for (const NoPressHere& here : no_press_at(built_atlas(), place->skin_mm))
            ids.insert((*here.zone->record)->id.text);
    return ids;
}

TEST(NoPressOnSkin, has_a_place_for_every_shipped_zone_with_a_shape)
{
    std::map<std::string, int> times;
    for (const PlacedNoPress& place : built_atlas().no_press()) {
        ++times[(*place.record)->id.text];
        EXPECT_GT(place.area_mm2, 80) << (*place.record)->id.text;
        EXPECT_LT(place.area_mm2, 2.6e5) << (*place.record)->id.text;
        EXPECT_FALSE(place.regions.empty()) << (*place.record)->id.text;
    }
    for (const NoPressZone& zone : shipped_catalogue()->no_press())
        EXPECT_EQ(times[zone->id.text], zone->shapes.empty()                      ? 0
                                        : zone->where == NoPressSide::both ? 2
                                                                           : 1)
            << zone->id.text;
}

TEST(NoPressOnSkin, has_equal_areas_on_both_sides)
{
    std::map<std::pair<std::string, Side>, double> area;
    for (const PlacedNoPress& place : built_atlas().no_press())
        area[{(*place.record)->id.text, place.side}] = place.area_mm2;
    for (const auto& [key, right] : area)
        if (key.second == Side::right) {
            const auto left = area.find({key.first, Side::left});
            ASSERT_TRUE(left != area.end()) << key.first;
            EXPECT_NEAR(left->second, right, 0.01 * right) << key.first;
        }
}

TEST(NoPressOnSkin, lies_where_an_anatomist_expects_it)
{
    const std::vector<std::pair<const char*, const char*>> expected{
        {"eye_centre", "eye"},
        {"laryngeal_prominence", "front_of_neck"},
        {"popliteal_centre", "popliteal_middle"},
        {"fibular_neck", "fibular_neck"},
        {"elbow_crease_middle", "cubital_fossa"},
        {"coccyx_tip", "coccyx"},
        {"umbilicus", "abdomen"},
        {"c4_spinous_process", "spinous_row"},
        {"wrist_front_middle", "carpal_tunnel"},
        {"greater_trochanter", "trochanter"},
        {"xiphoid_process", "xiphoid"},
        {"coracoid_process", "infraclavicular"}};
    for (const auto& [landmark, zone] : expected)
        EXPECT_TRUE(zones_at(landmark, Side::right).contains(zone)) << landmark << ": " << zone;
    // The aorta lies a little to the left.
    double x = 0;
    for (const PlacedNoPress& place : built_atlas().no_press())
        if ((*place.record)->id.text == "aorta")
            x = static_cast<double>(place.centroid_mm.x);
    EXPECT_GT(x, 3);
    EXPECT_LT(x, 14);
}

TEST(NoPressOnSkin, leaves_free_what_is_commonly_pressed)
{
    for (const char* landmark : {"infraspinatus_middle", "neck_shoulder_angle", "calf_middle",
                                 "thigh_front_middle", "deltoid_middle_belly", "biceps_belly"})
        for (const std::string& id : zones_at(landmark, Side::left))
            EXPECT_NE((*shipped_catalogue()->no_press_zone({id}))->grade, NoPressGrade::never)
                << landmark << ": " << id;
}

TEST(NoPressOnSkin, tells_the_strictest_grade_first_and_what_comes_near)
{
    const glm::vec3 at = built_body().body->landmark({"umbilicus"}, Side::middle)->skin_mm;
    const std::vector<NoPressHere> here = no_press_at(built_atlas(), at);
    ASSERT_GE(here.size(), 2u);
    EXPECT_EQ((*here.front().zone->record)->grade, NoPressGrade::never);
    for (const NoPressHere& one : here)
        EXPECT_GT(one.inside_mm, 0);
    const glm::vec3 beside = at + glm::vec3(-22, 0, 0); // outside the aorta's strip
    const auto has_aorta = [&](float margin) {
        for (const NoPressHere& one : no_press_at(built_atlas(), beside, margin))
            if ((*one.zone->record)->id.text == "aorta")
                return true;
        return false;
    };
    EXPECT_FALSE(has_aorta(0));
    EXPECT_TRUE(has_aorta(19));
}

} // namespace
} // namespace tpatlas
