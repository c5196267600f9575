// The muscles whose points are recorded are whole: fifteen of the list, twenty-three records.
#include "domain/press_option.hpp"
#include "io/catalogue_files.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

const Catalogue& shipped()
{
    static const Result<Catalogue> catalogue =
        io::load_catalogue(std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets" / "catalogue");
    return catalogue.value();
}

// How many points each has.
const std::map<std::string, std::size_t> points_of{
    {"trapezius_upper", 2},           {"trapezius_middle", 3},
    {"trapezius_lower", 2},           {"sternocleidomastoid_sternal", 4},
    {"sternocleidomastoid_clavicular", 3}, {"levator_scapulae", 2},
    {"scalene_anterior", 1},          {"scalene_medius", 1},
    {"scalene_posterior", 1},         {"scalene_minimus", 1},
    {"supraspinatus", 3},             {"infraspinatus", 3},
    {"subscapularis", 3},             {"pectoralis_minor", 2},
    {"extensor_carpi_radialis_longus", 1}, {"gluteus_medius", 3},
    {"gluteus_minimus_anterior", 2},  {"gluteus_minimus_posterior", 2},
    {"piriformis", 2},                {"vastus_medialis", 2},
    {"gastrocnemius_medial", 2},      {"gastrocnemius_lateral", 2},
    {"soleus", 3}};

// Of these the sources that we cite name causes only.
const std::set<std::string> without_complaints{"trapezius_middle", "trapezius_lower",
                                               "scalene_anterior", "scalene_medius",
                                               "scalene_posterior", "scalene_minimus"};

std::vector<const TriggerPoint*> all_points()
{
    std::vector<const TriggerPoint*> all;
    for (const auto& [id, count] : points_of)
        for (const TriggerPoint* point : shipped().points_of({id}))
            all.push_back(point);
    return all;
}

bool is_pressed(const Press& press)
{
    return press.who != Who::view_only;
}

template <class Test>
bool has(const std::vector<PressOption>& options, Test test)
{
    return std::any_of(options.begin(), options.end(), test);
}

bool begins(const std::string& text, const char* start)
{
    return text.rfind(start, 0) == 0;
}

}  // namespace

TEST(WholeMuscles, are_those_of_the_list_with_all_their_points)
{
    for (const auto& [id, count] : points_of) {
        ASSERT_NE(shipped().muscle({id}), nullptr) << id;
        EXPECT_EQ(shipped().points_of({id}).size(), count) << id;
    }
}

TEST(WholeMuscles, tell_causes_complaints_palpation_and_sources)
{
    for (const auto& [id, count] : points_of) {
        const Muscle& muscle = *shipped().muscle({id});
        EXPECT_FALSE(muscle->causes.empty()) << id;
        EXPECT_EQ(muscle->complaints.empty(), without_complaints.contains(id)) << id;
        EXPECT_EQ(muscle->palpation.empty(), id == "scalene_minimus") << id << ", never touched";
        EXPECT_FALSE(muscle->cautions.empty()) << id;
        EXPECT_FALSE(muscle->course.empty()) << id;
        EXPECT_FALSE(muscle->covered_by.empty()) << id;
        EXPECT_FALSE(muscle->variations.empty()) << id;
        EXPECT_GE(muscle->sources.size(), 2u) << id << ": anatomy and points are not of one book";
    }
}

TEST(WholeMuscles, have_points_with_place_near_uncertainty_and_sources)
{
    for (const TriggerPoint* point : all_points()) {
        const TriggerPoint::Fields& fields = **point;
        const std::string& id = fields.id.text;
        EXPECT_GT(fields.place.size(), 8u) << id;
        EXPECT_EQ(fields.near.empty(), fields.structure.empty()) << id << ": what lies is checked";
        EXPECT_GE(fields.uncertainty_mm, 10) << id << ": nobody knows it better";
        EXPECT_LE(fields.uncertainty_mm, 30) << id;
        EXPECT_FALSE(fields.estimates.empty()) << id;
        EXPECT_GE(fields.sources.size(), 2u) << id;
    }
}

TEST(WholeMuscles, refer_pain_somewhere_or_tell_another_effect)
{
    for (const TriggerPoint* point : all_points()) {
        if ((*point)->essential)
            continue;
        EXPECT_FALSE((*shipped().muscle((*point)->muscle))->effects.empty()) << (*point)->id.text;
    }
}

TEST(WholeMuscles, have_points_that_are_pressed_or_say_why_not)
{
    for (const TriggerPoint* point : all_points()) {
        const std::string& id = (*point)->id.text;
        EXPECT_FALSE((*point)->press.empty()) << id;
        EXPECT_NE(point->is_pressed(), !(*point)->view_only_reason.empty())
            << id << ": one of the two, never both";
        for (const Press& press : (*point)->press) {
            if (!is_pressed(press))
                continue;
            EXPECT_FALSE(press.posture.empty()) << id;
            EXPECT_FALSE(press.against.empty()) << id;
            EXPECT_FALSE(press.direction_words.empty()) << id;
            EXPECT_GE(press.pressure_class.number, 1) << id;
            EXPECT_LE(press.pressure_class.number, 4) << id << ": P5 is nobody's";
        }
    }
}

