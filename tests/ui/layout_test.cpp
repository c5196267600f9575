#include "ui/layout.hpp"

#include <array>

#include <gtest/gtest.h>

namespace tpatlas::ui {
namespace {

bool overlap(const Rectangle& a, const Rectangle& b)
{
    return a.min.x < b.max().x && b.min.x < a.max().x && a.min.y < b.max().y && b.min.y < a.max().y;
}

void expect_tiles(glm::vec2 window, float scale, const LayoutWish& wish)
{
    const Layout l = layout_for(window, scale, wish);
    const std::array<Rectangle, 10> all{l.bar,  l.muscles, l.layers, l.details, l.pressure,
                                        l.hint, l.notice,  l.client, l.picture, l.question};
    float area = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        area += all[i].size.x * all[i].size.y;
        EXPECT_GE(all[i].min.x, 0);
        EXPECT_LE(all[i].max().x, window.x + 0.01f);
        EXPECT_LE(all[i].max().y, window.y + 0.01f);
        for (std::size_t j = i + 1; j < all.size(); ++j)
            EXPECT_FALSE(overlap(all[i], all[j])) << i << " and " << j;
    }
    EXPECT_NEAR(area, window.x * window.y, 1);
}

TEST(Layout, fills_the_window_without_overlap)
{
    for (const glm::vec2 window :
         {glm::vec2(1024, 768), glm::vec2(1280, 800), glm::vec2(2560, 1440)})
        for (const bool hint : {false, true})
            for (const bool pressing : {false, true})
                for (const bool layers : {false, true})
                    for (const bool client : {false, true})
                        for (const bool notice : {false, true}) {
                            LayoutWish wish{hint, pressing, layers, client, notice};
                            expect_tiles(window, 1, wish);
                            wish.question = wish.users_body = true;
                            expect_tiles(window, 1, wish);
                        }
    expect_tiles({2048, 1536}, 2, {true, true});
    for (const Column column : {Column::muscles, Column::layers, Column::details})
        for (const bool pressing : {false, true})
            for (const bool client : {false, true})
                expect_tiles({640, 480}, 1, {true, pressing, true, client, true, false, column});
}

TEST(Layout, leaves_a_lone_mesh_its_picture_while_it_is_asked_about)
{
    for (const glm::vec2 window : {glm::vec2(640, 480), glm::vec2(1024, 768), glm::vec2(1280, 800)}) {
        const Layout asked = layout_for(window, 1, {.hint = true, .question = true});
        EXPECT_GE(asked.question.size.y, 150);
        EXPECT_GE(asked.picture.size.y, 150);
    }
}

TEST(Layout, leaves_the_picture_room_in_the_smallest_window)
{
    const Layout small = layout_for({1024, 768}, 1, {true, true});
    EXPECT_GE(small.picture.size.x, 440);
    EXPECT_GE(small.picture.size.y, 470);
}

TEST(Layout, gives_panels_their_full_width_from_1280_on)
{
    const Layout usual = layout_for({1280, 800}, 1, {});
    EXPECT_EQ(usual.muscles.size.x, 300);
    EXPECT_EQ(usual.details.size.x, 380);
}

TEST(Layout, gives_the_picture_what_pressure_does_not_need_yet)
{
    const Layout before = layout_for({1280, 800}, 1, {.pressing = false});
    const Layout after = layout_for({1280, 800}, 1, {.pressing = true});
    EXPECT_GT(before.picture.size.y, after.picture.size.y + 150);
}

TEST(Layout, shows_one_column_where_there_is_no_room_for_two)
{
    const Layout narrow = layout_for({1024, 768}, 1.5f, {.column = Column::details});
    EXPECT_TRUE(narrow.compact);
    EXPECT_TRUE(narrow.muscles.is_empty());
    EXPECT_TRUE(narrow.layers.is_empty());
    EXPECT_FALSE(narrow.details.is_empty());
    EXPECT_GE(narrow.picture.size.x, 500);
    EXPECT_FALSE(layout_for({1024, 768}, 1, {}).compact);
}

TEST(Layout, survives_a_window_smaller_than_its_panels)
{
    const Layout tiny = layout_for({10, 10}, 1, {true, true});
    EXPECT_GT(tiny.picture.size.x, 0);
    EXPECT_GT(tiny.picture.size.y, 0);
}

}  // namespace
}  // namespace tpatlas::ui
