// io/atlas_files.hpp: the program's data, and what a user lays over them -> an Atlas to show.
//
//   Result<io::OpenedAtlas> opened = io::open_atlas(assets, {.body = folder});
//   Session session(opened.value().atlas);
//
// Takes a moment (about a tenth of a second for the embedded body, as long as its files need for a
// user's): the window calls it on its worker.
#pragma once

#include "atlas/atlas.hpp"
#include "core/result.hpp"
#include "core/texts.hpp"
#include "io/asset_folders.hpp"
#include "io/imported_body.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tpatlas::io {

// --body, --catalogue and --lang.
struct AtlasChoices {
    std::optional<std::filesystem::path> body;       // a mesh file or a folder of them
    std::optional<std::filesystem::path> catalogue;  // a folder laid over ours
    std::string language = "en";
    std::vector<MappedMesh> said;  // of the body's meshes; goes over the body.toml beside it
};

struct OpenedAtlas {
    std::shared_ptr<const Atlas> atlas;
    BodyMap body_map;  // that the user's body was read with: its body.toml, and what was said
    Faults refused;  // files of the user's body that could not be read, beside those that could
    Faults refused_presses;  // that no-press zones do not let through; they are not animated
    Faults unknown_names;    // of records on our own body; drawn nowhere, else without effect
};

struct OpenedBody {
    std::shared_ptr<const Body> body;
    std::shared_ptr<const Registration> registration;  // null of the embedded body
    std::vector<ZoneField> zone_fields;  // none for a user's body
    BodyMap body_map;
    Faults refused;
};

// While a user's body is read, which may take seconds.
struct Waiting {
    std::function<void(const ImportProgress&)> progress;  // one call at a time, from any thread
    std::stop_token stop;
};

Result<OpenedBody> open_body(const AssetFolders& assets, const AtlasChoices& choices,
                             const Waiting& waiting = {});
Result<std::shared_ptr<const Catalogue>> open_catalogue(const AssetFolders& assets,
                                                        const AtlasChoices& choices);
Result<OpenedAtlas> open_atlas(const AssetFolders& assets, const AtlasChoices& choices,
                               const Waiting& waiting = {});

}  // namespace tpatlas::io
