#include "io/png_file.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace tpatlas {

namespace {

namespace fs = std::filesystem;

class PngFile : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = fs::temp_directory_path() / ("tpatlas_png_" + std::to_string(getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path folder_;
};

Image painted(int width, int height, bool opaque)
{
    Image image;
    image.size_px = {width, height};
    for (int i = 0; i < width * height; ++i)
        for (const int c : {i * 7, i * 3, 255 - i, opaque ? 255 : i * 5})
            image.rgba.push_back(static_cast<std::uint8_t>(c));
    return image;
}

}  // namespace

TEST_F(PngFile, comes_back_as_it_was_written_with_its_texts)
{
    const std::vector<io::PngText> texts{{"Title", "Trapezius · rechts"},
                                         {"tpatlas", std::string(5000, 'x') + "\nend = 1"}};
    for (const bool opaque : {true, false}) {
        const Image image = painted(31, 17, opaque);
        ASSERT_TRUE(io::write_png(folder_ / "a.png", image, texts));
        const auto read = io::read_png(folder_ / "a.png");
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(read.value().image, image);
        EXPECT_EQ(read.value().texts, texts);
    }
}

TEST_F(PngFile, leaves_no_other_file_beside_it)
{
    ASSERT_TRUE(io::write_png(folder_ / "a.png", painted(8, 8, true)));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(PngFile, that_cannot_be_written_says_where_and_leaves_nothing)
{
    const auto written = io::write_png(folder_ / "absent" / "a.png", painted(8, 8, true));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().where, (folder_ / "absent" / "a.png").string());
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(PngFile, that_cannot_be_replaced_keeps_what_was_there)
{
    fs::create_directories(folder_ / "a.png" / "inside");
    EXPECT_FALSE(io::write_png(folder_ / "a.png", painted(8, 8, true)));
    EXPECT_TRUE(fs::is_directory(folder_ / "a.png" / "inside"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(PngFile, that_is_cut_off_or_foreign_is_refused)
{
    ASSERT_TRUE(io::write_png(folder_ / "a.png", painted(64, 64, false)));
    fs::resize_file(folder_ / "a.png", fs::file_size(folder_ / "a.png") / 2);
    EXPECT_FALSE(io::read_png(folder_ / "a.png"));
    std::ofstream(folder_ / "b.png") << "no picture";
    EXPECT_FALSE(io::read_png(folder_ / "b.png"));
    EXPECT_FALSE(io::read_png(folder_ / "c.png"));
}

}  // namespace tpatlas
