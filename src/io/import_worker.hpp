// io/import_worker.hpp: the helper process as bytes in and bytes out; for import_client alone.
#pragma once

#include "core/result.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>

#include <sys/types.h>

namespace tpatlas::io {

// A running tpatlas_import. Ending the object ends the process.
class ImportWorker {
public:
    // The helper refuses files for which it would need more memory than that.
    static Result<ImportWorker> start(const std::filesystem::path& helper, unsigned memory_mib,
                                      std::stop_token stop);

    ImportWorker(ImportWorker&& from) noexcept;
    ImportWorker& operator=(ImportWorker&&) = delete;
    ~ImportWorker();

    // From here on it has so long for its answer.
    void begin_file(int most_s);
    // False when the process has gone.
    bool send(const void* from, std::size_t size);
    // False when the process has gone, its time is over or a stop is asked for.
    bool receive(void* to, std::size_t size);

    // Ends it and says in words why it went: "was stopped by signal 11".
    std::string end();

private:
    ImportWorker(pid_t process, int to, int from, std::stop_token stop)
        : process_(process), to_(to), from_(from), stop_(std::move(stop))
    {
    }
    // False where the wait is over.
    bool wait_for_bytes();

    pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::stop_token stop_;
    std::chrono::steady_clock::time_point deadline_{};
    int most_s_ = 0;
    bool late_ = false;
};

}  // namespace tpatlas::io
