// io/asset_folders.hpp: where the program's own files lie.
//
//   Result<io::AssetFolders> assets = io::find_assets(std::nullopt, io::this_executable());
//   io::load_catalogue(assets.value().catalogue());
//
// One folder holds body.cache, catalogue/, languages/, names/ and shaders/. It is looked for in this
// order: the one asked for (--data, and then nowhere else), `assets` beside the executable, the
// installed share/tpatlas, the build tree's assets (whose other parts than body.cache are links to
// the sources, so that an edited record is seen without a build).
#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <optional>

namespace tpatlas::io {

struct AssetFolders {
    std::filesystem::path root;
    std::filesystem::path importer;  // tpatlas_import; it may be missing, which matters to --body

    std::filesystem::path body_cache() const { return root / "body.cache"; }
    std::filesystem::path catalogue() const { return root / "catalogue"; }
    std::filesystem::path languages() const { return root / "languages"; }
    std::filesystem::path names() const { return root / "names"; }  // missing: matters to --body
    std::filesystem::path shaders() const { return root / "shaders"; }
};

std::filesystem::path this_executable();

// One fault, which names what is missing and where it was looked for.
Result<AssetFolders> find_assets(const std::optional<std::filesystem::path>& asked,
                                 const std::filesystem::path& executable);

}  // namespace tpatlas::io
