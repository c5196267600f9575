// io/importer/magic.hpp: does a file begin as its name says?
//
// Assimp tries other readers on a file whose extension lies, and answers "read" with an empty
// scene; so the first bytes are looked at before it sees the file.
#pragma once

#include <span>
#include <string>

namespace tpatlas::importer {

// What is wrong in words, "" where nothing is. `extension` in lower case with its dot; an
// extension that we do not read is wrong too.
std::string fault_of_first_bytes(std::span<const char> bytes, const std::string& extension);

}  // namespace tpatlas::importer
