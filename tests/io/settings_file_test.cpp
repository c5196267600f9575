#include "io/settings_file.hpp"

#include "io/fresh_folder.hpp"

#include <gtest/gtest.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

Settings unusual()
{
    Settings s;
    s.theme = "high_contrast";
    s.interface_scale = 1.3f;
    s.reduced_motion = true;
    s.free_orbit = true;
    s.first_hint = false;
    s.side = SideChoice::both;
    s.list_order = ListOrder::letter;
    s.layers_open = false;
    s.capture = {{800, 601}, CaptureGround::transparent, false, false, "/data/my \"best\" pictures"};
    s.recent = {"/home/a/ü.toml", "/home/a/b.toml"};
    return s;
}

class SettingsFile : public FreshFolder {
protected:
    fs::path file() const { return folder_ / "config" / "tpatlas" / "settings.toml"; }
};

}  // namespace

TEST_F(SettingsFile, come_back_as_they_were_written)
{
    for (const Settings& settings : {unusual(), Settings{}}) {
        ASSERT_TRUE(io::write_settings(file(), settings));
        const auto read = io::read_settings(file());
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(read.value(), settings);
    }
    EXPECT_EQ(files_in(file().parent_path()), 1u);
}

TEST_F(SettingsFile, that_is_not_there_is_no_fault)
{
    const auto read = io::read_settings(file());
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value(), Settings{});
}

TEST_F(SettingsFile, passes_over_what_another_version_wrote)
{
    fs::create_directories(file().parent_path());
    write(file(), "theme = \"dark\"\nholograms = true\n[capture]\nstrip = false\nsmell = 3\n"
                  "[hologram]\ndepth = 3\n");
    const auto read = io::read_settings(file());
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read.value().theme, "dark");
    EXPECT_FALSE(read.value().capture.strip);
}

TEST_F(SettingsFile, that_is_broken_is_told_with_its_line_and_kept_aside)
{
    fs::create_directories(file().parent_path());
    for (const char* broken : {"theme = \"dark\"\nside = \n", "theme = \"dark\"\nside = 7\n",
                               "theme = \"dark\"\ninterface_scale = 99\n"}) {
        write(file(), broken);
        const auto read = io::read_settings(file());
        ASSERT_FALSE(read) << broken;
        EXPECT_EQ(read.error().where, file().string() + ":2");
        ASSERT_TRUE(io::write_settings(file(), unusual()));
        EXPECT_EQ(io::read_settings(file()).value(), unusual());
    }
    // Each is kept, under a name of its own.
    EXPECT_EQ(content(file().string() + ".broken"), "theme = \"dark\"\nside = \n");
    EXPECT_EQ(content(file().string() + ".broken-2"), "theme = \"dark\"\nside = 7\n");
    EXPECT_EQ(files_in(file().parent_path()), 4u);
}

TEST_F(SettingsFile, stays_readable_whatever_files_are_called)
{
    Settings settings;
    settings.recent = {"/a\n\t\x01.toml", "/\xFF.toml"};
    settings.capture.folder = "/\xFF";
    ASSERT_TRUE(io::write_settings(file(), settings));
    const auto read = io::read_settings(file());
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read.value().recent, std::vector<std::string>{"/a\n\t\x01.toml"});
    EXPECT_EQ(read.value().capture.folder, "");
}

TEST_F(SettingsFile, that_cannot_be_written_says_so)
{
    write(folder_ / "config", "a file where a folder should be");
    EXPECT_FALSE(io::write_settings(file(), {}));
}

}  // namespace tpatlas
