// show: every kind of record whole, for people and as JSON.

#include "program/program.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace program;

TEST(Show, prints_records_of_every_kind_whole)
{
    const auto kind = [](const std::string& id) {
        EXPECT_EQ(run({"show", id}).status, 0) << id;
        return json_of({"show", id, "--json"}).value("kind_of_record", "");
    };
    EXPECT_EQ(kind("trapezius_upper"), "muscle");
    EXPECT_EQ(kind("trapezius_upper.tp2"), "point");
    EXPECT_EQ(kind("trapezius_upper.tp2.essential"), "zone");
    EXPECT_EQ(kind("trapezius_upper.right"), "structure");
    EXPECT_EQ(kind("simons_1999"), "source");
    EXPECT_EQ(kind("press_and_hold"), "technique");
    EXPECT_EQ(kind("no_press.carotid"), "no_press");
    EXPECT_EQ(kind("rf_e1"), "red_flag");
    EXPECT_EQ(kind("acromion"), "landmark");
    EXPECT_EQ(kind(json_of({"list", "regions", "--json"}).at(0).at("id")), "region");
}

TEST(Show, tells_everything_that_the_record_of_a_muscle_holds)
{
    const Json muscle = json_of({"show", "trapezius_upper", "--json"});
    for (const char* key : {"name_en", "name_la", "origin", "insertion", "action", "nerve", "causes",
                            "complaints", "palpation", "cautions", "sources", "confidence", "points"})
        EXPECT_FALSE(muscle.at(key).empty()) << key;
    const std::string text = run({"show", "trapezius_upper"}).out;
    for (const Json& line : muscle.at("origin"))
        EXPECT_NE(text.find(line.get<std::string>()), std::string::npos);
    EXPECT_EQ(text.find("⟨"), std::string::npos) << "a text of the interface is missing:\n" << text;
}

TEST(Show, tells_a_technique_whole)
{
    const Json technique = json_of({"show", "stripping", "--json"});
    EXPECT_EQ(technique.at("gesture"), "strip_along");
    EXPECT_EQ(technique.at("always_beside").at(0),
              "This has not been proven to be long-lastingly effective.");
    for (const char* key : {"how", "evidence", "course", "hold_s", "repetitions", "contacts",
                            "estimates", "sources", "confidence"})
        EXPECT_TRUE(technique.contains(key) && !technique.at(key).empty()) << key;
    const std::string text = run({"show", "stripping"}).out;
    std::vector<std::string> said = technique.at("always_beside");
    said.push_back(technique.at("how"));
    said.push_back(technique.at("evidence"));
    said.push_back(technique.at("estimates").at(0));
    for (const std::string& sentence : said)
        EXPECT_NE(text.find(sentence), std::string::npos) << sentence;
    EXPECT_EQ(text.find("⟨"), std::string::npos) << text;
}

TEST(Show, tells_a_red_flag_whole_and_it_stands_in_the_records_of_its_muscles)
{
    const Json flag = json_of({"show", "rf_e1", "--json"});
    EXPECT_EQ(flag.at("grade"), "emergency");
    const std::string text = run({"show", "rf_e1"}).out;
    for (const char* key : {"words", "action", "why"})
        EXPECT_NE(text.find(flag.at(key).get<std::string>()), std::string::npos) << key;
    EXPECT_EQ(text.find("⟨"), std::string::npos) << text;
    const std::string muscle = "scalene_anterior";
    ASSERT_TRUE(std::find(flag.at("muscles").begin(), flag.at("muscles").end(), muscle) !=
                flag.at("muscles").end());
    const Json flags = json_of({"show", muscle, "--json"}).at("red_flags");
    EXPECT_EQ(flags.at(0), "rf_e1") << "the most urgent of its own first";
    const std::string record = run({"show", muscle}).out;
    EXPECT_NE(record.find(flag.at("action").get<std::string>()), std::string::npos) << record;
}

// The calf refers to the sacro-iliac joint: what may hurt there stands with the point.
TEST(Show, tells_the_red_flags_of_the_place_where_a_point_s_pain_is_felt)
{
    const Json point = json_of({"show", "soleus.tp3", "--json"});
    EXPECT_EQ(point.at("red_flags"), Json::array({"rf_e2"}));
    EXPECT_NE(run({"show", "soleus.tp3"}).out.find("Emergency"), std::string::npos);
    // Those of the muscle are not said again.
    const Json own = json_of({"show", "soleus", "--json"}).at("red_flags");
    EXPECT_EQ(std::find(own.begin(), own.end(), "rf_e2"), own.end());
}

TEST(Show, tells_how_a_point_is_pressed_and_why_one_is_not_animated)
{
    const Json second = json_of({"show", "trapezius_upper.tp2", "--json"});
    EXPECT_EQ(second.at("press").at(0).at("contacts").at(0), "thumb");
    EXPECT_EQ(second.at("places").size(), 2u);
    EXPECT_FALSE(second.contains("view_only_reason"));
    const Json stripped = json_of({"show", "trapezius_lower.tp1", "--json"});
    bool strokes = false;
    for (const Json& press : stripped.at("press"))
        strokes = strokes || (press.contains("strokes") &&
                              press.at("strokes").front() == "strip_along");
    EXPECT_TRUE(strokes);
    const Json first = json_of({"show", "subscapularis.tp1", "--json"});
    const std::string reason = first.at("view_only_reason");
    const std::string text = run({"show", "subscapularis.tp1"}).out;
    EXPECT_NE(text.find(reason), std::string::npos);
    EXPECT_EQ(text.find("⟨"), std::string::npos) << text;
}
