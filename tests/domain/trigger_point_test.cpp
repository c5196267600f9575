#include "domain/trigger_point.hpp"

#include <limits>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

Press thumb_press()
{
    Press press;
    press.who = Who::self;
    press.contacts = {Contact::thumb};
    press.direction = glm::vec3(0.1f, -0.95f, -0.25f);
    press.pressure_class = {3};
    return press;
}

Zone neck_zone()
{
    Zone zone;
    zone.words = "back of the neck";
    zone.names = {{"neck_back"}};
    zone.shapes = {Patch{{"mastoid_process", {}}, 20}};
    return zone;
}

TriggerPoint::Fields sound()
{
    TriggerPoint::Fields fields;
    fields.id = {"trapezius_upper.tp2"};
    fields.muscle = {"trapezius_upper"};
    fields.place = "halfway";
    fields.structure = "trapezius_upper";
    fields.u = 0.6f;
    fields.uncertainty_mm = 15;
    fields.essential = neck_zone();
    fields.press = {thumb_press()};
    fields.sources = {{{"simons_1999"}, {}}};
    return fields;
}

// The keys that are blamed, in order.
std::string blamed(const TriggerPoint::Fields& fields)
{
    const Result<TriggerPoint> point = TriggerPoint::make(fields);
    std::string keys;
    if (!point)
        for (const Error& error : point.faults())
            keys += (keys.empty() ? "" : " ") + error.where;
    return keys;
}

}  // namespace

TEST(TriggerPoint, gives_its_zones_their_ids_and_kinds)
{
    TriggerPoint::Fields fields = sound();
    fields.spillover = neck_zone();
    const Result<TriggerPoint> point = TriggerPoint::make(fields);
    ASSERT_TRUE(point) << point.error().message();
    EXPECT_EQ(point.value()->essential->id.text, "trapezius_upper.tp2.essential");
    EXPECT_EQ(point.value()->spillover->id.text, "trapezius_upper.tp2.spillover");
    EXPECT_EQ(point.value()->spillover->kind, ZoneKind::spillover);
    EXPECT_EQ(point.value().short_id(), "tp2");
}

TEST(TriggerPoint, brings_directions_to_unit_length)
{
    const Result<TriggerPoint> point = TriggerPoint::make(sound());
    ASSERT_TRUE(point);
    const glm::vec3 d = *point.value()->press.front().direction;
    EXPECT_NEAR(d.x * d.x + d.y * d.y + d.z * d.z, 1, 1e-5);
    EXPECT_NEAR(d.y / d.x, -9.5f, 1e-3);
}

TEST(TriggerPoint, is_rejected_where_a_coordinate_is_out_of_range)
{
    TriggerPoint::Fields fields = sound();
    fields.u = 1.2f;
    fields.v = -0.6f;
    fields.depth = std::numeric_limits<float>::quiet_NaN();
    fields.uncertainty_mm = 0;
    EXPECT_EQ(blamed(fields), "u v depth uncertainty_mm");
}

TEST(TriggerPoint, is_rejected_without_a_source)
{
    TriggerPoint::Fields fields = sound();
    fields.sources.clear();
    EXPECT_EQ(blamed(fields), "sources");
}

TEST(TriggerPoint, is_rejected_with_an_empty_zone)
{
    TriggerPoint::Fields fields = sound();
    fields.essential->shapes.clear();
    EXPECT_EQ(blamed(fields), "essential");
}

TEST(TriggerPoint, is_rejected_with_a_stroke_that_begins_with_a_via)
{
    TriggerPoint::Fields fields = sound();
    fields.essential->shapes = {
        Stroke{{{{"acromion", {}}, std::nullopt}, {{"mastoid_process", {}}, 20.0f}}}};
    EXPECT_EQ(blamed(fields), "essential");
}

TEST(TriggerPoint, is_rejected_with_a_press_that_contradicts_itself)
{
    TriggerPoint::Fields fields = sound();
    fields.press.front().contacts.clear();
    fields.press.front().pressure_class = {0};
    fields.press.front().direction = glm::vec3(0);
    EXPECT_EQ(blamed(fields), "press press press");
    fields.press = {thumb_press()};
    fields.press.front().who = Who::view_only;
    EXPECT_EQ(blamed(fields), "press");
}

