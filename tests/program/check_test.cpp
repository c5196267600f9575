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
