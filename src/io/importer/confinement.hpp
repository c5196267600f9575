// io/importer/confinement.hpp: takes from this process all that reading a model does not need.
#pragma once

#include <cstdint>

namespace tpatlas::importer {

// Memory is limited, it ends with the program that called it (which has its own clock for each
// file), and from here on only the system calls of reading files, of memory and of ending are
// allowed: no writing of files, no network, no other program. Another call fails, and ends the
// process if it is a dangerous one. False where the system has no such filter; the limits hold all
// the same.
bool confine(unsigned memory_mib);

// From here on no more than so much in all, and never more than confine() said. True where that is
// less than confine() said. Small files that claim to be large end sooner so.
bool allow_memory(std::uint64_t bytes);

}  // namespace tpatlas::importer
