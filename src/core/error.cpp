#include "core/error.hpp"

#include "core/utf8.hpp"

namespace tpatlas {

std::string Error::message() const
{
    std::string line;
    if (!where.empty())
        line += where + ": ";
    line += what;
    if (!mend.empty())
        line += " (" + mend + ")";
    return one_line(line);  // whatever a file's name or a library's message contains
}

}  // namespace tpatlas
