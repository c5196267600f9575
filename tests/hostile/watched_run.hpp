// tests/hostile/watched_run.hpp: a run of the program with its clock and its memory watched.
#pragma once

#include "program/program.hpp"

namespace hostile {

struct WatchedRun {
    program::Outcome outcome;
    double seconds = 0;
    double peak_mb = 0;  // of the program and all that it started, together, at one time
};

// Ends it after `most_s`: its status is then 1009.
WatchedRun watched_run(const program::Words& words, double most_s);

}  // namespace hostile
