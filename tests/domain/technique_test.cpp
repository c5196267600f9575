#include "domain/technique.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

Technique::Fields sound()
{
    Technique::Fields fields;
    fields.id = {"press_and_hold"};
    fields.name_en = "Press and hold";
    fields.contacts = {Contact::thumb};
    fields.hold_s_min = 30;
    fields.hold_s_max = 60;
    fields.repetitions_max = 3;
    fields.how = "slowly";
    fields.always_beside = {"not proven"};
    fields.sources = {{{"simons_1999"}, {}}};
    return fields;
}

}  // namespace

TEST(PressCourse, has_no_force_until_the_contact_is_there)
{
    const PressCourse course;
    for (float t : {0.0f, 0.1f, 0.199f})
        EXPECT_EQ(course.force(t), 0) << t;
    EXPECT_FLOAT_EQ(course.arrival(0.2f), 1);
}

TEST(PressCourse, rises_holds_and_is_gone_before_the_contact_leaves)
{
    const PressCourse course;
    EXPECT_NEAR(course.force(0.3f), 0.5f, 1e-5);
    for (float t : {0.4f, 0.65f, 0.9f})
        EXPECT_FLOAT_EQ(course.force(t), 1) << t;
    EXPECT_FLOAT_EQ(course.force(course.release_end()), 0);
    EXPECT_FLOAT_EQ(course.force(1), 0);
    EXPECT_FLOAT_EQ(course.arrival(course.release_end()), 1);
    EXPECT_FLOAT_EQ(course.arrival(1), 0);
}

TEST(PressCourse, never_presses_while_the_contact_is_away)
{
    const PressCourse course;
    for (int i = 0; i <= 1000; ++i) {
        const float t = static_cast<float>(i) / 1000;
        if (course.force(t) > 0) {
            EXPECT_FLOAT_EQ(course.arrival(t), 1) << t;
        }
        EXPECT_GE(course.force(t), 0);
        EXPECT_LE(course.force(t), 1);
    }
}

TEST(PressCourse, eases_only_during_the_hold)
{
    const PressCourse course;
    EXPECT_EQ(course.easing(0.4f), 0);
    EXPECT_FLOAT_EQ(course.easing(0.9f), 1);
    EXPECT_FLOAT_EQ(course.easing(1), 1);
    float before = 0;
    for (float t = 0.4f; t < 0.9f; t += 0.01f) {
        EXPECT_GE(course.easing(t), before);
        before = course.easing(t);
    }
}

TEST(PressCourse, moves_without_a_jump_or_a_corner)
{
    const PressCourse course;
    const float step = 1e-3f;
    float slope_before = 0;
    for (float t = step; t <= 1; t += step) {
        const float slope = (course.force(t) - course.force(t - step)) / step;
        // A corner would change the slope by 5 or more.
        EXPECT_LT(std::abs(slope - slope_before), 2.5f) << t;
        slope_before = slope;
    }
}

TEST(PressCourse, answers_nonsense_with_nothing)
{
    const PressCourse course;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(course.force(nan), 0);
    EXPECT_EQ(course.arrival(nan), 0);
    EXPECT_EQ(course.force(-1), 0);
    EXPECT_EQ(course.force(5), 0);
    EXPECT_EQ(course.arrival(5), 0);
}

TEST(Technique, is_made_from_sound_fields)
{
    const Result<Technique> technique = Technique::make(sound());
    ASSERT_TRUE(technique) << technique.error().message();
    EXPECT_EQ(technique.value()->pain_limit, 5);
}

TEST(Technique, is_rejected_with_every_fault_at_once)
{
    Technique::Fields fields = sound();
    fields.contacts.clear();
    fields.course.rise_end = 0.95f;
    fields.hold_s_min = 90;
    fields.pain_limit = 11;
    fields.sources.clear();
    const Result<Technique> technique = Technique::make(fields);
    ASSERT_FALSE(technique);
    std::string keys;
    for (const Error& error : technique.faults())
        keys += error.where + " ";
    EXPECT_EQ(keys, "contacts course hold_s pain_limit sources ");
}

TEST(Technique, is_rejected_without_the_sentences_that_stand_beside_it)
{
    Technique::Fields fields = sound();
    fields.always_beside.clear();
    ASSERT_FALSE(Technique::make(fields));
}
