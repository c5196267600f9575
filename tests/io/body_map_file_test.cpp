// body.toml: what a user's meshes are comes back as it was written, and each fault is told by its
// line, all of them at once.

#include "io/body_map_file.hpp"

#include "io/fresh_folder.hpp"

using namespace tpatlas;
using namespace tpatlas::testing;

namespace {

const std::vector<StructureId> known{{"deltoid_anterior.right"}, {"deltoid_middle.right"},
                                     {"deltoid_middle.left"},    {"femur.right"},
                                     {"femur.left"},             {"skin.middle"}};

using Lines = std::vector<std::string>;

Lines messages(const Faults& faults)
{
    Lines lines;
    for (const Error& fault : faults)
        lines.push_back(fault.message());
    return lines;
}

Lines faults_in(const std::string& text)
{
    const Result<BodyMap> map = io::body_map_of_text(text, "body.toml", known);
    return map ? Lines{} : messages(map.faults());
}

// A [[mesh]] of the file "a.obj", its key in line 3.
Lines faults_of_mesh(const std::string& line)
{
    return faults_in("[[mesh]]\nfile = \"a.obj\"\n" + line + "\n");
}

BodyMap map_with_everything()
{
    BodyMap map;
    map.unit_mm = 10.5f;
    map.up = UpAxis::z;
    map.mirrored = true;
    map.meshes = {{"bones/femur.obj", "", {{"femur.right"}}},
                  {"arm.fbx",
                   "Cube.003 \"old\"",
                   {{"deltoid_middle.left"}, {"deltoid_middle.right"}}},
                  {"arm.fbx", "camera", {}}};
    return map;
}

class BodyMapFile : public FreshFolder {};

}  // namespace

TEST(BodyMapText, comes_back_as_it_was_written)
{
    for (const BodyMap& map : {map_with_everything(), BodyMap{}}) {
        const std::string text = io::body_map_text(map);
        const Result<BodyMap> read = io::body_map_of_text(text, "body.toml", known);
        ASSERT_TRUE(read) << read.error().message() << "\n" << text;
        EXPECT_EQ(read.value(), map) << text;
        EXPECT_EQ(io::body_map_text(read.value()), text);
    }
}

TEST(BodyMapText, is_what_a_person_would_write)
{
    const std::string text = io::body_map_text(map_with_everything());
    const std::size_t body = text.find("\n\n");
    EXPECT_EQ(text.front(), '#');
    EXPECT_EQ(text.substr(body + 2), R"(unit_mm = 10.5
up = "z"
mirrored = true

[[mesh]]
file = "bones/femur.obj"
structure = "femur.right"

[[mesh]]
file = "arm.fbx"
node = "Cube.003 \"old\""
structures = ["deltoid_middle.left", "deltoid_middle.right"]

[[mesh]]
file = "arm.fbx"
node = "camera"
none = true
)");
}

TEST(BodyMapText, says_nothing_where_nothing_is_said)
{
    const Result<BodyMap> map = io::body_map_of_text("", "body.toml", known);
    ASSERT_TRUE(map);
    EXPECT_EQ(map.value(), BodyMap{});
}

TEST(BodyMapText, takes_one_structure_by_either_key)
{
    const Result<BodyMap> map = io::body_map_of_text(
        "mesh = [{ file = \"a.obj\", structures = \"femur.left\" },"
        " { file = \"b.obj\", structure = \"femur.left\" }]",
        "body.toml", known);
    ASSERT_TRUE(map) << map.error().message();
    ASSERT_EQ(map.value().meshes.size(), 2u);
    EXPECT_EQ(map.value().meshes[0].structures, map.value().meshes[1].structures);
}

TEST(BodyMapText, tells_each_fault_with_its_line)
{
    EXPECT_EQ(faults_in("unit_mm = 0"),
              Lines{"body.toml:1: 'unit_mm' is 0 (write how many millimetres one unit is: 1, 10 "
                    "for centimetres, 1000 for metres)"});
    EXPECT_EQ(faults_in("unit_mm = 100000"), Lines{});
    EXPECT_EQ(faults_in("\nunit_mm = 100001").size(), 1u);
    EXPECT_EQ(faults_in("unit_mm = -1").size(), 1u);
    EXPECT_EQ(faults_in("unit_mm = nan").size(), 1u);
    EXPECT_EQ(faults_in("up = \"x\""), Lines{"body.toml:1: 'up' knows no 'x' (known: y, z)"});
    EXPECT_EQ(faults_in("mirrored = 1"),
              Lines{"body.toml:1: 'mirrored' is a number (write true or false)"});
    EXPECT_EQ(faults_in("units_mm = 1"),
              Lines{"body.toml:1: body.toml has no key 'units_mm' (did you mean 'unit_mm'?)"});
    EXPECT_EQ(faults_in("[[mesh]]\nnone = true"),
              Lines{"body.toml:1: [[mesh]] has no 'file' (add it: file = \"arm.obj\")"});
}

