// io/importer/obj_counts.hpp: how much an OBJ says that it holds.
//
// Assimp makes room for all of it before anybody can tell that it is too much; a glance at the
// beginnings of the lines takes a tenth of a second for the largest file.
#pragma once

#include <span>
#include <string>

namespace tpatlas::importer {

// What is wrong in words, "" where nothing is.
std::string fault_of_obj_counts(std::span<const char> bytes);

}  // namespace tpatlas::importer
