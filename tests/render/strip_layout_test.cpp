#include "render/strip_layout.hpp"

#include "support/long_language.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace tpatlas {

namespace {

using render::lay_out_strip;
using render::StripLayout;

// As wide as Inter's letters are in the mean, so that no font is needed.
float measured(const std::string& text, float size_px, bool strong)
{
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    });
    return static_cast<float>(letters) * size_px * (strong ? 0.60f : 0.56f);
}

scene::Strip full_strip()
{
    scene::Strip strip;
    strip.title = "Trapezius, upper fibres, right, TrP 2 (TrP2)";
    strip.caption = "thumb: down and slightly back, toward the shoulder blade; firm, hold 30 to 60 s";
    strip.legend = {{scene::Symbol::essential, "essential zone"},
                    {scene::Symbol::spillover, "spillover zone"},
                    {scene::Symbol::disc, "trigger point and its uncertainty"},
                    {scene::Symbol::taut_band, "taut band"},
                    {scene::Symbol::arrow, "direction of the press"}};
    strip.note = "Commonly reported, for teaching, not diagnosis.";
    strip.attribution = "Body measured on BodyParts3D, DBCLS, CC BY-SA 4.0";
    return strip;
}

// All that the legend can hold at once, in words 40 % longer.
scene::Strip long_strip()
{
    const Texts texts = testing::long_language();
    scene::Strip strip;
    strip.title = testing::lengthened("Trapezius, upper fibres · tp2 · right");
    strip.caption = testing::lengthened(full_strip().caption);
    strip.legend = {{scene::Symbol::essential, texts("legend.essential")},
                    {scene::Symbol::spillover, texts("legend.spillover")},
                    {scene::Symbol::disc, texts("legend.disc")},
                    {scene::Symbol::taut_band, texts("legend.taut_band")},
                    {scene::Symbol::arrow, texts("legend.arrow")},
                    {scene::Symbol::no_press, texts("legend.no_press_never")},
                    {scene::Symbol::no_press_only, texts("legend.no_press_only")},
                    {scene::Symbol::no_press_care, texts("legend.no_press_care")}};
    strip.note = texts("legend.note");
    strip.attribution = texts("legend.attribution");
    return strip;
}

struct Area {
    float left, right, top, bottom;
    bool meets(const Area& other) const
    {
        return left < other.right && other.left < right && top < other.bottom &&
               other.top < bottom;
    }
};

std::vector<Area> boxes(const StripLayout& layout)
{
    std::vector<Area> all;
    for (const render::PlacedText& t : layout.texts)
        all.push_back({t.base_line_px.x, t.base_line_px.x + t.width_px,
                       t.base_line_px.y - 0.74f * t.size_px, t.base_line_px.y + 0.2f * t.size_px});
    for (const render::PlacedSymbol& s : layout.symbols)
        all.push_back({s.centre_px.x - s.half_size_px.x, s.centre_px.x + s.half_size_px.x,
                       s.centre_px.y - s.half_size_px.y, s.centre_px.y + s.half_size_px.y});
    return all;
}

}  // namespace

class StripSizes : public ::testing::TestWithParam<glm::ivec2> {};

TEST_P(StripSizes, hold_everything_and_nothing_overlaps)
{
    const glm::ivec2 picture = GetParam();
    const glm::ivec2 size(picture.x, scene::strip_height_px(picture.y));
    const StripLayout layout = lay_out_strip(full_strip(), size, measured);
    EXPECT_EQ(layout.symbols.size(), 5u);
    EXPECT_GE(layout.texts.size(), 9u);
    const std::vector<Area> all = boxes(layout);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_GE(all[i].left, 0);
        EXPECT_GE(all[i].top, 0);
        EXPECT_LE(all[i].right, static_cast<float>(size.x));
        EXPECT_LE(all[i].bottom, static_cast<float>(size.y));
        for (std::size_t k = i + 1; k < all.size(); ++k)
            EXPECT_FALSE(all[i].meets(all[k])) << i << " and " << k;
    }
}

INSTANTIATE_TEST_SUITE_P(From480To3840, StripSizes,
                         ::testing::Values(glm::ivec2(480, 360), glm::ivec2(640, 480),
                                         glm::ivec2(600, 768), glm::ivec2(1024, 768),
                                         glm::ivec2(1280, 720), glm::ivec2(1920, 1080),
                                         glm::ivec2(2000, 2000), glm::ivec2(3840, 2160)));

class LongStrip : public ::testing::TestWithParam<glm::ivec2> {};

TEST_P(LongStrip, shows_every_word_of_a_longer_language_within_the_strip)
{
    const glm::ivec2 picture = GetParam();
    const glm::ivec2 size(picture.x, scene::strip_height_px(picture.y));
    const scene::Strip strip = long_strip();
    const StripLayout layout = lay_out_strip(strip, size, measured);
    EXPECT_EQ(layout.symbols.size(), strip.legend.size());
    std::string expected = strip.title + " " + strip.caption;
    for (const scene::LegendEntry& entry : strip.legend)
        expected += " " + entry.text;
    expected += " " + strip.note + " " + strip.attribution;
    std::string all;
    for (const render::PlacedText& text : layout.texts)
        all += (all.empty() ? "" : " ") + text.text;
    EXPECT_EQ(all, expected);
    const std::vector<Area> areas = boxes(layout);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        EXPECT_TRUE(areas[i].left >= 0 && areas[i].top >= 0 &&
                    areas[i].right <= static_cast<float>(size.x) &&
                    areas[i].bottom <= static_cast<float>(size.y))
            << i << " leaves the strip";
        for (std::size_t k = i + 1; k < areas.size(); ++k)
            EXPECT_FALSE(areas[i].meets(areas[k])) << i << " and " << k;
    }
    float smallest = 100;
    for (const render::PlacedText& text : layout.texts)
        smallest = std::min(smallest, text.size_px);
    EXPECT_GE(smallest, 5.0f) << "nobody can read it";
}

INSTANTIATE_TEST_SUITE_P(From640To1920, LongStrip,
                         ::testing::Values(glm::ivec2(640, 480), glm::ivec2(1024, 768),
                                         glm::ivec2(1920, 1080)));

TEST(StripLayout, keeps_every_word_of_a_broken_caption)
{
    const StripLayout layout = lay_out_strip(full_strip(), {700, 83}, measured);
    std::string all;
    for (const render::PlacedText& text : layout.texts)
        all += text.text + " ";
    EXPECT_NE(all.find("toward the"), std::string::npos);
    EXPECT_NE(all.find("60 s"), std::string::npos);
}

TEST(StripLayout, shrinks_the_type_only_where_it_must)
{
    EXPECT_FLOAT_EQ(lay_out_strip(full_strip(), {1920, 124}, measured).scale, 1);
    EXPECT_LT(lay_out_strip(full_strip(), {420, 83}, measured).scale, 1);
}

TEST(StripLayout, of_an_empty_strip_is_empty)
{
    const StripLayout layout = lay_out_strip({}, {1280, 83}, measured);
    EXPECT_TRUE(layout.texts.empty());
    EXPECT_TRUE(layout.symbols.empty());
}

}  // namespace tpatlas
