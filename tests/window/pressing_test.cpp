// Recorded interactions about pressing: another technique from the list, the pain that is said, and
// a teacher who corrects a record while the window is open.

#include "window/window_steps.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

void select_point(RealWindow& window, const std::string& typed, const std::string& muscle,
                  const std::string& point)
{
    click_item(window, "search");
    window.type(typed);
    EXPECT_SOON(window, now["search"] == typed);
    click_item(window, "muscle:" + muscle);
    EXPECT_SOON(window, now["muscle"] == muscle);
    click_item(window, "point:" + point);
    EXPECT_SOON(window, now["point"] == point);
}

TEST(Window, a_technique_is_chosen_from_the_list_and_taken_back)
{
    OPEN_WINDOW(window, 1280, 800);
    select_point(window, "infraspinatus", "infraspinatus", "infraspinatus.tp1");
    EXPECT_EQ(window.now()["press"], "ball_hold ball_on_wall") << "as the record prefers";
    click_item(window, "techniques");
    click_item(window, "technique:stripping");
    EXPECT_SOON(window, now["press"] == "stripping thumb");
    EXPECT_EQ(window.now()["point"], "infraspinatus.tp1") << "the list lies over the picture";
    click_item(window, "contacts");
    click_item(window, "contact:knobber");
    EXPECT_SOON(window, now["press"] == "stripping knobber");
    window.key("ctrl+z");
    EXPECT_SOON(window, now["press"] == "stripping thumb");
    window.key("ctrl+z");
    EXPECT_SOON(window, now["press"] == "ball_hold ball_on_wall");

    click_item(window, "pain_before:7");
    click_item(window, "pain_now:4");
    EXPECT_SOON(window, now["pain"] == Json::array({7, 4}));
}

TEST(Window, a_teacher_reads_a_corrected_catalogue_again_and_a_broken_one_changes_nothing)
{
    const fs::path folder = fs::temp_directory_path() / "tpatlas_teacher";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const fs::path file = folder / "mine.toml";
    const auto write = [&](const std::string& points) {
        std::ofstream(file) << "[[muscle]]\nid = \"soleus\"\nname = { en = \"Soleus\" }\n"
                               "structures = [\"soleus\"]\nregion = \"leg\"\nlayer = 2\n"
                               "sources = [\"editorial_estimate\"]\n"
                            << points;
    };
    const auto point = [](const std::string& id) {
        return "[[muscle.point]]\nid = \"" + id +
               "\"\nplace = \"mid-belly\"\nu = 0.45\nv = 0.0\nuncertainty_mm = 15\n"
               "sources = [\"editorial_estimate\"]\n";
    };
    write(point("tp1"));
    RealWindow window(1280, 800, {"--catalogue", folder.string()});
    ASSERT_TRUE(window.is_open()) << window.trouble();
    select_point(window, "soleus", "soleus", "soleus.tp1");
    EXPECT_FALSE(window.now()["items"].contains("point:soleus.tp2"));

    write(point("tp1") + point("tp2"));
    window.key("ctrl+r");
    EXPECT_SOON(window, now["notice"] == "notice.catalogue_read");
    EXPECT_SOON(window, now["items"].contains("point:soleus.tp2"));
    EXPECT_EQ(window.now()["point"], "soleus.tp1") << "what was selected stays";

    write(point("tp1") + "u = \n");
    window.key("ctrl+r");
    EXPECT_SOON(window, now["notice"] == "notice.fault");
    EXPECT_NE(window.now()["notice_what"].get<std::string>().find("mine.toml:"),
              std::string::npos);
    EXPECT_EQ(window.now()["point"], "soleus.tp1");
    EXPECT_TRUE(window.now()["items"].contains("point:soleus.tp2")) << "as it was before";
    fs::remove_all(folder);
}

}  // namespace
}  // namespace tpatlas
