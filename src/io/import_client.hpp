// io/import_client.hpp: meshes of strangers, read by the helper process tpatlas_import.
//
//   Result<io::ImportedFiles> read = io::import_files(assets.importer, files);
//   for (const io::ImportedFile& file : read.value().files) ...
//
// One helper serves a batch; where a file kills or holds it, that file is among `refused` and a new
// helper goes on with the next. Nothing that a helper says is believed: counts, indices and
// positions are checked here again. Blocks until all is read; may be called from any thread.
#pragma once

#include "core/mesh_data.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tpatlas::io {

enum class SaidUp { nothing, y, z };

struct ImportedPart {
    std::string name;  // of the node or mesh in the file; may be empty
    MeshData mesh;     // positions and triangles alone, in the file's own unit and axes
};

struct ImportedFile {
    std::filesystem::path file;
    std::vector<ImportedPart> parts;  // never empty
    float unit_mm = 0;                // what the file says: millimetres of one unit; 0 nothing
    SaidUp up = SaidUp::nothing;
};

struct ImportedFiles {
    std::vector<ImportedFile> files;  // in the order asked
    Faults refused;                   // one a file that could not be read
};

// Fails only where the helper itself cannot be started.
Result<ImportedFiles> import_files(const std::filesystem::path& helper,
                                   const std::vector<std::filesystem::path>& files);

}  // namespace tpatlas::io
