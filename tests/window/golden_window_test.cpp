// Golden pictures of the real window: one state, three sizes, two scales of the interface. What is
// kept is the screen box-filtered to at most 960 pixels wide.

#include "support/golden.hpp"
#include "window/real_window.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

constexpr int widest_kept = 960;
constexpr int pointer_px = 16;
// Letters and edges are averaged; a moved control or another view is far above.
constexpr test::Tolerance tolerance{.largest = 64, .mean = 0.6};

Image reduced(const Screen& screen)
{
    const int by = (screen.width + widest_kept - 1) / widest_kept;
    Image image;
    image.size_px = {screen.width / by, screen.height / by};
    for (int y = 0; y < image.size_px.y; ++y)
        for (int x = 0; x < image.size_px.x; ++x) {
            for (int channel = 0; channel < 3; ++channel) {
                int sum = 0;
                for (int v = 0; v < by; ++v)
                    for (int u = 0; u < by; ++u)
                        sum += screen.pixel(x * by + u, y * by + v)[channel];
                image.rgba.push_back(static_cast<std::uint8_t>((sum + by * by / 2) / (by * by)));
            }
            image.rgba.push_back(255);
        }
    // The mouse waits in this corner, and how its pointer looks is the desktop's affair.
    for (int y = 0; y < pointer_px; ++y)
        for (int x = 0; x < pointer_px; ++x)
            for (int channel = 0; channel < 3; ++channel)
                image.rgba[static_cast<std::size_t>((y * image.size_px.x + x) * 4 + channel)] = 0;
    return image;
}

struct Box {
    std::string label;
    double left, top, right, bottom;

    bool meets(const Box& other) const
    {
        return left + 1 < other.right && other.left + 1 < right && top + 1 < other.bottom &&
               other.top + 1 < bottom;
    }
};

std::vector<Box> items_of(Json now)
{
    std::vector<Box> boxes;
    for (const auto& [label, box] : now["items"].items())
        boxes.push_back({label, box[0], box[1], box[2], box[3]});
    return boxes;
}

// A point's card holds its sources, the search its cross.
bool holds_others(const std::string& label)
{
    return label.starts_with("point:") || label == "search";
}

void expect_in_order(Json now, int width, int height)
{
    const Json& shown = now["picture"];
    const double left = shown[0];
    const double top = shown[1];
    const Box picture{"the picture", left, top, left + shown[2].get<double>(),
                      top + shown[3].get<double>()};
    const std::vector<Box> boxes = items_of(now);
    EXPECT_GT(boxes.size(), 20u);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box& a = boxes[i];
        EXPECT_TRUE(a.left >= 0 && a.top >= 0 && a.right <= width && a.bottom <= height)
            << a.label << " leaves the window";
        EXPECT_FALSE(a.meets(picture)) << a.label << " lies over the picture";
        for (std::size_t j = i + 1; j < boxes.size(); ++j)
            EXPECT_FALSE(a.meets(boxes[j]) && !holds_others(a.label) &&
                         !holds_others(boxes[j].label))
                << a.label << " over " << boxes[j].label;
    }
}

// A free place: the corner of the bar.
void park_mouse(const RealWindow& window)
{
    window.move({2, 2});
}

void select_point(RealWindow& window)
{
    const auto item = [&](const std::string& label) {
        const std::optional<Place> place = window.resting_item(label, 60);
        EXPECT_TRUE(place) << "no control " << label;
        return place.value_or(Place{});
    };
    window.click(item("search"));
    // At 3840 x 2160 in software a frame takes its time: until it is drawn letters are keys.
    ASSERT_TRUE(window.until([](Json now) { return now["typing"] == true; }, 60));
    window.type("upper trap");
    EXPECT_TRUE(window.until([](Json now) { return now["search"] == "upper trap"; }, 60));
    window.click(item("muscle:trapezius_upper"));
    EXPECT_TRUE(
        window.until([](Json now) { return now["muscle"] == "trapezius_upper"; }, 60));
    // Where only one column is seen, Details are asked for.
    if (window.item("column:details"))
        window.click(item("column:details"));
    ASSERT_TRUE(window.until_still(60));
    // Far enough down that its card is not a sliver at the lower edge.
    const auto place = [&] {
        return window.now()["items"].value("point:trapezius_upper.tp2", Json());
    };
    const auto high = [&](const Json& box) {
        return box.is_null() ? 0.0 : box[3].get<double>() - box[1].get<double>();
    };
    for (int i = 0; i < 20 && high(place()) < 60; ++i) {
        Json picture = window.now()["picture"];
        window.wheel({picture[0].get<double>() + picture[2].get<double>() + 60,
                      picture[1].get<double>() + picture[3].get<double>() / 2},
                     -1);
        ASSERT_TRUE(window.until_still(60));
    }
    window.click(item("point:trapezius_upper.tp2"));
    EXPECT_TRUE(
        window.until([](Json now) { return now["point"] == "trapezius_upper.tp2"; }, 60));
    park_mouse(window);
    ASSERT_TRUE(window.until_still(60));
}

