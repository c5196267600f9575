#include "window/processes.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tpatlas {

namespace fs = std::filesystem;

namespace {

// Of a process or one of its threads: its name, and whether it runs or wants to.
struct Task {
    std::string name;
    bool busy = false;
};

Task task_of(const fs::path& folder)
{
    const std::string stat = whole(folder / "stat");
    const std::size_t open = stat.find('(');
    const std::size_t close = stat.rfind(')');  // the name may hold blanks and brackets
    if (open == std::string::npos || close == std::string::npos || close + 2 >= stat.size())
        return {};
    const char state = stat[close + 2];
    return {stat.substr(open + 1, close - open - 1), state == 'R' || state == 'D'};
}

}  // namespace

void sleep_ms(int ms)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

pid_t start_process(std::vector<std::string> words, const std::vector<std::string>& environment,
            const fs::path& output, int keep_fd)
{
    const pid_t child = fork();
    if (child != 0)
        return child;
    const int log = open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(log, 1);
    dup2(log, 2);
    if (keep_fd >= 0)
        dup2(keep_fd, 3);
    if (chdir(output.parent_path().c_str()) != 0)
        _exit(126);
    for (const std::string& variable : environment)
        putenv(strdup(variable.c_str()));
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

std::string whole(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void end_process(pid_t& process)
{
    if (process <= 0)
        return;
    kill(process, SIGTERM);
    for (int i = 0; i < 1000 && waitpid(process, nullptr, WNOHANG) == 0; ++i) {
        if (i == 600)
            kill(process, SIGKILL);
        sleep_ms(5);
    }
    process = -1;
}

bool is_drawing(pid_t process)
{
    const fs::path folder = "/proc/" + std::to_string(process);
    if (task_of(folder).busy)
        return true;
    std::error_code gone;
    for (fs::directory_iterator at(folder / "task", gone), end; !gone && at != end;
         at.increment(gone)) {
        const Task task = task_of(at->path());
        if (task.busy && task.name.starts_with("llvmpipe"))
            return true;
    }
    return false;
}

}  // namespace tpatlas
