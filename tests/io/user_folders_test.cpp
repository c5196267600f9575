#include "io/user_folders.hpp"

#include "io/fresh_folder.hpp"

#include <gtest/gtest.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

// A home of its own, and nothing else in the environment.
class UserFolders : public FreshFolder {
protected:
    void SetUp() override
    {
        FreshFolder::SetUp();
        home_.emplace("HOME", folder_.string());
    }
    void TearDown() override
    {
        home_.reset();
        FreshFolder::TearDown();
    }
    void user_dirs(const std::string& text) const
    {
        fs::create_directories(folder_ / ".config");
        write(folder_ / ".config" / "user-dirs.dirs", text);
    }

private:
    std::optional<Variable> home_;
    Variable configuration_{"XDG_CONFIG_HOME", std::nullopt};
    Variable pictures_{"XDG_PICTURES_DIR", std::nullopt};
    Variable documents_{"XDG_DOCUMENTS_DIR", std::nullopt};
};

}  // namespace

TEST_F(UserFolders, are_the_usual_ones_where_nothing_is_said)
{
    EXPECT_EQ(io::settings_file(), folder_ / ".config/tpatlas/settings.toml");
    EXPECT_EQ(io::pictures_folder(), folder_);
    EXPECT_EQ(io::scenes_folder(), folder_ / "Trigger Point Atlas");
    fs::create_directories(folder_ / "Pictures");
    fs::create_directories(folder_ / "Documents");
    EXPECT_EQ(io::pictures_folder(), folder_ / "Pictures");
    EXPECT_EQ(io::scenes_folder(), folder_ / "Documents/Trigger Point Atlas");
    EXPECT_EQ(files_in(folder_), 2u);  // nothing was made
}

TEST_F(UserFolders, are_those_of_the_desktop)
{
    user_dirs("# XDG_PICTURES_DIR=\"$HOME/No\"\n  XDG_PICTURES_DIR=\"$HOME/Meine \\\"Bilder\\\"\"\n"
              "XDG_DOCUMENTS_DIR=\"/data/papers\"\n");
    EXPECT_EQ(io::pictures_folder(), folder_ / "Meine \"Bilder\"");
    EXPECT_EQ(io::scenes_folder(), fs::path("/data/papers/Trigger Point Atlas"));
    user_dirs("XDG_PICTURES_DIR=\"$HOME/\"\n");
    EXPECT_EQ(io::pictures_folder(), folder_);
    fs::create_directories(folder_ / "Pictures");
    for (const char* odd : {"XDG_PICTURES_DIR=\"Bilder\"\n", "XDG_PICTURES_DIR=\"$HOME/open\n", "",
                            "XDG_PICTURES_DIR="}) {
        user_dirs(odd);
        EXPECT_EQ(io::pictures_folder(), folder_ / "Pictures") << odd;
    }
}

TEST_F(UserFolders, are_those_of_the_environment_first)
{
    user_dirs("XDG_PICTURES_DIR=\"$HOME/Bilder\"\n");
    const Variable pictures("XDG_PICTURES_DIR", "/data/p");
    const Variable documents("XDG_DOCUMENTS_DIR", "/data/d");
    const Variable configuration("XDG_CONFIG_HOME", "/data/c");
    EXPECT_EQ(io::pictures_folder(), fs::path("/data/p"));
    EXPECT_EQ(io::scenes_folder(), fs::path("/data/d/Trigger Point Atlas"));
    EXPECT_EQ(io::settings_file(), fs::path("/data/c/tpatlas/settings.toml"));
    const Variable relative("XDG_CONFIG_HOME", "here");
    EXPECT_EQ(io::settings_file(), folder_ / ".config/tpatlas/settings.toml");
}

}  // namespace tpatlas
