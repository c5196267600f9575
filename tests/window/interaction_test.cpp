// The recorded interaction: a person finds a muscle, opens a point, watches the press. Facts come
// from the program's report and from the screen itself.

#include "core/camera_pose.hpp"
#include "window/window_steps.hpp"

#include <cmath>
#include <map>
#include <thread>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const std::filesystem::path pictures =
    std::filesystem::path(TPATLAS_BINARY_DIR) / "window_pictures";

CameraPose camera_of(Json report)
{
    const Json& camera = report["camera"];
    CameraPose pose;
    pose.target_mm = {camera["target_mm"][0], camera["target_mm"][1], camera["target_mm"][2]};
    pose.distance_mm = camera["distance_mm"];
    pose.yaw = camera["yaw"];
    pose.pitch = camera["pitch"];
    pose.field_of_view = camera["field_of_view"];
    return pose;
}

struct PictureBox {
    glm::vec2 min;
    glm::vec2 size;
};

PictureBox picture_of(Json report)
{
    const Json& box = report["picture"];
    return {{box[0], box[1]}, {box[2], box[3]}};
}

Place middle_of_picture(Json report)
{
    const PictureBox box = picture_of(report);
    return {static_cast<double>(box.min.x + box.size.x / 2),
            static_cast<double>(box.min.y + box.size.y / 2)};
}

// Pixels of the picture that are painted as a zone is.
int red_pixels(const Screen& screen, Json report)
{
    const PictureBox box = picture_of(report);
    int count = 0;
    for (int y = static_cast<int>(box.min.y); y < static_cast<int>(box.min.y + box.size.y); ++y)
        for (int x = static_cast<int>(box.min.x); x < static_cast<int>(box.min.x + box.size.x);
             ++x) {
            const unsigned char* p = screen.pixel(x, y);
            count += p[0] > 130 && p[0] > 2 * p[1] && p[0] > 2 * p[2];
        }
    return count;
}

void find_and_select_the_point(RealWindow& window)
{
    click_item(window, "search");
    window.type("upper trap");
    EXPECT_SOON(window, now["search"] == "upper trap");
    click_item(window, "muscle:trapezius_upper");
    EXPECT_SOON(window, now["muscle"] == "trapezius_upper" && now["muscle_side"] == "right");
    click_item(window, "point:trapezius_upper.tp2");
    EXPECT_SOON(window, now["point"] == "trapezius_upper.tp2" && now["point_side"] == "right");
}

TEST(Window, a_person_finds_a_muscle_opens_its_point_and_plays_the_press)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    const int red_before = red_pixels(window.screen(), window.now());
    window.save_screen(pictures / "start.png");

    find_and_select_the_point(window);
    ASSERT_TRUE(window.until_still());
    EXPECT_EQ(window.now()["hint"], false);
    EXPECT_TRUE(window.item("gauge"));
    window.save_screen(pictures / "point.png");

    click_item(window, "play");
    EXPECT_SOON(window, now["items"].contains("safety_none")) << "the questions come first";
    EXPECT_EQ(window.now()["playing"], false);
    window.save_screen(pictures / "questions.png");
    click_item(window, "safety_none");
    EXPECT_SOON(window, now["playing"] == true);
    EXPECT_SOON(window, now["share"] > 0.1);
    EXPECT_SOON(window, now["share"] > 0.45);  // by itself into the hold
    click_item(window, "play");                // now it says Pause
    EXPECT_SOON(window, now["playing"] == false);
    const double share = window.now()["share"];
    EXPECT_GT(share, 0.4);
    ASSERT_TRUE(window.until_still());
    EXPECT_EQ(window.now()["share"], share);
    EXPECT_GT(red_pixels(window.screen(), window.now()), red_before + 1000)
        << "no zone on the screen";
    window.save_screen(pictures / "press.png");
}

TEST(Window, the_course_is_scrubbed_by_dragging)
{
    OPEN_WINDOW(window, 1280, 800);
    find_and_select_the_point(window);
    ASSERT_TRUE(window.until_still());
    Json scrub = window.now()["items"]["scrub"];
    const double y = (scrub[1].get<double>() + scrub[3].get<double>()) / 2;
    const double left = scrub[0];
    const double width = scrub[2].get<double>() - left;
    window.drag({left, y}, {left + width * 0.7, y});
    EXPECT_SOON(window, std::abs(now["share"].get<double>() - 0.7) < 0.02);
    EXPECT_EQ(window.now()["playing"], false);
    click_item(window, "step_forward");
    EXPECT_SOON(window, std::abs(now["share"].get<double>() - 0.9) < 0.01);
}

// Begins where its second point lies and goes up the neck, until the muscle is under the cursor.
std::optional<Place> hovered_from_a_point_on(const RealWindow& window, const std::string& structure)
{
    Json at = window.now()["points"]["trapezius_upper.tp2 left"];
    const double middle = middle_of_picture(window.now()).x;
    for (int step = 0; step < 14; ++step) {
        const double share = step / 14.0;
        const Place place{at[0].get<double>() + (middle - at[0].get<double>()) * share * 0.7,
                          at[1].get<double>() - 40 * share};
        window.move(place);
        if (window.until([&](Json now) { return now["hovered_structure"] == structure; },
                         0.5))
            return place;
    }
    return std::nullopt;
}

