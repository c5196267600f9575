// Recorded interactions of a therapist and a teacher: hide and undo, client view, capture, scenes,
// dropped files, settings that are kept. Facts come from the program's report and from the files.

#include "window/processes.hpp"
#include "window/window_steps.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <png.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

void select_muscle(RealWindow& window, const std::string& typed, const std::string& id)
{
    click_item(window, "search");
    window.type(typed);
    EXPECT_SOON(window, now["search"] == typed);
    click_item(window, "muscle:" + id);
    EXPECT_SOON(window, now["muscle"] == id);
}

std::vector<fs::path> files_in(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().filename().string().front() != '.')  // on its way
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

struct Pixels {
    png_uint_32 width = 0;
    png_uint_32 height = 0;
    std::vector<unsigned char> rgba;

    bool operator==(const Pixels&) const = default;
};

Pixels pixels_of(const fs::path& file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    Pixels pixels;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0)
        return pixels;
    image.format = PNG_FORMAT_RGBA;
    pixels.width = image.width;
    pixels.height = image.height;
    pixels.rgba.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr);
    return pixels;
}

// For whoever looks into a failure.
const fs::path kept = fs::path(TPATLAS_BINARY_DIR) / "window_pictures";

void keep(const fs::path& picture)
{
    std::error_code ignored;
    fs::create_directories(kept, ignored);
    fs::copy_file(picture, kept / picture.filename(), fs::copy_options::overwrite_existing, ignored);
}

fs::path only_picture(const RealWindow& window)
{
    const std::vector<fs::path> files = files_in(window.folder() / "pictures");
    return files.size() == 1 ? files.front() : fs::path();
}

TEST(Window, what_is_selected_is_hidden_faded_shown_only_and_all_of_it_undone)
{
    OPEN_WINDOW(window, 1280, 800);
    select_muscle(window, "soleus", "soleus");
    window.key("x");
    EXPECT_SOON(window, now["visibility"]["soleus.right"] == "hidden");
    window.key("g");
    EXPECT_SOON(window, now["visibility"]["soleus.right"] == "faded");
    window.key("o");
    EXPECT_SOON(window, now["others"] == "hidden");
    ASSERT_TRUE(window.until_still());
    // What was hidden is not there to be hovered.
    Json box = window.now()["picture"];
    window.move({box[0].get<double>() + box[2].get<double>() / 2,
                 box[1].get<double>() + box[3].get<double>() / 2});
    for (int i = 0; i < 5; ++i) {
        Json hovered = window.now()["hovered_structure"];
        EXPECT_TRUE(hovered.is_null() || hovered == "soleus.right") << hovered;
        window.move({box[0].get<double>() + box[2].get<double>() / 2,
                     box[1].get<double>() + box[3].get<double>() * (i + 1) / 6});
    }
    window.key("i");
    EXPECT_SOON(window, now["visibility"]["soleus.right"] == "hidden" && now["others"] == "shown");
    for (int i = 0; i < 4; ++i)
        window.key("ctrl+z");
    EXPECT_SOON(window, now["visibility"].empty() && now["muscle"] == "soleus");
    EXPECT_EQ(window.now()["redoable"].size(), 4u);
    window.key("ctrl+y");
    EXPECT_SOON(window, now["visibility"]["soleus.right"] == "hidden");
}

