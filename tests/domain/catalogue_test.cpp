#include "domain/catalogue.hpp"

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

Muscle muscle(const std::string& id)
{
    Muscle::Fields fields;
    fields.id = {id};
    fields.name_en = id;
    fields.structures = {id};
    fields.region = "neck";
    fields.layer = 1;
    fields.sources = {{{"book"}, {}}};
    return Muscle::make(fields).take();
}

TriggerPoint point(const std::string& muscle, int number)
{
    TriggerPoint::Fields fields;
    fields.id = {muscle + ".tp" + std::to_string(number)};
    fields.muscle = {muscle};
    fields.place = "somewhere";
    fields.structure = muscle;
    fields.uncertainty_mm = 10;
    fields.sources = {{{"book"}, {}}};
    Press press;
    press.who = Who::self;
    press.contacts = {Contact::thumb};
    press.pressure_class = {2};
    fields.press = {press};
    Zone zone;
    zone.words = "here";
    zone.shapes = {WholeRegion{{"temple"}}};
    fields.spillover = zone;
    return TriggerPoint::make(fields).take();
}

Technique technique(const std::string& id)
{
    Technique::Fields fields;
    fields.id = {id};
    fields.name_en = id;
    fields.contacts = {Contact::thumb};
    fields.hold_s_min = fields.hold_s_max = 30;
    fields.how = "so";
    fields.always_beside = {"not proven"};
    fields.sources = {{{"book"}, {}}};
    return Technique::make(fields).take();
}

Catalogue::Records sound()
{
    Catalogue::Records records;
    records.sources = {{{"book"}, SourceKind::book, "", std::nullopt, "A book", ""}};
    records.muscles = {muscle("soleus"), muscle("masseter")};
    records.points = {point("soleus", 1), point("soleus", 2)};
    records.techniques = {technique("hold"), technique("lift")};
    return records;
}

}  // namespace

TEST(Catalogue, finds_each_record_by_its_id)
{
    const Result<Catalogue> made = Catalogue::make(sound());
    ASSERT_TRUE(made) << made.error().message();
    const Catalogue& catalogue = made.value();
    EXPECT_EQ((*catalogue.muscle({"masseter"}))->id.text, "masseter");
    EXPECT_EQ((*catalogue.point({"soleus.tp2"}))->id.text, "soleus.tp2");
    EXPECT_EQ(catalogue.source({"book"})->title, "A book");
    EXPECT_EQ((*catalogue.technique({"hold"}))->id.text, "hold");
    EXPECT_EQ(catalogue.muscle({"biceps"}), nullptr);
    EXPECT_EQ(catalogue.point({"soleus"}), nullptr);
    EXPECT_EQ((*catalogue.muscle_of_structure("soleus"))->id.text, "soleus");
    EXPECT_EQ(catalogue.muscle_of_structure("femur"), nullptr);
}

TEST(Catalogue, finds_the_point_of_a_zone_and_the_points_of_a_muscle)
{
    const Result<Catalogue> made = Catalogue::make(sound());
    ASSERT_TRUE(made);
    const Catalogue& catalogue = made.value();
    EXPECT_EQ((*catalogue.point_of({"soleus.tp2.spillover"}))->id.text, "soleus.tp2");
    EXPECT_EQ(catalogue.point_of({"soleus.tp2.essential"}), nullptr);
    EXPECT_EQ(catalogue.points_of({"soleus"}).size(), 2u);
    EXPECT_TRUE(catalogue.points_of({"masseter"}).empty());
}

TEST(Catalogue, stays_findable_after_it_was_moved)
{
    Result<Catalogue> made = Catalogue::make(sound());
    ASSERT_TRUE(made);
    const Catalogue moved = made.take();
    EXPECT_EQ((*moved.point({"soleus.tp1"}))->id.text, "soleus.tp1");
}

TEST(Catalogue, is_rejected_with_every_broken_reference_at_once)
{
    Catalogue::Records records = sound();
    records.sources.clear();
    const Result<Catalogue> made = Catalogue::make(records);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.faults().size(), 6u);  // two muscles, two points, two techniques
    EXPECT_EQ(made.error().where, "soleus:sources");
    EXPECT_EQ(made.error().what, "there is no source 'book'");
}

TEST(Catalogue, is_rejected_when_a_record_is_there_twice)
{
    Catalogue::Records records = sound();
    records.points.push_back(point("soleus", 1));
    const Result<Catalogue> made = Catalogue::make(records);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().what, "point 'soleus.tp1' is there twice");
}

TEST(Catalogue, is_rejected_when_two_muscles_claim_a_structure)
{
    Catalogue::Records records = sound();
    Muscle::Fields fields = *records.muscles.front();
    fields.id = {"soleus_again"};
    records.muscles.push_back(Muscle::make(fields).take());
    const Result<Catalogue> made = Catalogue::make(records);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().where, "soleus_again:structures");
}

TEST(Muscle, is_rejected_when_it_names_no_structure)
{
    Muscle::Fields fields = *muscle("soleus");
    fields.structures.clear();
    const Result<Muscle> made = Muscle::make(fields);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().message(), "structures: muscle 'soleus' names no structure (add one, or "
                                      "set structure = false)");
    fields.has_structure = false;
    EXPECT_TRUE(Muscle::make(fields));
}
