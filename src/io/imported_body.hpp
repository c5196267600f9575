// io/imported_body.hpp: a user's meshes as a Body to show.
//
//   Result<io::ImportedBody> own = io::import_body("my_folder", assets.importer, embedded.get());
//
// A folder is read with all its folders. A structure is a mesh node; where a file holds one alone
// it is called by its file. Provenance `imported`; no skin, no regions, no landmarks, no fibres.
// Kind, layer, region and names come from the embedded body's structure of the same name or FMA
// number, else the kind comes from words of the name.
//
// Units and axes are guessed for the whole set: what a file says is believed where a body or a part
// of one comes out of it (glTF's metres are often millimetres); silent files are metres when the
// set is under 3 units, else millimetres. Up is y or z: along the one that set and origin together
// reach farther; a set with z up is turned by (x, z, -y).
#pragma once

#include "atlas/body.hpp"
#include "core/result.hpp"
#include "io/import_client.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace tpatlas::io {

struct ImportedBody {
    std::shared_ptr<const Body> body;
    Faults refused;  // files that could not be read, beside those that could
};

// Fails where nothing could be read: one fault a file, or one for the place.
Result<ImportedBody> import_body(const std::filesystem::path& file_or_folder,
                                 const std::filesystem::path& helper, const Body* embedded);

// The parts of read files, moved into the body frame and made a Body. Public for tests.
Result<Body> body_of(std::vector<ImportedFile> files, const Body* embedded);

}  // namespace tpatlas::io
