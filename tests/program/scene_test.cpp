// A picture carries its scene, and a scene makes its picture again: to the last pixel.

#include "program/program.hpp"

#include <png.h>

#include <cstring>
#include <map>

using namespace program;

namespace {

std::vector<std::uint8_t> pixels(const fs::path& file)
{
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    std::vector<std::uint8_t> rgba;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) {
        ADD_FAILURE() << file << " is no PNG: " << image.message;
        return rgba;
    }
    image.format = PNG_FORMAT_RGBA;
    rgba.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, rgba.data(), 0, nullptr);
    return rgba;
}

// Width and height stand in a PNG's first bytes.
std::string size_of(const fs::path& file)
{
    const std::string head = content(file).substr(16, 8);
    const auto number = [&](std::size_t at) {
        int value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value * 256 + static_cast<unsigned char>(head[i]);
        return std::to_string(value);
    };
    return number(0) + "x" + number(4);
}

Outcome shot(Words options, const fs::path& file)
{
    options.insert(options.begin(), "shot");
    options.insert(options.end(), {"-o", file.string()});
    return run(options);
}

void expect_drawn(const Words& options, const fs::path& file)
{
    const Outcome outcome = shot(options, file);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
}

const std::string front = "version = 1\n[camera]\ntarget_mm = [0, 1350, 80]\ndistance_mm = 2200\n";
const std::string small = "[picture]\nsize_px = [240, 180]\n";

fs::path scene(const fs::path& folder, const std::string& toml, const char* name = "a.toml")
{
    std::ofstream(folder / name) << toml;
    return folder / name;
}

}  // namespace

TEST(Scene, of_a_picture_draws_it_again_to_the_last_pixel)
{
    const fs::path folder = fresh_folder();
    const Words size{"--size", "360x270"};
    const std::vector<Words> shots{
        {"--point", "trapezius_upper.tp2", "--press", "0.7"},
        {"--point", "trapezius_upper.tp2", "--side", "both", "--theme", "dark", "--clean"},
        {"--muscle", "soleus", "--side", "left", "--depth", "0.3", "--tone", "deep", "--no-press"},
        {"--transparent", "--no-labels", "--skin", "1", "--theme", "high_contrast"},
        {"--at", "patella_centre", "--span", "217.3", "--view", "left"}};
    for (Words options : shots) {
        SCOPED_TRACE(options[0] + " " + options[1]);
        options.insert(options.end(), size.begin(), size.end());
        expect_drawn(options, folder / "a.png");
        expect_drawn({"--scene", (folder / "a.png").string()}, folder / "b.png");
        EXPECT_EQ(content(folder / "a.png"), content(folder / "b.png"));
    }
}

TEST(Scene, of_a_file_draws_what_it_says_and_goes_on_in_the_picture)
{
    const fs::path folder = fresh_folder();
    const std::string full =
        front + "[shown]\nskin_opacity = 0.1\nlabels = \"all\"\nhidden_kinds = [\"bone\"]\n"
                "[visibility]\n\"soleus.left\" = \"hidden\"\n\"deltoid_middle.right\" = \"faded\"\n"
                "[colours]\n\"trapezius_upper.right\" = [0, 0.4, 1]\n"
                "[cut]\nnormal = [0.6, 0, 0.8]\noffset_mm = 90\n" + small;
    expect_drawn({"--scene", scene(folder, full).string()}, folder / "a.png");
    EXPECT_EQ(size_of(folder / "a.png"), "240x180");
    expect_drawn({"--scene", (folder / "a.png").string()}, folder / "b.png");
    EXPECT_EQ(pixels(folder / "a.png"), pixels(folder / "b.png"));
    // Each of its tables shows.
    for (const char* left_out : {"[shown]", "[visibility]", "[colours]", "[cut]"}) {
        std::string less = full;
        const std::size_t from = less.find(left_out);
        less.erase(from, less.find("\n[", from) - from + 1);
        expect_drawn({"--scene", scene(folder, less).string()}, folder / "c.png");
        EXPECT_NE(pixels(folder / "a.png"), pixels(folder / "c.png")) << left_out;
    }
}

TEST(Scene, is_changed_by_what_is_given_beside_it)
{
    const fs::path folder = fresh_folder();
    const std::string file = scene(folder, front + small).string();
    expect_drawn({"--scene", file}, folder / "a.png");
    for (const Words& more : std::vector<Words>{{"--theme", "dark"},
                                                {"--skin", "1"},
                                                {"--depth", "1"},
                                                {"--view", "posterior"},
                                                {"--clean"},
                                                {"--transparent"},
                                                {"--no-labels"}}) {
        Words options{"--scene", file};
        options.insert(options.end(), more.begin(), more.end());
        expect_drawn(options, folder / "b.png");
        EXPECT_EQ(size_of(folder / "b.png"), "240x180");
        EXPECT_NE(pixels(folder / "a.png"), pixels(folder / "b.png")) << more[0];
    }
    expect_drawn({"--scene", file, "--size", "160x120"}, folder / "b.png");
    EXPECT_EQ(size_of(folder / "b.png"), "160x120");
}