TEST(Window, a_client_sees_one_point_and_leaving_gives_everything_back)
{
    OPEN_WINDOW(window, 1280, 800);
    select_muscle(window, "upper trap", "trapezius_upper");
    click_item(window, "point:trapezius_upper.tp2");
    EXPECT_SOON(window, now["point"] == "trapezius_upper.tp2");
    window.key("bracketright");
    EXPECT_SOON(window, now["depth"].get<double>() > 0.05);
    ASSERT_TRUE(window.until_still());
    Json before = window.now();

    window.key("c");
    EXPECT_SOON(window, now["client"] == true);
    ASSERT_TRUE(window.until_still());
    Json client = window.now();
    EXPECT_EQ(client["search"], "");
    EXPECT_EQ(client["depth"], 0);
    EXPECT_FALSE(client["items"].contains("search"));
    EXPECT_FALSE(client["items"].contains("undo"));
    window.key("ctrl+z");
    window.key("x");
    window.key("slash");
    window.key("s");
    EXPECT_SOON(window, now["point_side"] == "left");
    EXPECT_EQ(window.now()["client"], true);
    EXPECT_TRUE(window.now()["visibility"].empty());
    window.key("space");
    click_item(window, "safety_none");
    EXPECT_SOON(window, now["playing"] == true && now["share"].get<double>() > 0.05);

    window.key("Escape");
    EXPECT_SOON(window, now["client"] == false);
    ASSERT_TRUE(window.until_still());
    Json after = window.now();
    for (const char* key : {"point", "point_side", "side", "search", "depth", "skin", "undoable",
                            "camera", "share", "sheet"})
        EXPECT_EQ(after[key], before[key]) << key;
}

TEST(Window, a_captured_picture_brings_its_scene_back_exactly)
{
    OPEN_WINDOW(window, 1280, 800);
    select_muscle(window, "soleus", "soleus");
    window.key("k");  // cut open, facing the view
    EXPECT_SOON(window, !now["cut"].is_null());
    window.key("l");
    EXPECT_SOON(window, now["labelling"] == "all");
    ASSERT_TRUE(window.until_still());
    Json before = window.now();
    window.key("ctrl+p");
    EXPECT_SOON(window, now["notice"] == "notice.captured");
    const fs::path first = only_picture(window);
    ASSERT_FALSE(first.empty());
    const std::string bytes = whole(first);
    EXPECT_NE(bytes.find("tpatlas:scene"), std::string::npos);

    window.key("h");
    EXPECT_SOON(window, now["muscle"].is_null() && now["cut"].is_null());
    ASSERT_TRUE(window.until_still());
    Json box = window.now()["picture"];
    EXPECT_EQ(window.drop(first, {box[0].get<double>() + 50, box[1].get<double>() + 50}), "");
    EXPECT_SOON(window, now["muscle"] == "soleus" && !now["cut"].is_null());
    ASSERT_TRUE(window.until_still());
    EXPECT_EQ(window.now()["camera"], before["camera"]);
    EXPECT_EQ(window.now()["labelling"], "all");
    window.key("ctrl+p");
    ASSERT_TRUE(window.until([&](const Json&) {
        return files_in(window.folder() / "pictures").size() == 2;
    }));
    EXPECT_EQ(whole(first), bytes) << "the first picture was written over";
    for (const fs::path& file : files_in(window.folder() / "pictures"))
        if (file != first) {
            ASSERT_TRUE(window.until([&](const Json&) { return pixels_of(file).width > 0; }));
            const bool same = pixels_of(file) == pixels_of(first);
            EXPECT_TRUE(same) << "the two pictures differ: see " << kept;
            if (!same)
                for (const fs::path& picture : {first, file})
                    keep(picture);
        }
}

TEST(Window, a_scene_is_saved_and_opened_again)
{
    OPEN_WINDOW(window, 1280, 800);
    select_muscle(window, "upper trap", "trapezius_upper");
    click_item(window, "point:trapezius_upper.tp2");
    EXPECT_SOON(window, now["point"] == "trapezius_upper.tp2");
    ASSERT_TRUE(window.until_still());
    const double framed_yaw = window.now()["camera"]["yaw"];
    window.key("Right");  // elsewhere than where the point is framed
    EXPECT_SOON(window, std::abs(now["camera"]["yaw"].get<double>() - framed_yaw) > 0.2);
    window.key("n");
    ASSERT_TRUE(window.until_still());
    Json before = window.now();
    window.key("ctrl+s");
    EXPECT_SOON(window, now["notice"] == "notice.scene_saved");
    const fs::path file = window.now()["scene_file"].get<std::string>();
    EXPECT_EQ(file.extension(), ".toml");
    const std::string text = whole(file);
    EXPECT_EQ(text.rfind("version", 0), 0u) << text;
    EXPECT_NE(text.find("trapezius_upper.tp2"), std::string::npos);

    window.key("h");
    EXPECT_SOON(window, now["point"].is_null());
    ASSERT_TRUE(window.until_still());
    Json box = window.now()["picture"];
    EXPECT_EQ(window.drop(file, {box[0].get<double>() + 50, box[1].get<double>() + 50}), "");
    EXPECT_SOON(window, now["point"] == "trapezius_upper.tp2");
    ASSERT_TRUE(window.until_still());
    EXPECT_EQ(window.now()["camera"], before["camera"]);
    window.key("ctrl+s");  // over its own file: unchanged, since nothing changed
    EXPECT_SOON(window, now["notice"] == "notice.scene_saved");
    EXPECT_EQ(whole(file), text);
}

