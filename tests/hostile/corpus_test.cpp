// Hostile files through the real program: one line, status 1, soon, in little memory.
#include "hostile/authored.hpp"
#include "hostile/corpus.hpp"
#include "hostile/watched_run.hpp"
#include "io/import_client.hpp"

#include <algorithm>
#include <sstream>

using namespace hostile;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double most_s = 100, most_mb = 1e6;  // the sanitizer's own
#else
constexpr double most_s = 10, most_mb = 1500;
#endif

// Gone with the test: some files are large.
struct Folder {
    fs::path path = program::fresh_folder();
    ~Folder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

void expect_soon_and_small(const WatchedRun& run)
{
    EXPECT_LT(run.seconds, most_s);
    EXPECT_LT(run.peak_mb, most_mb);
    std::cout << run.seconds << " s, " << run.peak_mb << " MB: " << run.outcome.err.substr(0, 300);
}

WatchedRun opened(const fs::path& file, double end_after_s = 2 * most_s)
{
    return watched_run({"list", "structures", "--json", "--body", file.string()}, end_after_s);
}

// The lines that refuse a file: that a mesh is nothing of ours, and so is shown alone, is no fault.
std::string faults_of(const program::Outcome& outcome)
{
    std::istringstream all(outcome.err);
    std::string faults;
    for (std::string line; std::getline(all, line);)
        if (line.find("it is shown alone, without points and zones") == std::string::npos)
            faults += line + "\n";
    return faults;
}

// How many structures come from the files, beside the ghosts that our body lends.
std::ptrdiff_t imported(const program::Outcome& outcome)
{
    const program::Json all = outcome.json();
    return std::count_if(all.begin(), all.end(), [](const program::Json& structure) {
        return structure.value("provenance", "") == "imported";
    });
}

class HostileFiles : public testing::TestWithParam<HostileFile> {
};

}  // namespace

TEST_P(HostileFiles, do_no_harm)
{
    const Folder folder;
    const fs::path file = GetParam().make(folder.path);
    const WatchedRun run = opened(file);
    expect_soon_and_small(run);
    if (GetParam().is_read) {
        EXPECT_EQ(run.outcome.status, 0);
        EXPECT_EQ(faults_of(run.outcome), "");
        EXPECT_GT(imported(run.outcome), 0);
    } else {
        EXPECT_EQ(run.outcome.status, 1);
        EXPECT_EQ(run.outcome.error_lines(), 1) << run.outcome.err;
        EXPECT_EQ(run.outcome.out, "");
        const fs::path named = GetParam().said == "body.toml" ? file.parent_path() : file;
        EXPECT_NE(run.outcome.err.find(named.string()), std::string::npos) << run.outcome.err;
        EXPECT_NE(run.outcome.err.find(GetParam().said), std::string::npos) << run.outcome.err;
    }
    // What a file holds does not act on the terminal.
    for (const char c : run.outcome.err + run.outcome.out)
        EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << static_cast<int>(c);
}

INSTANTIATE_TEST_SUITE_P(Corpus, HostileFiles, testing::ValuesIn(corpus()),
                         [](const testing::TestParamInfo<HostileFile>& one) {
                             return one.param.name;
                         });

TEST(HostileFolder, loads_what_is_whole_and_names_what_is_not)
{
    const Folder folder;
    const Surface small = tube(6, 3);
    write(folder.path / "quagga.glb", glb_of(small));
    write(folder.path / "okapi.dae",
          with(collada_of(small), "<instance_geometry url=\"#g\"/>",
               "<instance_node url=\"#n\"/>"));  // in itself
    write(folder.path / "zebra.ply", ply_of(small));
    const WatchedRun run = opened(folder.path);
    expect_soon_and_small(run);
    EXPECT_EQ(run.outcome.status, 0);
    const std::string faults = faults_of(run.outcome);
    EXPECT_EQ(std::count(faults.begin(), faults.end(), '\n'), 1) << faults;
    EXPECT_NE(faults.find("okapi.dae"), std::string::npos);
    EXPECT_EQ(imported(run.outcome), 2);
}

TEST(HostileFolder, of_forty_files_that_break_the_helper_ends)
{
    const Folder folder;
    const std::string deep = with(collada_of(tube(6, 3)), "<instance_geometry url=\"#g\"/>",
                                  repeated("<node>", 100'000) + repeated("</node>", 100'000));
    for (int i = 0; i < 40; ++i)
        write(folder.path / (std::to_string(i) + ".dae"), deep);
    const WatchedRun run = opened(folder.path);
    expect_soon_and_small(run);
    EXPECT_EQ(run.outcome.status, 1);
    EXPECT_EQ(run.outcome.error_lines(), 1) << run.outcome.err;
}

TEST(HonestFolder, of_5000_files_is_read)
{
    const Folder folder;
    const std::string one = ply_of(tube(6, 3));  // it says no name: each is called by its file
    for (int i = 0; i < 5000; ++i)
        write(folder.path / ("quagga_" + std::to_string(i) + ".ply"), one);
    const WatchedRun run = opened(folder.path);
    expect_soon_and_small(run);
    EXPECT_EQ(run.outcome.status, 0);
    EXPECT_EQ(faults_of(run.outcome), "");
    EXPECT_EQ(imported(run.outcome), 5000);
}

// What is large and honest is not among the hostile.
TEST(HonestFile, of_two_and_a_half_million_triangles_is_read)
{
    const Folder folder;
    const Surface large = tube(1140, 1139);
    EXPECT_GT(large.triangle_count(), 2'500'000u);
    const fs::path ply = write(folder.path / "Right_radius.ply", ply_of(large));
    const WatchedRun run = opened(ply, 100);
    EXPECT_LT(run.peak_mb, most_mb);
    EXPECT_EQ(run.outcome.status, 0);
    EXPECT_EQ(faults_of(run.outcome), "");
    EXPECT_EQ(imported(run.outcome), 1);
    std::cout << run.seconds << " s, " << run.peak_mb << " MB\n";

    // As text it is the most that a helper has to bear.
    const fs::path obj = write(folder.path / "Right_radius.obj", obj_of(large));
    const auto read =
        tpatlas::io::import_files(fs::path(TPATLAS_BINARY_DIR) / "bin/tpatlas_import", {obj});
    ASSERT_TRUE(read) << read.error().message();
    ASSERT_TRUE(read.value().refused.empty()) << read.value().refused[0].message();
    EXPECT_EQ(read.value().files.at(0).parts.at(0).mesh.triangles.size(), large.triangle_count());
}
