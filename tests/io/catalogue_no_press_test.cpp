// No-press zones: how they are read, and those that we ship.
#include "io/catalogue_folder.hpp"

#include "io/catalogue_files.hpp"

#include <map>
#include <set>

#include <glm/geometric.hpp>

using namespace tpatlas;

namespace {

const char* const sound_text = R"([[source]]
id = "book"
kind = "book"
title = "A book"

[[no_press]]
id = "carotid"
name = { en = "Carotid artery" }
grade = "only"
protects = "an artery"
text = "Never flat."
shapes = [{ patch = "mandible_angle + 10 mm down", radius_mm = 15 }]
allow = [{ who = "self", contacts = ["pincer"], directions = [[-3, 0, 4]], within_deg = 45, class = "P2", longest_s = 30, words = "lifted off" }]
estimates = ["the rule"]
sources = ["book"]
confidence = "high"
)";

Result<Catalogue> load(const std::string& text)
{
    const test::Folder folder;
    folder.write("no_press.toml", text);
    return io::load_catalogue(folder.path());
}

std::string fault_of(const std::string& from, const std::string& to)
{
    std::string text = sound_text;
    text.replace(text.find(from), from.size(), to);
    const Result<Catalogue> read = load(text);
    if (read)
        return "";
    std::string message = read.error().message();
    return message.substr(message.find("no_press.toml"));
}

const Catalogue& shipped()
{
    static const Result<Catalogue> catalogue =
        io::load_catalogue(std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets" / "catalogue");
    return catalogue.value();
}

Press press_of(Who who, Contact contact, glm::vec3 direction, int number)
{
    Press press;
    press.who = who;
    press.contacts = {contact};
    press.direction = glm::normalize(direction);
    press.pressure_class = {number};
    return press;
}

bool allowed(const char* id, const Press& press)
{
    const NoPressZone* zone = shipped().no_press_zone({id});
    EXPECT_TRUE(zone) << id;
    return zone && verdict_on(*zone, press).allowed;
}

} // namespace

TEST(NoPressFile, is_read_whole)
{
    const Result<Catalogue> read = load(sound_text);
    ASSERT_TRUE(read) << read.error().message();
    ASSERT_EQ(read.value().no_press().size(), 1u);
    const NoPressZone& zone = read.value().no_press().front();
    EXPECT_EQ(zone->grade, NoPressGrade::only);
    EXPECT_EQ(zone->where, NoPressSide::both);
    EXPECT_EQ(zone->protects, "an artery");
    ASSERT_EQ(zone->shapes.size(), 1u);
    EXPECT_EQ(zone->shapes[0], Shape(Patch{{"mandible_angle", {0, -10, 0}}, 15}));
    ASSERT_EQ(zone->allow.size(), 1u);
    EXPECT_NEAR(glm::distance(zone->allow[0].directions.at(0), glm::vec3(-0.6f, 0, 0.8f)), 0, 1e-6);
    EXPECT_EQ(zone->allow[0].highest, PressureClass{2});
    EXPECT_EQ(zone->allow[0].longest_s, 30.0f);
    EXPECT_EQ(read.value().no_press_zone({"carotid"}), &zone);
}

TEST(NoPressFile, with_a_fault_is_rejected_with_its_line)
{
    EXPECT_EQ(fault_of("grade = \"only\"\n", ""),
              "no_press.toml:6: the zone has no grade (add grade = \"never\", \"only\" or \"care\")");
    EXPECT_NE(fault_of("\"only\"", "\"onyl\"").find("no_press.toml:9:"), std::string::npos);
    EXPECT_NE(fault_of("[[-3, 0, 4]]", "[[-3, 0]]").find("no list of directions"),
              std::string::npos);
    EXPECT_NE(fault_of("[\"pincer\"]", "[\"pinzer\"]").find("pincer"), std::string::npos);
    EXPECT_NE(fault_of("sources = [\"book\"]", "sources = [\"bok\"]").find("did you mean 'book'"),
              std::string::npos);
    EXPECT_NE(fault_of("text =", "txt =").find("txt"), std::string::npos);
}