TEST(Window, a_dropped_scene_with_an_unknown_structure_opens_and_says_so)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    const fs::path file = window.folder() / "old.toml";
    window.key("ctrl+s");
    EXPECT_SOON(window, now["notice"] == "notice.scene_saved");
    std::string text = whole(window.now()["scene_file"].get<std::string>());
    text += "\n[visibility]\n\"soleus.right\" = \"hidden\"\n\"tail.middle\" = \"hidden\"\n";
    std::ofstream(file) << text;
    EXPECT_EQ(window.drop(file, {640, 300}), "");
    EXPECT_SOON(window, now["visibility"]["soleus.right"] == "hidden");
    EXPECT_EQ(window.now()["notice"], "notice.scene_unknown");
    EXPECT_EQ(window.now()["notice_what"], "tail.middle");

    std::ofstream(file) << "version = 1\n[camera\n";
    Json before = window.now();
    EXPECT_EQ(window.drop(file, {640, 300}), "");
    EXPECT_SOON(window, now["notice"] == "notice.fault");
    EXPECT_NE(window.now()["notice_what"].get<std::string>().find("old.toml:2"), std::string::npos)
        << window.now()["notice_what"];
    EXPECT_EQ(window.now()["visibility"], before["visibility"]) << "what was there stays";
}

TEST(Window, a_dropped_mesh_is_shown_in_place_of_the_body)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    const fs::path file = window.folder() / "tetrahedron.obj";
    std::ofstream(file) << "v 0 0 0\nv 100 0 0\nv 0 100 0\nv 0 0 100\n"
                           "f 1 3 2\nf 1 2 4\nf 2 3 4\nf 3 1 4\n";
    EXPECT_EQ(window.drop(file, {640, 300}), "");
    EXPECT_SOON(window, now["camera"]["distance_mm"].get<double>() < 1500 && now["points"].empty());
    std::ofstream(window.folder() / "broken.obj") << "v 0 0\nf 1 2 999\n";
    EXPECT_EQ(window.drop(window.folder() / "broken.obj", {640, 300}), "");
    EXPECT_SOON(window, now["notice"] == "notice.fault");
    EXPECT_TRUE(window.now()["points"].empty()) << "the body that was shown stays";
}

