// A user's meshes through the real program: lone muscles, folders, body.toml, the cache.
#include "atlas/surface_shape.hpp"
#include "program/program.hpp"
#include "support/embedded_body.hpp"

#include <cmath>
#include <functional>
#include <map>
#include <sstream>

#include <glm/geometric.hpp>

using namespace program;
using namespace tpatlas;

namespace {

using Map = std::function<glm::vec3(glm::vec3)>;

void write_obj(const fs::path& file, const MeshData& mesh, const Map& map)
{
    std::ostringstream text;
    text.precision(9);
    for (const glm::vec3& p : mesh.positions) {
        const glm::vec3 q = map(p);
        text << "v " << q.x << " " << q.y << " " << q.z << "\n";
    }
    for (const Triangle& t : mesh.triangles)
        text << "f " << t.x + 1 << " " << t.y + 1 << " " << t.z + 1 << "\n";
    std::ofstream(file, std::ios::binary) << text.str();
}

void write_structure(const fs::path& file, const std::string& id, const Map& map)
{
    write_obj(file, tpatlas::testing::embedded_body().mesh_of(*tpatlas::testing::embedded_body().number({id})), map);
}

glm::vec3 in_centimetres_elsewhere(glm::vec3 p)
{
    return (p - glm::vec3(-120, 1300, -20)) * 0.1f;
}

// "id.side" -> place.
std::map<std::string, glm::vec3> places(const Json& points)
{
    std::map<std::string, glm::vec3> all;
    for (const Json& p : points) {
        const Json& at = p["position_mm"];
        all[p["id"].get<std::string>() + "." + p["side"].get<std::string>()] = {
            at[0].get<float>(), at[1].get<float>(), at[2].get<float>()};
    }
    return all;
}

// How far the points of one muscle and side moved at most; large where there is none.
float most_moved(const Json& points, const std::string& muscle)
{
    static const auto before = places(run({"list", "points", "--json"}).json());
    const auto now = places(points);
    float most = -1;
    for (const auto& [id, at] : before)
        if (id.starts_with(muscle + ".") && id.ends_with(".right"))
            most = std::max(most, now.contains(id) ? glm::distance(now.at(id), at) : 1e6f);
    return most < 0 ? 1e6f : most;
}

}  // namespace

TEST(UserBody, lone_muscle_with_a_latin_name_gets_its_points_whatever_its_unit_and_place)
{
    const fs::path file = fresh_folder() / "M. infraspinatus dexter.obj";
    write_structure(file, "infraspinatus.right", in_centimetres_elsewhere);
    const Outcome done = run({"list", "points", "--json", "--body", file.string()});
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.err, "");
    EXPECT_LT(most_moved(done.json(), "infraspinatus"), 0.5);
    const Outcome all = run({"list", "structures", "--json", "--body", file.string()});
    int own = 0;
    for (const Json& s : all.json())
        if (s["provenance"] == "imported") {
            ++own;
            EXPECT_EQ(s["id"], "infraspinatus.right");
        }
    EXPECT_EQ(own, 1);
    const Outcome checked = run({"check", file.string()});
    EXPECT_EQ(checked.status, 0);
    EXPECT_NE(checked.out.find("1 mesh: 1 known by name"), std::string::npos) << checked.out;
    EXPECT_NE(checked.out.find("unit centimetre"), std::string::npos) << checked.out;
}

TEST(UserBody, lone_muscle_without_a_name_is_known_by_its_shape)
{
    const fs::path file = fresh_folder() / "mesh01.obj";
    write_structure(file, "infraspinatus.right", in_centimetres_elsewhere);
    const Outcome done = run({"list", "points", "--json", "--body", file.string()});
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.err, "");
    EXPECT_LT(most_moved(done.json(), "infraspinatus"), 1);
}

TEST(UserBody, lone_ball_is_shown_alone_and_said_to_be_unknown_in_one_line)
{
    const fs::path file = fresh_folder() / "mesh02.obj";
    const MeshData mesh = tpatlas::testing::embedded_body().mesh_of(*tpatlas::testing::embedded_body().number({"patella.right"}));
    const glm::vec3 middle = moments_of(mesh).middle;
    write_obj(file, mesh, [&](glm::vec3 p) { return 30.0f * glm::normalize(p - middle); });
    const Outcome done = run({"list", "points", "--json", "--body", file.string()});
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.json().size(), 0u);
    EXPECT_EQ(done.error_lines(), 1) << done.err;
    EXPECT_NE(done.err.find("body.toml"), std::string::npos) << done.err;
}

