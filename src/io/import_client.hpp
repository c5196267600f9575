// io/import_client.hpp: meshes of strangers, read by the helper process tpatlas_import.
//
//   Result<io::ImportedFiles> read = io::import_files(assets.importer, files);
//   for (const io::ImportedFile& file : read.value().files) ...
//
// Two helpers share a batch; where a file kills or holds one, that file is among `refused` and a
// new helper goes on with the next. Nothing that a helper says is believed: counts, indices and
// positions are checked here again. Blocks until all is read or a stop is asked for; may be called
// from any thread.
#pragma once

#include "core/mesh_data.hpp"
#include "core/result.hpp"
#include "core/up_axis.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tpatlas::io {

struct ImportedPart {
    std::string name;  // of the node or mesh in the file; may be empty
    MeshData mesh;     // positions and triangles alone, in the file's own unit and axes
};

struct ImportedFile {
    std::filesystem::path file;
    std::vector<ImportedPart> parts;  // never empty
    float unit_mm = 0;                // what the file says: millimetres of one unit; 0 nothing
    std::optional<UpAxis> up;          // what it says
    bool own = false;  // written by `tpatlas export`; its points, zones and ghosts are left out
};

struct ImportedFiles {
    std::vector<ImportedFile> files;  // in the order asked
    Faults refused;                   // one a file that could not be read
    // One of those may be read another time: time or memory was short, a helper died, others came
    // before it.
    bool may_pass = false;
};

// The largest honest file that was seen (2.6 million triangles as text) takes half a second; one
// that is made to hold us is answered within ten.
#if defined(__SANITIZE_ADDRESS__)
constexpr int usual_file_s = 80;
#else
constexpr int usual_file_s = 8;
#endif

struct ImportOptions {
    // After each file that was read or refused; from any thread, but one call at a time.
    std::function<void(std::size_t done, std::size_t of, const std::filesystem::path& file)>
        progress;
    std::stop_token stop;  // seen within a quarter of a second: the helpers are ended
    unsigned workers = 2;
    int file_s = usual_file_s;  // a helper that takes longer for a file is ended
};

// Files beyond these are refused: of a whole batch, however small each of them is.
constexpr std::size_t max_batch_vertices = 24'000'000;
constexpr std::size_t max_batch_triangles = 10'000'000;

// Fails only where the helper itself cannot be started, and when stopped.
Result<ImportedFiles> import_files(const std::filesystem::path& helper,
                                   const std::vector<std::filesystem::path>& files,
                                   const ImportOptions& options = {});

}  // namespace tpatlas::io
