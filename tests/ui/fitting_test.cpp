// Everything fits: windows from 1024 x 768 on at every scale, in every theme, in a language with
// longer words. Contrast as WCAG 2 counts it.

#include "ui/panel_fixture.hpp"

#include <cmath>

namespace tpatlas::ui {
namespace {

using Fitting = PanelFixture;

// A point's card holds its sources, the search its cross.
bool holds_others(const std::string& label)
{
    return label.starts_with("point:") || label == "search";
}

// No control leaves the window, and no two lie over one another (a pixel is rounding).
void expect_apart(const std::vector<Item>& items, glm::vec2 window, const std::string& where)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& a = items[i];
        EXPECT_TRUE(a.min.x >= -0.5f && a.min.y >= -0.5f && a.max.x <= window.x + 0.5f &&
                    a.max.y <= window.y + 0.5f)
            << a.label << " leaves the window, " << where;
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            const Item& b = items[j];
            const bool over = a.min.x + 1 < b.max.x && b.min.x + 1 < a.max.x &&
                              a.min.y + 1 < b.max.y && b.min.y + 1 < a.max.y;
            EXPECT_FALSE(over && !holds_others(a.label) && !holds_others(b.label))
                << a.label << " over " << b.label << ", " << where;
        }
    }
}

struct Screen {
    glm::vec2 window;
    float scale;
};

const std::vector<Screen> screens{{{1024, 768}, 0.75f}, {{1024, 768}, 1},   {{1024, 768}, 1.5f},
                                  {{1024, 768}, 2},     {{1024, 768}, 3},   {{1280, 800}, 1},
                                  {{1920, 1080}, 1},    {{1920, 1080}, 2},  {{3840, 2160}, 1},
                                  {{3840, 2160}, 3},    {{640, 480}, 1},    {{900, 600}, 1}};

TEST_F(Fitting, controls_lie_apart_in_every_window_and_sheet)
{
    for (const Screen& screen : screens)
        for (const bool longer_words : {false, true}) {
            const std::string where =
                std::to_string(static_cast<int>(screen.window.x)) + " at " +
                std::to_string(screen.scale) + (longer_words ? ", longer words" : "");
            start(screen.window, screen.scale, "light",
                  longer_words ? std::optional<Texts>(longer()) : std::nullopt);
            expect_apart(panels_->items().items(), window_, where);
            update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
            update(Tell{"notice.captured", "/home/somebody/Pictures/a/rather/long/path/knee.png"});
            expect_apart(panels_->items().items(), window_, where + ", a point");
            for (const Sheet sheet :
                 {Sheet::capture, Sheet::scenes, Sheet::settings, Sheet::keys}) {
                update(OpenSheet{sheet});
                update(ShowListing{{"/home/somebody", "", {{"older", true}, {"a.toml", false}}}});
                expect_apart(panels_->items().items(), window_,
                             where + ", sheet " + std::to_string(static_cast<int>(sheet)));
                EXPECT_TRUE(is_seen("sheet_close")) << where;
            }
            update(EnterClientView{});
            expect_apart(panels_->items().items(), window_, where + ", client view");
            EXPECT_TRUE(is_seen("leave_client") && is_seen("side:left") && is_seen("scrub"))
                << where;
        }
}

TEST_F(Fitting, the_bar_shows_everything_at_1024_with_longer_words)
{
    start({1024, 768}, 1, "light", longer());
    for (const char* label : {"home", "sheet:capture", "client", "sheet:scenes", "sheet:settings",
                              "sheet:keys", "undo", "redo", "undo_list", "redo_list"}) {
        const Item at = item(label);
        EXPECT_GE(at.max.x - at.min.x, 17) << label;
        EXPECT_LE(at.max.x, 1024) << label;
    }
    EXPECT_TRUE(is_seen("view:inferior") || is_seen("views"));
}

