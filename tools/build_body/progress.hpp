// tools/build_body/progress.hpp: what is being done, on one line of a terminal; elsewhere a line a
// step.
//
//   Progress progress;
//   progress.step("bones", 0.2f);            // 20 % of all is done
//   progress.within("scapula", 0.35f);       // seen on a terminal only
//   progress.finish("16 MB in 48 s");
//
// Any thread may call within(). Writes to standard error.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace tpatlas {

class Progress {
public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void step(std::string_view what, float share);
    void within(std::string_view what, float share);
    void finish(std::string_view result);
    double seconds() const;

private:
    void line(const std::string& text);

    std::mutex mutex_;
    bool terminal_ = false;
    bool open_line_ = false;
    std::string step_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace tpatlas
