// The program that makes the body, run as the build runs it.
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

class BuildBody : public ::testing::Test
{
protected:
    void SetUp() override
    {
        folder_ = fs::temp_directory_path() /
                  ("tpatlas_build_body_" +
                   std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "out");
        fs::copy(fs::path(TPATLAS_SOURCE_DIR) / "assets", folder_ / "assets",
                 fs::copy_options::recursive);
        fs::copy(made_ / "parts", folder_ / "out" / "parts", fs::copy_options::recursive);
    }
    void TearDown() override { fs::remove_all(folder_); }

    // The exit status; what it said goes to said_.
    int build()
    {
        const fs::path said = folder_ / "said";
        const std::string command =
            "'" + (fs::path(TPATLAS_BINARY_DIR) / "bin" / "tpatlas_build_body").string() +
            "' --assets '" + (folder_ / "assets").string() + "' --out '" +
            (folder_ / "out").string() + "' 2> '" + said.string() + "'";
        const int status = std::system(command.c_str());
        said_ = content(said);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    std::map<std::string, fs::file_time_type> parts() const
    {
        std::map<std::string, fs::file_time_type> times;
        for (const auto& entry : fs::directory_iterator(folder_ / "out" / "parts"))
            times[entry.path().filename().string()] = entry.last_write_time();
        return times;
    }

    fs::path made_ = fs::path(TPATLAS_BINARY_DIR) / "assets";
    fs::path folder_;
    std::string said_;
};

TEST_F(BuildBody, gives_the_same_bytes_again_and_remakes_nothing_that_did_not_change)
{
    const auto before = parts();
    ASSERT_GT(before.size(), 120u);
    ASSERT_EQ(build(), 0) << said_;
    EXPECT_EQ(parts(), before);
    EXPECT_TRUE(content(folder_ / "out" / "body.cache") == content(made_ / "body.cache"));
    EXPECT_TRUE(content(folder_ / "out" / "body.glb") == content(made_ / "body.glb"));
}

TEST_F(BuildBody, tells_every_broken_table_with_its_line_and_writes_nothing)
{
    std::ofstream(folder_ / "assets" / "body" / "muscles" / "teres_minor.toml", std::ios::app)
        << "\nnonsense = 3\n";
    std::ofstream(folder_ / "assets" / "body" / "landmarks.toml", std::ios::app)
        << "\n[[landmark]]\nid = \"lost\"\nname = { en = \"lost\" }\n";
    EXPECT_EQ(build(), 1);
    EXPECT_NE(said_.find("teres_minor.toml:"), std::string::npos) << said_;
    EXPECT_NE(said_.find("landmarks.toml:"), std::string::npos) << said_;
    EXPECT_FALSE(fs::exists(folder_ / "out" / "body.cache"));
}

TEST_F(BuildBody, refuses_a_catalogue_that_does_not_fit_the_body)
{
    const fs::path file = folder_ / "assets" / "catalogue" / "neck.toml";
    std::string text = content(file);
    const std::size_t at = text.find("neck_shoulder_angle");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, std::string("neck_shoulder_angle").size(), "neck_shoulder_knee");
    std::ofstream(file, std::ios::trunc) << text;
    EXPECT_EQ(build(), 1);
    EXPECT_NE(said_.find("neck_shoulder_knee"), std::string::npos) << said_;
}

} // namespace
} // namespace tpatlas
