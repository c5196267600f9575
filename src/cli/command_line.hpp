// cli/command_line.hpp: the whole program but the window, which comes in as a function: `cli` may
// not know `app`.
//
//   int main(int argc, char** argv)
//   {
//       return tpatlas::cli::run(argc, argv, {.version = "0.1.0", ..., .open_window = ...});
//   }
#pragma once

#include "cli/program.hpp"

namespace tpatlas::cli {

// The exit status: 0 done; 1 failed, with one line on standard error; 2 wrong usage.
int run(int argc, const char* const* argv, const Program& program);

}  // namespace tpatlas::cli
