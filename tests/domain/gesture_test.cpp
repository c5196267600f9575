#include "domain/gesture.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

constexpr float tau = 6.2831853f;
constexpr int steps_a_course = 4000;

// The course that is shown, and one with other shares.
const PressCourse courses[] = {PressCourse{}, PressCourse{0.1f, 0.2f, 0.7f}};

struct Moment {
    float t = 0;
    GestureMoment is;
};

// One repetition from end to end.
std::vector<Moment> played(Gesture gesture, const PressCourse& course = {})
{
    std::vector<Moment> all;
    for (int i = 0; i <= steps_a_course; ++i) {
        const float t = static_cast<float>(i) / steps_a_course;
        all.push_back({t, gesture_moment(gesture, course, t)});
    }
    return all;
}

template <class Test>
void for_every_gesture(Test test)
{
    for (std::size_t i = 0; i < gesture_texts.size(); ++i)
        for (const PressCourse& course : courses)
            test(static_cast<Gesture>(i), course, std::string(gesture_texts[i]));
}

// The heights at which the force of a whole repetition stands still for more than a hundredth.
std::vector<float> plateaus(const std::vector<Moment>& course)
{
    std::vector<float> heights;
    std::size_t still = 0;
    for (std::size_t i = 1; i < course.size(); ++i) {
        still = std::abs(course[i].is.force - course[i - 1].is.force) < 1e-6f ? still + 1 : 0;
        if (still == steps_a_course / 100 && course[i].is.force > 0.01f)
            heights.push_back(course[i].is.force);
    }
    return heights;
}

// How often the force turns from falling to rising while it is held.
int rises_again(const std::vector<Moment>& course)
{
    int count = 0;
    bool fell = false;
    for (std::size_t i = 1; i < course.size(); ++i) {
        if (!course[i].is.holding)
            continue;
        const float change = course[i].is.force - course[i - 1].is.force;
        if (change < -1e-5f)
            fell = true;
        else if (change > 1e-5f && fell) {
            ++count;
            fell = false;
        }
    }
    return count;
}

}  // namespace

TEST(Gesture, of_every_kind_presses_only_between_contact_and_release)
{
    for_every_gesture([](Gesture gesture, const PressCourse& course, const std::string& name) {
        float most = 0;
        for (const Moment& moment : played(gesture, course)) {
            if (moment.t <= course.contact_end || moment.t >= course.release_end()) {
                EXPECT_EQ(moment.is.force, 0) << name << " at " << moment.t;
            }
            EXPECT_GE(moment.is.force, 0) << name << " at " << moment.t;
            EXPECT_LE(moment.is.force, course.force(moment.t)) << name << " at " << moment.t;
            most = std::max(most, moment.is.force);
        }
        EXPECT_GT(most, 0.3f) << name << " presses nowhere";
    });
}

TEST(Gesture, of_every_kind_moves_without_a_jump)
{
    for_every_gesture([](Gesture gesture, const PressCourse& course, const std::string& name) {
        const std::vector<Moment> all = played(gesture, course);
        // What shakes goes to and fro forty times a repetition: the steepest slope is known.
        constexpr float shake_step = 1.1f * 40 * tau / steps_a_course;
        for (std::size_t i = 1; i < all.size(); ++i) {
            const GestureMoment &a = all[i - 1].is, &b = all[i].is;
            EXPECT_LT(std::abs(b.force - a.force), 0.02f) << name << " at " << all[i].t;
            EXPECT_LT(std::abs(b.along - a.along), 0.02f) << name << " at " << all[i].t;
            EXPECT_LT(std::abs(b.across - a.across), 0.025f) << name << " at " << all[i].t;
            EXPECT_LT(std::abs(b.arrival - a.arrival), 0.03f) << name << " at " << all[i].t;
            EXPECT_LT(std::abs(b.shake - a.shake), shake_step) << name << " at " << all[i].t;
        }
    });
}

