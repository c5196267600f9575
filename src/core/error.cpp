#include "core/error.hpp"

#include <algorithm>

namespace tpatlas {

std::string Error::message() const
{
    std::string line;
    if (!where.empty())
        line += where + ": ";
    line += what;
    if (!mend.empty())
        line += " (" + mend + ")";
    // One line whatever a file's name or a library's message contains.
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

}  // namespace tpatlas
