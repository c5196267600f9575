// io/body_cache.hpp: the file that the program starts from: a body, made once, and the fields of
// its zones.
//
//   Result<io::LoadedBody> loaded = io::load_body_cache(assets / "body.cache");
//   loaded.value().body->bounds()
//
// The file is a header (magic, version, length, hash of all that follows), a table of sections and
// the sections, little-endian, each aligned to 16 bytes. It is made on the machine that reads it
// and is no format for exchange: another version of the program refuses it. The same body gives the
// same bytes.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/body.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace tpatlas::io {

struct LoadedBody {
    std::shared_ptr<const Body> body;
    std::vector<ZoneField> zone_fields;
};

// Replaces the file in one step, so that a reader never sees half of it.
Result<Done> write_body_cache(const std::filesystem::path& file, const Body::Parts& parts,
                              const std::vector<ZoneField>& zone_fields);

// One fault for a file that is absent, foreign, of another version, cut off or damaged.
Result<LoadedBody> load_body_cache(const std::filesystem::path& file);

}  // namespace tpatlas::io
