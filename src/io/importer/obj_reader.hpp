// io/importer/obj_reader.hpp: the named surfaces of an OBJ file.
//
// Ours and not Assimp's: 5.2.5 cuts a name at its first space ("Abductor hallucis.r" becomes
// "Abductor") and joins what is then called alike. Read are v, f, o and g; other statements are
// passed over, and no other file is opened. Each `o` begins a part, whatever its name: left and
// right may be called alike; groups within it are joined. Where no `o` came yet each name of a group
// is a part. A face of more corners than three is cut like a fan.
#pragma once

#include "io/importer/read_file.hpp"

#include <vector>

namespace tpatlas::importer {

// The bytes are given away: they go before the parts come. Throws Refusal.
ReadFile read_obj(std::vector<char> bytes);

}  // namespace tpatlas::importer
