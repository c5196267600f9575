// With a real X server and the real xclip; a stand-in for wl-copy, which needs a compositor.

#include "io/picture_clipboard.hpp"

#include "io/fresh_folder.hpp"
#include "io/png_file.hpp"

#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

bool is_installed(const std::string& program)
{
    return std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
}

// An X server on a display of its own choice; ends with its object, and with it what serves it.
class Server {
public:
    Server()
    {
        int ends[2];
        if (pipe(ends) != 0)
            return;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], 7);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        char* const words[]{const_cast<char*>("Xvfb"),      const_cast<char*>("-displayfd"),
                            const_cast<char*>("7"),         const_cast<char*>("-nolisten"),
                            const_cast<char*>("tcp"),       const_cast<char*>("-screen"),
                            const_cast<char*>("0"),         const_cast<char*>("64x64x24"),
                            nullptr};
        if (posix_spawnp(&process_, words[0], &actions, nullptr, words, environ) != 0)
            process_ = -1;
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        std::string digits;  // a line; it may come in parts
        for (char c = 0; process_ > 0 && read(ends[0], &c, 1) == 1 && c != '\n';)
            digits += c;
        close(ends[0]);
        if (!digits.empty())
            display_ = ":" + digits;
    }
    ~Server()
    {
        if (process_ <= 0)
            return;
        kill(process_, SIGTERM);
        waitpid(process_, nullptr, 0);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    const std::string& display() const { return display_; }

private:
    pid_t process_ = -1;
    std::string display_;
};

class PictureClipboard : public FreshFolder {
protected:
    void SetUp() override
    {
        FreshFolder::SetUp();
        Image image{{300, 200}, {}};
        for (int i = 0; i < 300 * 200 * 4; ++i)  // large enough to be handed over in parts
            image.rgba.push_back(static_cast<std::uint8_t>((i * 7919) >> (i % 5)));
        ASSERT_TRUE(io::write_png(picture_, image, {{"Title", "x"}}));
    }

    fs::path picture_ = fs::temp_directory_path() /
                        ("tpatlas_clipboard_" + std::to_string(getpid()) + ".png");
    void TearDown() override
    {
        fs::remove(picture_);
        FreshFolder::TearDown();
    }
    Variable no_wayland_{"WAYLAND_DISPLAY", std::nullopt};
};

}  // namespace

TEST_F(PictureClipboard, has_the_file_whole_even_when_it_is_gone)
{
    for (const char* needed : {"Xvfb", "xclip"})
        if (!is_installed(needed))
            GTEST_SKIP() << needed << " is not installed (packages xvfb and xclip)";
    const Server server;
    ASSERT_NE(server.display(), "");
    const Variable display("DISPLAY", server.display());
    const std::string whole = content(picture_);
    const auto copied = io::copy_picture(picture_);
    ASSERT_TRUE(copied) << copied.error().message();
    fs::remove(picture_);
    const fs::path pasted = folder_ / "pasted.png";
    const std::string paste = "timeout 10 xclip -selection clipboard -t image/png -o > '" +
                              pasted.string() + "'";
    ASSERT_EQ(std::system(paste.c_str()), 0);
    EXPECT_EQ(content(pasted), whole);
    EXPECT_TRUE(io::read_png(pasted));
}

TEST_F(PictureClipboard, is_filled_by_wl_copy_under_wayland)
{
    const fs::path stand_in = folder_ / "wl-copy";
    write(stand_in, "#!/bin/sh\nprintf '%s ' \"$@\" > '" + (folder_ / "words").string() +
                        "'\ncat > '" + (folder_ / "taken").string() + "'\n");
    fs::permissions(stand_in, fs::perms::owner_all);
    const Variable wayland("WAYLAND_DISPLAY", "wayland-9");
    const Variable no_display("DISPLAY", std::nullopt);
    const Variable path("PATH", folder_.string() + ":" + std::getenv("PATH"));
    const auto copied = io::copy_picture(picture_);
    ASSERT_TRUE(copied) << copied.error().message();
    EXPECT_EQ(content(folder_ / "words"), "--type image/png ");
    EXPECT_EQ(content(folder_ / "taken"), content(picture_));
}

TEST_F(PictureClipboard, without_a_program_names_the_one_to_install)
{
    const Variable path("PATH", folder_.string());
    const Variable display("DISPLAY", ":77");
    const auto copied = io::copy_picture(picture_);
    ASSERT_FALSE(copied);
    EXPECT_NE(copied.error().mend.find("install xclip"), std::string::npos);
}

TEST_F(PictureClipboard, that_nobody_serves_is_told)
{
    const Variable no_display("DISPLAY", std::nullopt);
    EXPECT_NE(io::copy_picture(picture_).error().what.find("display"), std::string::npos);
    EXPECT_NE(io::copy_picture(folder_ / "absent.png").error().what.find("no such"),
              std::string::npos);
    if (!is_installed("xclip"))
        GTEST_SKIP() << "xclip is not installed (package xclip)";
    const Variable display("DISPLAY", "unix:9999");
    const auto copied = io::copy_picture(picture_);
    ASSERT_FALSE(copied);
    EXPECT_NE(copied.error().what.find("did not take"), std::string::npos);
}

}  // namespace tpatlas