TEST(BodyMapText, tells_structures_that_are_not_there_with_the_nearest)
{
    EXPECT_EQ(faults_of_mesh("structure = \"deltoid_midle.right\""),
              Lines{"body.toml:3: there is no structure 'deltoid_midle.right' (did you mean "
                    "'deltoid_middle.right'?)"});
    EXPECT_EQ(faults_of_mesh("structure = \"femur\""),
              Lines{"body.toml:3: 'femur' has no side (write femur.right or femur.left)"});
    EXPECT_EQ(faults_of_mesh("structure = \"skin\""),
              Lines{"body.toml:3: 'skin' has no side (write skin.middle)"});
    EXPECT_EQ(faults_of_mesh("structures = [\"femur.left\", \"femur.left\"]"),
              Lines{"body.toml:3: 'femur.left' is there twice (leave one of them out)"});
    EXPECT_EQ(faults_of_mesh("structure = \"xylophone\\nof the night\""),
              Lines{"body.toml:3: there is no structure 'xylophone?of the night' (tpatlas list "
                    "structures prints what there is)"});
}

TEST(BodyMapText, asks_each_mesh_for_one_answer)
{
    EXPECT_EQ(faults_of_mesh(""),
              Lines{"body.toml:1: [[mesh]] says not what it is (add structure = \"...\", or none = "
                    "true)"});
    EXPECT_EQ(faults_of_mesh("none = false").size(), 1u);
    EXPECT_EQ(faults_of_mesh("structures = []"),
              Lines{"body.toml:3: 'structures' names none (name one, or write none = true)"});
    EXPECT_EQ(faults_of_mesh("none = true\nstructure = \"femur.left\""),
              Lines{"body.toml:3: [[mesh]] is none of ours, and names structures (keep one of "
                    "them)"});
    EXPECT_EQ(faults_of_mesh("structure = \"femur.left\"\nstructures = [\"femur.left\"]"),
              Lines{"body.toml:4: [[mesh]] has both 'structure' and 'structures' (keep "
                    "'structures')"});
}

TEST(BodyMapText, refuses_files_outside_its_folder_and_meshes_named_twice)
{
    for (const char* path : {"../a.obj", "/etc/a.obj", "bones/../../a.obj", "./a.obj",
                             "bones//a.obj", "bones\\\\a.obj", "bones/", "a\\u0000.obj",
                             "a\\nb.obj"})
        EXPECT_EQ(faults_in("[[mesh]]\nfile = \"" + std::string(path) + "\"\nnone = true").size(),
                  1u)
            << path;
    EXPECT_EQ(faults_in("[[mesh]]\nfile = \"../a.obj\"\nnone = true"),
              Lines{"body.toml:2: '../a.obj' has '..' in it (write the file's path from the folder "
                    "of body.toml, with '/')"});
    const std::string mesh = "[[mesh]]\nfile = \"a.fbx\"\nnone = true\n";
    const std::string node = "[[mesh]]\nfile = \"a.fbx\"\nnode = \"b\"\nnone = true\n";
    EXPECT_EQ(faults_in(mesh + node), Lines{});
    EXPECT_EQ(faults_in(mesh + node + mesh + node),
              (Lines{"body.toml:9: 'a.fbx' is named before, in line 1 (leave one of them out)",
                     "body.toml:12: 'a.fbx', node 'b', is named before, in line 4 (leave one of "
                     "them out)"}));
}

TEST(BodyMapText, tells_all_faults_at_once)
{
    EXPECT_EQ(faults_in("unit_mm = 0\nup = \"x\"\n[[mesh]]\nfile = \"/a.obj\"\nstructure = \"fermur"
                        ".left\"\nside = \"left\"\n")
                  .size(),
              5u);
}

TEST(BodyMapText, has_limits)
{
    EXPECT_EQ(faults_in(std::string(io::body_map_text_limit + 1, '\n')),
              Lines{"body.toml: is larger than 1 MB (no body.toml is so large; choose another "
                    "file)"});
    std::string many = "mesh = [\n";
    for (std::size_t i = 0; i <= io::most_mapped_meshes; ++i)
        many += "{ file = \"" + std::to_string(i) + "\", none = true },\n";
    EXPECT_EQ(faults_in(many + "]"),
              Lines{"body.toml:1: names more than 5000 meshes (leave most of them out)"});
    EXPECT_EQ(faults_in("[[mesh]]\nfile = \"" + std::string(513, 'a') + "\"\nnone = true"),
              Lines{"body.toml:2: 'file' is longer than 512 bytes (give the mesh a shorter "
                    "name)"});
    EXPECT_EQ(faults_in("a = " + std::string(100000, '[')).size(), 1u);
}

