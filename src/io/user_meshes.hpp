// io/user_meshes.hpp: what was read of a user's files -> meshes to register.
//
//   UserMeshes own = io::user_meshes(std::move(read.files), folder, map, names, embedded);
//   Registration found = register_meshes(shapes, own.meshes, map);
//
// A structure is a mesh node; where a file holds one alone it is called by its file. What each is
// of comes from body.toml, else from its name or FMA number. Welded, wound outward where it has an
// inside. Works on all cores.
#pragma once

#include "atlas/body.hpp"
#include "atlas/registration.hpp"
#include "core/error.hpp"
#include "domain/body_map.hpp"
#include "domain/structure_names.hpp"
#include "io/import_client.hpp"

#include <filesystem>
#include <vector>

namespace tpatlas::io {

struct UserMeshes {
    std::vector<UserMesh> meshes;
    std::vector<Structure> lone;  // one a mesh: how it is called where it stays alone
    // For a set that cannot be registered, from what the files say and from its size: what a file
    // says is believed where a body or a part of one comes out of it (glTF's metres are often
    // millimetres); silent files are metres when the set is under 3 units, else millimetres. Up is
    // y or z: along the one that set and origin together reach farther. `map` goes over all.
    Similarity guessed;
    // All were written by `tpatlas export`: in own_frame().
    bool own = false;
    Faults flat;  // one a file with meshes that have no area; they are not among `meshes`
};

// From what `tpatlas export` writes: the body frame, in metres.
Similarity own_frame();

// `names` and `embedded` may be null: then nothing is known but what the map says.
UserMeshes user_meshes(std::vector<ImportedFile> files, const std::filesystem::path& folder,
                       const BodyMap& map, const StructureNames* names, const Body* embedded);

}  // namespace tpatlas::io