TEST(Scene, with_what_this_body_lacks_is_drawn_without_it_and_says_so)
{
    const fs::path folder = fresh_folder();
    const fs::path file = scene(folder, front + "[visibility]\n\"solus.left\" = \"hidden\"\n" + small);
    const Outcome outcome = shot({"--scene", file.string()}, folder / "a.png");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.error_lines(), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("solus.left"), std::string::npos) << outcome.err;
    EXPECT_EQ(size_of(folder / "a.png"), "240x180");

    const fs::path other = scene(folder, "version = 1\nbody = \"mine.glb\"\n" + front.substr(12) + small);
    const Outcome without = shot({"--scene", other.string()}, folder / "b.png");
    EXPECT_EQ(without.status, 0);
    EXPECT_NE(without.err.find("mine.glb"), std::string::npos) << without.err;
}

TEST(Scene, that_cannot_be_read_fails_with_one_line)
{
    const fs::path folder = fresh_folder();
    const std::string out = (folder / "o.png").string();
    const std::string newer = scene(folder, "version = 9\n", "newer.toml").string();
    const std::string broken = scene(folder, front + "yawn = 1\n", "broken.toml").string();
    const std::string plain = scene(folder, "no picture", "plain.png").string();
    expect_failure({"shot", "--scene", newer, "-o", out}, {newer + ":1", "newer version"});
    expect_failure({"shot", "--scene", broken, "-o", out}, {broken + ":5", "yaw"});
    expect_failure({"shot", "--scene", plain, "-o", out}, {plain});
    expect_failure({"shot", "--scene", (folder / "absent.toml").string(), "-o", out}, {"absent.toml"});
    // As a word for the window too.
    expect_failure({newer}, {newer + ":1", "newer version"});
    expect_failure({(folder / "absent.toml").string()}, {"absent.toml", "no such file"});
    expect_failure({(folder / "absent.png").string()}, {"absent.png", "no such file"});
    expect_failure({TPATLAS_SOURCE_DIR "/tests/golden/body_skin.png"}, {"body_skin.png", "scene"});
    EXPECT_FALSE(fs::exists(out));
}

TEST(Scene, excludes_another_selection)
{
    const std::string out = (fresh_folder() / "o.png").string();
    expect_misuse({"shot", "--scene", "a.toml", "--point", "trapezius_upper.tp2", "-o", out});
    expect_misuse({"shot", "--scene", "a.toml", "--muscle", "soleus", "-o", out});
    expect_misuse({"shot", "--press", "0.5", "-o", out});
    expect_misuse({"shot", "--technique", "press_and_hold", "-o", out});
}

TEST(Check, tells_every_fault_of_a_scene)
{
    const fs::path folder = fresh_folder();
    const std::string sound = scene(folder, front + "[visibility]\n\"soleus.left\" = \"hidden\"\n").string();
    EXPECT_EQ(run({"check", sound}).out, sound + ": no fault\n");
    const std::string wrong =
        scene(folder, front + "yawn = 1\n[shown]\nlatin = 3\n", "wrong.toml").string();
    const Outcome outcome = run({"check", sound, wrong});
    EXPECT_EQ(outcome.status, 1);
    for (const std::string& said : {wrong + ":5: ", std::string("did you mean 'yaw'?"), wrong + ":7: "})
        EXPECT_NE(outcome.out.find(said), std::string::npos) << said << " in " << outcome.out;
    // What it names and is not there, each with its line; a folder of scenes is one of scenes.
    fs::remove(wrong);
    const std::string lacking =
        scene(folder, front + "[visibility]\n\"soleus.left\" = \"hidden\"\n\"solus.left\" = \"hidden\"\n"
                              "[shown]\nskin_tone = \"tann\"\n[colours]\n\"solus.left\" = [0, 0, 0]\n",
              "lacking.toml").string();
    const Outcome unknown = run({"check", folder.string()});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_EQ(unknown.error_lines(), 1);
    for (const std::string& said :
         {lacking + ":7: nothing is called 'solus.left' (did you mean 'soleus.left'?)",
          lacking + ":11: nothing is called 'solus.left'",
          lacking + ":9: nothing is called 'tann' (did you mean 'tan'?)"})
        EXPECT_NE(unknown.out.find(said), std::string::npos) << said << " in " << unknown.out;
}

TEST(Check, passes_a_picture_that_shot_made_and_refuses_others)
{
    const fs::path folder = fresh_folder();
    expect_drawn({"--muscle", "soleus", "--size", "160x120"}, folder / "a.png");
    EXPECT_EQ(run({"check", (folder / "a.png").string()}).status, 0);
    const Outcome other = run({"check", TPATLAS_SOURCE_DIR "/tests/golden/body_skin.png"});
    EXPECT_EQ(other.status, 1);
    EXPECT_NE(other.out.find("carries no scene"), std::string::npos) << other.out;
}
