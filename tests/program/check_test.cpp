// check: every fault of a teacher's records, with its file and line.

#include "program/program.hpp"

using namespace program;

namespace {

fs::path records(const char* name, const std::string& toml)
{
    const fs::path folder = fresh_folder();
    std::ofstream(folder / name) << toml;
    return folder;
}

bool begins(const std::string& text, const std::string& start)
{
    return text.rfind(start, 0) == 0;
}

// What was printed, a line a fault, without the folder.
Words lines_of(std::string out, const fs::path& folder)
{
    const std::string prefix = folder.string() + "/";
    for (std::size_t at = 0; (at = out.find(prefix)) != std::string::npos;)
        out.erase(at, prefix.size());
    Words lines;
    for (std::size_t at = 0, end = 0; (end = out.find('\n', at)) != std::string::npos; at = end + 1)
        lines.push_back(out.substr(at, end - at));
    return lines;
}

// It replaces our record of the same id.
const char* sound = R"([[source]]
id = "my_lessons"
kind = "book"
author = "A teacher"
year = 2024
title = "Lessons"

[[muscle]]
id = "supraspinatus"
name = { en = "My supraspinatus", la = "Musculus supraspinatus" }
structures = ["supraspinatus"]
region = "shoulder"
layer = 2
sources = ["my_lessons"]
confidence = "low"
)";

}  // namespace

TEST(Check, passes_the_shipped_catalogue)
{
    const Outcome outcome = run({"check", TPATLAS_SOURCE_DIR "/assets/catalogue"});
    EXPECT_EQ(outcome.status, 0) << outcome.out;
    EXPECT_EQ(outcome.err, "");
    EXPECT_NE(outcome.out.find("no fault"), std::string::npos);
}

TEST(Check, passes_a_sound_folder_which_list_then_shows)
{
    const fs::path folder = records("mine.toml", sound);
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 0) << outcome.out;
    bool found = false;
    for (const Json& muscle : json_of({"list", "muscles", "--json", "--catalogue", folder.string()}))
        found = found || muscle.at("name_en") == "My supraspinatus";
    EXPECT_TRUE(found);
}

TEST(Check, prints_all_faults_at_once_with_their_lines)
{
    std::string broken = sound;
    broken.replace(broken.find("confidence = \"low\""), 18, "confidence = \"very\"");
    broken += "colour = \"blue\"\n";
    const fs::path folder = records("mine.toml", broken);
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.error_lines(), 1) << outcome.err;
    EXPECT_GE(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 2) << outcome.out;
    EXPECT_NE(outcome.out.find("mine.toml:15"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("mine.toml:16"), std::string::npos) << outcome.out;
    // The same file alone gives the same faults.
    EXPECT_EQ(run({"check", (folder / "mine.toml").string()}).out, outcome.out);
    // Other verbs fail with one line.
    expect_failure({"list", "points", "--catalogue", folder.string()}, {"mine.toml:15", "1 more"});
}

