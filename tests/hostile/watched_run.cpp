#include "hostile/watched_run.hpp"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include <signal.h>

namespace hostile {

namespace {

namespace fs = std::filesystem;

// Resident pages of a process and, through its threads, of all its children.
double resident_mb(pid_t process)
{
    double pages = 0, skipped = 0;
    const fs::path folder = "/proc/" + std::to_string(process);
    std::ifstream(folder / "statm") >> skipped >> pages;
    double all = pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
    std::error_code gone;
    for (fs::directory_iterator thread(folder / "task", gone), end; !gone && thread != end;
         thread.increment(gone)) {
        std::ifstream children(thread->path() / "children");
        for (pid_t child = 0; children >> child;)
            all += resident_mb(child);
    }
    return all;
}

}  // namespace

WatchedRun watched_run(const program::Words& words, double most_s)
{
    using Clock = std::chrono::steady_clock;
    // What one run has learned of a file must not make the next one quick.
    const fs::path cache = fs::path(testing::TempDir()) / ("tpatlas_" + std::to_string(getpid()));
    setenv("XDG_CACHE_HOME", cache.c_str(), 1);
    WatchedRun run;
    const Clock::time_point begin = Clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(Clock::now() - begin).count();
    };
    run.outcome = program::run(words, {}, [&](pid_t process) {
        int status = 0;
        while (waitpid(process, &status, WNOHANG) == 0) {
            run.peak_mb = std::max(run.peak_mb, resident_mb(process));
            if (seconds() > most_s)
                kill(process, SIGKILL);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return status;
    });
    run.seconds = seconds();
    std::error_code ignored;
    fs::remove_all(cache, ignored);
    return run;
}

}  // namespace hostile
