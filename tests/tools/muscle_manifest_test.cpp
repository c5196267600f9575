#include "body_survey/muscle_manifest.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

using namespace tpatlas;
namespace fs = std::filesystem;

namespace
{

Result<MuscleManifest> read_text(const std::string& text)
{
    // A file a test: CTest runs them at the same time.
    const fs::path file =
        fs::path(testing::TempDir()) /
        (std::string("muscle_manifest_") +
         testing::UnitTest::GetInstance()->current_test_info()->name() + ".toml");
    std::ofstream(file) << text;
    auto manifest = read_muscle_manifest(file);
    fs::remove(file);
    return manifest;
}

const std::string head = "[bones]\nrib_1 = 7857\n\n[[muscle]]\nname = \"scalene_anterior\"\n"
                         "en = \"anterior scalene\"\nla = \"Musculus scalenus anterior\"\n"
                         "fma = 13392\nregion = \"neck\"\nlayer = 3\n";

} // namespace

TEST(MuscleManifest, of_the_project_names_each_structure_once_and_its_right_side_only)
{
    const auto manifest =
        read_muscle_manifest(fs::path(TPATLAS_SOURCE_DIR) / "tools/body_survey/muscles");
    ASSERT_TRUE(manifest) << manifest.error().message();
    std::set<std::string> names;
    for (const MuscleJob& job : manifest.value().muscles) {
        EXPECT_TRUE(names.insert(job.entry.name).second) << job.entry.name;
        EXPECT_TRUE(fs::exists(fs::path(TPATLAS_SOURCE_DIR) / "assets/body/muscles" /
                               (job.entry.name + ".toml")))
            << job.entry.name;
    }
    EXPECT_TRUE(names.contains("trapezius_upper"));
    EXPECT_TRUE(names.contains("sternocleidomastoid_clavicular"));
}

TEST(MuscleManifest, gives_a_stack_what_its_muscle_says_unless_it_says_otherwise)
{
    const auto manifest =
        read_text(head + "origin = [[0, 1, 2], [3, 4, 5]]\ninsertion = [\"rib_1\"]\n"
                         "ends = \"attachments\"\n[[muscle.stack]]\nname = \"slip_1\"\n"
                         "keep = [[0, 0, 0, 0, 2, 0]]\n[[muscle.stack]]\nname = \"slip_2\"\n"
                         "ends = \"form\"\nkeep = [[0, 0, 0, 0, -2, 0]]\n");
    ASSERT_TRUE(manifest) << manifest.error().message();
    const auto& stacks = manifest.value().muscles.front().stacks;
    ASSERT_EQ(stacks.size(), 2u);
    EXPECT_EQ(stacks[0].ends_from, EndsFrom::attachments);
    EXPECT_EQ(stacks[1].ends_from, EndsFrom::form);
    EXPECT_EQ(stacks[1].origin.line.size(), 2u);
    EXPECT_EQ(stacks[1].insertion.bones, std::vector<int>{7857});
    EXPECT_EQ(stacks[0].keep.front().normal, glm::vec3(0, 1, 0));
}

TEST(MuscleManifest, says_which_pieces_a_stack_is_and_what_crosses_the_midline)
{
    const auto manifest =
        read_text(head + "origin = [\"rib_1\"]\ninsertion = [\"rib_1\"]\nmidline = true\n"
                         "[[muscle.stack]]\nname = \"slip_1\"\npieces = [[1, 2, 3], [4, 5, 6]]\n");
    ASSERT_TRUE(manifest) << manifest.error().message();
    const MuscleJob& job = manifest.value().muscles.front();
    EXPECT_TRUE(job.entry.midline);
    ASSERT_EQ(job.stacks.front().pieces.size(), 2u);
    EXPECT_EQ(job.stacks.front().pieces[1], glm::vec3(4, 5, 6));
}

TEST(MuscleManifest, gives_each_tendon_the_line_that_it_runs_along)
{
    const auto manifest = read_text(
        head + "origin = [\"rib_1\"]\ninsertion = [\"rib_1\"]\n[[muscle.stack]]\nname = \"index\"\n"
               "along = [[1, 2, 3], [4, 5, 6]]\n[[muscle.stack]]\nname = \"middle\"\n"
               "along = [[7, 8, 9]]\n");
    ASSERT_TRUE(manifest) << manifest.error().message();
    const auto& stacks = manifest.value().muscles.front().stacks;
    ASSERT_EQ(stacks.size(), 2u);
    EXPECT_EQ(stacks[0].along, (std::vector<glm::vec3>{{1, 2, 3}, {4, 5, 6}}));
    EXPECT_EQ(stacks[1].along, (std::vector<glm::vec3>{{7, 8, 9}}));
}

TEST(MuscleManifest, says_which_bones_a_muscle_is_lifted_out_of)
{
    const auto manifest = read_text(
        head + "origin = [\"rib_1\"]\ninsertion = [\"rib_1\"]\nclear_of = [\"rib_1\"]\n");
    ASSERT_TRUE(manifest) << manifest.error().message();
    EXPECT_EQ(manifest.value().muscles.front().stacks.front().clear_of, std::vector<int>{7857});
}

TEST(MuscleManifest, is_rejected_with_the_line_of_each_fault)
{
    const auto manifest =
        read_text(head + "origin = [\"rib_77\"]\ninsertion = [\"rib_1\"]\nlenght = 3\n");
    ASSERT_FALSE(manifest);
    std::string all;
    for (const Error& fault : manifest.faults())
        all += fault.message() + "\n";
    EXPECT_NE(all.find(".toml:11: 'rib_77'"), std::string::npos) << all;
    EXPECT_NE(all.find(".toml:13: the key 'lenght'"), std::string::npos) << all;
}

TEST(MuscleManifest, is_rejected_when_a_muscle_has_no_insertion)
{
    EXPECT_FALSE(read_text(head + "origin = [\"rib_1\"]\n"));
    EXPECT_TRUE(read_text(head + "origin = [\"rib_1\"]\ninsertion = [\"rib_1\"]\n"));
}
