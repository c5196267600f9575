#include "core/place_inside.hpp"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

class PlaceInside : public testing::Test {
protected:
    void SetUp() override
    {
        fs::create_directories(root_ / "in/deep");
        fs::create_directories(root_ / "inner");
        for (const char* name : {"in/a", "in/deep/b", "outside", "inner/c"})
            std::ofstream(root_ / name) << "x";
    }
    void TearDown() override { fs::remove_all(root_); }

    fs::path root_ = fs::canonical(fs::temp_directory_path()) /
                     ("tpatlas_place_inside_" + std::to_string(getpid()));
};

TEST_F(PlaceInside, is_where_a_file_of_the_folder_lies)
{
    EXPECT_EQ(place_inside(root_ / "in", root_ / "in/a"), root_ / "in/a");
    EXPECT_EQ(place_inside(root_ / "in", root_ / "in/deep/../deep/b"), root_ / "in/deep/b");
    fs::create_symlink(root_ / "in/a", root_ / "in/deep/link");
    EXPECT_EQ(place_inside(root_ / "in", root_ / "in/deep/link"), root_ / "in/a");
    fs::create_directory_symlink(root_ / "in", root_ / "other");
    EXPECT_EQ(place_inside(root_ / "other", root_ / "in/a"), root_ / "in/a");
}

TEST_F(PlaceInside, is_nowhere_for_what_leads_out_or_is_not_there)
{
    fs::create_symlink(root_ / "outside", root_ / "in/link");
    fs::create_directory_symlink(root_, root_ / "in/up");
    for (const char* name : {"in/../outside", "in/link", "in/up/outside", "inner/c", "in/absent",
                             "in", "in/.", ""})
        EXPECT_FALSE(place_inside(root_ / "in", root_ / name)) << name;
    EXPECT_FALSE(place_inside(root_ / "in", "/etc/passwd"));
    EXPECT_FALSE(place_inside(root_ / "absent", root_ / "in/a"));
}

}  // namespace
}  // namespace tpatlas
