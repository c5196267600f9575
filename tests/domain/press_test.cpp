#include "domain/press.hpp"

#include <set>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

Press press(std::vector<Contact> contacts, std::vector<Gesture> strokes = {})
{
    Press made;
    made.who = Who::self;
    made.contacts = std::move(contacts);
    made.strokes = std::move(strokes);
    made.pressure_class = {2};
    return made;
}

}  // namespace

TEST(Press, allows_the_contacts_that_it_names)
{
    const Press one = press({Contact::thumb, Contact::knuckle});
    EXPECT_TRUE(one.allows(Contact::thumb));
    EXPECT_TRUE(one.allows(Contact::knuckle));
    EXPECT_FALSE(one.allows(Contact::elbow));
}

TEST(Press, allows_strokes_only_by_name_and_what_stays_always)
{
    const Press still = press({Contact::thumb});
    const Press strip = press({Contact::thumb}, {Gesture::strip_along});
    for (std::size_t i = 0; i < gesture_texts.size(); ++i) {
        const auto gesture = static_cast<Gesture>(i);
        EXPECT_EQ(still.allows(gesture), stays(gesture)) << gesture_texts[i];
        EXPECT_EQ(strip.allows(gesture), stays(gesture) || gesture == Gesture::strip_along)
            << gesture_texts[i];
    }
}

TEST(Press, lifts_by_pincer_alone)
{
    EXPECT_TRUE(press({Contact::pincer}).lifts());
    EXPECT_FALSE(press({Contact::thumb}).lifts());
    EXPECT_FALSE(press({}).lifts());
}

TEST(Contact, has_a_name_and_a_width_of_its_own)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < contact_texts.size(); ++i) {
        names.insert(contact_texts[i]);
        const float half_mm = half_width_mm(static_cast<Contact>(i));
        EXPECT_GE(half_mm, 5) << contact_texts[i];
        EXPECT_LE(half_mm, 25) << contact_texts[i];
    }
    EXPECT_EQ(names.size(), contact_texts.size());
    EXPECT_LT(half_width_mm(Contact::thumb), half_width_mm(Contact::flat_hand));
}

TEST(PressureClass, is_told_in_a_word_that_never_falls_with_the_class)
{
    EXPECT_EQ((PressureClass{0}).word(), "none");
    EXPECT_EQ((PressureClass{1}).word(), "light");
    EXPECT_EQ((PressureClass{2}).word(), "light");
    EXPECT_EQ((PressureClass{3}).word(), "medium");
    EXPECT_EQ((PressureClass{5}).word(), "firm");
    EXPECT_EQ((PressureClass{4}).text(), "P4");
}