TEST(NoPressZones, that_we_ship_have_every_row_of_the_list)
{
    std::map<NoPressGrade, int> of_grade;
    for (const NoPressZone& zone : shipped().no_press()) {
        ++of_grade[zone->grade];
        EXPECT_FALSE(zone->text.empty()) << zone->id.text;
        // The rule is ours, whatever the anatomy's source: it says so.
        EXPECT_FALSE(zone->estimates.empty()) << zone->id.text;
    }
    EXPECT_EQ(shipped().no_press().size(), 71u);
    EXPECT_GE(of_grade[NoPressGrade::never], 15);
    EXPECT_GE(of_grade[NoPressGrade::only], 30);
    EXPECT_GE(of_grade[NoPressGrade::care], 20);
    for (const char* id :
         {"eye", "front_of_neck", "supraclavicular_fossa", "cubital_tunnel", "cubital_fossa",
          "xiphoid", "aorta", "inguinal_canal", "femoral_pulse_strip", "coccyx", "pudendal_canal",
          "popliteal_middle", "fibular_neck", "tarsal_tunnel"}) {
        const NoPressZone* zone = shipped().no_press_zone({id});
        ASSERT_TRUE(zone) << id;
        EXPECT_EQ((*zone)->grade, NoPressGrade::never) << id;
    }
}

// What common teaching permits must never be blocked, and what it forbids must be.
TEST(NoPressZones, that_we_ship_let_standard_techniques_through)
{
    const Who self = Who::self, therapist = Who::therapist;
    EXPECT_TRUE(allowed("temple_pulse", press_of(self, Contact::fingertips, {1, 0, 0}, 2)));
    EXPECT_TRUE(allowed("carotid", press_of(self, Contact::pincer, {-0.6f, 0, 0.8f}, 2)));
    EXPECT_TRUE(
        allowed("posterior_triangle", press_of(self, Contact::pincer, {-0.2f, 0.7f, -0.7f}, 3)));
    EXPECT_TRUE(allowed("supraclavicular_fossa",
                        press_of(self, Contact::pincer, {-0.2f, 0.7f, -0.7f}, 3)));
    EXPECT_TRUE(allowed("posterior_triangle",
                        press_of(therapist, Contact::fingertips, {0.5f, 0.5f, -0.7f}, 1)));
    EXPECT_TRUE(allowed("axilla", press_of(self, Contact::pincer, {-0.5f, 0.1f, 0.87f}, 3)));
    EXPECT_TRUE(allowed("axilla", press_of(self, Contact::pincer, {-0.6f, 0, -0.8f}, 3)));
    EXPECT_TRUE(
        allowed("axilla", press_of(self, Contact::fingertips, {-0.55f, 0.15f, -0.8f}, 2)));
    EXPECT_TRUE(allowed("femoral_triangle", press_of(self, Contact::pincer, {0.8f, 0, 0.55f}, 3)));
    EXPECT_TRUE(allowed("sciatic_buttock", press_of(therapist, Contact::elbow, {0, 0, 1}, 3)));
    EXPECT_TRUE(
        allowed("sciatic_buttock", press_of(self, Contact::ball_on_wall, {0.3f, 0, 0.95f}, 3)));
}

TEST(NoPressZones, that_we_ship_stop_what_hurts)
{
    const Who self = Who::self;
    EXPECT_FALSE(allowed("carotid", press_of(self, Contact::thumb, {1, 0, 0}, 1)));
    EXPECT_FALSE(allowed("posterior_triangle", press_of(self, Contact::thumb, {0.5f, 0, -1}, 1)));
    EXPECT_FALSE(allowed("supraclavicular_fossa", press_of(self, Contact::thumb, {0, -1, 0}, 1)));
    EXPECT_FALSE(
        allowed("suboccipital", press_of(self, Contact::hard_ball, {0.1f, 0.75f, 0.6f}, 1)));
    EXPECT_FALSE(allowed("kidney", press_of(self, Contact::ball_on_floor, {0, 0, 1}, 2)));
    EXPECT_FALSE(allowed("sciatic_buttock", press_of(self, Contact::hard_ball, {0, 0, 1}, 2)));
    EXPECT_FALSE(
        allowed("popliteal_middle", press_of(Who::therapist, Contact::fingertips, {0, 0, 1}, 1)));
    EXPECT_FALSE(allowed("aorta", press_of(Who::therapist, Contact::fingertips, {0, 0, -1}, 1)));
}