TEST(Check, finds_a_point_that_lies_nowhere_sensible)
{
    const fs::path folder = records("mine.toml", std::string(sound) + R"(
[[muscle.point]]
id = "tp1"
place = "far from where its words say"
u = 0.5
v = 0.0
uncertainty_mm = 10
kind = "central"
essential = { words = "temple", names = ["temple"], shapes = [{ patch = "acromion", radius_mm = 30 }] }
near = [{ landmark = "mastoid_process", max_mm = 5 }]
sources = ["my_lessons"]
confidence = "low"
)");
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_NE(outcome.out.find("supraspinatus.tp1"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("mastoid_process"), std::string::npos) << outcome.out;
}

// Each fault that only a body can tell, by the line of its record, in the order of the file, once
// for both sides where they are alike.
TEST(Check, tells_what_the_body_contradicts_by_file_and_line)
{
    const fs::path folder = records("mine.toml", std::string(sound) + R"(
[[muscle.point]]
id = "tp1"
place = "pressed from below, through the ribs"
u = 0.5
v = 0
uncertainty_mm = 10
press = [{ who = "self", contacts = ["thumb"], direction = [0, 1, 0], class = "P2" }]
sources = ["my_lessons"]

[[muscle.point]]
id = "tp2"
place = "under the face, beyond the corner"
u = 0.02
v = 0.5
depth = 1
uncertainty_mm = 10
sources = ["my_lessons"]

[[muscle.point]]
id = "tp3"
place = "in a stack that is none"
stack = "nowhere"
u = 0.5
v = 0
uncertainty_mm = 10
sources = ["my_lessons"]
)");
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 1);
    const Words lines = lines_of(outcome.out, folder);
    ASSERT_EQ(lines.size(), 5u) << outcome.out;
    EXPECT_TRUE(begins(lines[0], "mine.toml:17: supraspinatus.tp1 the approach passes through bone "
                                 "after ")) << lines[0];
    EXPECT_NE(lines[0].find("correct the direction of its press 1"), std::string::npos);
    EXPECT_EQ(lines[1], "mine.toml:26: supraspinatus.tp2 lies outside supraspinatus.right (correct "
                        "u, v or the depth)");
    EXPECT_TRUE(begins(lines[2], "mine.toml:26: supraspinatus.tp2 lies outside supraspinatus.left"));
    EXPECT_TRUE(begins(lines[3], "mine.toml:35: supraspinatus.tp3 (u, v) = (0.5, 0) is no place on "
                                 "supraspinatus.right, stack 'nowhere'")) << lines[3];
    // Another verb says the first in one line.
    expect_failure({"list", "points", "--catalogue", folder.string()}, {"mine.toml:17", "4 more"});
}

TEST(Check, tells_names_that_the_body_does_not_know_with_the_nearest)
{
    const fs::path folder = records("mine.toml", std::string(sound) + R"(
[[muscle.point]]
id = "tp1"
place = "named wrongly"
u = 0.5
v = 0
uncertainty_mm = 10
essential = { words = "w", names = ["tempel"], shapes = [{ stroke = ["acromion", "mastoid_proces"], width_mm = 20 }] }
spillover = { words = "w", shapes = [{ region = "tempel" }] }
near = [{ landmark = "acromin", max_mm = 500 }]
sources = ["my_lessons"]

[[no_press]]
id = "mine"
name = { en = "Mine" }
grade = "never"
protects = "p"
text = "t"
shapes = [{ patch = "acromiom", radius_mm = 20 }]
sources = ["my_lessons"]

[[red_flag]]
id = "mine"
grade = "emergency"
words = "w"
action = "a"
places = ["neck_sid", "temple"]
sources = ["my_lessons"]

[[muscle]]
id = "soleus"
name = { en = "My soleus" }
structures = ["soleuss"]
region = "leg"
layer = 2
sources = ["my_lessons"]
)");
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(lines_of(outcome.out, folder),
              (Words{"mine.toml:17: supraspinatus.tp1 is near 'acromin', which is no landmark of "
                     "this body (did you mean 'acromion'?)",
                     "mine.toml:17: supraspinatus.tp1.essential: mastoid_proces is no landmark and "
                     "no region of this body (did you mean 'mastoid_process'?)",
                     "mine.toml:17: supraspinatus.tp1.spillover: tempel is no region of this "
                     "body's skin (did you mean 'temple'?)",
                     "mine.toml:17: supraspinatus.tp1.essential names 'tempel', which is no region "
                     "of this body (did you mean 'temple'?)",
                     "mine.toml:28: no_press.mine: acromiom is no landmark and no region of this "
                     "body (did you mean 'acromion'?)",
                     "mine.toml:37: red_flag.mine names 'neck_sid', which is no region of this "
                     "body (did you mean 'neck_side'?)",
                     "mine.toml:45: soleus has the structure 'soleuss', which this body lacks (did "
                     "you mean 'soleus'?)"}));
}

