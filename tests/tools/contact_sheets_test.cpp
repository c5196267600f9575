// Contact sheets: the words beside the pictures, the page, and the program that makes them.
#include "contact_sheets/sheet_page.hpp"
#include "contact_sheets/sheet_text.hpp"
#include "io/png_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <sys/wait.h>

#include <gtest/gtest.h>

namespace tpatlas {

namespace {

namespace fs = std::filesystem;

// Every letter is ten wide.
SetText set_narrow(const std::vector<Passage>& passages, float width_px)
{
    return set_text(passages, width_px, [](const std::string& text, render::TextSize) {
        return 10 * static_cast<float>(text.size());
    });
}

std::vector<std::string> lines_of(const SetText& set)
{
    std::vector<std::string> lines;
    for (const render::TextLine& line : set.lines)
        lines.push_back(line.text);
    return lines;
}

Image plain(glm::ivec2 size, std::uint8_t value)
{
    return {size, std::vector<std::uint8_t>(
                      static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) * 4, value)};
}

fs::path fresh_folder(const char* name)
{
    const fs::path folder = fs::path(testing::TempDir()) / "tpatlas_contact_sheets" / name;
    fs::remove_all(folder);
    return folder;
}

int run_contact_sheets(const std::string& arguments)
{
    const std::string program = TPATLAS_BINARY_DIR "/bin/contact_sheets";
    const int status = std::system((program + " " + arguments + " >/dev/null 2>&1").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Something is drawn there: not all of it is white.
bool is_drawn(const Image& image, glm::ivec2 low, glm::ivec2 high)
{
    for (int y = low.y; y < high.y; ++y)
        for (int x = low.x; x < high.x; ++x)
            if (image.pixel(x, y)[1] < 200)
                return true;
    return false;
}

}  // namespace

TEST(SheetText, is_broken_at_spaces_where_the_column_ends)
{
    const SetText set = set_narrow({{"one two three"}, {"four"}}, 75);
    EXPECT_EQ(lines_of(set), (std::vector<std::string>{"one two", "three", "four"}));
    for (std::size_t i = 1; i < set.lines.size(); ++i)
        EXPECT_GT(set.lines[i].base_line_px.y, set.lines[i - 1].base_line_px.y + 15);
    EXPECT_GT(set.height_px, set.lines.back().base_line_px.y);
}

TEST(SheetText, keeps_a_word_whole_that_is_wider_than_the_column)
{
    EXPECT_EQ(lines_of(set_narrow({{"a extensor_carpi b"}}, 50)),
              (std::vector<std::string>{"a", "extensor_carpi", "b"}));
    EXPECT_TRUE(set_narrow({{""}}, 50).lines.empty());
}

TEST(SheetText, tells_a_zone_whose_largest_regions_are_not_its_names)
{
    Zone zone;
    zone.names = {{"calf"}, {"heel"}};
    EXPECT_TRUE(is_what_it_names({{{"heel"}, 0.5f, true}, {{"calf"}, 0.3f, true}, {{"sole"}, 0.2f}},
                                 zone));
    EXPECT_FALSE(is_what_it_names({{{"heel"}, 0.5f, true}, {{"sole"}, 0.3f}, {{"calf"}, 0.2f, true}},
                                  zone));
    EXPECT_FALSE(is_what_it_names({{{"heel"}, 1.0f, true}}, zone));
}

TEST(SheetPage, grows_white_and_keeps_what_was_laid_on_it_within_its_edges)
{
    SheetPage page(10);
    page.grow_to(4);
    page.lay(plain({4, 4}, 7), {8, -2});
    page.grow_to(6);
    page.grow_to(3);
    ASSERT_EQ(page.image().size_px, glm::ivec2(10, 6));
    EXPECT_EQ(page.image().pixel(9, 1)[0], 7);
    EXPECT_EQ(page.image().pixel(7, 1)[0], 255);
    EXPECT_EQ(page.image().pixel(9, 2)[0], 255);
    EXPECT_EQ(page.image().pixel(0, 5)[3], 255);
}

TEST(ContactSheets, make_a_page_with_words_and_five_pictures_in_each_points_row)
{
    const fs::path folder = fresh_folder("page");
    ASSERT_EQ(run_contact_sheets(folder.string() + " piriformis"), 0);
    const auto page = io::read_png(folder / "piriformis.png");
    ASSERT_TRUE(page) << page.error().message();
    const Image& image = page.value().image;
    EXPECT_EQ(image.size_px.x, 2400);
    EXPECT_GT(image.size_px.y, 2 * 640);  // two points
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
    // Left to right: words, front, back, side, close-up, press; below the pictures' names. The second
    // point is not pressed.
    const int edges[] = {20, 432, 776, 1120, 1464, 2008, 2400};
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 6; ++column)
            EXPECT_EQ(is_drawn(image, {edges[column], 300 + 660 * row},
                               {edges[column + 1] - 8, 600 + 660 * row}),
                      row == 0 || column < 5)
                << row << " " << column;
}

TEST(ContactSheets, refuse_a_muscle_that_has_no_points)
{
    const fs::path folder = fresh_folder("unknown");
    EXPECT_EQ(run_contact_sheets(folder.string() + " piriform"), 1);
    EXPECT_FALSE(fs::exists(folder / "piriform.png"));
    EXPECT_EQ(run_contact_sheets(""), 2);
}

}  // namespace tpatlas
