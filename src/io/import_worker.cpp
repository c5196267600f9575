#include "io/import_worker.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tpatlas::io {

namespace {

void close_both(const std::array<int, 2>& ends)
{
    close(ends[0]);
    close(ends[1]);
}

// The error number of posix_spawn, 0 when it runs. A helper executable and no fork(): a process
// that has threads and a GL context must not be doubled.
int spawn(const std::filesystem::path& helper, unsigned memory_mib, int input, int output,
          pid_t& process)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // Nothing else that this process has open is the helper's business.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    std::string name = helper.string();
    std::string memory = std::to_string(memory_mib);
    std::array<char*, 3> arguments{name.data(), memory.data(), nullptr};
    std::array<char*, 1> environment{nullptr};
    const int fault = posix_spawn(&process, helper.c_str(), &actions, nullptr, arguments.data(),
                                  environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return fault;
}

}  // namespace

Result<ImportWorker> ImportWorker::start(const std::filesystem::path& helper, unsigned memory_mib,
                                         std::stop_token stop)
{
    const Error no_channel{helper.string(), "no channel to the importer could be made",
                           "close other programs and try again"};
    // A socket toward the helper, since sending to a dead one must not raise SIGPIPE; a pipe back.
    std::array<int, 2> request{};
    std::array<int, 2> answer{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, request.data()) != 0)
        return no_channel;
    if (pipe2(answer.data(), O_CLOEXEC) != 0) {
        close_both(request);
        return no_channel;
    }
    fcntl(answer[0], F_SETPIPE_SZ, 1 << 20);  // fewer wake-ups; smaller serves too
    pid_t process = -1;
    const int fault = spawn(helper, memory_mib, request[1], answer[1], process);
    close(request[1]);
    close(answer[1]);
    if (fault != 0) {
        close(request[0]);
        close(answer[0]);
        return Error{helper.string(), std::string("cannot be started: ") + std::strerror(fault),
                     "build or install tpatlas again"};
    }
    return ImportWorker(process, request[0], answer[0], std::move(stop));
}

ImportWorker::ImportWorker(ImportWorker&& from) noexcept
    : process_(std::exchange(from.process_, -1)), to_(std::exchange(from.to_, -1)),
      from_(std::exchange(from.from_, -1)), stop_(std::move(from.stop_)), deadline_(from.deadline_),
      most_s_(from.most_s_), late_(from.late_)
{
}

ImportWorker::~ImportWorker()
{
    end();
}

bool ImportWorker::send(const void* from, std::size_t size)
{
    const auto* at = static_cast<const char*>(from);
    while (size > 0) {
        const ssize_t put = ::send(to_, at, size, MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
        size -= static_cast<std::size_t>(put);
    }
    return true;
}

void ImportWorker::begin_file(int most_s)
{
    most_s_ = most_s;
    deadline_ = std::chrono::steady_clock::now() + std::chrono::seconds(most_s);
}

bool ImportWorker::wait_for_bytes()
{
    constexpr int glance_ms = 50;  // how long a stop may go unseen
    while (!stop_.stop_requested()) {
        if (std::chrono::steady_clock::now() >= deadline_) {
            late_ = true;
            return false;
        }
        pollfd wait{from_, POLLIN, 0};
        const int ready = poll(&wait, 1, glance_ms);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
    return false;
}

bool ImportWorker::receive(void* to, std::size_t size)
{
    auto* at = static_cast<char*>(to);
    while (size > 0) {
        if (!wait_for_bytes())
            return false;
        const ssize_t got = read(from_, at, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

std::string ImportWorker::end()
{
    if (process_ < 0)
        return "has ended";
    close(to_);  // its input ends, and so does it
    close(from_);
    int status = 0;
    // A healthy one ends by itself at once; a busy one is not waited for.
    for (int wait = 0; wait < 50 && !late_ && !stop_.stop_requested(); ++wait) {
        const pid_t gone = waitpid(process_, &status, WNOHANG);
        if (gone != 0) {
            process_ = -1;
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    if (process_ >= 0) {
        kill(process_, SIGKILL);
        while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
    }
    if (late_)
        return "did not come to an end in " + std::to_string(most_s_) + " s";
    if (WIFSIGNALED(status))
        return "was stopped by signal " + std::to_string(WTERMSIG(status));
    return "ended with status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace tpatlas::io
