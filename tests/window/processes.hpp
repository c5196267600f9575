// tests/window/processes.hpp: the programs that a window's test starts, and whether they are at work.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace tpatlas {

void sleep_ms(int ms);

// A file's bytes; none where it cannot be read.
std::string whole(const std::filesystem::path& file);

// What it says goes to `output`, in whose folder it runs. `keep_fd` is its descriptor 3.
pid_t start_process(std::vector<std::string> words, const std::vector<std::string>& environment,
            const std::filesystem::path& output, int keep_fd = -1);

// Asks it to end, and ends it; then the number is -1.
void end_process(pid_t& process);

// Its first thread, or one that draws in software. Others may read a body for long.
bool is_drawing(pid_t process);

}  // namespace tpatlas
