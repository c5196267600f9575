// io/import_worker.hpp: the helper process as bytes in and bytes out; for import_client alone.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

#include <sys/types.h>

namespace tpatlas::io {

// A running tpatlas_import. Ending the object ends the process.
class ImportWorker {
public:
    static Result<ImportWorker> start(const std::filesystem::path& helper);

    ImportWorker(ImportWorker&& from) noexcept;
    ImportWorker& operator=(ImportWorker&&) = delete;
    ~ImportWorker();

    // False when the process has gone.
    bool send(const void* from, std::size_t size);
    // False when the process has gone or has said nothing for `silence_s`.
    bool receive(void* to, std::size_t size);

    // Ends it and says in words why it went: "was stopped by signal 11".
    std::string end();

    static constexpr int silence_s = 30;  // a gigabyte of text takes about that long

private:
    ImportWorker(pid_t process, int to, int from) : process_(process), to_(to), from_(from) {}

    pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
    bool silent_ = false;
};

}  // namespace tpatlas::io