TEST(Gesture, of_every_kind_stays_in_its_ranges_and_ends_away_from_the_skin)
{
    for_every_gesture([](Gesture gesture, const PressCourse& course, const std::string& name) {
        for (const Moment& moment : played(gesture, course)) {
            EXPECT_LE(std::abs(moment.is.along), 1) << name << " at " << moment.t;
            EXPECT_LE(std::abs(moment.is.across), 1) << name << " at " << moment.t;
            EXPECT_LE(std::abs(moment.is.shake), 1) << name << " at " << moment.t;
            EXPECT_EQ(moment.is.holding,
                      moment.t > course.rise_end && moment.t < course.hold_end)
                << name << " at " << moment.t;
        }
        EXPECT_EQ(gesture_moment(gesture, course, 0).arrival, 0) << name;
        EXPECT_EQ(gesture_moment(gesture, course, 1).arrival, 0) << name;
        EXPECT_EQ(gesture_moment(gesture, course, course.contact_end).arrival, 1) << name;
    });
}

TEST(Gesture, that_presses_and_holds_is_the_course_itself_and_stays_on_the_spot)
{
    for (const PressCourse& course : courses)
        for (const Moment& moment : played(Gesture::press_and_hold, course)) {
            EXPECT_EQ(moment.is.force, course.force(moment.t));
            EXPECT_EQ(moment.is.along, 0);
            EXPECT_EQ(moment.is.across, 0);
            EXPECT_EQ(moment.is.shake, 0);
        }
    EXPECT_EQ(plateaus(played(Gesture::press_and_hold)), std::vector<float>{1});
}

TEST(Gesture, in_steps_has_three_plateaus_each_higher_than_the_last)
{
    for (const PressCourse& course : courses) {
        const std::vector<float> heights = plateaus(played(Gesture::stepped, course));
        ASSERT_EQ(heights.size(), 3u);
        EXPECT_LT(heights[0], heights[1] - 0.1f);
        EXPECT_LT(heights[1], heights[2] - 0.1f);
        EXPECT_NEAR(heights[2], 1, 1e-5);
        // Up only, until it is released.
        float before = 0;
        for (const Moment& moment : played(Gesture::stepped, course))
            if (moment.t < course.hold_end) {
                EXPECT_GE(moment.is.force, before - 1e-6f) << moment.t;
                before = moment.is.force;
            }
    }
}

TEST(Gesture, in_pulses_goes_down_and_up_between_them)
{
    for (const PressCourse& course : courses) {
        const std::vector<Moment> all = played(Gesture::pulsed, course);
        EXPECT_EQ(rises_again(all), 4);
        float least = 1, most = 0;
        for (const Moment& moment : all)
            if (moment.is.holding) {
                least = std::min(least, moment.is.force);
                most = std::max(most, moment.is.force);
            }
        EXPECT_NEAR(least, 0.25f, 0.02f) << "the contact stays on the skin between pulses";
        EXPECT_NEAR(most, 1, 1e-4);
    }
    EXPECT_EQ(rises_again(played(Gesture::press_and_hold)), 0);
}

TEST(Gesture, along_a_strip_runs_from_its_start_through_the_point_to_its_end)
{
    for (const PressCourse& course : courses) {
        const std::vector<Moment> all = played(Gesture::strip_along, course);
        EXPECT_EQ(all.front().is.along, -1);
        EXPECT_EQ(gesture_moment(Gesture::strip_along, course, course.rise_end).along, -1)
            << "it does not travel before it is pressed";
        EXPECT_NEAR(gesture_moment(Gesture::strip_along, course,
                                   (course.rise_end + course.hold_end) / 2).along, 0, 1e-3);
        EXPECT_EQ(gesture_moment(Gesture::strip_along, course, course.hold_end).along, 1);
        EXPECT_EQ(all.back().is.along, 1);
        for (std::size_t i = 1; i < all.size(); ++i)
            EXPECT_GE(all[i].is.along, all[i - 1].is.along) << "it never runs back";
    }
}

