#include "domain/press_option.hpp"

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

Press press(Who who, std::vector<Contact> contacts, std::vector<Gesture> strokes = {})
{
    Press made;
    made.who = who;
    made.contacts = std::move(contacts);
    made.strokes = std::move(strokes);
    made.pressure_class = {who == Who::view_only ? 0 : 2};
    return made;
}

Technique technique(const std::string& id, Gesture gesture, std::vector<Contact> contacts,
                    Who who = Who::self)
{
    Technique::Fields fields;
    fields.id = {id};
    fields.name_en = id;
    fields.gesture = gesture;
    fields.contacts = std::move(contacts);
    fields.who = who;
    fields.hold_s_min = fields.hold_s_max = 30;
    fields.how = "so";
    fields.always_beside = {"not proven"};
    fields.sources = {{{"book"}, {}}};
    return Technique::make(fields).take();
}

Catalogue catalogue_of(std::vector<Press> presses, std::vector<Technique> techniques)
{
    Muscle::Fields muscle;
    muscle.id = {"soleus"};
    muscle.name_en = "Soleus";
    muscle.structures = {"soleus"};
    muscle.region = "leg";
    muscle.layer = 1;
    muscle.sources = {{{"book"}, {}}};
    TriggerPoint::Fields point;
    point.id = {"soleus.tp1"};
    point.muscle = {"soleus"};
    point.place = "low";
    point.structure = "soleus";
    point.uncertainty_mm = 10;
    point.press = std::move(presses);
    point.sources = {{{"book"}, {}}};
    Catalogue::Records records;
    records.sources = {{{"book"}, SourceKind::book, "", std::nullopt, "A book", ""}};
    records.muscles = {Muscle::make(muscle).take()};
    Result<TriggerPoint> made = TriggerPoint::make(point);
    EXPECT_TRUE(made) << made.error().message();
    records.points = {made.take()};
    records.techniques = std::move(techniques);
    return Catalogue::make(std::move(records)).take();
}

// "number of the press:technique:contact", in order.
std::string offered(const Catalogue& catalogue)
{
    const TriggerPoint& point = catalogue.points().front();
    std::string all;
    for (const PressOption& option : press_options(point, catalogue))
        all += (all.empty() ? "" : " ") +
               std::to_string(option.press - point->press.data() + 1) + ":" +
               (*option.technique)->id.text + ":" + std::string(to_text(option.contact));
    return all;
}

Who who_of(Who press_by, Who technique_by)
{
    const Press one = press(press_by, {Contact::thumb});
    const Technique other =
        technique("hold", Gesture::press_and_hold, {Contact::thumb}, technique_by);
    return PressOption{&one, &other, Contact::thumb}.who();
}

}  // namespace

TEST(PressOptions, follow_the_presses_then_the_techniques_then_the_contacts_of_the_press)
{
    const Catalogue catalogue = catalogue_of(
        {press(Who::self, {Contact::knuckle, Contact::thumb}),
         press(Who::self, {Contact::hook_cane})},
        {technique("hold", Gesture::press_and_hold, {Contact::thumb, Contact::knuckle}),
         technique("cane", Gesture::press_and_hold, {Contact::hook_cane}),
         technique("steps", Gesture::stepped, {Contact::thumb})});
    EXPECT_EQ(offered(catalogue),
              "1:hold:knuckle 1:hold:thumb 1:steps:thumb 2:cane:hook_cane");
}

TEST(PressOptions, hold_a_stroke_only_where_a_press_names_it)
{
    const std::vector<Technique> techniques{
        technique("strip", Gesture::strip_along, {Contact::thumb}),
        technique("cross", Gesture::cross_fibres, {Contact::thumb}),
        technique("roll", Gesture::roll_and_stop, {Contact::thumb})};
    EXPECT_EQ(offered(catalogue_of({press(Who::self, {Contact::thumb})}, techniques)),
              "1:roll:thumb");
    EXPECT_EQ(offered(catalogue_of({press(Who::self, {Contact::thumb}),
                                    press(Who::self, {Contact::thumb}, {Gesture::strip_along})},
                                   techniques)),
              "1:roll:thumb 2:strip:thumb 2:roll:thumb");
}

TEST(PressOptions, are_none_of_a_press_that_is_view_only)
{
    const std::vector<Technique> techniques{
        technique("hold", Gesture::press_and_hold, {Contact::thumb})};
    Press shown = press(Who::view_only, {Contact::thumb});
    EXPECT_EQ(offered(catalogue_of({shown}, techniques)), "");
    EXPECT_EQ(offered(catalogue_of({shown, press(Who::therapist, {Contact::thumb})}, techniques)),
              "2:hold:thumb");
    EXPECT_EQ(offered(catalogue_of({}, techniques)), "");
}

TEST(PressOptions, are_none_where_no_technique_has_the_contact)
{
    EXPECT_EQ(offered(catalogue_of({press(Who::self, {Contact::pincer})},
                                   {technique("hold", Gesture::press_and_hold,
                                              {Contact::thumb})})),
              "");
}

TEST(PressOption, is_left_to_the_person_only_where_press_and_technique_both_are)
{
    EXPECT_EQ(who_of(Who::self, Who::self), Who::self);
    EXPECT_EQ(who_of(Who::self, Who::therapist), Who::therapist);
    EXPECT_EQ(who_of(Who::therapist, Who::self), Who::therapist);
    EXPECT_EQ(who_of(Who::therapist, Who::therapist), Who::therapist);
}