TEST(WholeMuscles, have_a_technique_for_every_contact_that_they_name)
{
    for (const TriggerPoint* point : all_points()) {
        const std::vector<PressOption> options = press_options(*point, shipped());
        for (const Press& press : (*point)->press)
            for (const Contact contact : press.contacts)
                EXPECT_EQ(is_pressed(press), has(options, [&](const PressOption& option) {
                              return option.press == &press && option.contact == contact;
                          }))
                    << (*point)->id.text << " with " << to_text(contact);
    }
}

TEST(WholeMuscles, have_a_technique_for_every_stroke_that_they_name)
{
    for (const TriggerPoint* point : all_points()) {
        const std::vector<PressOption> options = press_options(*point, shipped());
        for (const Press& press : (*point)->press)
            for (const Gesture stroke : press.strokes)
                EXPECT_TRUE(has(options, [&](const PressOption& option) {
                    return option.press == &press && (*option.technique)->gesture == stroke;
                })) << (*point)->id.text << " by " << to_text(stroke);
    }
}

// A sign that a record's cautions speak of stands first in the record, by a red flag of that grade
// that names the muscle.
TEST(WholeMuscles, that_are_worth_a_caution_have_red_flags_of_their_own)
{
    for (const auto& [id, count] : points_of) {
        std::set<Urgency> own;
        for (const RedFlag* flag : shipped().red_flags_of({id}))
            if (!(*flag)->muscles.empty())
                own.insert((*flag)->urgency);
        EXPECT_FALSE(own.empty()) << id;
        std::vector<std::string> cautions = (*shipped().muscle({id}))->cautions;
        for (const TriggerPoint* point : shipped().points_of({id}))
            cautions.insert(cautions.end(), (*point)->cautions.begin(), (*point)->cautions.end());
        for (const std::string& caution : cautions) {
            if (begins(caution, "Emergency")) {
                EXPECT_TRUE(own.contains(Urgency::emergency)) << id << ": " << caution;
            }
            if (begins(caution, "Same day")) {
                EXPECT_TRUE(own.contains(Urgency::same_day)) << id << ": " << caution;
            }
        }
    }
}

TEST(WholeMuscles, begin_with_the_flags_that_hold_for_everybody_at_the_latest)
{
    const std::vector<const RedFlag*> flags = shipped().red_flags_of({"soleus"});
    ASSERT_GE(flags.size(), 4u);
    EXPECT_EQ((*flags.front())->urgency, Urgency::emergency);
    EXPECT_FALSE((*flags.front())->muscles.empty()) << "its own first";
    EXPECT_TRUE(std::any_of(flags.begin(), flags.end(),
                            [](const RedFlag* flag) { return (*flag)->muscles.empty(); }));
}

TEST(Sternocleidomastoid, is_lifted_by_pincer_only_in_both_heads)
{
    for (const char* head : {"sternocleidomastoid_sternal", "sternocleidomastoid_clavicular"})
        for (const TriggerPoint* point : shipped().points_of({head})) {
            EXPECT_TRUE(point->is_pressed()) << (*point)->id.text;
            for (const Press& press : (*point)->press) {
                EXPECT_TRUE(press.lifts()) << (*point)->id.text;
                EXPECT_TRUE(press.strokes.empty()) << (*point)->id.text;
                EXPECT_LE(press.pressure_class.number, 2) << (*point)->id.text;
                ASSERT_TRUE(press.direction) << (*point)->id.text;
                // Off the neck: outward on the right side or forward, never inward or back.
                EXPECT_LE(press.direction->x, 0) << (*point)->id.text;
                EXPECT_GE(press.direction->z, 0) << (*point)->id.text;
            }
            for (const PressOption& option : press_options(*point, shipped()))
                EXPECT_EQ(option.contact, Contact::pincer) << (*point)->id.text;
        }
}

TEST(Subscapularis, is_not_animated_and_says_why)
{
    for (const TriggerPoint* point : shipped().points_of({"subscapularis"})) {
        EXPECT_FALSE(point->is_pressed()) << (*point)->id.text;
        EXPECT_GT((*point)->view_only_reason.size(), 20u) << (*point)->id.text;
        EXPECT_EQ(point->why_not_pressed(Texts()), (*point)->view_only_reason);
        for (const Press& press : (*point)->press)
            EXPECT_FALSE(press.direction) << (*point)->id.text;
    }
}

TEST(ScalenusMinimus, is_shown_without_structure_and_pressed_by_nobody)
{
    const Muscle& muscle = *shipped().muscle({"scalene_minimus"});
    EXPECT_FALSE(muscle->has_structure);
    EXPECT_TRUE(muscle->structures.empty());
    for (const TriggerPoint* point : shipped().points_of({"scalene_minimus"})) {
        EXPECT_TRUE((*point)->structure.empty());
        ASSERT_FALSE((*point)->press.empty());
        for (const Press& press : (*point)->press)
            EXPECT_EQ(press.who, Who::view_only);
        EXPECT_FALSE((*point)->view_only_reason.empty());
        EXPECT_TRUE(press_options(*point, shipped()).empty());
    }
}

// Where vessels, nerves or the lung lie under the fingers, nobody presses alone.
TEST(Scalenes, are_for_professionals_lightly)
{
    for (const char* id : {"scalene_anterior", "scalene_medius", "scalene_posterior"})
        for (const TriggerPoint* point : shipped().points_of({id}))
            for (const Press& press : (*point)->press) {
                EXPECT_EQ(press.who, Who::therapist) << (*point)->id.text;
                EXPECT_LE(press.pressure_class.number, 1) << (*point)->id.text;
            }
}
