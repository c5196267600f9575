// cli/opening.hpp: the steps that verbs begin with, each with the options that go with every verb.
#pragma once

#include "atlas/atlas.hpp"
#include "cli/options.hpp"
#include "core/result.hpp"
#include "core/texts.hpp"
#include "io/asset_folders.hpp"
#include "io/atlas_files.hpp"
#include "state/saved_scene.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace tpatlas::cli {

Result<io::AssetFolders> find_assets(const CommonOptions& common);
io::AtlasChoices choices_of(const CommonOptions& common);

Result<std::shared_ptr<const Body>> open_body(const CommonOptions& common);
Result<std::shared_ptr<const Catalogue>> open_catalogue(const CommonOptions& common);
Result<std::shared_ptr<const Atlas>> open_atlas(const CommonOptions& common);
// The same, with what a user's body was read with.
Result<io::OpenedAtlas> open_atlas_and_map(const CommonOptions& common);
// For verbs that ask for points or zones: a user's body that could not be laid on ours has none.
// Said in one line, with what would help; nothing where it was.
void tell_alone(const Atlas& atlas, const CommonOptions& common);
Result<Texts> open_texts(const CommonOptions& common);

// A scene's body is looked for beside the scene, then from where we are; --body comes before it.
// One that is not there is told, and the scene is shown on our own.
CommonOptions with_body_of(const SavedScene& scene, const std::filesystem::path& file,
                           const CommonOptions& common);

}  // namespace tpatlas::cli