TEST(TriggerPoint, is_rejected_with_an_id_of_another_muscle)
{
    TriggerPoint::Fields fields = sound();
    fields.id = {"trapezius_lower.tp2"};
    EXPECT_EQ(blamed(fields), "id");
    fields.id = {"trapezius_upper.second"};
    EXPECT_EQ(blamed(fields), "id");
}

TEST(TriggerPoint, is_rejected_with_a_pincer_beside_other_contacts)
{
    TriggerPoint::Fields fields = sound();
    fields.press.front().contacts = {Contact::pincer, Contact::thumb};
    EXPECT_EQ(blamed(fields), "press");
    fields.press.front().contacts = {Contact::thumb, Contact::pincer};
    EXPECT_EQ(blamed(fields), "press");
    fields.press = {thumb_press(), thumb_press()};
    fields.press.back().contacts = {Contact::pincer};
    EXPECT_EQ(blamed(fields), "") << "each is a press of its own";
}

TEST(TriggerPoint, is_rejected_with_a_stroke_that_is_none)
{
    TriggerPoint::Fields fields = sound();
    for (std::size_t i = 0; i < gesture_texts.size(); ++i) {
        const auto gesture = static_cast<Gesture>(i);
        fields.press.front().strokes = {gesture};
        EXPECT_EQ(blamed(fields), stays(gesture) ? "press" : "") << gesture_texts[i];
    }
    fields.press.front().strokes = {Gesture::vibrate};
    EXPECT_EQ(TriggerPoint::make(fields).error().message(),
              "press: vibrate is no stroke (strokes are strip_along and cross_fibres)");
}

TEST(TriggerPoint, is_rejected_with_a_class_that_is_none)
{
    TriggerPoint::Fields fields = sound();
    fields.press.front().pressure_class = {6};
    EXPECT_EQ(blamed(fields), "press");
    fields.press.front().pressure_class = {-1};
    EXPECT_EQ(blamed(fields), "press");
    fields.press.front().pressure_class = {5};
    EXPECT_EQ(blamed(fields), "");
}

TEST(TriggerPoint, is_rejected_with_a_near_that_says_nothing)
{
    TriggerPoint::Fields fields = sound();
    fields.near = {{{}, 20}};
    EXPECT_EQ(blamed(fields), "near");
    fields.near = {{{{"acromion"}}, 0}};
    EXPECT_EQ(blamed(fields), "near");
    fields.near = {{{{"The acromion"}}, 20}};
    EXPECT_EQ(blamed(fields), "near");
    fields.near = {{{{"acromion"}}, 20}};
    EXPECT_EQ(blamed(fields), "");
}

TEST(TriggerPoint, is_pressed_where_one_of_its_presses_has_a_direction)
{
    TriggerPoint::Fields fields = sound();
    Press pincer = thumb_press();
    pincer.contacts = {Contact::pincer};
    fields.press = {pincer};
    EXPECT_TRUE(TriggerPoint::make(fields).value().is_pressed());
    Press still = thumb_press();
    still.direction.reset();
    fields.press = {still, thumb_press()};
    EXPECT_TRUE(TriggerPoint::make(fields).value().is_pressed());
    EXPECT_EQ(TriggerPoint::make(fields).value().why_not_pressed(Texts()), "");
    fields.press = {still, Press{}};
    EXPECT_FALSE(TriggerPoint::make(fields).value().is_pressed());
    fields.press.clear();
    EXPECT_FALSE(TriggerPoint::make(fields).value().is_pressed());
}

TEST(TriggerPoint, says_why_it_is_not_pressed)
{
    const Texts texts({{"press.no_direction", "no direction"},
                       {"press.view_only", "only shown"},
                       {"press.no_press", "not recorded"}});
    TriggerPoint::Fields fields = sound();
    const auto reason = [&] { return TriggerPoint::make(fields).value().why_not_pressed(texts); };
    fields.view_only_reason = "because";
    EXPECT_EQ(reason(), "") << "it is pressed, whatever the record says beside";
    fields.press.front().direction.reset();
    EXPECT_EQ(reason(), "because");
    fields.view_only_reason.clear();
    EXPECT_EQ(reason(), "no direction");
    fields.press = {Press{}};
    EXPECT_EQ(reason(), "only shown");
    fields.press.clear();
    EXPECT_EQ(reason(), "not recorded");
}
