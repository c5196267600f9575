// A user's body that was read before: known again by its content, and by nothing else.
#include "io/body_cache.hpp"
#include "io/fresh_folder.hpp"
#include "io/import_files.hpp"
#include "program/bodies.hpp"

#include <chrono>
#include <map>
#include <set>

using namespace program;
using namespace tpatlas;

namespace {

// Of our own body, its size changed.
void write_muscle(const fs::path& file, float times = 1)
{
    static const io::LoadedBody ours =
        io::load_body_cache(fs::path(TPATLAS_BINARY_DIR) / "assets/body.cache").take();
    const MeshData mesh = ours.body->mesh_of(*ours.body->number({"infraspinatus.right"}));
    std::ofstream out(file, std::ios::binary);
    for (const glm::vec3& p : mesh.positions)
        out << "v " << times * p.x << " " << times * p.y << " " << times * p.z << "\n";
    for (const Triangle& t : mesh.triangles)
        out << "f " << t.x + 1 << " " << t.y + 1 << " " << t.z + 1 << "\n";
}

// Each test with a cache of its own.
class KeptBody : public ::testing::Test {
protected:
    std::string points(const fs::path& body) const
    {
        return run({"list", "points", "--json", "--body", body.string()}).out;
    }
    fs::path kept_folder() const { return cache_ / "tpatlas/bodies"; }
    std::map<std::string, fs::path> kept() const
    {
        std::map<std::string, fs::path> files;
        std::error_code absent;
        for (const auto& entry : fs::directory_iterator(kept_folder(), absent))
            files[entry.path().extension().string()] = entry.path();
        return files;
    }

    fs::path folder_ = fresh_folder();
    fs::path cache_ = folder_ / "cache";
    tpatlas::testing::Variable variable_{"XDG_CACHE_HOME", cache_.string()};
};

}  // namespace

TEST_F(KeptBody, is_read_the_second_time_and_made_again_where_it_is_damaged)
{
    const fs::path file = folder_ / "infraspinatus_right.obj";
    write_muscle(file);
    const std::string first = points(file);
    ASSERT_EQ(kept().size(), 2u);
    const fs::path body = kept()[".body"];
    const auto written = fs::last_write_time(body);
    EXPECT_EQ(points(file), first);
    EXPECT_EQ(fs::last_write_time(body), written) << "it was read, not made again";
    fs::resize_file(body, fs::file_size(body) / 2);
    EXPECT_EQ(points(file), first);
    EXPECT_GT(fs::file_size(body), 1'000'000u) << "it was made again";
    write_muscle(file, 1.01f);
    points(file);
    EXPECT_EQ(std::distance(fs::directory_iterator(kept_folder()), {}), 4) << "another body";
}

TEST_F(KeptBody, tells_what_was_refused_where_the_folder_lies_now)
{
    const fs::path meshes = folder_ / "meshes", moved = folder_ / "moved";
    fs::create_directory(meshes);
    std::ofstream(meshes / "quagga.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    std::ofstream(meshes / "broken.glb", std::ios::binary) << "glTF";
    const Outcome first = run({"check", meshes.string()});
    EXPECT_NE(first.out.find((meshes / "broken.glb").string()), std::string::npos) << first.out;
    ASSERT_EQ(kept().size(), 2u);
    const auto written = fs::last_write_time(kept()[".body"]);
    fs::rename(meshes, moved);
    const Outcome second = run({"check", moved.string()});
    EXPECT_NE(second.out.find((moved / "broken.glb").string()), std::string::npos) << second.out;
    EXPECT_EQ(second.out.find(meshes.string()), std::string::npos) << second.out;
    EXPECT_EQ(fs::last_write_time(kept()[".body"]), written) << "it was read, not made again";
}

TEST_F(KeptBody, is_none_where_a_file_may_be_read_another_time)
{
    const fs::path meshes = folder_ / "meshes";
    fs::create_directory(meshes);
    std::ofstream(meshes / "quagga.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    std::string deep = import_files::collada_of({}, "<unit meter=\"1\"/><up_axis>Y_UP</up_axis>");
    std::string nest, ends;  // as many as break the importer
    for (int i = 0; i < 100'000; ++i)
        nest += "<node>", ends += "</node>";
    deep.insert(deep.find("<node "), nest);
    deep.insert(deep.find("</visual_scene>"), ends);
    std::ofstream(meshes / "broken.dae", std::ios::binary) << deep;
    points(meshes);
    EXPECT_TRUE(kept().empty());
    fs::remove(meshes / "broken.dae");
    points(meshes);
    EXPECT_EQ(kept().size(), 2u);
}

TEST_F(KeptBody, goes_when_others_were_asked_for_and_leaves_nothing)
{
    fs::create_directories(kept_folder());
    const auto put = [&](const std::string& name, std::chrono::minutes age) {
        std::ofstream(kept_folder() / name) << "x";
        fs::last_write_time(kept_folder() / name, fs::file_time_type::clock::now() - age);
    };
    using std::chrono::hours;
    for (int i = 1; i <= 7; ++i) {  // 1 was asked for last
        put(std::to_string(i) + ".notes", hours(i));
        put(std::to_string(i) + ".body", hours(i));
    }
    put("without_notes.body", hours(2));
    put(".half.body.123.0.part", hours(2));
    put("of_an_older_program.body.new", hours(2));
    put("being_written.body", std::chrono::minutes(1));
    std::ofstream(folder_ / "quagga.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    points(folder_ / "quagga.stl");
    std::set<std::string> left;
    for (const auto& entry : fs::directory_iterator(kept_folder()))
        left.insert(entry.path().filename().string());
    std::set<std::string> expected{"being_written.body"};
    for (int i = 1; i <= 5; ++i)
        for (const char* ending : {".notes", ".body"})
            expected.insert(std::to_string(i) + ending);
    std::erase_if(left, [](const std::string& name) { return name.size() > 20; });  // the new one
    EXPECT_EQ(left, expected);
}
