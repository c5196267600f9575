// io/whole_file.hpp: files read within a limit and written whole or not at all.
//
//   Result<Done> saved = io::write_whole(file, text);
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace tpatlas::io {

// Replaces what is there, by a file written beside it and renamed over it; a link stays a link, and
// what it points to is replaced. The folder must be there. A device or a pipe is written to as it is.
Result<Done> write_whole(const std::filesystem::path& file, std::string_view text);

// A name for what is written first and then renamed to `file`: no other call, and no other program,
// has the same.
std::filesystem::path part_beside(const std::filesystem::path& file);

// Faults: no regular file (a pipe could block), unreadable, larger than `limit` bytes.
Result<std::string> read_whole(const std::filesystem::path& file, std::size_t limit);

}  // namespace tpatlas::io
