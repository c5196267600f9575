#include "domain/missing.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

Muscle::Fields bare_muscle(const std::string& id)
{
    Muscle::Fields fields;
    fields.id = {id};
    fields.name_en = id;
    fields.structures = {id};
    fields.region = "leg";
    fields.layer = 1;
    fields.sources = {{{"book"}, {}}};
    return fields;
}

Muscle::Fields full_muscle(const std::string& id)
{
    Muscle::Fields fields = bare_muscle(id);
    fields.name_la = "Musculus";
    fields.nerve = "a nerve";
    fields.course = "down";
    for (auto* list : {&fields.common_names, &fields.origin, &fields.insertion, &fields.action,
                       &fields.covers, &fields.covered_by, &fields.variations, &fields.causes,
                       &fields.complaints, &fields.palpation, &fields.cautions, &fields.effects})
        *list = {"something"};
    fields.satellites = {{"full"}};
    return fields;
}

TriggerPoint::Fields bare_point(const std::string& muscle, int number)
{
    TriggerPoint::Fields fields;
    fields.id = {muscle + ".tp" + std::to_string(number)};
    fields.muscle = {muscle};
    fields.place = "somewhere";
    fields.structure = muscle;
    fields.uncertainty_mm = 10;
    fields.sources = {{{"book"}, {}}};
    return fields;
}

TriggerPoint::Fields full_point(const std::string& muscle, int number)
{
    TriggerPoint::Fields fields = bare_point(muscle, number);
    Zone zone;
    zone.words = "here";
    zone.shapes = {WholeRegion{{"temple"}}};
    fields.essential = fields.spillover = zone;
    fields.near = {{{{"heel_back"}}, 50}};
    fields.book_numbers = {"TrP1"};
    fields.cautions = {"gently"};
    Press press;
    press.who = Who::self;
    press.contacts = {Contact::thumb};
    press.pressure_class = {2};
    press.direction = glm::vec3(0, 0, 1);
    fields.press = {press};
    return fields;
}

Catalogue catalogue_of(const std::vector<Muscle::Fields>& muscles,
                       const std::vector<TriggerPoint::Fields>& points)
{
    Catalogue::Records records;
    records.sources = {{{"book"}, SourceKind::book, "", std::nullopt, "A book", ""}};
    for (const Muscle::Fields& fields : muscles)
        records.muscles.push_back(Muscle::make(fields).take());
    for (const TriggerPoint::Fields& fields : points)
        records.points.push_back(TriggerPoint::make(fields).take());
    return Catalogue::make(std::move(records)).take();
}

// Of one field; all at once fail where it is not counted.
MissingField counted(const Catalogue& catalogue, const std::string& name)
{
    for (const MissingField& field : missing_fields(catalogue))
        if (field.name == name)
            return field;
    ADD_FAILURE() << name << " is not counted";
    return {};
}

// Those that a record lacks, in order.
std::string missing_names(const Catalogue& catalogue)
{
    std::string names;
    for (const MissingField& field : missing_fields(catalogue))
        if (field.missing > 0) {
            EXPECT_EQ(field.missing, 1u) << field.name;
            names += field.name + " ";
        }
    return names;
}

}  // namespace

TEST(MissingFields, are_none_of_whole_records)
{
    const Catalogue catalogue = catalogue_of({full_muscle("full")}, {full_point("full", 1)});
    for (const MissingField& field : missing_fields(catalogue)) {
        EXPECT_EQ(field.missing, 0u) << field.name;
        EXPECT_EQ(field.of, 1u) << field.name;
    }
}

TEST(MissingFields, are_all_of_bare_records)
{
    const Catalogue catalogue =
        catalogue_of({bare_muscle("full"), bare_muscle("bare")}, {bare_point("full", 1)});
    for (const MissingField& field : missing_fields(catalogue)) {
        const bool of_muscle = field.name.rfind("muscle.", 0) == 0;
        const std::size_t without = field.name == "muscle.point" ? 1u : of_muscle ? 2u : 1u;
        EXPECT_EQ(field.missing, without) << field.name;
        EXPECT_EQ(field.of, of_muscle ? 2u : 1u) << field.name;
    }
}

