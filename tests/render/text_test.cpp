#include "render/fonts.hpp"
#include "render/small_body.hpp"

namespace tpatlas {

TEST(Utf8, gives_each_character_and_a_mark_for_a_stray_byte)
{
    std::string_view text = "a·→\xFFz";
    EXPECT_EQ(render::next_character(text), U'a');
    EXPECT_EQ(render::next_character(text), U'·');
    EXPECT_EQ(render::next_character(text), U'→');
    EXPECT_EQ(render::next_character(text), U'\uFFFD');
    EXPECT_EQ(render::next_character(text), U'z');
    EXPECT_TRUE(text.empty());
}

TEST(Utf8, ends_with_a_character_that_is_cut_off)
{
    std::string_view text = "\xE2\x86";
    EXPECT_EQ(render::next_character(text), U'\uFFFD');
    EXPECT_EQ(render::next_character(text), U'\uFFFD');
    EXPECT_TRUE(text.empty());
}

using FontsTest = test::RendererTest;

TEST_F(FontsTest, measure_wider_text_as_wider_and_grow_with_the_size)
{
    const auto files = render::find_files(TPATLAS_SOURCE_DIR "/shaders", "/usr/share/fonts");
    ASSERT_TRUE(files);
    auto fonts = render::Fonts::make(files.value().font, files.value().strong_font);
    ASSERT_TRUE(fonts);
    const float word = fonts.value().width_px("Trapezius", {20, false});
    EXPECT_GT(word, 60);
    EXPECT_LT(word, 120);
    EXPECT_GT(fonts.value().width_px("Trapezius", {20, true}), word);
    EXPECT_NEAR(fonts.value().width_px("Trapezius", {40, false}), 2 * word, 0.5);
    EXPECT_EQ(fonts.value().width_px("", {20, false}), 0);
}

TEST_F(FontsTest, say_which_file_is_no_font)
{
    const auto fonts = render::Fonts::make("/nowhere/Inter.otf", "/nowhere/Inter.otf");
    ASSERT_FALSE(fonts);
    EXPECT_EQ(fonts.error().where, "/nowhere/Inter.otf");
}

TEST(RenderFiles, are_refused_where_the_shaders_or_the_fonts_are_missing)
{
    EXPECT_FALSE(render::find_files("/nowhere", "/usr/share/fonts"));
    const auto no_fonts = render::find_files(TPATLAS_SOURCE_DIR "/shaders", "/nowhere");
    ASSERT_FALSE(no_fonts);
    EXPECT_EQ(no_fonts.error().mend, "install fonts-inter");
}

}  // namespace tpatlas