TEST_F(Fitting, a_narrow_window_shows_one_column_and_the_bar_chooses_it)
{
    start({1024, 768}, 1.5f);
    ASSERT_TRUE(layout().compact);
    EXPECT_TRUE(is_seen("search"));
    EXPECT_FALSE(is_seen("example:1"));
    click("column:details");
    frames(2);
    EXPECT_TRUE(is_seen("example:1"));
    EXPECT_FALSE(is_seen("search"));
    click("column:layers");
    frames(2);
    EXPECT_TRUE(is_seen("depth"));
    panels_->focus_search();
    frames(3);
    EXPECT_TRUE(is_seen("search"));
    click("sheet:keys");
    frames(2);
    EXPECT_TRUE(is_seen("sheet_close"));
    click("views");
    click("view:posterior");
    EXPECT_TRUE(told<ShowView>().has_value());
}

TEST_F(Fitting, an_open_sheet_has_the_room_of_pressure_in_a_narrow_window)
{
    start({640, 480}, 1);
    update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    EXPECT_TRUE(is_seen("play"));
    update(OpenSheet{Sheet::capture});
    EXPECT_FALSE(is_seen("play"));
    EXPECT_TRUE(is_seen("size:screen"));
    EXPECT_TRUE(is_seen("capture"));
}

TEST(EffectiveScale, leaves_640_by_480_units)
{
    for (const glm::vec2 window : {glm::vec2(1024, 768), glm::vec2(1280, 720), glm::vec2(3840, 2160)})
        for (const float wished : {0.75f, 1.0f, 1.5f, 2.0f, 3.0f}) {
            const float scale = effective_scale(window, wished);
            EXPECT_LE(scale, wished);
            EXPECT_GE(window.x / scale, 640 - 0.1f);
            EXPECT_GE(window.y / scale, 480 - 0.1f);
        }
    EXPECT_FLOAT_EQ(effective_scale({1024, 768}, 1.5f), 1.5f);
    EXPECT_FLOAT_EQ(effective_scale({3840, 2160}, 3), 3);
}

double channel(float c)
{
    const double v = static_cast<double>(c);
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double luminance(const ImVec4& c)
{
    return 0.2126 * channel(c.x) + 0.7152 * channel(c.y) + 0.0722 * channel(c.z);
}

double contrast(const ImVec4& a, const ImVec4& b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Themes, have_enough_contrast)
{
    EXPECT_NEAR(contrast(ImVec4(0, 0, 0, 1), ImVec4(1, 1, 1, 1)), 21, 1e-3);
    for (const char* name : {"light", "dark", "high_contrast"}) {
        const Colours& c = theme_colours(name);
        const double usual = std::string(name) == "high_contrast" ? 7 : 4.5;
        for (const ImVec4* ground : {&c.panel, &c.control, &c.control_hover, &c.accent_soft})
            EXPECT_GE(contrast(c.text, *ground), 7) << name << " " << ground - &c.panel;
        EXPECT_GE(contrast(c.faint, c.panel), usual) << name;
        EXPECT_GE(contrast(c.faint, c.control), usual) << name;
        EXPECT_GE(contrast(c.on_accent, c.accent), usual) << name;
        EXPECT_GE(contrast(c.accent, c.accent_soft), usual) << name;
        EXPECT_GE(contrast(c.accent, c.panel), usual) << name;
        EXPECT_GE(contrast(c.accent, c.control), usual) << name;
        EXPECT_GE(contrast(c.caution, c.caution_soft), usual) << name;
        EXPECT_GE(contrast(c.zone, c.panel), 3) << name;
    }
    EXPECT_EQ(luminance(theme_colours("high_contrast").panel), 0);
    EXPECT_GT(theme_colours("high_contrast").outline.w, 0);
}

TEST(Themes, that_nobody_knows_are_light)
{
    EXPECT_EQ(&theme_colours("gaudy"), &theme_colours("light"));
}

}  // namespace
}  // namespace tpatlas::ui