TEST(UserBody, body_toml_says_what_neither_name_nor_shape_does)
{
    const fs::path folder = fresh_folder();
    const fs::path file = folder / "mesh03.obj";
    // So flat that no shape tells what it is.
    write_structure(file, "infraspinatus.right", [](glm::vec3 p) {
        return glm::vec3(p.x, 0.55f * p.y + 600, 1.5f * p.z);
    });
    EXPECT_EQ(run({"list", "points", "--json", "--body", file.string()}).json().size(), 0u);
    std::ofstream(folder / "body.toml")
        << "[[mesh]]\nfile = \"mesh03.obj\"\nstructure = \"infraspinatus.right\"\n";
    const Outcome done = run({"list", "points", "--json", "--body", file.string()});
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.err, "");
    EXPECT_GT(done.json().size(), 0u);
    const Outcome checked = run({"check", file.string()});
    EXPECT_NE(checked.out.find("1 by body.toml"), std::string::npos) << checked.out;
}

TEST(UserBody, folder_with_a_bad_file_shows_the_others_and_names_it)
{
    const fs::path folder = fresh_folder();
    fs::create_directories(folder / "bones");
    for (const char* id : {"humerus", "scapula", "clavicle", "radius", "ulna"})
        write_structure(folder / "bones" / (std::string(id) + "_R.obj"), std::string(id) + ".right",
                        [](glm::vec3 p) { return glm::vec3(-p.z, -p.x, p.y) * 0.001f; });
    write_structure(folder / "Infraspinatus.r.obj", "infraspinatus.right",
                    [](glm::vec3 p) { return glm::vec3(-p.z, -p.x, p.y) * 0.001f; });
    std::ofstream(folder / "broken.glb") << "glTF";
    const Outcome done = run({"list", "points", "--json", "--body", folder.string()});
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.error_lines(), 1) << done.err;
    EXPECT_NE(done.err.find("broken.glb"), std::string::npos) << done.err;
    EXPECT_LT(most_moved(done.json(), "infraspinatus"), 0.5);
    const Outcome checked = run({"check", folder.string()});
    EXPECT_EQ(checked.status, 1);
    EXPECT_NE(checked.out.find("6 meshes: 6 known by name"), std::string::npos) << checked.out;
    EXPECT_NE(checked.out.find("unit metre, up is z"), std::string::npos) << checked.out;
    EXPECT_NE(checked.out.find("broken.glb"), std::string::npos) << checked.out;
}

TEST(UserBody, with_small_triangles_far_out_is_laid_on_ours_all_the_same)
{
    const fs::path folder = fresh_folder();
    const auto as_it_is = [](glm::vec3 p) { return p; };
    for (const char* id : {"femur.right", "tibia.right", "patella.right", "soleus.right"})
        write_structure(folder / (std::string(id) + ".obj"), id, as_it_is);
    MeshData mesh = tpatlas::testing::embedded_body().mesh_of(*tpatlas::testing::embedded_body().number({"sartorius.right"}));
    for (int i = 0; i < 300; ++i) {
        const float x = 1e3f + 3333.3f * static_cast<float>(i);
        const auto at = static_cast<std::uint32_t>(mesh.positions.size());
        for (const glm::vec3 p :
             {glm::vec3(x, 900.1f, 3.3f), glm::vec3(x + 1, 900.1f, 3.3f), glm::vec3(x, 901.1f, 3.3f)})
            mesh.positions.push_back(p);
        mesh.triangles.emplace_back(at, at + 1, at + 2);
    }
    write_obj(folder / "sartorius.right.obj", mesh, as_it_is);
    const Outcome done = run({"list", "points", "--json", "--body", folder.string()});
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.err, "");
    EXPECT_LT(most_moved(done.json(), "soleus"), 0.5);
}

TEST(UserBody, with_a_mesh_that_has_no_surface_shows_the_others_and_names_it)
{
    const fs::path folder = fresh_folder();
    for (const char* id : {"femur.right", "tibia.right", "patella.right", "soleus.right"})
        write_structure(folder / (std::string(id) + ".obj"), id, [](glm::vec3 p) { return p; });
    std::ofstream(folder / "sartorius_right.obj")
        << "v 50 700 10\nv 150 700 10\nv 100 700 10\nf 1 2 3\n";
    const Outcome done = run({"list", "points", "--json", "--body", folder.string()});
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.error_lines(), 1) << done.err;
    EXPECT_NE(done.err.find("sartorius_right.obj"), std::string::npos) << done.err;
    EXPECT_LT(most_moved(done.json(), "soleus"), 0.5);
}
