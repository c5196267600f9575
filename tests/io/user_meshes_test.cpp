// What a user's files hold, made ready to be registered; and a whole import that is stopped.
#include "io/user_meshes.hpp"

#include "io/body_map_file.hpp"
#include "io/imported_body.hpp"
#include "io/import_files.hpp"
#include "support/embedded_body.hpp"

#include <chrono>
#include <set>
#include <stop_token>
#include <string>

using namespace import_files;
using namespace tpatlas;

namespace {

io::ImportedPart part(const std::string& name, const std::vector<glm::vec3>& positions)
{
    io::ImportedPart part;
    part.name = name;
    part.mesh.positions = positions;
    part.mesh.triangles = {{0, 1, 2}};
    return part;
}

io::ImportedFile file_of(const fs::path& file, std::vector<io::ImportedPart> parts)
{
    io::ImportedFile read;
    read.file = file;
    read.parts = std::move(parts);
    return read;
}

}  // namespace

TEST(UserMeshes, without_a_surface_are_left_out_and_their_file_is_named)
{
    const io::ImportedPart flat =
        part("sartorius.right", {{50, 700, 10}, {150, 700, 10}, {90, 700, 10}});
    const io::ImportedPart sound =
        part("soleus.right", {{50, 700, 10}, {150, 700, 10}, {90, 710, 10}});
    const io::UserMeshes own = io::user_meshes(
        {file_of("set/both.obj", {flat, sound, flat}), file_of("set/flat.obj", {flat})}, "set", {},
        nullptr, nullptr);
    ASSERT_EQ(own.meshes.size(), 1u);
    ASSERT_EQ(own.lone.size(), 1u);
    EXPECT_EQ(own.meshes[0].node, "soleus.right");
    EXPECT_EQ(own.lone[0].id.text, "soleus.right");
    ASSERT_EQ(own.flat.size(), 2u);
    EXPECT_EQ(own.flat[0].where, "set/both.obj");
    EXPECT_EQ(own.flat[1].where, "set/flat.obj");
}

TEST(UserMeshes, of_one_name_are_numbered_in_good_time_however_many)
{
    constexpr int count = 60'000;
    std::vector<io::ImportedPart> parts;
    for (int i = 0; i < count; ++i) {
        const auto x = static_cast<float>(i);
        parts.push_back(part("a", {{x, 0, 0}, {x + 1, 0, 0}, {x, 1, 0}}));
    }
    const auto before = std::chrono::steady_clock::now();
    const io::UserMeshes own =
        io::user_meshes({file_of("set/all.glb", std::move(parts))}, "set", {}, nullptr, nullptr);
    const auto took = std::chrono::steady_clock::now() - before;
    EXPECT_LT(std::chrono::duration<double>(took).count(), 15);  // minutes, where each tries all
    std::set<std::string> ids;
    for (const Structure& structure : own.lone)
        ids.insert(structure.id.text);
    EXPECT_EQ(ids.size(), static_cast<std::size_t>(count));
    EXPECT_TRUE(ids.contains("a.middle"));
    EXPECT_TRUE(ids.contains("a_2.middle"));
    EXPECT_TRUE(ids.contains("a_60000.middle"));
}

TEST(UserMeshes, keep_the_sides_of_a_note)
{
    BodyMap map;
    map.meshes = {{"legs.obj", "", {{"femur.right"}, {"tibia.left"}}}};
    const io::UserMeshes own = io::user_meshes(
        {file_of("set/legs.obj", {part("", {{0, 0, 0}, {9, 0, 0}, {0, 9, 0}})})}, "set", map,
        nullptr, &tpatlas::testing::embedded_body());
    ASSERT_EQ(own.meshes.size(), 1u);
    EXPECT_EQ(own.meshes[0].noted, map.meshes[0].structures);
    EXPECT_FALSE(own.meshes[0].side);
}

TEST(UserMeshes, of_a_note_are_never_the_skin_and_something_else)
{
    const std::vector<StructureId> known{{"femur.right"}, {"skin.middle"}};
    const auto read = [&](const std::string& structures) {
        return io::body_map_of_text("[[mesh]]\nfile = \"a.obj\"\nstructures = " + structures + "\n",
                                    "body.toml", known);
    };
    EXPECT_TRUE(read("[\"skin.middle\"]"));
    for (const char* both : {"[\"femur.right\", \"skin.middle\"]",
                             "[\"skin.middle\", \"femur.right\"]"}) {
        const Result<BodyMap> map = read(both);
        ASSERT_FALSE(map) << both;
        ASSERT_EQ(map.faults().size(), 1u);
        EXPECT_EQ(map.error().message(),
                  "body.toml:3: 'structures' names the skin and something else (name the skin "
                  "alone: it is never cut)");
    }
}

TEST(UserMeshes, are_no_body_when_a_stop_is_asked_for_while_they_are_fitted)
{
    const fs::path folder = fresh_folder();
    BodyMap map;
    std::vector<fs::path> files;
    for (const char* name : {"humerus", "scapula", "clavicle", "radius", "ulna"}) {
        const std::string id = std::string(name) + ".right";
        const MeshData mesh = tpatlas::testing::embedded_body().mesh_of(*tpatlas::testing::embedded_body().number({id}));
        std::string text;
        for (const glm::vec3& p : mesh.positions)
            text += "v " + number(p.x) + " " + number(p.y) + " " + number(p.z) + "\n";
        for (const Triangle& t : mesh.triangles)
            text += "f " + std::to_string(t.x + 1) + " " + std::to_string(t.y + 1) + " " +
                    std::to_string(t.z + 1) + "\n";
        files.push_back(write(folder / (id + ".obj"), text));
        map.meshes.push_back({id + ".obj", "", {{id}}});
    }
    const EmbeddedShapes shapes(tpatlas::testing::embedded_body());
    std::stop_source stop;
    io::BodyImport how;
    how.helper = fs::path(TPATLAS_BINARY_DIR) / "bin/tpatlas_import";
    how.map = map;
    how.embedded = &shapes;
    how.stop = stop.get_token();
    how.progress = [&](const io::ImportProgress& progress) {
        if (progress.file.empty())  // all are read: what follows is the fitting
            stop.request_stop();
    };
    const Result<io::ImportedBody> own = io::import_body(folder, files, how);
    ASSERT_FALSE(own);
    EXPECT_NE(own.error().message().find("was stopped"), std::string::npos);
}
