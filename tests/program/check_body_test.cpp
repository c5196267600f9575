// check: a user's body, a mesh, a folder of meshes, a body.toml: every fault by its line.

#include "program/program.hpp"

using namespace program;

namespace {

constexpr const char* triangle = "v 0 0 0\nv 30 0 0\nv 0 30 0\nf 1 2 3\n";

void write(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

// A folder with two meshes, and a body.toml where there is a text.
fs::path pack(const std::string& map)
{
    const fs::path folder = fresh_folder() / "model";
    write(folder / "bones/femur.obj", triangle);
    write(folder / "Biceps_R.obj", triangle);
    if (!map.empty())
        write(folder / "body.toml", map);
    return folder;
}

void expect_sound(const fs::path& path)
{
    const Outcome outcome = run({"check", path.string()});
    EXPECT_EQ(outcome.status, 0) << outcome.out << outcome.err;
    // After what was found out about it.
    EXPECT_TRUE(outcome.out.ends_with(path.string() + ": no fault\n")) << outcome.out;
}

void expect_faults(const fs::path& path, const std::string& lines)
{
    const Outcome outcome = run({"check", path.string()});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_TRUE(outcome.out.ends_with(lines)) << outcome.out;
    EXPECT_EQ(outcome.error_lines(), 1) << outcome.err;
}

constexpr const char* sound = R"(unit_mm = 10
up = "z"

[[mesh]]
file = "bones/femur.obj"
structure = "femur.left"

[[mesh]]
file = "Biceps_R.obj"
structures = ["biceps_brachii_long.right", "biceps_brachii_short.right"]
)";

constexpr const char* broken = R"(unit_mm = 0

[[mesh]]
file = "bones/femur.obj"
structure = "femur.rigth"

[[mesh]]
file = "../Biceps_R.obj"
none = true

[[mesh]]
file = "bones/tibia.obj"
structure = "tibia"
)";

std::string faults_of_broken(const fs::path& map)
{
    const std::string at = map.string() + ":";
    return at + "1: 'unit_mm' is 0 (write how many millimetres one unit is: 1, 10 for centimetres, "
                "1000 for metres)\n" +
           at + "5: there is no structure 'femur.rigth' (did you mean 'femur.right'?)\n" + at +
           "8: '../Biceps_R.obj' has '..' in it (write the file's path from the folder of "
           "body.toml, with '/')\n" +
           at + "12: the mesh 'bones/tibia.obj' is not there (correct the name, or leave this "
                "[[mesh]] out)\n" +
           at + "13: 'tibia' has no side (write tibia.right or tibia.left)\n";
}

}  // namespace

TEST(CheckBody, passes_a_mesh_a_folder_and_a_sound_body_toml)
{
    expect_sound(pack(""));
    const fs::path folder = pack(sound);
    for (const char* name : {"", "body.toml", "Biceps_R.obj"})
        expect_sound(*name ? folder / name : folder);
}

TEST(CheckBody, tells_all_faults_of_body_toml_whichever_of_its_body_is_named)
{
    const fs::path folder = pack(broken);
    for (const char* name : {"", "body.toml", "Biceps_R.obj"})
        expect_faults(*name ? folder / name : folder, faults_of_broken(folder / "body.toml"));
}

TEST(CheckBody, asks_for_the_structures_of_our_own_body_whatever_body_is_shown)
{
    const fs::path folder = pack(sound);
    const Outcome outcome = run({"--body", folder.string(), "check", folder.string()});
    EXPECT_EQ(outcome.status, 0) << outcome.out << outcome.err;
}

TEST(CheckBody, checks_the_scenes_beside_it_too)
{
    const fs::path folder = pack(sound);
    write(folder / "figure.toml", "version = 1\nsid = \"left\"\n[camera]\ntarget_mm = [0, 0, 0]\n"
                                  "distance_mm = 900\n");
    expect_faults(folder, (folder / "figure.toml").string() +
                              ":2: the scene has no key 'sid' (did you mean 'side'?)\n");
}

TEST(CheckBody, leaves_a_folder_of_records_to_the_catalogue)
{
    const fs::path folder = pack("");
    write(folder / "mine.toml", "[[muscle]]\nid = \"example\"\n");
    const Outcome outcome = run({"check", folder.string()});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_NE(outcome.out.find("mine.toml:1: muscle 'example'"), std::string::npos) << outcome.out;
}

TEST(CheckBody, refuses_what_is_nothing_that_is_read)
{
    const fs::path file = fresh_folder() / "notes.txt";
    write(file, "femur");
    expect_faults(file, file.string() + ": is no scene, no mesh and no file of a catalogue (give "
                                        "*.toml files, pictures with a scene, meshes, or their "
                                        "folders)\n");
}
