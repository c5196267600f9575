// A user's own meshes in the window: a lone muscle that is asked about, chosen and kept; a folder
// opened under Scenes and put right in the Body sheet; a long reading that is stopped.

#include "io/import_files.hpp"
#include "support/embedded_body.hpp"
#include "support/obj_file.hpp"
#include "window/processes.hpp"
#include "window/window_steps.hpp"

#include <cmath>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <signal.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

// For whoever looks into a failure, or at the pictures.
const fs::path kept = fs::path(TPATLAS_BINARY_DIR) / "window_pictures";

// One of our structures as a stranger's file has it.
void write_obj(const fs::path& file, const char* structure,
               const std::function<glm::vec3(glm::vec3)>& moved = [](glm::vec3 p) { return p; })
{
    testing::write_obj(file, testing::embedded_body().mesh_of(*testing::embedded_body().number({structure})), moved);
}

bool has_point(Json now, const std::string& point)
{
    return now["points"].contains(point);
}

}  // namespace

TEST(Window, asks_what_a_lone_mesh_is_and_keeps_the_answer_beside_it)
{
    const fs::path folder = fs::temp_directory_path() / ("tpatlas-own-" + std::to_string(getpid()));
    const fs::path file = folder / "scan_014.obj";
    // In centimetres, lying, anywhere, and twice as thick as ours: not recognised for certain.
    write_obj(file, "soleus.right", [](glm::vec3 p) {
        return glm::vec3(p.y - 300, p.z * 2, p.x + 100) / 10.0f;
    });
    {
        OPEN_WINDOW(window, 1280, 800);
        ASSERT_TRUE(window.until_still());
        EXPECT_EQ(window.drop(file, {640, 300}), "");
        EXPECT_SOON(window, now["items"].contains("question_none") && now["own_structures"] == 1);
        EXPECT_FALSE(window.now()["registered"].get<bool>());
        ASSERT_TRUE(window.until_still());
        window.save_screen(kept / "question.png");
        click_item(window, "question_search");
        EXPECT_SOON(window, now["typing"] == true);
        window.type("soleus");
        click_item(window, "question_side:right");
        click_item(window, "question_found:soleus");
        EXPECT_SOON(window, now["registered"] == true && now["reading"].is_null());
        Json fitted = window.now();
        EXPECT_EQ(fitted["own_structures"], 1);
        EXPECT_TRUE(has_point(fitted, "soleus.tp1 right")) << fitted["points"].dump();
        EXPECT_EQ(fitted["muscle"], "soleus") << "it is what one wants to see";
        EXPECT_EQ(fitted["muscle_side"], "right");
        EXPECT_FALSE(fitted["items"].contains("question_none"));

        click_item(window, "sheet:body");
        EXPECT_SOON(window, now["sheet"] == "body" && now["body_unsaved"] == true);
        ASSERT_TRUE(window.until_still());
        window.save_screen(kept / "body_sheet.png");
        EXPECT_FALSE(fs::exists(folder / "body.toml")) << "nobody agreed yet";
        click_item(window, "keep_body_map");
        EXPECT_SOON(window, now["notice"] == "notice.body_map_kept");
        const std::string map = whole(folder / "body.toml");
        EXPECT_NE(map.find("scan_014.obj"), std::string::npos) << map;
        EXPECT_NE(map.find("soleus.right"), std::string::npos) << map;
        EXPECT_SOON(window, !now["items"].contains("keep_body_map"));

        click_item(window, "ghosts_box");
        EXPECT_SOON(window, now["ghosts"] == false);
        EXPECT_EQ(window.close(), 0);
    }
    {
        // The next time nobody is asked.
        RealWindow window(1280, 800, {"--body", file.string()});
        ASSERT_TRUE(window.is_open()) << window.trouble();
        EXPECT_SOON(window, now["registered"] == true && has_point(now, "soleus.tp1 right"));
        EXPECT_FALSE(window.now()["items"].contains("question_none"));
        EXPECT_FALSE(window.now()["body_unsaved"].get<bool>());
        EXPECT_EQ(window.close(), 0);
    }
    fs::remove_all(folder);
}

