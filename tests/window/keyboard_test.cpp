// The real window by keyboard and mouse, however fast and wherever it stands, and at another scale and
// theme: what is drawn, from the screen.

#include "window/window_steps.hpp"

#include <set>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

// Different colours in the bar: an empty one has one or two.
std::size_t colours_of_bar(const RealWindow& window)
{
    const Screen screen = window.screen();
    std::set<int> colours;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < screen.width; ++x) {
            const unsigned char* p = screen.pixel(x, y);
            colours.insert(p[0] << 16 | p[1] << 8 | p[2]);
        }
    return colours.size();
}

double width_of(Json report, const char* label)
{
    const Json& box = report["items"][label];
    return box.is_array() ? box[2].get<double>() - box[0].get<double>() : 0;
}

TEST(KeyboardInTheWindow, finds_a_muscle_and_opens_its_point)
{
    OPEN_WINDOW(window, 1280, 800);
    window.until_still();
    window.key("slash");
    ASSERT_TRUE(window.until([](Json now) { return now["typing"] == true; }));
    window.type("upper trap");
    ASSERT_TRUE(window.until([](Json now) {
        return now["search"] == "upper trap" && now["items"].contains("muscle:trapezius_upper");
    }));
    window.key("Down");
    ASSERT_TRUE(window.until([](Json now) { return now["typing"] == false; }));
    window.key("Return");
    EXPECT_TRUE(window.until([](Json now) { return now["muscle"] == "trapezius_upper"; }));
}

TEST(KeyboardInTheWindow, loses_nothing_that_was_clicked_and_typed_within_one_slow_frame)
{
    OPEN_WINDOW(window, 1280, 800);
    window.until_still();
    // Letters after `/` are text, before the field has the keyboard.
    window.freeze();
    window.key("slash");
    window.type("upper trap");
    window.thaw();
    EXPECT_TRUE(window.until([](Json now) { return now["search"] == "upper trap"; }))
        << window.now()["search"];
    window.until_still();
    const Json before = window.now();
    // A click into the field, all of it replaced, a letter that is a key elsewhere, and Return.
    window.freeze();
    window.click(*window.item("search"));
    window.key("ctrl+a");
    window.type("soleus");
    window.key("Return");
    window.thaw();
    EXPECT_TRUE(window.until([](Json now) { return now["muscle"] == "soleus"; }))
        << window.now()["search"];
    EXPECT_EQ(window.now()["search"], "soleus");
    for (const char* key : {"labelling", "side", "others", "sheet", "visibility", "client"})
        EXPECT_EQ(window.now()[key], before.value(key, Json())) << "a letter was taken for a key";
    // A press and a release that are seen at once are still a click, where they were made.
    window.until_still();
    ASSERT_NE(window.now()["side"], "left");
    const Place left = *window.item("side:left");
    window.freeze();
    window.click(left);
    window.move({640, 400});
    window.thaw();
    EXPECT_TRUE(window.until([](Json now) { return now["side"] == "left"; }));
}

TEST(MouseInTheWindow, clicks_what_lies_under_it_after_the_window_moved_below_it)
{
    OPEN_WINDOW(window, 1280, 800);
    window.until_still();
    ASSERT_NE(window.now()["side"], "left");
    const Place left = *window.item("side:left");
    window.move({left.x + 300, left.y + 60});
    window.until_still();
    window.move_window(300, 60);
    window.click_here();
    EXPECT_TRUE(window.until([](Json now) { return now["side"] == "left"; }));
}

TEST(InterfaceScale, is_followed_by_panels_that_are_still_drawn)
{
    OPEN_WINDOW(window, 1280, 800);
    window.until_still();
    const double before = width_of(window.now(), "home");
    ASSERT_GT(colours_of_bar(window), 20u);
    window.key("ctrl+plus");
    ASSERT_TRUE(window.until(
        [&](Json now) { return width_of(now, "home") > before * 1.2; }));
    window.until_still();
    EXPECT_GT(colours_of_bar(window), 20u);
    window.key("ctrl+0");
    ASSERT_TRUE(window.until([&](Json now) { return width_of(now, "home") == before; }));
    window.until_still();
    EXPECT_GT(colours_of_bar(window), 20u);
}

}  // namespace
}  // namespace tpatlas
