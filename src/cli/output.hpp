// cli/output.hpp: how the verbs speak: answers on standard output, one line a remark or failure on
// standard error.
#pragma once

#include "core/error.hpp"
#include "core/result.hpp"

#include <string>
#include <vector>

namespace tpatlas::cli {

// Fails where standard output takes no more (a full disk, a closed pipe).
// Of control characters only the ends of lines reach it.
Result<Done> print(const std::string& answer);

// One line on standard error, beginning with the program's name.
void remark(const std::string& text);

// The line that tells a failure: the first fault, and how many more there are.
std::string line_of(const Faults& faults);

// Rows of cells in columns two spaces apart; the last column is not padded.
std::string columns(std::vector<std::vector<std::string>> rows);

// As many decimals as a reader wants: "12.3".
std::string number(double value, int decimals);

}  // namespace tpatlas::cli
