#include "io/import_client.hpp"

#include "io/import_files.hpp"

#include <atomic>
#include <chrono>
#include <cmath>
#include <numeric>
#include <stop_token>
#include <thread>

#include <sys/stat.h>

using namespace import_files;
using namespace tpatlas;

namespace {

const fs::path helper = fs::path(TPATLAS_BINARY_DIR) / "bin/tpatlas_import";

io::ImportedFiles import(const std::vector<fs::path>& files)
{
    Result<io::ImportedFiles> read = io::import_files(helper, files);
    if (!read) {
        ADD_FAILURE() << read.error().message();
        return {};
    }
    return read.take();
}

// The refusal of a single file; "" where it was read.
std::string refusal(const fs::path& file)
{
    const io::ImportedFiles read = import({file});
    return read.refused.empty() ? "" : read.refused.front().message();
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST(Importer, reads_each_kind_of_file)
{
    const fs::path folder = fresh_folder();
    const Tetrahedron t;
    const std::vector<fs::path> files{
        write(folder / "a.obj", obj_of(t)),
        write(folder / "b.ply", ply_of(t)),
        write(folder / "c.stl", stl_of(t)),
        write(folder / "d.glb", glb_of(t, "Deltoid.L")),
        write(folder / "e.dae", collada_of(t, "<unit meter=\"1\"/><up_axis>Y_UP</up_axis>")),
        write(folder / "f.fbx", fbx_of(t)),
    };
    const io::ImportedFiles read = import(files);
    for (const Error& fault : read.refused)
        ADD_FAILURE() << fault.message();
    ASSERT_EQ(read.files.size(), files.size());
    for (const io::ImportedFile& file : read.files) {
        ASSERT_EQ(file.parts.size(), 1u) << file.file;
        EXPECT_EQ(file.parts[0].mesh.triangles.size(), 4u) << file.file;
        EXPECT_NEAR(volume_mm3(file.parts[0].mesh), 4500, 1) << file.file;
    }
    EXPECT_EQ(read.files[3].parts[0].name, "Deltoid.L");
    EXPECT_EQ(read.files[3].unit_mm, 1000);
    EXPECT_EQ(read.files[5].unit_mm, 10);
    EXPECT_EQ(read.files[5].up, UpAxis::z);
}

TEST(Importer, reads_a_gltf_with_its_buffer_beside_it)
{
    const fs::path folder = fresh_folder();
    const Tetrahedron t;
    write(folder / "buffer.bin", buffer_of(t));
    const fs::path model = write(folder / "a.gltf", gltf_json(t, "buffer.bin", "a"));
    EXPECT_EQ(import({model}).files.size(), 1u);
}

TEST(Importer, reads_by_a_path_that_turns_back_and_by_a_link)
{
    const fs::path folder = fresh_folder();
    fs::create_directories(folder / "in");
    write(folder / "a.glb", glb_of({}, "a"));
    fs::create_symlink(folder / "a.glb", folder / "in/b.glb");
    EXPECT_EQ(refusal(folder / "in/../a.glb"), "");
    EXPECT_EQ(refusal(folder / "in/b.glb"), "");
    EXPECT_EQ(refusal(fs::relative(folder / "a.glb")), "");
}

TEST(Importer, applies_the_transforms_of_nodes)
{
    const fs::path folder = fresh_folder();
    const Tetrahedron t;
    const fs::path model = write(
        folder / "a.glb", glb_of(t, "a", R"(,"translation":[0,0,100],"scale":[-2,2,2])"));
    const io::ImportedFiles read = import({model});
    ASSERT_EQ(read.files.size(), 1u);
    const Box box = bounds(read.files[0].parts[0].mesh);
    EXPECT_NEAR(box.min.x, -60, 1e-3);
    EXPECT_NEAR(box.max.z, 160, 1e-3);
    // A mirroring transform does not turn the surface inside out.
    EXPECT_NEAR(volume_mm3(read.files[0].parts[0].mesh), 36000, 10);
}

TEST(Importer, opens_nothing_outside_the_models_folder)
{
    const fs::path folder = fresh_folder();
    const Tetrahedron t;
    fs::create_directories(folder / "in");
    write(folder / "outside.bin", buffer_of(t));
    EXPECT_NE(refusal(write(folder / "in/a.gltf", gltf_json(t, "../outside.bin", "a"))), "");
    EXPECT_NE(refusal(write(folder / "in/b.gltf",
                            gltf_json(t, (folder / "outside.bin").string(), "b"))),
              "");
    fs::create_symlink(folder / "outside.bin", folder / "in/link.bin");
    EXPECT_NE(refusal(write(folder / "in/c.gltf", gltf_json(t, "link.bin", "c"))), "");
}

TEST(Importer, is_not_held_by_a_pipe_that_a_model_names)
{
    const fs::path folder = fresh_folder();
    ASSERT_EQ(mkfifo((folder / "pipe.mtl").c_str(), 0600), 0);
    ASSERT_EQ(mkfifo((folder / "pipe.glb").c_str(), 0600), 0);
    const fs::path model = write(folder / "a.obj", obj_of({}, "mtllib pipe.mtl\nusemtl skin\n"));
    EXPECT_EQ(import({model}).files.size(), 1u);  // its colours do not matter to us
    EXPECT_TRUE(has(refusal(folder / "pipe.glb"), "no regular file"));
}

TEST(Importer, refuses_files_that_are_not_what_their_names_say)
{
    const fs::path folder = fresh_folder();
    for (const char* name : {"a.glb", "a.gltf", "a.stl", "a.ply", "a.fbx", "a.dae", "a.obj"})
        EXPECT_NE(refusal(write(folder / name, "MD5Version 10\ncommandline \"\"\n")), "") << name;
    EXPECT_TRUE(has(refusal(write(folder / "b.obj", glb_of({}, "b"))), "is not OBJ"));
    EXPECT_TRUE(has(refusal(write(folder / "b.md5mesh", "MD5Version 10\n")), "kind"));
    EXPECT_NE(refusal(write(folder / "empty.glb", "")), "");
    EXPECT_TRUE(has(refusal(folder / "absent.glb"), "cannot be found"));
}

TEST(Importer, refuses_positions_that_are_not_finite)
{
    const fs::path folder = fresh_folder();
    Tetrahedron t;
    t.edge = std::nanf("");
    EXPECT_TRUE(has(refusal(write(folder / "a.stl", stl_of(t))), "not finite"));
    t.edge = 1e30f;
    EXPECT_TRUE(has(refusal(write(folder / "b.stl", stl_of(t))), "absurdly far"));
}

TEST(Importer, takes_a_number_that_is_too_small_for_its_kind_as_0)
{
    const fs::path folder = fresh_folder();
    const std::string corners = " 0 30\n30 0 0\n0 0 30\n";
    for (const std::string& number : std::vector<std::string>{
             "1e-400", "+1e-400", "1e-310", "0." + std::string(400, '0') + "1"}) {
        const std::string ply =
            "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\n"
            "property float z\nelement face 1\nproperty list uchar int vertex_indices\n"
            "end_header\n" + number + corners + "3 0 1 2\n";
        EXPECT_EQ(refusal(write(folder / "a.ply", ply)), "") << number;
        const std::string obj = "v " + number + " 0 30\nv 30 0 0\nv 0 0 30\nf 1 2 3\n";
        EXPECT_EQ(refusal(write(folder / "a.obj", obj)), "") << number;
    }
    const std::string far = "v 1e400 0 30\nv 30 0 0\nv 0 0 30\nf 1 2 3\n";
    EXPECT_TRUE(has(refusal(write(folder / "a.obj", far)), "not finite"));
}

TEST(Importer, refuses_faces_of_too_many_corners_at_once)
{
    const fs::path folder = fresh_folder();
    std::string text = obj_of({}) + "f";
    for (int i = 0; i < 100'000; ++i)
        text += " " + std::to_string(i % 4 + 1);
    EXPECT_TRUE(has(refusal(write(folder / "a.obj", text + "\n")), "corners"));
}

TEST(Importer, reads_the_rest_of_a_batch_when_a_file_kills_it)
{
    const fs::path folder = fresh_folder();
    const Tetrahedron t;
    std::string deep = collada_of(t, "<unit meter=\"1\"/><up_axis>Y_UP</up_axis>");
    std::string nest, ends;  // overflows the stack of Assimp's reader
    for (int i = 0; i < 100'000; ++i)
        nest += "<node id=\"n" + std::to_string(i) + "\">", ends += "</node>";
    deep.insert(deep.find("<node "), nest);
    deep.insert(deep.find("</visual_scene>"), ends);
    const io::ImportedFiles read = import({write(folder / "a.glb", glb_of(t, "a")),
                                           write(folder / "b.dae", deep),
                                           write(folder / "c.glb", glb_of(t, "c"))});
    ASSERT_EQ(read.files.size(), 2u);
    EXPECT_EQ(read.files[1].file.filename(), "c.glb");
    ASSERT_EQ(read.refused.size(), 1u);
    EXPECT_TRUE(has(read.refused[0].where, "b.dae"));
    EXPECT_TRUE(has(read.refused[0].message(), "signal")) << read.refused[0].message();
}

TEST(Importer, answers_in_the_order_asked_and_tells_how_far_it_is)
{
    const fs::path folder = fresh_folder();
    std::vector<fs::path> files;
    for (int i = 0; i < 40; ++i) {
        Tetrahedron t;
        t.edge = static_cast<float>(i + 1);
        const std::string name = std::to_string(i) + (i % 10 == 9 ? ".stl" : ".obj");
        files.push_back(write(folder / name, i % 10 == 9 ? "no STL" : obj_of(t)));
    }
    std::vector<std::size_t> told;
    std::atomic<int> telling = 0;
    io::ImportOptions options;
    options.progress = [&](std::size_t done, std::size_t of, const fs::path&) {
        EXPECT_EQ(++telling, 1);  // never twice at a time
        EXPECT_EQ(of, files.size());
        told.push_back(done);
        --telling;
    };
    const Result<io::ImportedFiles> read = io::import_files(helper, files, options);
    ASSERT_TRUE(read);
    ASSERT_EQ(read.value().files.size(), 36u);
    std::size_t next = 0;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (i % 10 != 9) {
            EXPECT_EQ(read.value().files[next].file, files[i]);
            EXPECT_EQ(bounds(read.value().files[next++].parts[0].mesh).max.x,
                      static_cast<float>(i + 1));
        }
    ASSERT_EQ(read.value().refused.size(), 4u);
    EXPECT_EQ(read.value().refused[2].where, files[29].string());
    std::vector<std::size_t> all(files.size());
    std::iota(all.begin(), all.end(), std::size_t{1});
    EXPECT_EQ(told, all);
}

namespace {

// A helper that reads a request and then does nothing.
fs::path sleeping_helper(const fs::path& folder)
{
    const fs::path script = write(folder / "helper.sh", "#!/bin/sh\nexec /bin/sleep 60\n");
    fs::permissions(script, fs::perms::owner_all);
    return script;
}

double seconds_since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST(Importer, can_be_stopped_within_a_quarter_of_a_second)
{
    const fs::path script = sleeping_helper(fresh_folder());
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    std::jthread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        asked = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    io::ImportOptions options;
    options.stop = stop.get_token();
    const Result<io::ImportedFiles> read =
        io::import_files(script, {"a.glb", "b.glb", "c.glb"}, options);
    later.join();
    EXPECT_LT(seconds_since(asked), 0.25);
    ASSERT_FALSE(read);
    EXPECT_TRUE(has(read.error().message(), "was stopped")) << read.error().message();
}

TEST(Importer, gives_no_file_more_than_its_time)
{
    const fs::path script = sleeping_helper(fresh_folder());
    const auto begin = std::chrono::steady_clock::now();
    io::ImportOptions options;
    options.file_s = 1;
    const Result<io::ImportedFiles> read = io::import_files(script, {"a.glb"}, options);
    EXPECT_LT(seconds_since(begin), 2);
    ASSERT_TRUE(read);
    ASSERT_EQ(read.value().refused.size(), 1u);
    EXPECT_TRUE(has(read.value().refused[0].message(), "did not come to an end in 1 s"));
}

TEST(Importer, leaves_a_folder_that_breaks_it_again_and_again)
{
    const fs::path folder = fresh_folder();
    const fs::path script = write(folder / "helper.sh", "#!/bin/sh\nexit 3\n");
    fs::permissions(script, fs::perms::owner_all);
    const std::vector<fs::path> files(500, "a.glb");
    const Result<io::ImportedFiles> read = io::import_files(script, files);
    ASSERT_TRUE(read);
    ASSERT_EQ(read.value().refused.size(), files.size());
    EXPECT_TRUE(has(read.value().refused[0].message(), "status 3"));
    EXPECT_TRUE(has(read.value().refused[499].message(), "left unread"));
}

TEST(Importer, that_cannot_be_started_is_said_with_its_name)
{
    const Result<io::ImportedFiles> read = io::import_files("/nowhere/tpatlas_import", {"a.glb"});
    ASSERT_FALSE(read);
    EXPECT_TRUE(has(read.error().message(), "/nowhere/tpatlas_import"));
}

// A helper that was taken over may say anything; here a script plays it.
class TakenOverHelper : public testing::TestWithParam<std::pair<const char*, const char*>> {
};

TEST_P(TakenOverHelper, is_not_believed)
{
    // One folder an answer: CTest runs them at the same time.
    std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::replace(name.begin(), name.end(), '/', '_');
    const fs::path folder = fs::path(testing::TempDir()) / "tpatlas_taken_over" / name;
    fs::create_directories(folder);
    const fs::path script = folder / "helper.sh";
    write(script, std::string("#!/bin/sh\n/usr/bin/head -c 9 >/dev/null\nprintf '") + GetParam().first + "'\n");
    fs::permissions(script, fs::perms::owner_all);
    const Result<io::ImportedFiles> read = io::import_files(script, {"a.glb"});
    ASSERT_TRUE(read);
    ASSERT_EQ(read.value().refused.size(), 1u);
    EXPECT_TRUE(has(read.value().refused[0].message(), GetParam().second))
        << read.value().refused[0].message();
}

#define HEAD "TPIA\\0\\0\\0\\0\\0\\0\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0"  // read, one part
INSTANTIATE_TEST_SUITE_P(
    Importer, TakenOverHelper,
    testing::Values(
        std::pair("nonsense that is long enough for a header", "no answer"),
        std::pair("TPIA", "ended with status 0"),
        std::pair(HEAD "\\0\\0\\0\\0\\377\\377\\377\\377\\1\\0\\0\\0", "impossible counts"),
        std::pair(HEAD "\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0", "impossible counts"),
        std::pair(HEAD "\\0\\0\\0\\0\\1\\0\\0\\0\\1\\0\\0\\0"
                       "\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0"
                       "\\0\\0\\0\\0\\0\\0\\0\\0\\7\\0\\0\\0",
                  "vertices that are not there"),
        std::pair(HEAD "\\0\\0\\0\\0\\1\\0\\0\\0\\1\\0\\0\\0"
                       "\\0\\0\\300\\177\\0\\0\\0\\0\\0\\0\\0\\0"
                       "\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0",
                  "not finite")),
    // The answers' bytes would make unreadable names, and their addresses differ at each run.
    [](const testing::TestParamInfo<TakenOverHelper::ParamType>& answer) {
        return "answer_" + std::to_string(answer.index);
    });
