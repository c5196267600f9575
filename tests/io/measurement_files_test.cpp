#include "io/measurement_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>

using namespace tpatlas;
namespace fs = std::filesystem;

namespace
{

MuscleTable a_muscle()
{
    MuscleTable table;
    table.entry = {"teres_major",
                   StructureKind::muscle,
                   false,
                   "teres major",
                   "Musculus \"teres\" major",
                   32551,
                   "shoulder",
                   1,
                   Provenance::surveyed};
    MuscleStack stack{"", {}};
    for (const float u : {0.0f, 0.333f, 1.0f}) {
        RingSection ring{u, {}};
        for (int k = 0; k < 8; ++k) {
            const float a = std::numbers::pi_v<float> * static_cast<float>(k) / 4;
            ring.points.emplace_back(10 * std::cos(a), 50 * u, -10 * std::sin(a));
        }
        stack.sections.push_back(ring);
    }
    table.stacks.push_back(stack);
    return io::rounded(table);
}

BoneTable a_bone()
{
    BoneTable table;
    table.entry = {"hyoid_bone",        StructureKind::bone, true,   "hyoid bone",
                   "Os hyoideum",       std::nullopt,        "neck", 9,
                   Provenance::surveyed};
    table.origin = {0, 1430.5f, 120.25f};
    table.axis = {0, 0.6f, 0.8f};
    table.across = {1, 0, 0};
    table.sections = {
        {-1.5f, {{{1, 2}, {{5, 0, 0, 5}}}}},
        {0, {}},
        {2.25f, {{{1, 2}, {{5, 0, 0, 5}, {0.5f, 0, 0, -0.5f}}}, {{9, 9}, {{1, 0, 0, 1}}}}}};
    return table;
}

class MeasurementFiles : public testing::Test
{
protected:
    void SetUp() override
    {
        folder_ = fs::path(testing::TempDir()) /
                  ("measurement_files_" +
                   std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    // The muscle's file with one text replaced by another.
    Faults faults_after(const std::string& from, const std::string& to)
    {
        std::string text = io::to_toml(a_muscle(), "a note");
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        const fs::path file = folder_ / "teres_major.toml";
        std::ofstream(file) << text;
        const auto table = io::read_muscle_table(file);
        return table ? Faults{} : table.faults();
    }

    fs::path folder_;
};

} // namespace

TEST_F(MeasurementFiles, give_back_the_muscle_that_was_written)
{
    const fs::path file = folder_ / "teres_major.toml";
    ASSERT_TRUE(io::write_muscle_table(a_muscle(), file, "surveyed\nfrom a test"));
    const auto table = io::read_muscle_table(file);
    ASSERT_TRUE(table) << table.error().message();
    EXPECT_EQ(table.value(), a_muscle());
}

TEST_F(MeasurementFiles, give_back_the_bone_that_was_written)
{
    const fs::path file = folder_ / "hyoid_bone.toml";
    ASSERT_TRUE(io::write_bone_table(a_bone(), file, ""));
    const auto table = io::read_bone_table(file);
    ASSERT_TRUE(table) << table.error().message();
    EXPECT_EQ(table.value(), a_bone());
}

TEST_F(MeasurementFiles, hold_one_ring_a_line_with_at_most_two_decimals)
{
    const std::string text = io::to_toml(a_muscle(), "");
    EXPECT_NE(text.find("\n  [0.333, 10, 16.65, 0, 7.07, 16.65, -7.07,"), std::string::npos)
        << text;
    EXPECT_EQ(text.find("-0,"), std::string::npos);
}

TEST_F(MeasurementFiles, are_rejected_with_the_line_of_a_ring_that_lacks_a_number)
{
    const Faults faults = faults_after("[0.333, 10, ", "[0.333, ");
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_NE(faults[0].where.find("teres_major.toml:16"), std::string::npos) << faults[0].where;
}

TEST_F(MeasurementFiles, are_rejected_where_u_does_not_rise)
{
    const Faults faults = faults_after("[0.333,", "[0,");
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_NE(faults[0].message().find("u must rise"), std::string::npos);
}

TEST_F(MeasurementFiles, report_every_fault_of_the_file)
{
    const Faults faults = faults_after("kind = \"muscle\"\nmidline = false",
                                       "kind = \"mussel\"\nmidline = 3\nlength = 4");
    ASSERT_EQ(faults.size(), 3u);
    for (const Error& fault : faults)
        EXPECT_NE(fault.where.find("teres_major.toml:"), std::string::npos);
}

TEST_F(MeasurementFiles, are_rejected_with_the_line_where_the_text_is_no_toml)
{
    const Faults faults = faults_after("layer = 1", "layer = = 1");
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_NE(faults[0].where.find("teres_major.toml:9"), std::string::npos) << faults[0].where;
}

TEST_F(MeasurementFiles, are_rejected_when_a_stack_has_too_many_numbers)
{
    MuscleTable table = a_muscle();
    table.stacks[0].sections.clear();
    for (int i = 0; i < 30; ++i)
        table.stacks[0].sections.push_back(
            {static_cast<float>(i) / 30, a_muscle().stacks[0].sections[0].points});
    const fs::path file = folder_ / "teres_major.toml";
    ASSERT_TRUE(io::write_muscle_table(table, file, ""));
    const auto read = io::read_muscle_table(file);
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message().find("at most 700 numbers"), std::string::npos);
}

TEST_F(MeasurementFiles, of_a_folder_come_in_order_of_name)
{
    for (const char* name : {"teres_minor", "deltoid_middle"}) {
        MuscleTable table = a_muscle();
        table.entry.name = name;
        ASSERT_TRUE(io::write_muscle_table(table, folder_ / (std::string(name) + ".toml"), ""));
    }
    const auto tables = io::read_muscle_tables(folder_);
    ASSERT_TRUE(tables);
    ASSERT_EQ(tables.value().size(), 2u);
    EXPECT_EQ(tables.value()[0].entry.name, "deltoid_middle");
    EXPECT_FALSE(io::read_muscle_tables(folder_ / "absent"));
}
