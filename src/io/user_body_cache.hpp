// io/user_body_cache.hpp: a user's body as it was registered last time, so that a second start
// neither reads its files again nor fits them.
//
//   if (const auto key = io::user_body_key(place, files, map, assets)) {
//       if (std::optional<io::ImportedBody> known = io::load_user_body(*key, place)) ...
//       io::keep_user_body(*key, place, imported);
//   }
//
// Known by content: the bytes and names of all its files, what body.toml says, the embedded body, the
// table of names, and the program and its importer themselves; a change of any is another key. It
// lies in $XDG_CACHE_HOME/tpatlas/bodies and nowhere else; the few newest are kept. What cannot be
// written or read is not cached, and that is all: nothing here fails.
#pragma once

#include "io/asset_folders.hpp"
#include "io/imported_body.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace tpatlas::io {

using UserBodyKey = std::uint64_t;

// Nothing where the files are more than a gigabyte together, say that they need others, which are
// not looked at here (*.gltf), or cannot be read.
std::optional<UserBodyKey> user_body_key(const std::filesystem::path& place,
                                         const std::vector<std::filesystem::path>& files,
                                         const BodyMap& map, const AssetFolders& assets);

// What was refused is told of the place where it lies now.
std::optional<ImportedBody> load_user_body(UserBodyKey key, const std::filesystem::path& place);
// Not where what was in a file's way may pass.
void keep_user_body(UserBodyKey key, const std::filesystem::path& place,
                    const ImportedBody& imported);

}  // namespace tpatlas::io