TEST(Window, settings_are_kept_between_starts)
{
    const fs::path folder = fs::temp_directory_path() / ("tpatlas-kept-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const std::vector<std::string> arguments{"--settings", (folder / "settings.toml").string()};
    {
        RealWindow window(1280, 800, arguments);
        ASSERT_TRUE(window.is_open()) << window.trouble();
        window.key("s");
        EXPECT_SOON(window, now["side"] == "left");
        window.key("t");
        EXPECT_SOON(window, now["free_orbit"] == true);
        EXPECT_EQ(window.close(), 0);
    }
    {
        RealWindow window(1280, 800, arguments);
        ASSERT_TRUE(window.is_open()) << window.trouble();
        EXPECT_SOON(window, now["side"] == "left" && now["free_orbit"] == true);
    }
    std::ofstream(folder / "settings.toml") << "theme = [\n";
    {
        RealWindow window(1280, 800, arguments);
        ASSERT_TRUE(window.is_open()) << window.trouble();
        EXPECT_SOON(window, now["notice"] == "notice.fault" && now["side"] == "right");
        window.key("s");
        EXPECT_SOON(window, now["side"] == "left");
        EXPECT_EQ(window.close(), 0);
    }
    EXPECT_TRUE(fs::exists(folder / "settings.toml.broken")) << "nothing is lost";
    fs::remove_all(folder);
}

TEST(Window, the_cut_is_moved_by_its_handle)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    window.key("4");  // from the right side
    ASSERT_TRUE(window.until_still());
    window.key("k");  // facing the eye
    EXPECT_SOON(window, !now["cut"].is_null());
    window.key("1");  // from the front the plane is seen edge on
    ASSERT_TRUE(window.until_still());
    EXPECT_SOON(window, now["cut"].contains("handle"));
    Json before = window.now();
    const double x = before["cut"]["handle"][0];
    const double y = before["cut"]["handle"][1];
    window.drag({x, y}, {x - 40, y});
    EXPECT_SOON(window, std::abs(now["cut"]["offset_mm"].get<double>() -
                                 before["cut"]["offset_mm"].get<double>()) > 20);
    EXPECT_EQ(window.now()["camera"]["yaw"], before["camera"]["yaw"]) << "it did not turn the body";
    ASSERT_TRUE(window.until_still());
    EXPECT_NEAR(window.now()["cut"]["handle"][0].get<double>(), x - 40, 12)
        << "the handle follows the hand";
    window.key("ctrl+z");  // one drag is one step
    EXPECT_SOON(window, now["cut"]["offset_mm"] == before["cut"]["offset_mm"]);
}

TEST(Window, a_far_zone_is_shown_beside_its_point_and_each_picture_is_turned_on_its_own)
{
    RealWindow window(1280, 800,
                      {"--catalogue", TPATLAS_SOURCE_DIR "/tests/support/catalogues/far_zones"});
    ASSERT_TRUE(window.is_open()) << window.trouble();
    select_muscle(window, "soleus", "soleus");
    click_item(window, "point:soleus.tp1");
    EXPECT_SOON(window, !now["second_camera"].is_null());
    ASSERT_TRUE(window.until_still());
    window.save_screen(kept / "two_pictures.png");
    Json before = window.now();
    Json box = before["picture"];
    const double left = box[0], top = box[1], width = box[2], height = box[3];
    const Place right{left + width * 0.75, top + height * 0.5};
    window.drag(right, {right.x + 80, right.y});
    EXPECT_SOON(window, now["second_camera"]["yaw"] != before["second_camera"]["yaw"]);
    ASSERT_TRUE(window.until_still());
    EXPECT_EQ(window.now()["camera"], before["camera"]);
    window.wheel({left + width * 0.25, top + height * 0.5}, 2);
    EXPECT_SOON(window, now["camera"]["distance_mm"] != before["camera"]["distance_mm"]);
    // What lies in the second picture is picked there: the trunk, not the calf.
    ASSERT_TRUE(window.until_still());
    window.click(right);
    EXPECT_SOON(window, now["point"].is_null() && (!now["muscle"].is_null() ||
                                                   !now["structure"].is_null()));
    EXPECT_NE(window.now()["muscle"], "soleus");
}

TEST(Window, a_scene_is_opened_from_the_list_of_recent_ones)
{
    OPEN_WINDOW(window, 1280, 800);
    select_muscle(window, "soleus", "soleus");
    ASSERT_TRUE(window.until_still());
    window.key("ctrl+s");
    EXPECT_SOON(window, now["notice"] == "notice.scene_saved");
    window.key("h");
    EXPECT_SOON(window, now["muscle"].is_null());
    window.key("ctrl+o");
    EXPECT_SOON(window, now["sheet"] == "scenes" && !now["listing"].empty());
    Json items = window.now()["items"];
    std::string recent;
    for (const auto& [label, box] : items.items())
        if (label.rfind("recent:", 0) == 0)
            recent = label;
    ASSERT_FALSE(recent.empty()) << items.dump(1);
    click_item(window, recent);
    EXPECT_SOON(window, now["muscle"] == "soleus" && now["sheet"] == "details");
}

}  // namespace
}  // namespace tpatlas
