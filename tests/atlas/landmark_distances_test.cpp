// Distances between the body's landmarks beside published ones, scaled by stature.
//
// ANSUR II (Gordon and others 2014, NATICK/TR-15/007), means of lean men of 1.704 m and lean women
// of 1.629 m; pelvis: 10.1007/s00256-009-0791-x (CT); C7 to T12: 0.65 of C7-PSIS, Ernst 2013,
// 10.1186/1756-0500-6-58; navel: Correia 2017, 10.1093/asj/sjx184, and 10.4103/0970-0358.96594.
// Between people such a length has a standard deviation of about 5 % of its mean, so a healthy body
// lies within 8 % of the means' span; what is known to lie outside is told by name.
#include "atlas/built_body.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

constexpr double men_mm = 1704, women_mm = 1629; // statures that the means belong to
constexpr double span = 0.08;

glm::dvec3 at(const char* id)
{
    const PlacedLandmark* landmark = built_body().body->landmark({id}, Side::right);
    EXPECT_TRUE(landmark) << id;
    return landmark ? glm::dvec3(landmark->position_mm) : glm::dvec3(0);
}

double between(const char* a, const char* b)
{
    return glm::distance(at(a), at(b));
}

double across(const char* id)
{
    return 2 * std::abs(at(id).x);
}

double floor_mm()
{
    return static_cast<double>(bounds(built_skin().skin().mesh()).min.y);
}

double stature_mm()
{
    return static_cast<double>(bounds(built_skin().skin().mesh()).max.y) - floor_mm();
}

double height(const char* id)
{
    return at(id).y - floor_mm();
}

// `men` and `women` are means at their own statures; the same for both where the source has one.
void expect_near(const char* what, double measured, double men, double women, double more = 0)
{
    const double a = men * stature_mm() / men_mm, b = women * stature_mm() / women_mm;
    EXPECT_GE(measured, std::min(a, b) * (1 - span - more)) << what;
    EXPECT_LE(measured, std::max(a, b) * (1 + span + more)) << what;
}

TEST(LandmarkDistances, of_the_arm_are_those_of_people)
{
    expect_near("acromion to radiale", between("acromion", "radial_head"), 323, 311);
    expect_near("radiale to stylion", between("radial_head", "radial_styloid"), 259, 241);
    expect_near("clavicle", between("clavicle_medial_end", "clavicle_lateral_end"), 150, 138);
}

TEST(LandmarkDistances, of_the_pelvis_are_those_of_people)
{
    // Over the skin of the crests: bone and twice 8 to 12 mm.
    expect_near("breadth of the iliac crests", across("iliac_tubercle"), 257, 273 - 16);
    expect_near("between the anterior spines", across("anterior_superior_iliac_spine"), 227, 227);
    expect_near("between the posterior spines", across("posterior_superior_iliac_spine"), 90, 90);
}

TEST(LandmarkDistances, of_the_leg_are_those_of_people)
{
    expect_near("trochanter to lateral epicondyle",
                between("greater_trochanter_top", "lateral_femoral_epicondyle"), 397, 380);
    expect_near("lateral epicondyle to malleolus",
                between("lateral_femoral_epicondyle", "lateral_malleolus"), 405, 403);
    // Skin adds about 3 mm on either side.
    expect_near("between the ankles",
                std::abs(at("lateral_malleolus").x - at("medial_malleolus").x) + 6, 72, 67);
}

TEST(LandmarkDistances, of_the_trunk_are_those_of_people)
{
    expect_near("C7 to T12", between("c7_spinous_process", "t12_spinous_process"), 330, 330);
    const double share = (at("xiphoid_process").y - at("umbilicus").y) /
                         (at("xiphoid_process").y - at("pubic_symphysis").y);
    EXPECT_GE(share, 0.50); // women 0.53
    EXPECT_LE(share, 0.60); // 0.57
}

TEST(LandmarkDistances, heights_above_the_floor_are_those_of_people)
{
    expect_near("C7", height("c7_spinous_process"), 1464, 1396);
    expect_near("jugular notch", height("jugular_notch"), 1387, 1327);
    expect_near("iliac crest", height("iliac_crest_top"), 1027, 996);
    expect_near("navel", height("umbilicus"), 1027, 987);
    expect_near("trochanter", height("greater_trochanter_top"), 871, 846);
    expect_near("kneecap", height("patella_centre"), 470, 449);
    expect_near("tibiale", height("lateral_joint_line"), 450, 438);
}

// By name: the measured skeleton's hands and feet are short, its feet by a tenth.
TEST(LandmarkDistances, of_hand_and_foot_are_short_but_no_more_than_is_known)
{
    expect_near("hand", between("wrist_front_middle", "finger_3_tip") + 6, 187, 180, 0.05);
    expect_near("foot", at("toe_1_tip").z - at("heel_back").z + 14, 262, 244, 0.05);
}

} // namespace
} // namespace tpatlas
