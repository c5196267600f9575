// The catalogue that the program ships: it loads, and says what the facts say.
#include "domain/press_option.hpp"
#include "io/catalogue_files.hpp"
#include "io/language_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <utility>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

const std::filesystem::path assets = std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets";

const Catalogue& shipped()
{
    static const Result<Catalogue> catalogue = io::load_catalogue(assets / "catalogue");
    if (!catalogue)
        for (const Error& error : catalogue.faults())
            ADD_FAILURE() << error.message();
    return catalogue.value();
}

const TriggerPoint& point(const char* id)
{
    return *shipped().point({id});
}

std::set<std::string> names(const Zone& zone)
{
    std::set<std::string> all;
    for (const RegionId& region : zone.names)
        all.insert(region.text);
    return all;
}

// Every place that a zone is drawn between.
std::set<std::string> places(const Zone& zone)
{
    std::set<std::string> all;
    for (const Shape& shape : zone.shapes)
        if (const auto* patch = std::get_if<Patch>(&shape))
            all.insert(patch->centre.place);
        else if (const auto* stroke = std::get_if<Stroke>(&shape))
            for (const Stroke::Node& node : stroke->nodes)
                all.insert(node.anchor.place);
        else
            all.insert(std::get<WholeRegion>(shape).region.text);
    return all;
}

}  // namespace

TEST(ShippedCatalogue, has_upper_trapezius_with_its_anatomy)
{
    const Muscle& muscle = *shipped().muscle({"trapezius_upper"});
    EXPECT_EQ(muscle->name_la, "Pars descendens musculi trapezii");
    EXPECT_EQ(muscle->structures, std::vector<std::string>{"trapezius_upper"});
    EXPECT_EQ(muscle->layer, 1);
    EXPECT_EQ(muscle->nerve_segments, "C3 C4");
    for (const auto* field : {&muscle->origin, &muscle->insertion, &muscle->action, &muscle->covers,
                              &muscle->causes, &muscle->complaints, &muscle->palpation,
                              &muscle->cautions, &muscle->variations, &muscle->common_names})
        EXPECT_FALSE(field->empty());
    EXPECT_EQ(shipped().points_of({"trapezius_upper"}).size(), 2u);
}

TEST(ShippedCatalogue, refers_the_first_point_to_neck_mastoid_temple_and_eye_socket)
{
    const TriggerPoint& tp1 = point("trapezius_upper.tp1");
    const std::set<std::string> essential = names(*tp1->essential);
    for (const char* region :
         {"neck_side", "neck_back", "mastoid_region", "temple", "orbital_region"})
        EXPECT_TRUE(essential.contains(region)) << region;
    EXPECT_EQ(names(*tp1->spillover),
              (std::set<std::string>{"mandible_angle_region", "occiput", "lower_molars_region"}));
    EXPECT_TRUE(places(*tp1->essential).contains("temple_centre"));
    EXPECT_TRUE(places(*tp1->essential).contains("eye_centre"));
    EXPECT_TRUE(places(*tp1->spillover).contains("mandible_angle"));
}

TEST(ShippedCatalogue, refers_the_second_point_behind_the_first_and_nowhere_else)
{
    const TriggerPoint& tp2 = point("trapezius_upper.tp2");
    EXPECT_EQ(names(*tp2->essential), (std::set<std::string>{"neck_back", "mastoid_region"}));
    EXPECT_FALSE(tp2->spillover) << "none is recorded";
}

TEST(ShippedCatalogue, lifts_the_first_point_by_pincer_only)
{
    const TriggerPoint& tp1 = point("trapezius_upper.tp1");
    ASSERT_EQ(tp1->press.size(), 1u);
    EXPECT_EQ(tp1->press[0].contacts, std::vector{Contact::pincer});
    ASSERT_TRUE(tp1->press[0].direction);
    EXPECT_GT(tp1->press[0].direction->y, 0) << "a fold is lifted";
    EXPECT_TRUE(tp1.is_pressed());
    EXPECT_EQ(tp1.why_not_pressed(Texts()), "");
    const std::vector<PressOption> options = press_options(tp1, shipped());
    ASSERT_FALSE(options.empty());
    for (const PressOption& option : options)
        EXPECT_EQ(option.contact, Contact::pincer) << (*option.technique)->id.text;
}

TEST(ShippedCatalogue, presses_the_second_point_with_the_thumb_first_straight_down)
{
    const TriggerPoint& tp2 = point("trapezius_upper.tp2");
    const std::vector<PressOption> options = press_options(tp2, shipped());
    ASSERT_FALSE(options.empty());
    EXPECT_EQ((*options.front().technique)->id.text, "press_and_hold") << "how it is shown";
    EXPECT_EQ(options.front().contact, Contact::thumb);
    EXPECT_EQ(options.front().who(), Who::self);
    const Press* press = options.front().press;
    EXPECT_EQ(press, &tp2->press.front());
    EXPECT_EQ(press->contacts.front(), Contact::thumb);
    EXPECT_EQ(press->pressure_class.text(), "P3");
    EXPECT_EQ(press->pressure_class.word(), "medium");
    EXPECT_LE(press->direction->z, 0) << "never forward";
    const glm::vec3 recorded = glm::normalize(glm::vec3(0.1f, -0.95f, -0.25f));
    EXPECT_GT(glm::dot(*press->direction, recorded), 0.9999f);
    std::set<Contact> allowed;
    for (const Press& one : tp2->press) {
        allowed.insert(one.contacts.begin(), one.contacts.end());
        EXPECT_LE(one.direction->z, 0);
        EXPECT_FALSE(one.direction_words.empty());
        EXPECT_FALSE(one.avoid.empty());
    }
    EXPECT_EQ(allowed, (std::set{Contact::thumb, Contact::hook_cane}));
}