TEST(Gesture, that_rolls_and_stops_ends_on_the_point_and_stays_there)
{
    for (const PressCourse& course : courses) {
        const std::vector<Moment> all = played(Gesture::roll_and_stop, course);
        EXPECT_EQ(all.front().is.along, -1);
        const float there = course.rise_end + 0.3f * (course.hold_end - course.rise_end);
        for (const Moment& moment : all) {
            EXPECT_LE(moment.is.along, 0) << "never past the point";
            if (moment.t > there + 1e-4f) {
                EXPECT_EQ(moment.is.along, 0) << moment.t;
            }
        }
        EXPECT_LT(there, course.hold_end - 0.3f * (course.hold_end - course.rise_end))
            << "it stays longer than it travels";
    }
}

TEST(Gesture, across_the_fibres_goes_to_both_sides_and_only_while_it_is_held)
{
    for (const Gesture gesture : {Gesture::cross_fibres, Gesture::pincer_and_roll}) {
        float least = 0, most = 0;
        for (const Moment& moment : played(gesture)) {
            least = std::min(least, moment.is.across);
            most = std::max(most, moment.is.across);
            if (!moment.is.holding) {
                EXPECT_NEAR(moment.is.across, 0, 1e-5) << to_text(gesture) << " " << moment.t;
            }
            EXPECT_EQ(moment.is.along, 0);
        }
        EXPECT_LT(least, -0.9f) << to_text(gesture);
        EXPECT_GT(most, 0.9f) << to_text(gesture);
    }
}

TEST(Gesture, of_a_light_first_try_is_at_most_two_fifths_of_the_force)
{
    for (const PressCourse& course : courses) {
        float most = 0;
        for (const Moment& moment : played(Gesture::light_first_try, course))
            most = std::max(most, moment.is.force);
        EXPECT_LE(most, 0.4f);
        EXPECT_GT(most, 0.35f);
    }
}

TEST(Gesture, that_vibrates_shakes_only_under_force_and_no_other_shakes)
{
    float most = 0;
    for (const Moment& moment : played(Gesture::vibrate)) {
        EXPECT_LE(std::abs(moment.is.shake), moment.is.force) << moment.t;
        most = std::max(most, std::abs(moment.is.shake));
    }
    EXPECT_GT(most, 0.9f);
    for_every_gesture([](Gesture gesture, const PressCourse& course, const std::string& name) {
        if (gesture == Gesture::vibrate)
            return;
        for (const Moment& moment : played(gesture, course))
            EXPECT_EQ(moment.is.shake, 0) << name;
    });
}

TEST(Gesture, eases_the_referred_pain_only_in_the_hold)
{
    for_every_gesture([](Gesture gesture, const PressCourse& course, const std::string& name) {
        EXPECT_EQ(gesture_moment(gesture, course, course.rise_end).easing, 0) << name;
        EXPECT_EQ(gesture_moment(gesture, course, course.hold_end).easing, 1) << name;
        EXPECT_EQ(gesture_moment(gesture, course, 1).easing, 1) << name;
    });
}

TEST(Gesture, answers_nonsense_with_no_force)
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    for_every_gesture([nan](Gesture gesture, const PressCourse& course, const std::string& name) {
        for (const float t : {nan, -1.0f, 7.0f}) {
            const GestureMoment moment = gesture_moment(gesture, course, t);
            EXPECT_EQ(moment.force, 0) << name << " at " << t;
            EXPECT_EQ(moment.arrival, 0) << name << " at " << t;
            EXPECT_FALSE(moment.holding) << name << " at " << t;
        }
    });
}

TEST(Gesture, has_a_name_of_its_own_and_says_whether_it_leaves_the_spot)
{
    EXPECT_EQ(std::set<std::string_view>(gesture_texts.begin(), gesture_texts.end()).size(),
              gesture_texts.size());
    for_every_gesture([](Gesture gesture, const PressCourse&, const std::string& name) {
        EXPECT_EQ(to_text(gesture), name);
        const bool stroke = gesture == Gesture::strip_along || gesture == Gesture::cross_fibres;
        EXPECT_EQ(stays(gesture), !stroke) << name;
        // What travels along the fibres moves along them, nothing else does.
        float least = 0;
        for (const Moment& moment : played(gesture))
            least = std::min(least, moment.is.along);
        EXPECT_EQ(travels(gesture), least < 0) << name;
    });
}
