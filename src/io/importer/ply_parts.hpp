// io/importer/ply_parts.hpp: the surface of a PLY file, as text or binary of either byte order.
//
// Ours and not Assimp's: of damaged files 5.2.5 crashes at two in three, and at some it never comes
// to an end. Read are the element "vertex" with x, y and z and the element "face" with
// "vertex_indices"; everything else is passed over. A face of more corners than three is cut like a
// fan.
#pragma once

#include "io/importer/read_file.hpp"

#include <span>

namespace tpatlas::importer {

// Throws Refusal.
ReadFile read_ply(std::span<const char> bytes);

}  // namespace tpatlas::importer
