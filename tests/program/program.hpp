// tests/program/program.hpp: the built program, run as a user runs it: words in, what it prints and
// its exit status out. No display: DISPLAY and WAYLAND_DISPLAY are taken away.
#pragma once

#include "support/mesa_cache.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace program {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

inline const fs::path executable = fs::path(TPATLAS_BINARY_DIR) / "bin/tpatlas";

struct Outcome {
    int status = -1;
    std::string out;
    std::string err;

    Json json() const { return Json::parse(out, nullptr, false); }
    std::ptrdiff_t error_lines() const { return std::count(err.begin(), err.end(), '\n'); }
};

// A folder of this test alone, empty at its beginning.
inline fs::path fresh_folder()
{
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const fs::path folder = fs::path(testing::TempDir()) / "tpatlas_program" /
                            (std::string(test->test_suite_name()) + "." + test->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

inline std::string content(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

// Of this process, gone with it: what another build has kept must not answer for this one. A child
// that ends by _exit() leaves it.
struct CacheFolder {
    fs::path path = fs::path(testing::TempDir()) / ("tpatlas_cache_" + std::to_string(getpid()));
    ~CacheFolder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};
inline const CacheFolder own_cache;

inline Words environment()
{
    Words kept{"LP_NUM_THREADS=2", tpatlas::mesa_cache()};
    for (const char* name : {"PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "XDG_RUNTIME_DIR"})
        if (const char* value = std::getenv(name))
            kept.push_back(std::string(name) + "=" + value);
    const char* cache = std::getenv("XDG_CACHE_HOME");  // never the user's own
    kept.push_back("XDG_CACHE_HOME=" + (cache != nullptr ? cache : own_cache.path.string()));
    return kept;
}

inline std::vector<char*> pointers(Words& words)
{
    std::vector<char*> all;
    for (std::string& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

inline int wait_for(pid_t process)
{
    int status = 0;
    waitpid(process, &status, 0);
    return status;
}

// `out` names where standard output goes; empty: it is returned. `wait` returns what waitpid() says.
inline Outcome run(Words words, const fs::path& out = {},
                   const std::function<int(pid_t)>& wait = wait_for)
{
    static int count = 0;
    const fs::path base = fs::path(testing::TempDir()) /
                          ("tpatlas_" + std::to_string(getpid()) + "_" + std::to_string(count++));
    const std::string out_file = out.empty() ? base.string() + ".out" : out.string();
    const std::string err_file = base.string() + ".err";
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_addopen(&actions, 2, err_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    words.insert(words.begin(), executable.string());
    Words variables = environment();
    std::vector<char*> arguments = pointers(words);
    std::vector<char*> values = pointers(variables);
    Outcome outcome;
    pid_t process = -1;
    const int fault = posix_spawn(&process, executable.c_str(), &actions, nullptr, arguments.data(),
                                  values.data());
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        ADD_FAILURE() << executable << " cannot be started";
        return outcome;
    }
    const int status = wait(process);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    outcome.err = content(err_file);
    fs::remove(err_file);
    if (out.empty()) {
        outcome.out = content(out_file);
        fs::remove(out_file);
    }
    return outcome;
}

// The JSON document of a call that must succeed and print nothing else.
inline Json json_of(const Words& words)
{
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    const Json json = outcome.json();
    EXPECT_FALSE(json.is_discarded()) << outcome.out.substr(0, 300);
    return json;
}

// A failure as scripts rely on it: status 1, nothing on standard output, one line that holds
// every word.
inline void expect_failure(const Words& call, const Words& said)
{
    const Outcome outcome = run(call);
    EXPECT_EQ(outcome.status, 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.error_lines(), 1) << outcome.err;
    for (const std::string& word : said)
        EXPECT_NE(outcome.err.find(word), std::string::npos) << word << " in: " << outcome.err;
}

// Wrong usage: status 2, nothing on standard output, one line that names the way to the help.
inline void expect_misuse(const Words& call)
{
    const Outcome outcome = run(call);
    std::string shown;
    for (const std::string& word : call)
        shown += " " + word;
    EXPECT_EQ(outcome.status, 2) << shown << ": " << outcome.err;
    EXPECT_EQ(outcome.out, "") << shown;
    EXPECT_EQ(outcome.error_lines(), 1) << shown << ": " << outcome.err;
    EXPECT_NE(outcome.err.find("--help"), std::string::npos) << shown << ": " << outcome.err;
}

}  // namespace program
