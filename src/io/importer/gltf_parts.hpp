// io/importer/gltf_parts.hpp: the surfaces of a glTF 2 file, .glb or .gltf.
//
// Read are nodes, their transforms, and positions and indices of triangles, strips and fans; floats
// or, as KHR_mesh_quantization has them, small integers. Left out are materials, skins, morphs and
// animations: a mesh stands as it was modelled. Refused are compression (Draco, meshopt) and sparse
// positions.
#pragma once

#include "io/importer/read_file.hpp"

#include <filesystem>
#include <span>

namespace tpatlas::importer {

constexpr int max_node_depth = 256;

// Throws Refusal. `model` is canonical, `bytes` its content.
ReadFile read_gltf(const std::filesystem::path& model, std::span<const char> bytes);

}  // namespace tpatlas::importer
