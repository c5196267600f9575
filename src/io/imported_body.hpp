// io/imported_body.hpp: a user's meshes as a Body to show, registered to the embedded one.
//
//   Result<io::ImportedBody> own = io::import_body(
//       folder, files, {.helper = assets.importer, .embedded = &shapes, .names = &names});
//
// What is registered, what stands alone and how they join: atlas/registration.hpp and
// atlas/user_body.hpp. Blocks until all is done or a stop is asked for; may be called from any
// thread.
#pragma once

#include "atlas/body.hpp"
#include "atlas/embedded_shapes.hpp"
#include "atlas/registration.hpp"
#include "core/result.hpp"
#include "domain/body_map.hpp"
#include "domain/structure_names.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace tpatlas::io {

struct ImportedBody {
    std::shared_ptr<const Body> body;
    std::shared_ptr<const Registration> registration;
    Faults refused;  // files that could not be read, or not all of them, beside those that could
    bool may_pass = false;  // the same files may be read another time (io/import_client.hpp)
};

// How far it is: files first, then one step for the registration.
struct ImportProgress {
    std::size_t done = 0;
    std::size_t of = 0;
    std::string file;  // that was read last; empty: all are read
};

struct BodyImport {
    std::filesystem::path helper;               // tpatlas_import
    BodyMap map;                                // what is known of the meshes already
    const EmbeddedShapes* embedded = nullptr;   // null: nothing is registered
    const StructureNames* names = nullptr;      // null: nothing is known by its name
    std::function<void(const ImportProgress&)> progress;  // one call at a time, from any thread
    std::stop_token stop;
};

// Fails where nothing could be read, with one fault a file or one for the place, and when it is
// stopped. `files` are the place's (io/model_listing.hpp).
Result<ImportedBody> import_body(const std::filesystem::path& file_or_folder,
                                 const std::vector<std::filesystem::path>& files,
                                 const BodyImport& how);

// Where a place's body.toml lies, whether it is there or not.
std::filesystem::path body_map_beside(const std::filesystem::path& file_or_folder);

// What it says; nothing where there is none. A single file is read with the body.toml beside it.
Result<BodyMap> body_map_of(const std::filesystem::path& file_or_folder, const Body* embedded);

}  // namespace tpatlas::io