// A place where nothing is drawn and a flag that never shows are faults, and no reason not to start.
TEST(Check, finds_a_red_flag_without_its_place_that_other_verbs_live_with)
{
    const fs::path folder = records("mine.toml", std::string(sound) + R"(
[[red_flag]]
id = "mine"
grade = "emergency"
words = "w"
action = "a"
places = ["neck_sid"]
sources = ["my_lessons"]
)");
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(lines_of(outcome.out, folder),
              Words{"mine.toml:17: red_flag.mine names 'neck_sid', which is no region of this body "
                    "(did you mean 'neck_side'?)"});
    EXPECT_EQ(run({"list", "points", "--catalogue", folder.string()}).status, 0);
}

TEST(Check, blames_a_press_where_a_no_press_zone_forbids_it)
{
    const fs::path folder = records("mine.toml", std::string(sound) + R"(
[[muscle.point]]
id = "tp1"
place = "as ours"
u = 0.22
v = 0.06
uncertainty_mm = 10
press = [{ who = "self", contacts = ["thumb", "knobber"], direction = [0.2, -0.9, 0.3], class = "P2" }]
sources = ["my_lessons"]

[[no_press]]
id = "mine"
name = { en = "Mine" }
grade = "never"
protects = "p"
text = "t"
shapes = [{ patch = "supraspinatus_middle", radius_mm = 120 }]
sources = ["my_lessons"]
)");
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 1);
    // So wide a zone forbids our own presses around it too: those are told by our own files.
    const Words lines = lines_of(outcome.out, folder);
    EXPECT_EQ(std::count(lines.begin(), lines.end(),
                         "mine.toml:17: supraspinatus.tp1 is pressed with thumb, knobber where the "
                         "no-press zone 'mine' (never) does not let it through (correct the press "
                         "by what the zone allows)"),
              1) << outcome.out;
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return line.find("catalogue/neck.toml:") != std::string::npos &&
               line.find("trapezius_upper.tp2 is pressed with thumb") != std::string::npos;
    })) << outcome.out;
}

TEST(Check, counts_what_is_not_recorded_field_by_field)
{
    const Outcome outcome = run({"check", "--missing"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    const std::size_t muscles = json_of({"list", "muscles", "--json"}).size();
    const std::string of = "of " + std::to_string(muscles) + " not recorded";
    for (const char* field : {"muscle.origin", "muscle.causes", "muscle.point"}) {
        const std::size_t at = outcome.out.find(std::string(field) + " ");
        ASSERT_NE(at, std::string::npos) << field;
        const std::string line = outcome.out.substr(at, outcome.out.find('\n', at) - at);
        EXPECT_NE(line.find(of), std::string::npos) << line;
    }
    EXPECT_NE(outcome.out.find("point.press "), std::string::npos);
    // Of a catalogue that is laid over ours too, and together with a check.
    const fs::path folder = records("mine.toml", std::string(sound) + R"(
[[muscle]]
id = "my_muscle"
name = { en = "Another one" }
structure = false
region = "leg"
layer = 2
sources = ["my_lessons"]
)");
    const Outcome both =
        run({"check", "--missing", folder.string(), "--catalogue", folder.string()});
    EXPECT_EQ(both.status, 0) << both.err;
    EXPECT_NE(both.out.find("of " + std::to_string(muscles + 1) + " not recorded"),
              std::string::npos) << both.out;
    EXPECT_NE(both.out.find(": no fault"), std::string::npos);
}

TEST(Check, says_what_is_no_catalogue)
{
    const fs::path folder = records("a.txt", "x");
    for (const std::string& path : {(folder / "a.txt").string(), (folder / "absent").string(),
                                   folder.string()}) {
        const Outcome outcome = run({"check", path});
        EXPECT_EQ(outcome.status, 1) << path;
        EXPECT_EQ(outcome.error_lines(), 1) << path;
        EXPECT_NE(outcome.out.find(path), std::string::npos) << outcome.out;
    }
}
