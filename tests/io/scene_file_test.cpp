#include "io/scene_file.hpp"

#include "io/fresh_folder.hpp"
#include "io/png_file.hpp"

#include <cmath>
#include <limits>
#include <random>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

// Scenes of any kind, each number with all its bits.
class RandomScenes {
public:
    explicit RandomScenes(unsigned seed) : random_(seed) {}

    SavedScene next()
    {
        SavedScene scene;
        scene.body = maybe() ? "meshes/\"my\" body\t\\ ü.glb" : "";
        fill(scene.document);
        scene.camera = camera();
        if (maybe())
            scene.second_camera = camera();
        scene.side = one_of<SideChoice>(3);
        scene.theme = maybe() ? "dark" : maybe() ? "high_contrast" : "light";
        scene.press = share();
        scene.picture = {{whole(16, 32768), whole(16, 32768)}, one_of<CaptureGround>(3), maybe(),
                         maybe(), ""};
        return scene;
    }

private:
    float number(float least, float most)
    {
        return std::uniform_real_distribution<float>(least, most)(random_);
    }
    float share() { return maybe() ? number(0, 1) : std::ldexp(number(0, 1), -whole(0, 120)); }
    int whole(int least, int most)
    {
        return std::uniform_int_distribution<int>(least, most)(random_);
    }
    bool maybe() { return whole(0, 1) == 1; }
    template <class Enum>
    Enum one_of(int count)
    {
        return static_cast<Enum>(whole(0, count - 1));
    }
    std::string id()
    {
        static const char* const odd[]{"", "\"", "\\", "\n", "é", "#", "]", "=", " ", "'''"};
        return "part_" + std::to_string(whole(0, 999)) + odd[whole(0, 9)] + ".right";
    }
    glm::vec3 place() { return {number(-900, 900), number(-50, 1900), number(-400, 400)}; }
    CameraPose camera()
    {
        return {place(),         number(20, 6000), number(-9, 9), number(-1.57f, 1.57f),
                number(-3, 3), maybe() ? 0.42f : number(0.1f, 1)};
    }
    void fill(Document& d)
    {
        for (int i = whole(0, 30); i > 0; --i) {
            d.visibility[{id()}] = one_of<Visibility>(3);
            d.colours[{id()}] = {share(), share(), share()};
            d.also.insert({id()});
        }
        d.others = one_of<Visibility>(3);
        for (int i = 0; i < 8; ++i)
            if (maybe())
                d.hidden_kinds.insert(static_cast<StructureKind>(i));
        if (maybe()) {
            d.muscle = MuscleChoice{{"soleus"}, one_of<Side>(3)};
            if (maybe())
                d.point = PointChoice{{"soleus.tp1"}, one_of<Side>(3)};
        }
        if (maybe())
            d.structure = StructureId{id()};
        d.technique = {maybe() ? "press_and_hold" : "roll"};
        d.depth = share();
        d.skin_opacity = share();
        d.skin_tone = maybe() ? "deep" : "medium";
        if (maybe())
            d.cut = CutPlane{glm::normalize(place()), number(-2000, 2000)};
        d.no_press = maybe();
        d.labelling = one_of<Labelling>(3);
        d.latin = maybe();
    }

    std::mt19937 random_;
};

SavedScene small_scene()
{
    SavedScene scene;
    scene.document.muscle = MuscleChoice{{"soleus"}, Side::left};
    scene.document.visibility[{"soleus.left"}] = Visibility::shown;
    scene.document.visibility[{"tibia.left"}] = Visibility::faded;
    scene.document.others = Visibility::hidden;
    return scene;
}

const std::string head = "version = 1\n[camera]\ntarget_mm = [0, 1000, 80]\ndistance_mm = 900\n";

// The faults of a text, one a line.
std::string faults_of(const std::string& text)
{
    const Result<SavedScene> scene = io::scene_of_text(text, "a.toml");
    if (scene)
        return "";
    std::string all;
    for (const Error& fault : scene.faults())
        all += fault.message() + "\n";
    return all;
}

class SceneFile : public FreshFolder {};

}  // namespace

TEST(SceneText, gives_back_every_field_of_any_scene_exactly)
{
    RandomScenes scenes(5);
    for (int i = 0; i < 400; ++i) {
        const SavedScene scene = scenes.next();
        const std::string text = io::scene_text(scene);
        const Result<SavedScene> read = io::scene_of_text(text, "a.toml");
        ASSERT_TRUE(read) << read.error().message() << "\n" << text;
        ASSERT_EQ(read.value(), scene) << text;
        ASSERT_EQ(io::scene_text(read.value()), text);
    }
}

TEST(SceneText, begins_with_its_version_and_always_tells_the_camera)
{
    const std::string text = io::scene_text({});
    EXPECT_EQ(text, "version = 1\n\n[camera]\ntarget_mm = [0, 1350, 80]\ndistance_mm = 1400\n"
                    "yaw = 0\npitch = 0\n");
    EXPECT_TRUE(io::looks_like_scene(text));
}

