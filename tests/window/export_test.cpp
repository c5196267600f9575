// What is seen, saved as a 3D model from the real window: by its button, by its key, never over
// another file, and opened again.

#include "window/window_steps.hpp"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

const fs::path kept = fs::path(TPATLAS_BINARY_DIR) / "window_pictures";

// What the JSON of a binary glTF says; null where there is none.
Json document_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::uint32_t length = 0;
    if (bytes.size() < 20 || bytes.rfind("glTF", 0) != 0)
        return nullptr;
    std::memcpy(&length, bytes.data() + 12, sizeof length);
    return Json::parse(bytes.substr(20, length), nullptr, false);
}

// Names of the nodes that are a structure, a point or a zone.
std::set<std::string> named(const Json& document, const std::string& what)
{
    std::set<std::string> names;
    for (const Json& node : document.at("nodes"))
        if (node.contains("extras") && node["extras"].value("tpatlas", "") == what &&
            !node["name"].get<std::string>().ends_with(".on_skin"))
            names.insert(node["name"]);
    return names;
}

TEST(Window, what_is_seen_is_saved_as_a_model_by_its_button_and_its_key)
{
    OPEN_WINDOW(window, 1280, 800);
    click_item(window, "search");
    window.type("upper trap");
    EXPECT_SOON(window, now["search"] == "upper trap");
    click_item(window, "muscle:trapezius_upper");
    EXPECT_SOON(window, now["muscle"] == "trapezius_upper");
    window.key("o");  // only it
    EXPECT_SOON(window, now["others"] == "hidden");
    click_item(window, "point:trapezius_upper.tp2");
    EXPECT_SOON(window, now["point"] == "trapezius_upper.tp2");
    click_item(window, "sheet:scenes");
    click_item(window, "export_model");
    EXPECT_SOON(window, now["notice"] == "notice.model_saved");
    const fs::path first = window.now()["notice_what"].get<std::string>();
    EXPECT_EQ(first.filename(), "trapezius_upper_tp2_right.glb");
    EXPECT_EQ(first.parent_path().parent_path(), window.folder() / "documents");
    Json model = document_of(first);
    ASSERT_TRUE(model.is_object());
    EXPECT_EQ(named(model, "structure"),
              (std::set<std::string>{"trapezius_upper.right", "skin.middle"}));
    EXPECT_EQ(named(model, "point"), std::set<std::string>{"trapezius_upper.tp2.right"});
    EXPECT_EQ(named(model, "zone"),
              std::set<std::string>{"trapezius_upper.tp2.essential.right"});
    EXPECT_SOON(window, now["items"].contains("entry:trapezius_upper_tp2_right.glb"));
    window.save_screen(kept / "export.png");

    const auto written = fs::last_write_time(first);
    window.key("Escape");
    window.key("ctrl+e");
    EXPECT_SOON(window, now["notice_what"].get<std::string>().ends_with("_right-2.glb"));
    EXPECT_EQ(fs::last_write_time(first), written) << "the first was written over";
}

// So large a body is long enough on its way that one changes one's mind.
void expect_fitting_is_stopped(const RealWindow& window, const fs::path& body, double after_s)
{
    Json before = window.now();
    EXPECT_EQ(window.drop(body, {640, 300}), "");
    EXPECT_SOON(window, now["fitting"] == true);
    window.until([](Json now) { return now["fitting"] != true; }, after_s);
    ASSERT_EQ(window.now()["fitting"], true) << "it was fitted in " << after_s << " s";
    window.key("Escape");
    EXPECT_SOON(window, now["notice"] == "notice.reading_stopped" && now["reading"].is_null());
    EXPECT_EQ(window.now()["own_structures"], 0);
    EXPECT_EQ(window.now()["points"].size(), before["points"].size());
}

TEST(Window, the_whole_body_is_saved_as_a_model_and_its_opening_stopped_while_the_window_goes_on)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    window.key("ctrl+e");
    window.key("s");
    EXPECT_SOON(window, now["side"] == "left");
    EXPECT_SOON(window, now["notice"] == "notice.model_saved");
    const fs::path file = window.now()["notice_what"].get<std::string>();
    EXPECT_EQ(file.filename(), "body.glb");
    Json model = document_of(file);
    ASSERT_TRUE(model.is_object());
    EXPECT_GT(named(model, "structure").size(), 500u);
    EXPECT_GT(named(model, "point").size(), 90u);
    EXPECT_GT(named(model, "zone").size(), 100u);
    ASSERT_TRUE(window.until_still());
    for (const double after_s : {0.0, 0.7})
        expect_fitting_is_stopped(window, file, after_s);
    window.key("s");  // it goes on
    EXPECT_SOON(window, now["side"] != "left");
    EXPECT_EQ(window.close(), 0);
}

TEST(Window, says_why_a_model_cannot_be_saved)
{
    OPEN_WINDOW(window, 1280, 800);
    ASSERT_TRUE(window.until_still());
    std::ofstream(window.folder() / "documents") << "a file where the folder would be";
    window.key("ctrl+e");
    EXPECT_SOON(window, now["notice"] == "notice.fault");
    EXPECT_NE(window.now()["notice_what"].get<std::string>().find("body.glb"), std::string::npos)
        << window.now()["notice_what"];
}

}  // namespace
}  // namespace tpatlas
