#include "domain/red_flag.hpp"

#include "domain/catalogue.hpp"

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

RedFlag::Fields sound(const std::string& id = "chest_pain")
{
    RedFlag::Fields fields;
    fields.id = {id};
    fields.words = "pressure in the chest";
    fields.action = "call now";
    fields.sources = {{{"book"}, {}}};
    return fields;
}

RedFlag flag(const std::string& id, Urgency urgency, std::vector<MuscleId> muscles)
{
    RedFlag::Fields fields = sound(id);
    fields.urgency = urgency;
    fields.muscles = std::move(muscles);
    return RedFlag::make(fields).take();
}

std::string blamed(const RedFlag::Fields& fields)
{
    const Result<RedFlag> made = RedFlag::make(fields);
    std::string keys;
    if (!made)
        for (const Error& error : made.faults())
            keys += (keys.empty() ? "" : " ") + error.where;
    return keys;
}

Muscle muscle(const std::string& id)
{
    Muscle::Fields fields;
    fields.id = {id};
    fields.name_en = id;
    fields.structures = {id};
    fields.region = "leg";
    fields.layer = 1;
    fields.sources = {{{"book"}, {}}};
    return Muscle::make(fields).take();
}

Catalogue::Records records(std::vector<RedFlag> flags)
{
    Catalogue::Records all;
    all.sources = {{{"book"}, SourceKind::book, "", std::nullopt, "A book", ""}};
    all.muscles = {muscle("soleus"), muscle("masseter")};
    all.red_flags = std::move(flags);
    return all;
}

std::string ids(const std::vector<const RedFlag*>& flags)
{
    std::string all;
    for (const RedFlag* one : flags)
        all += (all.empty() ? "" : " ") + (*one)->id.text;
    return all;
}

}  // namespace

TEST(RedFlag, is_made_from_sound_fields)
{
    EXPECT_EQ(blamed(sound()), "");
    EXPECT_EQ(RedFlag::make(sound()).value()->urgency, Urgency::emergency)
        << "what is not said is not made harmless";
}

TEST(RedFlag, is_rejected_with_every_fault_at_once)
{
    RedFlag::Fields fields = sound("Chest pain");
    fields.words.clear();
    fields.action.clear();
    fields.places = {{"neck_side"}, {"Neck side"}};
    fields.sources.clear();
    EXPECT_EQ(blamed(fields), "id words action places sources");
}

TEST(RedFlag, belongs_to_the_muscles_that_it_names_or_to_all)
{
    const RedFlag of_one = flag("a", Urgency::same_day, {{"soleus"}});
    EXPECT_TRUE(of_one.belongs_to({"soleus"}));
    EXPECT_FALSE(of_one.belongs_to({"masseter"}));
    const RedFlag of_all = flag("b", Urgency::same_day, {});
    EXPECT_TRUE(of_all.belongs_to({"soleus"}));
    EXPECT_TRUE(of_all.belongs_to({"masseter"}));
}

TEST(RedFlags, of_a_muscle_begin_with_the_most_urgent_and_with_its_own)
{
    const Result<Catalogue> made = Catalogue::make(
        records({flag("see_all", Urgency::see_doctor, {}),
                 flag("see_own", Urgency::see_doctor, {{"soleus"}}),
                 flag("now_all", Urgency::emergency, {}),
                 flag("now_other", Urgency::emergency, {{"masseter"}}),
                 flag("day_own", Urgency::same_day, {{"masseter"}, {"soleus"}}),
                 flag("now_own", Urgency::emergency, {{"soleus"}}),
                 flag("now_own_too", Urgency::emergency, {{"soleus"}})}));
    ASSERT_TRUE(made) << made.error().message();
    EXPECT_EQ(ids(made.value().red_flags_of({"soleus"})),
              "now_own now_own_too now_all day_own see_own see_all");
    EXPECT_EQ(ids(made.value().red_flags_of({"masseter"})), "now_other now_all day_own see_all");
    // Those of every record hold for a muscle without a record too.
    EXPECT_EQ(ids(made.value().red_flags_of({"biceps"})), "now_all see_all");
}

TEST(RedFlags, that_name_what_is_not_there_are_rejected)
{
    RedFlag::Fields fields = sound();
    fields.muscles = {{"soleus"}, {"solues"}};
    fields.sources = {{{"bok"}, {}}};
    const Result<Catalogue> made = Catalogue::make(records({RedFlag::make(fields).take()}));
    ASSERT_FALSE(made);
    ASSERT_EQ(made.faults().size(), 2u);
    EXPECT_EQ(made.faults()[0].message(), "chest_pain:sources: there is no source 'bok' (did you "
                                          "mean 'book'? else add it to sources.toml)");
    EXPECT_EQ(made.faults()[1].message(), "chest_pain:muscles: there is no muscle 'solues' (did "
                                          "you mean 'soleus'? else add its record)");
}

TEST(RedFlags, that_are_there_twice_are_rejected)
{
    const Result<Catalogue> made = Catalogue::make(
        records({flag("a", Urgency::emergency, {}), flag("a", Urgency::same_day, {})}));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().what, "red flag 'a' is there twice");
}