TEST_F(BodyMapFile, names_the_meshes_that_are_not_there)
{
    fs::create_directories(folder_ / "pack/bones");
    write(folder_ / "pack/bones/femur.obj", "v 0 0 0");
    write(folder_ / "outside.obj", "v 0 0 0");
    fs::create_symlink(folder_ / "outside.obj", folder_ / "pack/link.obj");
    fs::create_symlink(folder_ / "pack/bones/femur.obj", folder_ / "pack/inside.obj");
    std::string text;
    for (const char* file : {"bones/femur.obj", "bones", "tibia.obj", "link.obj", "inside.obj"})
        text += "[[mesh]]\nfile = \"" + std::string(file) + "\"\nnone = true\n";
    const fs::path file = folder_ / "pack/body.toml";
    write(file, text);
    const Result<BodyMap> map = io::read_body_map(file, known);
    ASSERT_FALSE(map);
    const std::string mend = "' is not there (correct the name, or leave this [[mesh]] out)";
    EXPECT_EQ(messages(map.faults()), (Lines{file.string() + ":5: the mesh 'bones" + mend,
                                             file.string() + ":8: the mesh 'tibia.obj" + mend,
                                             file.string() + ":11: the mesh 'link.obj" + mend}));
}

TEST_F(BodyMapFile, keeps_what_it_was_told_before)
{
    const fs::path file = folder_ / "body.toml";
    write(folder_ / "a.fbx", "");
    write(folder_ / "b.obj", "");
    write(file, "unit_mm = 10\n[[mesh]]\nfile = \"b.obj\"\nstructure = \"femur.left\"\n"
                "[[mesh]]\nfile = \"a.fbx\"\nnode = \"n\"\nnone = true\n");
    Result<BodyMap> map = io::read_body_map(file, known);
    ASSERT_TRUE(map) << map.error().message();
    put_mesh(map.value(), {"a.fbx", "n", {{"skin.middle"}}});
    put_mesh(map.value(), {"a.fbx", "", {}});
    ASSERT_TRUE(io::write_body_map(file, map.value()));
    const Result<BodyMap> again = io::read_body_map(file, known);
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again.value().unit_mm, 10);
    EXPECT_EQ(again.value().meshes,
              (std::vector<MappedMesh>{{"b.obj", "", {{"femur.left"}}},
                                       {"a.fbx", "n", {{"skin.middle"}}},
                                       {"a.fbx", "", {}}}));
    EXPECT_EQ(files_in(folder_), 3u);
}

TEST_F(BodyMapFile, leaves_what_was_there_where_it_cannot_be_written)
{
    const fs::path file = folder_ / "body.toml";
    write(file, "unit_mm = 10\n");
    BodyMap map;
    map.meshes.push_back({"\xFF.obj", "", {}});
    const Result<Done> written = io::write_body_map(file, map);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().message(), file.string() + ": a mesh has a name that is no UTF-8 "
                                                         "(rename the file or the node)");
    EXPECT_EQ(content(file), "unit_mm = 10\n");
}

// It would keep its body from being opened, and nothing but a text editor would help.
TEST_F(BodyMapFile, is_not_written_where_it_could_not_be_read_again)
{
    const fs::path file = folder_ / "body.toml";
    const std::vector<MappedMesh> bad{{"a\\b.obj", "", {}},
                                      {"a\x1B[31m.obj", "", {}},
                                      {"a.obj", std::string(513, 'n'), {}},
                                      {"../a.obj", "", {}}};
    for (const MappedMesh& mesh : bad) {
        BodyMap map;
        map.meshes.push_back(mesh);
        const Result<Done> written = io::write_body_map(file, map);
        ASSERT_FALSE(written) << mesh.file;
        EXPECT_NE(written.error().message().find("is not written"), std::string::npos)
            << written.error().message();
        EXPECT_FALSE(fs::exists(file)) << mesh.file;
    }
    BodyMap longest;
    longest.meshes.push_back({"a.obj", std::string(512, 'n'), {{"femur.left"}}});
    ASSERT_TRUE(io::write_body_map(file, longest));
    write(folder_ / "a.obj", "");
    const Result<BodyMap> read = io::read_body_map(file, known);
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read.value(), longest);
}

TEST_F(BodyMapFile, is_told_from_other_files)
{
    write(folder_ / "body.toml", "");
    write(folder_ / "mine.toml", "unit_mm = 1\n[[mesh]]\nfile = \"a\"\n");
    write(folder_ / "muscles.toml", "[[muscle]]\nid = \"a\"\n");
    write(folder_ / "mesh.obj", "[[mesh]]\n");
    EXPECT_TRUE(io::looks_like_body_map(folder_ / "body.toml"));
    EXPECT_TRUE(io::looks_like_body_map(folder_ / "mine.toml"));
    EXPECT_FALSE(io::looks_like_body_map(folder_ / "muscles.toml"));
    EXPECT_FALSE(io::looks_like_body_map(folder_ / "mesh.obj"));
    EXPECT_FALSE(io::looks_like_body_map(folder_ / "absent.toml"));
}
