#include "build_body/progress.hpp"

#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace tpatlas {

Progress::Progress() : terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress()
{
    if (open_line_)
        std::fputs("\n", stderr);
}

double Progress::seconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Progress::line(const std::string& text)
{
    if (terminal_) {
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
        open_line_ = true;
    } else {
        std::fprintf(stderr, "%s\n", text.c_str());
    }
    std::fflush(stderr);
}

void Progress::step(std::string_view what, float share)
{
    const std::lock_guard lock(mutex_);
    step_ = what;
    line("Body " + std::to_string(std::lround(share * 100)) + " %: " + step_);
}

void Progress::within(std::string_view what, float share)
{
    const std::lock_guard lock(mutex_);
    if (terminal_)
        line("Body " + std::to_string(std::lround(share * 100)) + " %: " + step_ + ": " +
             std::string(what));
}

void Progress::finish(std::string_view result)
{
    const std::lock_guard lock(mutex_);
    line("Body: " + std::string(result));
    if (open_line_)
        std::fputs("\n", stderr);
    open_line_ = false;
}

} // namespace tpatlas
