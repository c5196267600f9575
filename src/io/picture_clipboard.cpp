#include "io/picture_clipboard.hpp"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 3000;
constexpr int step_ms = 5;

// How a program is started: apart from our terminal and our open files, its input the picture, what
// it prints dropped.
class Start {
public:
    explicit Start(const fs::path& input)
    {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, 0, input.c_str(), O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 34)
        posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
#endif
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID);
    }
    ~Start()
    {
        posix_spawnattr_destroy(&attributes_);
        posix_spawn_file_actions_destroy(&actions_);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;

    // An errno, or 0.
    int run(std::vector<std::string> words, pid_t& process) const
    {
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        return posix_spawnp(&process, arguments[0], &actions_, &attributes_, arguments.data(),
                            environ);
    }

private:
    posix_spawn_file_actions_t actions_;
    posix_spawnattr_t attributes_;
};

// Both leave a child that serves the clipboard and end themselves once it is theirs. Nothing: it is
// still at it, which may be a slow display's way of success.
std::optional<int> exit_of(pid_t process)
{
    for (int waited_ms = 0; waited_ms < patience_ms; waited_ms += step_ms) {
        int status = 0;
        const pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process)
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
        if (ended < 0 && errno != EINTR)
            return 0;  // somebody else waited for it
        std::this_thread::sleep_for(std::chrono::milliseconds(step_ms));
    }
    return std::nullopt;
}

bool is_set(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr && value[0] != 0;
}

enum class Outcome { copied, failed, not_installed };

Outcome copy_with(std::vector<std::string> words, const fs::path& png)
{
    pid_t process = -1;
    if (Start(png).run(std::move(words), process) != 0)
        return Outcome::not_installed;
    return exit_of(process).value_or(0) == 0 ? Outcome::copied : Outcome::failed;
}

}  // namespace

Result<Done> copy_picture(const fs::path& png)
{
    std::error_code code;
    if (!fs::is_regular_file(png, code))
        return Error{png.string(), "there is no such picture", "check the path"};
    Outcome outcome = Outcome::not_installed;
    if (is_set("WAYLAND_DISPLAY"))
        outcome = copy_with({"wl-copy", "--type", "image/png"}, png);
    // Also where wl-copy is missing or a compositor refuses it: most run X programs as well.
    if (outcome != Outcome::copied && is_set("DISPLAY")) {
        const fs::path absolute = fs::absolute(png, code);
        const Outcome second = copy_with({"xclip", "-selection", "clipboard", "-t", "image/png",
                                          "-i", absolute.string()}, png);
        if (second != Outcome::not_installed)
            outcome = second;
    }
    if (outcome == Outcome::copied)
        return Done{};
    if (outcome == Outcome::failed)
        return Error{"", "the clipboard did not take the picture", "save it to a file instead"};
    if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY"))
        return Error{"", "there is no clipboard without a display", "save it to a file instead"};
    return Error{"", "pictures are copied by a small program that is not installed",
                 "install xclip, or save to a file"};
}

}  // namespace tpatlas::io