std::vector<std::string> with_settings(const fs::path& file, const std::string& text)
{
    std::ofstream(file) << text << "first_hint = false\nreduced_motion = true\n";
    return {"--settings", file.string()};
}

// A file of this test's own, gone with it.
struct SettingsFile {
    fs::path path = fs::temp_directory_path() /
                    ("tpatlas-golden-" + std::to_string(getpid()) + ".toml");
    ~SettingsFile()
    {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
};

struct Size {
    int width;
    int height;
    const char* scale;
};

class GoldenWindow : public testing::TestWithParam<Size> {};

TEST_P(GoldenWindow, shows_a_selected_point)
{
    const Size size = GetParam();
    const SettingsFile file;
    RealWindow window(size.width, size.height,
                      with_settings(file.path,
                                    std::string("interface_scale = ") + size.scale + "\n"));
    ASSERT_TRUE(window.is_open()) << window.trouble();
    window.resize(size.width, size.height);
    ASSERT_TRUE(window.until(
        [&](Json now) { return now["window"] == Json({size.width, size.height}); }, 60));
    ASSERT_TRUE(window.until_still(60));
    select_point(window);
    Json now = window.now();
    expect_in_order(now, size.width, size.height);
    const std::string name = "window_" + std::to_string(size.width) + "x" +
                             std::to_string(size.height) + "_" + size.scale;
    window.save_screen(fs::path(TPATLAS_BINARY_DIR) / "window_pictures" / (name + ".png"));
    EXPECT_TRUE(test::matches_golden(name, reduced(window.screen()),
                                     now["device"].get<std::string>(), tolerance));
}

INSTANTIATE_TEST_SUITE_P(At, GoldenWindow,
                         testing::Values(Size{1024, 768, "1"}, Size{1024, 768, "1.5"},
                                         Size{1920, 1080, "1"}, Size{1920, 1080, "1.5"},
                                         Size{3840, 2160, "1"}, Size{3840, 2160, "1.5"}),
                         [](const auto& size) {
                             std::string name = std::to_string(size.param.width) + "x" +
                                                std::to_string(size.param.height) + "_" +
                                                size.param.scale;
                             std::replace(name.begin(), name.end(), '.', '_');
                             return name;
                         });

double brightness(const Screen& screen, int x, int y)
{
    const unsigned char* p = screen.pixel(x, y);
    return 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
}

// That the words of each theme are readable is measured in tests/ui/fitting_test.cpp; here that the
// whole window, the picture too, takes it.
TEST(Window, themes_are_told_apart_at_a_glance)
{
    std::vector<double> grounds;
    for (const std::string theme : {"light", "dark", "high_contrast"}) {
        const SettingsFile file;
        RealWindow window(1280, 800, with_settings(file.path, "theme = \"" + theme + "\"\n"));
        ASSERT_TRUE(window.is_open()) << window.trouble();
        park_mouse(window);
        ASSERT_TRUE(window.until_still(60));
        const Screen screen = window.screen();
        window.save_screen(fs::path(TPATLAS_BINARY_DIR) / "window_pictures" / (theme + ".png"));
        Json box = window.now()["picture"];
        const double panel = brightness(screen, 3, 400);
        const double picture = brightness(screen, box[0].get<int>() + 8, box[1].get<int>() + 60);
        EXPECT_EQ(panel > 128, theme == "light") << panel;
        // High contrast draws on white paper.
        EXPECT_EQ(picture > 128, theme != "dark") << picture;
        grounds.push_back(panel);
    }
    EXPECT_GT(grounds[1], grounds[2] + 5) << "high contrast is blacker than dark";
}

}  // namespace
}  // namespace tpatlas
