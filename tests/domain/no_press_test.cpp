#include "domain/no_press.hpp"

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

NoPressAllowance straight_back()
{
    NoPressAllowance allowance;
    allowance.who = Who::self;
    allowance.contacts = {Contact::fingertips};
    allowance.directions = {{0, 0, -1}};
    allowance.within_deg = 30;
    allowance.highest = {2};
    allowance.longest_s = 15;
    allowance.words = "straight back";
    return allowance;
}

NoPressZone::Fields sound()
{
    NoPressZone::Fields fields;
    fields.id = {"sternum"};
    fields.name_en = "Breastbone";
    fields.grade = NoPressGrade::only;
    fields.protects = "bone";
    fields.shapes = {Patch{{"sternal_angle", {}}, 20}};
    fields.allow = {straight_back()};
    fields.sources = {{{"gray"}, {}}};
    return fields;
}

NoPressZone zone_of(NoPressZone::Fields fields)
{
    Result<NoPressZone> made = NoPressZone::make(std::move(fields));
    EXPECT_TRUE(made) << made.error().message();
    return made.take();
}

Press press_of(Who who, std::vector<Contact> contacts, glm::vec3 direction, int number)
{
    Press press;
    press.who = who;
    press.contacts = std::move(contacts);
    press.direction = glm::normalize(direction);
    press.pressure_class = {number};
    return press;
}

std::string fields_at_fault(const NoPressZone::Fields& fields)
{
    const Result<NoPressZone> made = NoPressZone::make(fields);
    std::string all;
    if (!made)
        for (const Error& fault : made.faults())
            all += fault.where + ";";
    return all;
}

} // namespace

TEST(NoPressZone, that_allows_only_something_must_say_what)
{
    NoPressZone::Fields fields = sound();
    fields.allow.clear();
    EXPECT_EQ(fields_at_fault(fields), "allow;");
    fields.grade = NoPressGrade::never;
    EXPECT_EQ(fields_at_fault(fields), "");
}

TEST(NoPressZone, with_care_needs_a_text_and_allows_nothing_by_name)
{
    NoPressZone::Fields fields = sound();
    fields.grade = NoPressGrade::care;
    EXPECT_EQ(fields_at_fault(fields), "allow;text;");
}

TEST(NoPressZone, without_shape_and_text_or_without_source_is_rejected)
{
    NoPressZone::Fields fields = sound();
    fields.shapes.clear();
    fields.sources.clear();
    EXPECT_EQ(fields_at_fault(fields), "shapes;sources;");
}

TEST(NoPressZone, rejects_allowances_that_are_not_whole)
{
    NoPressZone::Fields fields = sound();
    fields.allow[0].who = Who::view_only;
    fields.allow[0].contacts.clear();
    fields.allow[0].highest = {0};
    fields.allow[0].within_deg = 0;
    fields.allow[0].longest_s = 0;
    fields.allow[0].words.clear();
    EXPECT_EQ(fields_at_fault(fields), "allow;allow;allow;allow;allow;allow;");
}

TEST(NoPressVerdict, lets_through_what_an_allowance_names)
{
    const NoPressZone zone = zone_of(sound());
    const NoPressVerdict verdict =
        verdict_on(zone, press_of(Who::self, {Contact::fingertips}, {0, 0.2f, -1}, 2));
    EXPECT_TRUE(verdict.allowed);
    EXPECT_EQ(verdict.longest_s, 15.0f);
}

TEST(NoPressVerdict, refuses_another_contact_direction_or_class)
{
    const NoPressZone zone = zone_of(sound());
    const auto allowed = [&](const Press& press) { return verdict_on(zone, press).allowed; };
    EXPECT_FALSE(allowed(press_of(Who::self, {Contact::hard_ball}, {0, 0, -1}, 1)));
    EXPECT_FALSE(allowed(press_of(Who::self, {Contact::fingertips}, {0, -1, -1}, 1)));
    EXPECT_FALSE(allowed(press_of(Who::self, {Contact::fingertips}, {0, 0, -1}, 3)));
    Press no_direction = press_of(Who::self, {Contact::fingertips}, {0, 0, -1}, 1);
    no_direction.direction.reset();
    EXPECT_FALSE(allowed(no_direction));
    EXPECT_EQ(
        verdict_on(zone, press_of(Who::self, {Contact::fingertips, Contact::thumb}, {0, 0, -1}, 1))
            .refused,
        std::vector{Contact::thumb});
}

TEST(NoPressVerdict, keeps_from_laymen_what_is_for_professionals)
{
    NoPressZone::Fields fields = sound();
    fields.allow[0].who = Who::therapist;
    const NoPressZone zone = zone_of(fields);
    EXPECT_FALSE(
        verdict_on(zone, press_of(Who::self, {Contact::fingertips}, {0, 0, -1}, 1)).allowed);
    EXPECT_TRUE(
        verdict_on(zone, press_of(Who::therapist, {Contact::fingertips}, {0, 0, -1}, 1)).allowed);
}

TEST(NoPressVerdict, allows_what_nobody_presses_and_what_only_wants_care)
{
    NoPressZone::Fields fields = sound();
    fields.grade = NoPressGrade::never;
    fields.allow.clear();
    EXPECT_TRUE(verdict_on(zone_of(fields), Press{}).allowed); // view only
    EXPECT_FALSE(verdict_on(zone_of(fields),
                            press_of(Who::therapist, {Contact::fingertips}, {0, 0, -1}, 1))
                     .allowed);
    fields.grade = NoPressGrade::care;
    fields.text = "gently";
    EXPECT_TRUE(
        verdict_on(zone_of(fields), press_of(Who::self, {Contact::hard_ball}, {0, 0, -1}, 5))
            .allowed);
}
