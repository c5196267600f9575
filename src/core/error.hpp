// core/error.hpp: what went wrong, where, and what the reader can do.
//
//   return Error{"head.toml:41", "muscle 'soleus' names no structure", "add one, or set structure = false"};
//
// Expected failures travel as Result<T> (core/result.hpp); a programmer's mistake is an assert.
#pragma once

#include <string>
#include <vector>

namespace tpatlas {

struct Error {
    std::string where;  // a file, a file:line, an option, an id; may be empty
    std::string what;
    std::string mend;   // what to do about it; may be empty

    // "where: what (mend)", one line.
    std::string message() const;
    bool operator==(const Error&) const = default;
};

// Never empty where it is returned as a failure.
using Faults = std::vector<Error>;

}  // namespace tpatlas