TEST(MissingFields, of_a_muscle_are_counted_each_for_itself)
{
    using Fields = Muscle::Fields;
    const std::map<std::string, std::function<void(Fields&)>> without{
        {"muscle.name.la", [](Fields& f) { f.name_la.clear(); }},
        {"muscle.name.common", [](Fields& f) { f.common_names.clear(); }},
        {"muscle.origin", [](Fields& f) { f.origin.clear(); }},
        {"muscle.insertion", [](Fields& f) { f.insertion.clear(); }},
        {"muscle.action", [](Fields& f) { f.action.clear(); }},
        {"muscle.nerve", [](Fields& f) { f.nerve.clear(); }},
        {"muscle.course", [](Fields& f) { f.course.clear(); }},
        {"muscle.covers", [](Fields& f) { f.covers.clear(); }},
        {"muscle.covered_by", [](Fields& f) { f.covered_by.clear(); }},
        {"muscle.variations", [](Fields& f) { f.variations.clear(); }},
        {"muscle.causes", [](Fields& f) { f.causes.clear(); }},
        {"muscle.complaints", [](Fields& f) { f.complaints.clear(); }},
        {"muscle.palpation", [](Fields& f) { f.palpation.clear(); }},
        {"muscle.cautions", [](Fields& f) { f.cautions.clear(); }},
        {"muscle.effects", [](Fields& f) { f.effects.clear(); }},
        {"muscle.satellites", [](Fields& f) { f.satellites.clear(); }}};
    for (const auto& [name, clear] : without) {
        Fields fields = full_muscle("full");
        clear(fields);
        EXPECT_EQ(missing_names(catalogue_of({fields}, {full_point("full", 1)})), name + " ");
    }
    EXPECT_EQ(missing_names(catalogue_of({full_muscle("full")}, {})), "muscle.point ");
}

TEST(MissingFields, of_a_point_are_counted_each_for_itself)
{
    using Fields = TriggerPoint::Fields;
    const std::map<std::string, std::function<void(Fields&)>> without{
        {"point.book_numbers", [](Fields& f) { f.book_numbers.clear(); }},
        {"point.near", [](Fields& f) { f.near.clear(); }},
        {"point.essential", [](Fields& f) { f.essential.reset(); }},
        {"point.spillover", [](Fields& f) { f.spillover.reset(); }},
        {"point.cautions", [](Fields& f) { f.cautions.clear(); }}};
    for (const auto& [name, clear] : without) {
        Fields fields = full_point("full", 2);
        clear(fields);
        const Catalogue catalogue =
            catalogue_of({full_muscle("full")}, {full_point("full", 1), fields});
        EXPECT_EQ(missing_names(catalogue), name + " ");
    }
    // A point without a press lacks its direction too.
    Fields fields = full_point("full", 1);
    fields.press.clear();
    EXPECT_EQ(missing_names(catalogue_of({full_muscle("full")}, {fields})),
              "point.press point.press.direction ");
}

TEST(MissingFields, excuse_a_press_without_direction_by_its_reason)
{
    TriggerPoint::Fields still = full_point("full", 1);
    still.press.front().direction.reset();
    EXPECT_EQ(counted(catalogue_of({full_muscle("full")}, {still}), "point.press.direction").missing,
              1u);
    still.view_only_reason = "because";
    EXPECT_EQ(counted(catalogue_of({full_muscle("full")}, {still}), "point.press.direction").missing,
              0u);
}

TEST(MissingFields, have_one_name_each_those_of_muscles_first)
{
    const std::vector<MissingField> all = missing_fields(catalogue_of({}, {}));
    std::set<std::string> names;
    for (const MissingField& field : all) {
        names.insert(field.name);
        EXPECT_EQ(field.of, 0u);
    }
    EXPECT_EQ(names.size(), all.size());
    EXPECT_TRUE(std::is_partitioned(all.begin(), all.end(), [](const MissingField& field) {
        return field.name.rfind("muscle.", 0) == 0;
    }));
}
