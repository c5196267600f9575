#include "io/skin_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tpatlas::io {
namespace {

TEST(SkinTables, read_points_tied_to_marks_and_points_of_the_body_frame)
{
    SkinTable table;
    const Result<Done> read = add_skin_table(R"(
mark = [{ name = "chin", of = ["mandible*"], direction = [0, 0, 1], midline_mm = 5 }]
filler = [
  { segment = "head", what = "a pad", ellipsoid = { at = "chin", d = [0, 1, 2] }, radii = [3, 4, 5] },
  { segment = "trunk", cone = [[1, 2, 3], { at = "chin" }], radii = [6, 7, 0], cut = true },
]
[body_tissue]
pegs = [{ at = "chin", d = [0, 0, 1], mm = 4.5 }]
)",
                                             "a.toml", table);
    ASSERT_TRUE(read) << read.error().message();
    ASSERT_EQ(table.fillers.size(), 2u);
    EXPECT_EQ(table.fillers[0].shape, Filler::Shape::ellipsoid);
    EXPECT_EQ(table.fillers[0].a, (AnchoredPoint{"chin", {0, 1, 2}}));
    EXPECT_EQ(table.fillers[1].a, (AnchoredPoint{"", {1, 2, 3}}));
    EXPECT_EQ(table.fillers[1].b, (AnchoredPoint{"chin", {0, 0, 0}}));
    EXPECT_TRUE(table.fillers[1].cut);
    ASSERT_EQ(table.body_tissue.pegs.size(), 1u);
    EXPECT_FLOAT_EQ(table.body_tissue.pegs[0].depth_mm, 4.5f);
    EXPECT_FLOAT_EQ(table.marks[0].midline_mm, 5);
}

void expect_one_of(const std::vector<std::string>& lines, const std::string& line)
{
    EXPECT_NE(std::find(lines.begin(), lines.end(), line), lines.end()) << line;
}

TEST(SkinTables, read_how_a_limbs_segments_turn_into_each_other)
{
    SkinTable table;
    const std::string text = R"([joins]
thighs = { gap_mm = 4, top_y = 800 }
fade = [{ limb = "leg", lower = "calf", upper = "knee", from_y = 350, to_y = 395 }]
)";
    const Result<Done> read = add_skin_table(text, "a.toml", table);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_FLOAT_EQ(table.joins.thighs.gap_mm, 4);
    ASSERT_EQ(table.joins.fades.size(), 1u);
    EXPECT_EQ(table.joins.fades[0], (LimbFade{"leg", "calf", "knee", 350, 395}));

    const Result<Done> turned = add_skin_table(
        R"(joins = { fade = [{ limb = "leg", lower = "calf", upper = "knee", from_y = 395, to_y = 350 }] })",
        "b.toml", table);
    ASSERT_FALSE(turned);
    EXPECT_EQ(turned.error().message(), "b.toml:1: a fade goes up: from_y lies below to_y");
}

TEST(SkinTables, report_every_fault_with_its_line)
{
    SkinTable table;
    const Result<Done> read = add_skin_table(R"(edge_mm = "fine"
mark = [{ rule = "guess", name = "chin" }]
filler = [
  { segment = "head", radii = [1, 2] },
]
[joins]
neck_bend_mm = 3
)",
                                             "a.toml", table);
    ASSERT_FALSE(read);
    std::vector<std::string> lines;
    for (const Error& fault : read.faults())
        lines.push_back(fault.message());
    expect_one_of(lines, "a.toml:1: this should be a number");
    expect_one_of(lines, "a.toml:2: a rule is extreme, centre, nearest, middle or joint");
    expect_one_of(lines, "a.toml:4: this should be three numbers");
    expect_one_of(lines, "a.toml:4: a filler needs ellipsoid = centre or cone = [end, end]");
    expect_one_of(lines, "a.toml:7: nothing is called 'neck_bend_mm' here");
    EXPECT_EQ(lines.size(), 5u);
}

TEST(SkinTables, of_a_folder_without_tables_are_refused)
{
    EXPECT_FALSE(read_skin_tables(std::filesystem::path(TPATLAS_SOURCE_DIR) / "no such folder"));
}

TEST(SkinTables, as_shipped_are_read_and_name_every_mass)
{
    const Result<SkinTable> table =
        read_skin_tables(std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets/body/skin");
    ASSERT_TRUE(table) << table.error().message();
    EXPECT_EQ(table.value().segments.size(), 13u);
    EXPECT_GT(table.value().marks.size(), 20u);
    EXPECT_GE(table.value().ear.outline.size(), 8u);
}

}  // namespace
}  // namespace tpatlas::io