TEST(SceneText, changes_by_one_line_where_one_structure_does)
{
    SavedScene scene = small_scene();
    const std::string before = io::scene_text(scene);
    scene.document.visibility[{"talus.left"}] = Visibility::hidden;
    const std::string after = io::scene_text(scene);
    const std::string line = "\"talus.left\" = \"hidden\"\n";
    const std::size_t at = after.find(line);
    ASSERT_NE(at, std::string::npos) << after;
    EXPECT_EQ(std::string(after).erase(at, line.size()), before);
    EXPECT_LT(after.find("soleus.left\" ="), at);  // sorted
    EXPECT_GT(after.find("tibia.left\" ="), at);
}

TEST(SceneText, tells_all_that_is_wrong_with_lines_and_nearest_words)
{
    const std::string faults = faults_of(head + "yawn = 1\n[shown]\ndepht = 0.5\n"
                                                "labels = \"al\"\nlatin = 3\n"
                                                "[visibility]\n\"a\" = \"hiden\"\n[picure]\n");
    for (const char* said :
         {"a.toml:5: [camera] has no key 'yawn' (did you mean 'yaw'?)",
          "a.toml:7: [shown] has no key 'depht' (did you mean 'depth'?)",
          "a.toml:8: 'labels' knows no 'al' (did you mean 'all'?)", "a.toml:9: 'latin' is a number",
          "a.toml:11: 'a' knows no 'hiden' (did you mean 'hidden'?)",
          "a.toml:12: the scene has no key 'picure' (did you mean 'picture'?)"})
        EXPECT_NE(faults.find(said), std::string::npos) << said << " in:\n" << faults;
}

TEST(SceneText, of_a_newer_version_is_refused_in_one_sentence)
{
    EXPECT_EQ(faults_of("version = 2\nholograms = 3\n"),
              "a.toml:1: the scene was made by a newer version of this program (open it with that "
              "version)\n");
    EXPECT_NE(faults_of("[camera]\n").find("is no scene"), std::string::npos);
    EXPECT_NE(faults_of("version = \"1\"\n").find("a.toml:1"), std::string::npos);
}

TEST(SceneText, that_means_harm_is_refused)
{
    EXPECT_NE(faults_of(head + "yaw = nan\n").find("a.toml:5"), std::string::npos);
    for (const char* more :
         {"yaw = inf\n", "yaw = 1e30\n", "distance_mm = 5\n", "pitch = 2\n", "[cut]\nnormal = [0, 0, 0]\n",
          "[cut]\nnormal = [1e38, 1e38, 0]\n", "[cut]\nnormal = [0, 1]\n", "[colours]\na = [0, 0, 2]\n",
          "[colours]\na = [0, 0]\n", "[colours]\n\"\" = [0, 0, 0]\n", "[shown]\ndepth = -1\n",
          "[shown]\ntechnique = \"\"\n", "[picture]\nsize_px = [1e9, 100]\n",
          "[picture]\nsize_px = [0, 100]\n", "[picture]\nsize_px = [99.5, 100]\n",
          "[selected]\npoint = { id = \"a.tp1\", side = \"right\" }\n", "[selected]\nmuscle = 3\n",
          "[selected]\nmuscle = { id = \"a\", side = \"up\" }\n", "visibility = 3\n", "camera = 3\n",
          "[visibility]\na = 1979-05-27\n"})
        EXPECT_NE(faults_of(head + more), "") << more;
    EXPECT_NE(faults_of("version = 1\n"), "");  // no camera
    EXPECT_NE(faults_of(head + "[shown]\ntechnique = \"" + std::string(5000, 'x') + "\"\n"), "");
    EXPECT_NE(faults_of("version = " + std::string(200000, '[')), "");
    EXPECT_NE(faults_of(head + "a" + std::string(200000, '.') + "b = 1\n"), "");
    EXPECT_NE(faults_of(head + "[shown]\ntechnique = \"\xFF\"\n"), "");
    EXPECT_NE(faults_of(head + std::string(io::scene_text_limit, ' ')).find("1 MB"),
              std::string::npos);
    std::string many = head + "[visibility]\n";
    for (int i = 0; i < 40000; ++i)
        many += "a" + std::to_string(i) + " = \"shown\"\n";
    EXPECT_NE(faults_of(many).find("20000"), std::string::npos);
}

