#include "render/headline_layout.hpp"

#include <gtest/gtest.h>

namespace tpatlas::render {
namespace {

// As wide as most letters are.
float measure(const std::string& text, float size_px, bool)
{
    return 0.56f * size_px * static_cast<float>(text.size());
}

const scene::Headline headline{"Your right shoulder and upper arm",
                               "Pain from a tender spot here is often reported in: side of the "
                               "head; behind the eye; angle of the jaw"};

PicturePart body_of(glm::ivec2 size)
{
    const int strip = scene::strip_height_px(size.y);
    return {{0, strip}, {size.x, size.y - strip}};
}

HeadlineLayout laid_out(const scene::Headline& words, glm::ivec2 size)
{
    return lay_out_headline(words, body_of(size), static_cast<float>(size.y) / 720, measure);
}

TEST(HeadlineLayout, cuts_nothing_and_keeps_off_the_strip_at_any_size)
{
    for (const glm::ivec2 size : {glm::ivec2(640, 360), glm::ivec2(640, 1200), glm::ivec2(1280, 720),
                                  glm::ivec2(2160, 3840), glm::ivec2(3840, 2160)}) {
        SCOPED_TRACE(size.x);
        const PicturePart body = body_of(size);
        const HeadlineLayout layout = laid_out(headline, size);
        const auto width = static_cast<float>(size.x), height = static_cast<float>(size.y);
        EXPECT_GE(layout.plate.low.x, 0);
        EXPECT_LE(layout.plate.high.x, width);
        EXPECT_LE(layout.plate.high.y, height);
        EXPECT_GE(layout.plate.low.y, height - 0.46f * static_cast<float>(body.size_px.y));
        std::string all;
        for (const HeadlineLayout::Line& line : layout.lines) {
            EXPECT_GE(line.base_line_px.x, layout.plate.low.x);
            EXPECT_LE(line.base_line_px.x + line.width_px, layout.plate.high.x);
            EXPECT_GT(line.base_line_px.y, layout.plate.low.y);
            EXPECT_LT(line.base_line_px.y + 0.7f * line.size_px, layout.plate.high.y);
            all += (all.empty() ? "" : " ") + line.text;
        }
        EXPECT_EQ(all, headline.title + " " + headline.line);
    }
}

TEST(HeadlineLayout, writes_the_title_large_and_strong_above_the_line)
{
    const HeadlineLayout layout = laid_out(headline, {1280, 720});
    ASSERT_GE(layout.lines.size(), 2u);
    EXPECT_TRUE(layout.lines.front().strong);
    EXPECT_FALSE(layout.lines.back().strong);
    EXPECT_NEAR(layout.lines.front().size_px, 34, 0.1);
    EXPECT_NEAR(layout.lines.back().size_px, 19, 0.1);
    EXPECT_GT(layout.lines.front().base_line_px.y, layout.lines.back().base_line_px.y);
}

TEST(HeadlineLayout, breaks_lines_of_about_one_length)
{
    const HeadlineLayout layout = laid_out(headline, {1000, 720});
    ASSERT_EQ(layout.lines.size(), 3u);
    EXPECT_GT(layout.lines[2].width_px, 0.6f * layout.lines[1].width_px);
}

TEST(HeadlineLayout, writes_smaller_what_has_a_word_wider_than_the_picture)
{
    const HeadlineLayout layout = laid_out({"Sternocleidomastoideussternocleidomastoideus", ""},
                                           {640, 1200});
    ASSERT_EQ(layout.lines.size(), 1u);
    EXPECT_LE(layout.lines[0].width_px, 640);
}

TEST(HeadlineLayout, is_empty_where_nothing_is_said)
{
    EXPECT_TRUE(laid_out({}, {640, 480}).lines.empty());
}

}  // namespace
}  // namespace tpatlas::render
