// Files that were made to do harm, dropped on the window: the body on the screen stays, a notice
// says what is wrong.

#include "io/import_files.hpp"
#include "window/window_steps.hpp"

#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

std::string again(const std::string& piece, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += piece;
    return all;
}

fs::path written(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

// What the body is known by in the report: which points it has, not where on the screen, since a
// notice takes some of that.
Json body_of(Json report)
{
    Json points = Json::array();
    for (const auto& [name, place] : report["points"].items())
        points.push_back(name);
    return {points, report["visibility"], report["camera"], report["muscle"]};
}

}  // namespace

TEST(Window, keeps_its_body_when_hostile_files_are_dropped)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    Json before = body_of(window.now());
    ASSERT_FALSE(before[0].empty()) << "the embedded body has points";
    const import_files::Tetrahedron t;

    std::string nested = import_files::gltf_json(t, "", "a");
    nested.insert(1, "\"extras\":" + again("[", 2'000'000) + ",");
    std::string deep = import_files::collada_of(t, "<up_axis>Y_UP</up_axis>");
    deep.insert(deep.find("<node "), again("<node>", 100'000));
    deep.insert(deep.find("</visual_scene>"), again("</node>", 100'000));
    const fs::path pipe = window.folder() / "pipe.obj";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    for (const fs::path& file :
         {written(window.folder() / "nested.glb",
                  import_files::glb_of_json(nested, import_files::buffer_of(t))),
          written(window.folder() / "deep.dae", deep), pipe}) {
        EXPECT_EQ(window.drop(file, {640, 300}), "");
        EXPECT_SOON(window, now["notice"] == "notice.fault" &&
                                now["notice_what"].get<std::string>().find(
                                    file.filename().string()) != std::string::npos);
        EXPECT_TRUE(window.is_running());
        ASSERT_TRUE(window.until_still());
        EXPECT_EQ(body_of(window.now()), before) << file;
    }
    // It is alive: an honest one is shown.
    const fs::path honest = written(window.folder() / "honest.obj", import_files::obj_of(t));
    EXPECT_EQ(window.drop(honest, {640, 300}), "");
    EXPECT_SOON(window, now["camera"] != before[2]);
    EXPECT_EQ(window.close(), 0);
}

}  // namespace tpatlas
