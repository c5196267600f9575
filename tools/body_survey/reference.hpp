// tools/body_survey/reference.hpp: the reference meshes, in the body frame.
//
//   Result<std::filesystem::path> file = find_reference(folder, 32540);
//   Result<MeshData> mesh = load_reference_mesh(file.value());
//
// Binary glTF (.glb) and binary STL. Every node transform of a glTF file is applied (a rotation in
// all, and a scale in the few files that were drawn in another unit), then z-up becomes y-up:
// (x, z, -y). STL files are z-up already. Depends on core and JSON.
#pragma once

#include "core/mesh_data.hpp"
#include "core/result.hpp"

#include <filesystem>

namespace tpatlas
{

// Positions and triangles only, nothing welded. Fails on anything that is not plainly right.
Result<MeshData> load_reference_mesh(const std::filesystem::path& file);

// The one file of `folder` and the folders below it whose name carries the number: FMA32540. The
// first by name where there are several.
Result<std::filesystem::path> find_reference(const std::filesystem::path& folder, int fma);

} // namespace tpatlas
