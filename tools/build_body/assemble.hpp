// tools/build_body/assemble.hpp: rebuilt meshes -> the parts of a body, in the order of the GPU.
//
//   Body::Parts parts = assemble(rebuilt);   // without places, stipple
//
// Mirrors the right side, gives every muscle its fibre tangents, and orders triangles and vertices
// for the vertex cache (within a stack, so that its triangles stay together).
#pragma once

#include "atlas/body.hpp"
#include "build_body/rebuild.hpp"

namespace tpatlas {

Body::Parts assemble(RebuiltBody rebuilt);

}  // namespace tpatlas
