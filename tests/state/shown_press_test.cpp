// Which press of the selected point is shown, on the body that was built.
#include "state/shown_press.hpp"

#include "atlas/built_body.hpp"

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

Document with_point(const char* id)
{
    Document document;
    document.point = PointChoice{{id}, Side::right};
    return document;
}

TEST(ShownPress, is_the_record_s_first_where_nothing_was_chosen)
{
    const auto shown = shown_press(with_point("trapezius_upper.tp2"), built_atlas());
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->option.contact, Contact::thumb);
    EXPECT_EQ((*shown->option.technique)->id.text, "press_and_hold");
    EXPECT_TRUE(shown->animated());
}

TEST(ShownPress, follows_the_chosen_technique_and_contact)
{
    Document document = with_point("trapezius_upper.tp2");
    document.technique = {"hook_cane_hold"};
    const auto cane = shown_press(document, built_atlas());
    ASSERT_TRUE(cane);
    EXPECT_EQ(cane->option.contact, Contact::hook_cane);
    document.technique = {"light_first_try"};
    document.contact = Contact::hook_cane;
    EXPECT_EQ(shown_press(document, built_atlas())->option.contact, Contact::hook_cane);
}

TEST(ShownPress, falls_back_where_the_point_does_not_allow_what_was_chosen)
{
    Document document = with_point("sternocleidomastoid_sternal.tp3");
    document.technique = {"foam_roller"};
    document.contact = Contact::foam_roller;
    const auto shown = shown_press(document, built_atlas());
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->option.contact, Contact::pincer) << "it is lifted off the neck, never pressed";
    EXPECT_TRUE(shown->way->press->lifts());
}

TEST(ShownPress, is_none_where_the_record_offers_none)
{
    EXPECT_FALSE(shown_press(with_point("scalene_minimus.tp1"), built_atlas()));
    EXPECT_FALSE(shown_press(Document{}, built_atlas()));
}

TEST(ShownPress, says_why_where_no_way_leads_to_the_point)
{
    const auto shown = shown_press(with_point("subscapularis.tp1"), built_atlas());
    ASSERT_TRUE(shown);
    EXPECT_FALSE(shown->animated());
    EXPECT_EQ(shown->why_not(Texts()),
              (*shipped_catalogue()->point({"subscapularis.tp1"}))->view_only_reason);
}

// Beside the nerves of the arm a press lasts 15 seconds at most.
TEST(ShownPress, lasts_no_longer_than_the_no_press_zones_there_allow)
{
    Document document = with_point("scalene_medius.tp1");
    document.technique = {"press_and_hold"};
    const auto held = shown_press(document, built_atlas());
    ASSERT_TRUE(held);
    ASSERT_TRUE(held->way->longest_s);
    EXPECT_TRUE(held->animated());
    EXPECT_EQ(held->hold_s_max(), *held->way->longest_s);
    EXPECT_LT(held->hold_s_max(), (*held->option.technique)->hold_s_max);
    document.technique = {"stepped"};
    const auto stepped = shown_press(document, built_atlas());
    EXPECT_TRUE(stepped->takes_too_long());
    EXPECT_FALSE(stepped->animated()) << "it needs longer than that";
}

// A teacher's press that a no-press zone forbids.
TEST(ShownPress, is_not_animated_where_a_zone_refuses_it_and_the_atlas_tells_the_fault)
{
    Catalogue::Records records;
    records.sources = shipped_catalogue()->sources();
    records.muscles = shipped_catalogue()->muscles();
    records.techniques = shipped_catalogue()->techniques();
    records.no_press = shipped_catalogue()->no_press();
    TriggerPoint::Fields fields =
        **shipped_catalogue()->point({"sternocleidomastoid_sternal.tp3"});
    Press thumb = fields.press.front();
    thumb.contacts = {Contact::thumb};
    thumb.direction = -*thumb.direction;  // into the neck
    fields.press = {thumb};
    records.points = {TriggerPoint::make(fields).take()};
    const auto catalogue =
        std::make_shared<const Catalogue>(Catalogue::make(std::move(records)).take());
    const auto atlas = make_atlas(built_body().body, catalogue, built_body().zone_fields);
    ASSERT_TRUE(atlas) << atlas.error().message();
    const auto shown =
        shown_press(with_point("sternocleidomastoid_sternal.tp3"), *atlas.value());
    ASSERT_TRUE(shown);
    EXPECT_FALSE(shown->animated());
    EXPECT_NE(shown->way->refused_by, nullptr);
    const Faults faults = atlas.value()->refused_presses();
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].where, "sternocleidomastoid_sternal.tp3");
    EXPECT_NE(faults[0].what.find("thumb"), std::string::npos);
}

}  // namespace
}  // namespace tpatlas
