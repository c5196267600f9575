#include "cli/opening.hpp"

#include "atlas/registration.hpp"
#include "cli/body_report.hpp"
#include "cli/output.hpp"
#include "io/language_file.hpp"
#include "io/scene_file.hpp"

#include <system_error>

namespace tpatlas::cli {

namespace {

// A broken file beside good ones does not keep the others from being shown.
void tell_refused(const Faults& refused)
{
    if (refused.size() == 1)
        remark(refused.front().message());
    else if (!refused.empty())
        remark(std::to_string(refused.size()) + " files were not read, the first: " +
               refused.front().message());
}

}  // namespace

void tell_alone(const Atlas& atlas, const CommonOptions& common)
{
    const Registration* found = atlas.registration();
    if (found == nullptr || found->registered || !common.body)
        return;
    std::string line = common.body->string() + ": ";
    for (const MeshPlace& mesh : found->meshes)
        if (!mesh.guesses.empty() && found->meshes.size() == 1)
            line += may_be(mesh) + "; ";
    remark(line + "it is shown alone, without points and zones (say what it is in a body.toml "
                  "beside it, see docs/bodies.md)");
}

Result<io::AssetFolders> find_assets(const CommonOptions& common)
{
    return io::find_assets(common.data, io::this_executable());
}

io::AtlasChoices choices_of(const CommonOptions& common)
{
    return {common.body, common.catalogue, common.language, {}};
}

Result<std::shared_ptr<const Body>> open_body(const CommonOptions& common)
{
    const Result<io::AssetFolders> assets = find_assets(common);
    if (!assets)
        return assets.faults();
    Result<io::OpenedBody> opened = io::open_body(assets.value(), choices_of(common));
    if (!opened)
        return opened.faults();
    tell_refused(opened.value().refused);
    return std::move(opened.value().body);
}

Result<std::shared_ptr<const Catalogue>> open_catalogue(const CommonOptions& common)
{
    const Result<io::AssetFolders> assets = find_assets(common);
    if (!assets)
        return assets.faults();
    return io::open_catalogue(assets.value(), choices_of(common));
}

Result<std::shared_ptr<const Atlas>> open_atlas(const CommonOptions& common)
{
    Result<io::OpenedAtlas> opened = open_atlas_and_map(common);
    if (!opened)
        return opened.faults();
    return std::move(opened.value().atlas);
}

Result<io::OpenedAtlas> open_atlas_and_map(const CommonOptions& common)
{
    const Result<io::AssetFolders> assets = find_assets(common);
    if (!assets)
        return assets.faults();
    Result<io::OpenedAtlas> opened = io::open_atlas(assets.value(), choices_of(common));
    if (opened)
        tell_refused(opened.value().refused);
    return opened;
}

Result<Texts> open_texts(const CommonOptions& common)
{
    const Result<io::AssetFolders> assets = find_assets(common);
    if (!assets)
        return assets.faults();
    return io::load_texts(assets.value().languages(), common.language);
}

CommonOptions with_body_of(const SavedScene& scene, const std::filesystem::path& file,
                           const CommonOptions& common)
{
    if (common.body || scene.body.empty())
        return common;
    CommonOptions with = common;
    with.body = io::body_of(scene, file);
    if (!with.body)
        remark(file.string() + ": the body " + scene.body +
               " is not there; shown on the program's own (name it with --body)");
    return with;
}

}  // namespace tpatlas::cli