TEST(SceneText, that_was_damaged_is_refused_or_is_a_scene_again)
{
    RandomScenes scenes(11);
    std::mt19937 random(3);
    const auto below = [&random](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    for (int i = 0; i < 1500; ++i) {
        std::string text = io::scene_text(scenes.next());
        for (std::size_t k = below(4) + 1; k > 0; --k)
            text[below(text.size())] = "[]{}=\".,0-e\n\\#\x01\xFFx"[below(19)];
        const auto read = io::scene_of_text(text, "a.toml");
        if (!read)
            continue;
        const auto again = io::scene_of_text(io::scene_text(read.value()), "a.toml");
        ASSERT_TRUE(again) << again.error().message() << "\n" << text;
        ASSERT_EQ(again.value(), read.value()) << text;
    }
}

TEST(SceneText, takes_a_direction_of_any_length_as_one)
{
    const auto scene = io::scene_of_text(head + "[cut]\nnormal = [0, 3, 4]\n", "a.toml");
    ASSERT_TRUE(scene);
    ASSERT_TRUE(scene.value().document.cut);
    EXPECT_NEAR(glm::length(scene.value().document.cut->normal), 1, 1e-6);
}

TEST(SceneText, of_the_manual_names_every_key)
{
    const std::string manual = content(TPATLAS_SOURCE_DIR "/docs/scenes.md");
    const std::size_t from = manual.find("```toml\n") + 8;
    const std::string example = manual.substr(from, manual.find("\n```", from) - from + 1);
    EXPECT_EQ(faults_of(example), "");
    RandomScenes scenes(9);
    std::string written;
    for (int i = 0; i < 50; ++i)
        written += io::scene_text(scenes.next());
    for (std::size_t at = 0; at < written.size(); at = written.find('\n', at) + 1) {
        const std::string line = written.substr(at, written.find('\n', at) - at);
        const std::string key = line.substr(0, line.find(line[0] == '[' ? ']' : ' '));
        if (!line.empty() && line[0] != '"' && line[0] != ' ' && line[0] != ']') {
            EXPECT_NE(("\n" + example).find("\n" + key), std::string::npos) << line;
        }
    }
}

TEST(SceneText, is_told_from_a_catalogue)
{
    EXPECT_TRUE(io::looks_like_scene("# mine\n\n  version = 1\n"));
    EXPECT_TRUE(io::looks_like_scene("verson = 1\n\n[camera]\n"));
    EXPECT_FALSE(io::looks_like_scene("[[muscle]]\nid = \"soleus\"\n"));
    EXPECT_FALSE(io::looks_like_scene(""));
    EXPECT_FALSE(io::looks_like_scene("\n\n"));
}

TEST_F(SceneFile, comes_back_from_its_file_and_replaces_the_older_whole)
{
    const fs::path file = folder_ / "new" / "a.toml";
    ASSERT_TRUE(io::write_scene(file, {}));
    ASSERT_TRUE(io::write_scene(file, small_scene()));
    const auto read = io::read_scene(file);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read.value(), small_scene());
    EXPECT_EQ(files_in(folder_ / "new"), 1u);
}

TEST_F(SceneFile, keeps_a_link_and_writes_what_it_points_to)
{
    ASSERT_TRUE(io::write_scene(folder_ / "a.toml", {}));
    fs::create_symlink("a.toml", folder_ / "link.toml");
    ASSERT_TRUE(io::write_scene(folder_ / "link.toml", small_scene()));
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.toml"));
    EXPECT_EQ(io::read_scene(folder_ / "a.toml").value(), small_scene());
}

TEST_F(SceneFile, that_cannot_be_written_says_so_and_leaves_nothing)
{
    const auto written = io::write_scene(folder_ / "no" / "way" / "a.toml", {});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().where, (folder_ / "no" / "way" / "a.toml").string());
    fs::create_directories(folder_ / "b.toml" / "inside");
    EXPECT_FALSE(io::write_scene(folder_ / "b.toml", {}));
    EXPECT_EQ(files_in(folder_), 1u);
}

TEST_F(SceneFile, is_carried_by_a_picture)
{
    const Image image{{2, 1}, {1, 2, 3, 255, 4, 5, 6, 255}};
    const fs::path file = folder_ / "a.png";
    const std::string text = io::scene_text(small_scene());
    ASSERT_TRUE(io::write_png(file, image, {{"Title", "x"}, {io::scene_text_key, text}}));
    const auto read = io::read_scene(file);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read.value(), small_scene());
    fs::rename(file, folder_ / "a.toml");  // its content tells, not its name
    EXPECT_TRUE(io::read_scene(folder_ / "a.toml"));

    ASSERT_TRUE(io::write_png(file, image, {{"Title", "x"}}));
    EXPECT_NE(io::read_scene(file).error().what.find("carries no scene"), std::string::npos);
    // A text that unpacks to many times its size is not unpacked.
    ASSERT_TRUE(io::write_png(file, image, {{io::scene_text_key, text + std::string(9000000, ' ')}}));
    EXPECT_FALSE(io::read_scene(file));
    ASSERT_TRUE(io::write_png(file, image, {{io::scene_text_key, text}}));
    fs::resize_file(file, 60);
    EXPECT_FALSE(io::read_scene(file));
}

TEST_F(SceneFile, is_never_waited_for)
{
    ASSERT_EQ(mkfifo((folder_ / "pipe.toml").c_str(), 0600), 0);
    for (const fs::path& file : {folder_ / "pipe.toml", folder_ / "absent.toml", folder_})
        EXPECT_FALSE(io::read_scene(file)) << file;
    write(folder_ / "large.toml", head + std::string(2 * io::scene_text_limit, '\n'));
    EXPECT_FALSE(io::read_scene(folder_ / "large.toml"));
}

}  // namespace tpatlas
