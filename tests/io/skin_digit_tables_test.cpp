#include "io/skin_tables.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tpatlas::io {
namespace {

TEST(DigitTables, are_read_with_joints_stations_folds_nails_webs_and_lines)
{
    SkinTable table;
    const Result<Done> read = add_skin_table(R"([hand]
gap_mm = 2.5
web = [{ first = 1, to = 0.35, radii = [8, 5, 0] }]
line = [{ what = "crease", points = [{ at = "a" }, { at = "b" }], height_mm = -0.7 }]
[[hand.digit]]
name = "thumb"
joints = [{ at = "mcp" }, { at = "tip" }]
back = [1, 0, 0]
stations = [[0, 9, 10, 11, 12], [0.7, 6, 7, 8, 8.5]]
end_mm = 9
folds = [{ at = 0.5, depth_mm = 0.3, back = true }]
nail = { length_mm = 14, width_mm = 13 }
[[hand.digit]]
name = "index"
joints = [{ at = "a" }, { at = "b" }]
stations = [[0, 1, 1, 1, 1], [1, 2, 2, 2, 2]]
)",
                                             "hand.toml", table);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_FLOAT_EQ(table.hand.gap_mm, 2.5f);
    ASSERT_EQ(table.hand.digits.size(), 2u);
    const DigitTable& thumb = table.hand.digits[0];
    EXPECT_EQ(thumb.joints[1], (AnchoredPoint{"tip", {0, 0, 0}}));
    EXPECT_EQ(thumb.stations[1], (DigitStation{0.7f, 6, 7, 8, 8.5f}));
    EXPECT_EQ(thumb.folds[0], (DigitFold{0.5f, 0.3f, 1.2f, true}));
    EXPECT_FLOAT_EQ(thumb.nail.length_mm, 14);
    ASSERT_EQ(table.hand.webs.size(), 1u);
    EXPECT_EQ(table.hand.webs[0].first, 0);
    EXPECT_FLOAT_EQ(table.hand.lines[0].height_mm, -0.7f);
    EXPECT_TRUE(table.foot.digits.empty());
}

TEST(DigitTables, are_refused_with_the_lines_of_their_faults)
{
    SkinTable table;
    const Result<Done> read = add_skin_table(R"([foot]
[[foot.digit]]
joints = [{ at = "a" }, { at = "b" }]
stations = [[0, 9, 10, 11], [1, 6, 7, 8, 8]]
[[foot.digit]]
joints = [{ at = "a" }, { at = "b" }]
stations = [[1, 9, 10, 11, 12], [0, 6, 7, 8, 8]]
[[foot.web]]
first = 2
)",
                                             "foot.toml", table);
    ASSERT_FALSE(read);
    std::vector<std::string> where;
    for (const Error& fault : read.faults())
        where.push_back(fault.where);
    const auto has = [&](const std::string& line) {
        return std::find(where.begin(), where.end(), line) != where.end();
    };
    EXPECT_TRUE(has("foot.toml:4"));  // four numbers
    EXPECT_TRUE(has("foot.toml:5"));  // stations from the tip to the root
    EXPECT_TRUE(has("foot.toml:1"));  // a web without a second digit
}

}  // namespace
}  // namespace tpatlas::io