TEST(ShippedCatalogue, offers_each_point_a_technique_with_the_sentences_beside_it)
{
    for (const TriggerPoint& one : shipped().points()) {
        const bool pressed = std::any_of(one->press.begin(), one->press.end(), [](const Press& p) {
            return p.who != Who::view_only;
        });
        EXPECT_EQ(press_options(one, shipped()).empty(), !pressed) << one->id.text;
    }
    const Technique& hold = *shipped().technique({"press_and_hold"});
    EXPECT_EQ(hold->hold_s_min, 30);
    EXPECT_EQ(hold->hold_s_max, 60);
    EXPECT_EQ(hold->repetitions_max, 3);
    EXPECT_EQ(hold->pain_limit, 5);
    EXPECT_EQ(hold->course, PressCourse{}) << "the command line's --press is this course";
    for (const Technique& technique : shipped().techniques()) {
        EXPECT_EQ(technique->always_beside.front(),
                  "This has not been proven to be long-lastingly effective.");
        EXPECT_GE(technique->always_beside.size(), 4u);
    }
}

TEST(ShippedCatalogue, marks_what_is_our_estimate)
{
    for (const TriggerPoint& one : shipped().points()) {
        EXPECT_FALSE(one->estimates.empty()) << one->id.text;
        const bool cited = std::any_of(one->sources.begin(), one->sources.end(), [](const auto& c) {
            return c.source.text == "editorial_estimate";
        });
        EXPECT_TRUE(cited) << one->id.text;
    }
}

TEST(ShippedCatalogue, cites_every_source_that_it_lists)
{
    std::set<std::string> cited;
    const auto note = [&](const std::vector<Citation>& citations) {
        for (const Citation& citation : citations)
            cited.insert(citation.source.text);
    };
    for (const Muscle& muscle : shipped().muscles())
        note(muscle->sources);
    for (const TriggerPoint& one : shipped().points())
        note(one->sources);
    for (const Technique& technique : shipped().techniques())
        note(technique->sources);
    for (const NoPressZone& zone : shipped().no_press())
        note(zone->sources);
    for (const RedFlag& flag : shipped().red_flags())
        note(flag->sources);
    for (const Source& source : shipped().sources())
        EXPECT_TRUE(cited.contains(source.id.text)) << source.id.text << " is cited nowhere";
}

TEST(ShippedCatalogue, uses_words_that_the_table_of_texts_knows)
{
    const Result<Texts> texts = io::load_texts(assets / "languages", "en");
    ASSERT_TRUE(texts) << texts.error().message();
    const auto known = [&](const std::string& key) {
        EXPECT_TRUE(texts.value().has(key)) << key;
    };
    for (const std::string_view region : muscle_regions)
        known("region." + std::string(region));
    for (const std::string_view contact : contact_texts)
        known("contact." + std::string(contact));
    for (const std::string_view who : who_texts)
        known("who." + std::string(who));
    for (const std::string_view kind : source_kind_texts)
        known("source_kind." + std::string(kind));
    for (const std::string_view confidence : confidence_texts)
        known("confidence." + std::string(confidence));
    for (const std::string_view kind : point_kind_texts)
        known("point_kind." + std::string(kind));
    for (int number = 0; number <= 5; ++number)
        known("gauge." + std::string(PressureClass{number}.word()));
}

// Who writes records finds every word in the format's paper.
TEST(CatalogueFormat, is_told_with_every_word_that_a_file_may_use)
{
    std::ifstream in(std::filesystem::path(TPATLAS_SOURCE_DIR) / "docs" / "catalogue.md");
    std::set<std::string> told;
    std::string word;
    for (char c; in.get(c);)
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '_')
            word += c;
        else
            told.insert(std::exchange(word, {}));
    ASSERT_GT(told.size(), 100u);
    const auto expect_told = [&](const auto& words) {
        for (const std::string_view one : words)
            EXPECT_TRUE(told.contains(std::string(one))) << one;
    };
    expect_told(gesture_texts);
    expect_told(contact_texts);
    expect_told(who_texts);
    expect_told(urgency_texts);
    expect_told(no_press_grade_texts);
    expect_told(no_press_side_texts);
    expect_told(zone_side_texts);
    expect_told(source_kind_texts);
    expect_told(confidence_texts);
    expect_told(point_kind_texts);
    expect_told(muscle_regions);
    expect_told(std::array<std::string_view, 6>{"strokes", "red_flag", "no_press", "technique",
                                                "source", "zone"});
}