TEST(Window, a_click_on_a_muscle_in_the_picture_selects_it)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    window.key("2");
    EXPECT_SOON(window, std::abs(now["camera"]["yaw"].get<double>()) > 3.1);  // from behind
    ASSERT_TRUE(window.until_still());
    const std::optional<Place> place = hovered_from_a_point_on(window, "trapezius_upper.left");
    ASSERT_TRUE(place) << window.now().dump(1);
    window.click(*place);
    EXPECT_SOON(window, now["muscle"] == "trapezius_upper" && now["muscle_side"] == "left");
    EXPECT_EQ(window.now()["side"], "left");  // the list's side follows
    ASSERT_TRUE(window.until_still());
    window.save_screen(pictures / "muscle.png");

    window.key("ctrl+z");
    EXPECT_SOON(window, now["muscle"].is_null());
    window.key("ctrl+shift+z");
    EXPECT_SOON(window, now["muscle"] == "trapezius_upper");
    window.key("Escape");
    EXPECT_SOON(window, now["muscle"].is_null());
}

TEST(Window, the_wheel_keeps_what_lies_under_the_cursor)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    Json before = window.now();
    const PictureBox box = picture_of(before);
    const glm::vec2 pixel(box.size.x * 0.3f, box.size.y * 0.25f);
    const CameraPose first = camera_of(before);
    const glm::vec3 ray = first.ray_direction(pixel, box.size);
    const float depth = first.distance_mm / glm::dot(ray, first.forward());
    const glm::vec3 place = first.eye_mm() + ray * depth;  // in the plane of the target

    window.wheel(
        {static_cast<double>(box.min.x + pixel.x), static_cast<double>(box.min.y + pixel.y)}, 4);
    EXPECT_SOON(window, now["camera"]["distance_mm"].get<float>() < first.distance_mm * 0.7f);
    ASSERT_TRUE(window.until_still());
    const CameraPose last = camera_of(window.now());
    const glm::vec4 clip =
        last.clip_from_view(box.size.x / box.size.y) * last.view_from_world() * glm::vec4(place, 1);
    const glm::vec2 now_at = glm::vec2(clip.x / clip.w + 1, 1 - clip.y / clip.w) / 2.0f * box.size;
    EXPECT_LT(glm::distance(now_at, pixel), 2.0f);
}

TEST(Window, a_drag_turns_the_body_only_where_it_begins_in_the_picture)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    const Place middle = middle_of_picture(window.now());
    const Place list = *window.item("search");
    window.drag({list.x, list.y + 200}, middle);
    ASSERT_TRUE(window.until_still());
    EXPECT_NEAR(window.now()["camera"]["yaw"].get<double>(), 0, 1e-6);
    EXPECT_TRUE(window.now()["muscle"].is_null());
    window.drag(middle, {middle.x + 120, middle.y});
    EXPECT_SOON(window, now["camera"]["yaw"].get<double>() < -0.3);
    window.key("h");
    EXPECT_SOON(window, std::abs(now["camera"]["yaw"].get<double>()) < 1e-3);
}

TEST(Window, draws_nothing_and_sleeps_while_nothing_happens)
{
    OPEN_WINDOW(window, 1280, 800);
    find_and_select_the_point(window);
    ASSERT_TRUE(window.until_still());
    Json before = window.now();
    const double cpu_before = window.cpu_s();
    std::this_thread::sleep_for(std::chrono::milliseconds(1200));
    EXPECT_EQ(window.now()["frame"], before["frame"]);
    EXPECT_EQ(window.now()["body_draws"], before["body_draws"]);
    EXPECT_LT(window.cpu_s() - cpu_before, 0.05);

    // A cursor over a panel costs frames of the panels, not of the body.
    window.move(*window.item("play"));
    EXPECT_SOON(window, now["frame"] > before["frame"]);
    EXPECT_EQ(window.now()["body_draws"], before["body_draws"]);
}

TEST(Window, every_control_is_inside_and_apart_at_1024_by_768)
{
    OPEN_WINDOW(window, 1024, 768);
    find_and_select_the_point(window);
    ASSERT_TRUE(window.until_still());
    window.save_screen(pictures / "small.png");
    Json report = window.now();
    EXPECT_EQ(report["window"], Json::parse("[1024, 768]"));
    const PictureBox box = picture_of(report);
    std::map<std::string, Json> seen;
    for (const auto& [label, item] : report["items"].items()) {
        EXPECT_GE(item[0], 0) << label;
        EXPECT_LE(item[2], 1024) << label;
        EXPECT_LE(item[3], 768) << label;
        const bool beside = item[2] <= box.min.x || item[0] >= box.min.x + box.size.x ||
                            item[3] <= box.min.y || item[1] >= box.min.y + box.size.y;
        EXPECT_TRUE(beside) << label << " lies on the picture";
        for (const auto& [other, there] : seen)
            EXPECT_TRUE(item[2] <= there[0] || item[0] >= there[2] || item[3] <= there[1] ||
                        item[1] >= there[3])
                << label << " lies on " << other;
        seen[label] = item;
    }
    for (const char* label : {"search", "side:both", "undo", "skin", "depth", "home",
                              "view:inferior", "play", "scrub", "speed:2", "gauge"})
        EXPECT_TRUE(seen.contains(label)) << label;
}

TEST(Window, is_told_by_keys_alone_and_ends_with_status_0)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    window.key("slash");
    EXPECT_SOON(window, now["typing"] == true);
    window.type("hood muscle");  // a common name
    EXPECT_SOON(window, now["search"] == "hood muscle");
    window.key("Return");
    EXPECT_SOON(window, now["muscle"] == "trapezius_upper");
    EXPECT_EQ(window.close(), 0);
}

}  // namespace
}  // namespace tpatlas