TEST(Window, a_folder_is_opened_under_scenes_and_its_meshes_are_said_to_be_something_else)
{
    const fs::path folder = fs::temp_directory_path() / ("tpatlas-arm-" + std::to_string(getpid()));
    write_obj(folder / "Deltoid_Anterior_R.obj", "deltoid_anterior.right");
    write_obj(folder / "Deltoid_Middle_R.obj", "deltoid_middle.right");
    write_obj(folder / "Deltoid_Posterior_R.obj", "deltoid_posterior.right");
    write_obj(folder / "Humerus_R.obj", "humerus.right");
    write_obj(folder / "Scapula_R.obj", "scapula.right");
    write_obj(folder / "thing.obj", "biceps_brachii_long.right");
    {
        OPEN_WINDOW(window, 1280, 800);
        ASSERT_TRUE(window.until_still());
        window.key("ctrl+o");
        EXPECT_SOON(window, now["sheet"] == "scenes" && now["items"].contains("scene_path"));
        ASSERT_TRUE(window.until_still());  // the list below the field has come
        click_item(window, "scene_path");
        EXPECT_SOON(window, now["typing"] == true);
        window.key("ctrl+a");
        window.type(folder.string());
        window.key("Return");
        EXPECT_SOON(window, now["listing"].size() == 6);
        click_item(window, "open_folder");
        EXPECT_SOON(window, now["registered"] == true && now["own_structures"] == 6);
        window.key("Escape");
        window.key("b");
        EXPECT_SOON(window, now["sheet"] == "body" && now["items"].contains("mesh:6"));
        ASSERT_TRUE(window.until_still());
        window.save_screen(kept / "body_sheet_of_a_folder.png");
        click_item(window, "mesh:6");
        click_item(window, "map_search");
        EXPECT_SOON(window, now["typing"] == true);
        window.type("biceps brachii long");
        click_item(window, "map_side:right");
        click_item(window, "map_found:biceps_brachii_long");
        EXPECT_SOON(window, now["body_unsaved"] == true && now["reading"].is_null());
        window.key("ctrl+r");  // takes nothing back that is not kept yet
        EXPECT_SOON(window, now["notice"] == "notice.catalogue_read");
        EXPECT_TRUE(window.now()["body_unsaved"].get<bool>());
        // Nor does keeping it take away what was written by hand meanwhile.
        std::ofstream(folder / "body.toml")
            << "[[mesh]]\nfile = \"Scapula_R.obj\"\nstructure = \"scapula.right\"\n";
        click_item(window, "keep_body_map");
        EXPECT_SOON(window, now["notice"] == "notice.body_map_kept");
        const std::string map = whole(folder / "body.toml");
        EXPECT_NE(map.find("biceps_brachii_long.right"), std::string::npos) << map;
        EXPECT_NE(map.find("scapula.right"), std::string::npos) << map;
        EXPECT_EQ(window.close(), 0);
    }
    {
        // What was noted stays when more is noted another time.
        RealWindow window(1280, 800, {"--body", folder.string()});
        ASSERT_TRUE(window.is_open()) << window.trouble();
        window.key("b");
        click_item(window, "mesh:1");
        click_item(window, "map_none");
        EXPECT_SOON(window, now["body_unsaved"] == true && now["reading"].is_null());
        click_item(window, "keep_body_map");
        EXPECT_SOON(window, now["notice"] == "notice.body_map_kept");
        const std::string map = whole(folder / "body.toml");
        EXPECT_NE(map.find("none = true"), std::string::npos) << map;
        EXPECT_NE(map.find("biceps_brachii_long.right"), std::string::npos) << map;
        EXPECT_EQ(window.close(), 0);
    }
    fs::remove_all(folder);
}

// The processes that `parent` started, but its window's server.
std::vector<pid_t> children_of(pid_t parent)
{
    std::vector<pid_t> children;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        std::ifstream stat(entry.path() / "stat");
        std::string text;
        if (!std::getline(stat, text) || text.find("(tpatlas_import)") == std::string::npos)
            continue;
        std::istringstream rest(text.substr(text.rfind(')') + 1));
        char state = 0;
        pid_t of = 0;
        if (rest >> state >> of && of == parent)
            children.push_back(static_cast<pid_t>(std::stol(entry.path().filename().string())));
    }
    return children;
}

TEST(Window, a_long_reading_is_stopped_and_the_body_stays)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    Json before = window.now();
    const fs::path folder = window.folder() / "many";
    fs::create_directories(folder);
    const std::string tetrahedron = import_files::obj_of(import_files::Tetrahedron());
    for (int i = 0; i < 4000; ++i)
        std::ofstream(folder / ("part_" + std::to_string(i) + ".obj")) << tetrahedron;
    EXPECT_EQ(window.drop(folder, {640, 300}), "");
    // Held, so that it is long on any machine.
    std::vector<pid_t> helpers;
    for (int i = 0; i < 1000 && helpers.empty(); ++i, usleep(5'000))
        helpers = children_of(window.program());
    ASSERT_FALSE(helpers.empty());
    for (const pid_t helper : children_of(window.program()))
        kill(helper, SIGSTOP);
    EXPECT_SOON(window, now["reading"] == "many" && now["items"].contains("stop_reading"));
    click_item(window, "stop_reading");
    EXPECT_SOON(window, now["notice"] == "notice.reading_stopped" && now["reading"].is_null());
    EXPECT_EQ(window.now()["own_structures"], 0);
    EXPECT_EQ(window.now()["camera"], before["camera"]);
    EXPECT_EQ(window.close(), 0);
}

}  // namespace tpatlas
