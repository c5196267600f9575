// domain/body_map.hpp: what the meshes of a user's body are, as its `body.toml` says: in which unit
// and axes they are written, and of which structures of the embedded body each is the surface.
//
//   BodyMap map;
//   map.meshes.push_back({.file = "arm.fbx", .node = "Cube.003", .structures = {{"ulna.right"}}});
//
// What is not said is found out from names, sizes and shapes. io/body_map_file reads and writes it.
#pragma once

#include "core/ids.hpp"
#include "core/up_axis.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

struct MappedMesh {
    std::string file;  // in the folder, '/' between its folders: "bones/femur.obj"
    std::string node;  // of the file; empty: every node of it
    // Each with its side. Empty: it is none of ours, shown as it is and never asked about.
    std::vector<StructureId> structures;

    bool operator==(const MappedMesh&) const = default;
};

struct BodyMap {
    std::optional<float> unit_mm;  // millimetres of one unit of the files
    std::optional<UpAxis> up;      // the files' axis that leads from the feet to the head
    std::optional<bool> mirrored;  // left and right are exchanged in the files
    std::vector<MappedMesh> meshes;

    bool operator==(const BodyMap&) const = default;
};

// Replaces the entry of the same file and node, or adds it.
void put_mesh(BodyMap& map, MappedMesh mesh);

// The entry of that node: its own, else the one for its whole file; null where there is none.
const MappedMesh* mapped_mesh(const BodyMap& map, std::string_view file, std::string_view node);

}  // namespace tpatlas
