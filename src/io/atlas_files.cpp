#include "io/atlas_files.hpp"

#include "atlas/carried_atlas.hpp"
#include "atlas/place_names.hpp"
#include "io/body_cache.hpp"
#include "io/body_map_file.hpp"
#include "io/catalogue_files.hpp"
#include "io/model_listing.hpp"
#include "io/name_files.hpp"
#include "io/user_body_cache.hpp"

#include <vector>

namespace tpatlas::io {

namespace {

// A user's meshes, registered to the embedded body.
Result<OpenedBody> users_body(const AssetFolders& assets, const AtlasChoices& choices,
                              const Body& embedded, const Waiting& waiting)
{
    const std::filesystem::path& place = *choices.body;
    const Result<ModelListing> listing = model_files(place);
    if (!listing)
        return listing.faults();
    const std::vector<std::filesystem::path>& files = listing.value().files;
    Result<BodyMap> map = body_map_of(place, &embedded);
    if (!map)
        return map.faults();
    for (const MappedMesh& mesh : choices.said)
        put_mesh(map.value(), mesh);
    const std::optional<UserBodyKey> key =
        user_body_key(place, files, map.value(), assets);
    const auto opened = [&](ImportedBody own) {
        return OpenedBody{std::move(own.body), std::move(own.registration), {}, map.value(),
                          std::move(own.refused)};
    };
    if (key)
        if (std::optional<ImportedBody> known = load_user_body(*key, place))
            return opened(std::move(*known));
    const Result<StructureNames> names = read_structure_names(assets.names(), embedded);
    if (!names)
        return names.faults();
    auto shapes = std::make_unique<const EmbeddedShapes>(embedded);
    Result<ImportedBody> own = import_body(place, files,
                                           {assets.importer, map.value(), shapes.get(),
                                            &names.value(), waiting.progress, waiting.stop});
    shapes.reset();  // tens of megabytes
    if (!own)
        return own.faults();
    const Faults& unlisted = listing.value().refused;
    own.value().refused.insert(own.value().refused.end(), unlisted.begin(), unlisted.end());
    own.value().may_pass = own.value().may_pass || !unlisted.empty();
    // Only where the files are still those that the key was made of.
    if (key && key == user_body_key(place, files, map.value(), assets))
        keep_user_body(*key, place, own.value());
    return opened(own.take());
}

}  // namespace

Result<OpenedBody> open_body(const AssetFolders& assets, const AtlasChoices& choices,
                             const Waiting& waiting)
{
    Result<LoadedBody> embedded = load_body_cache(assets.body_cache());
    if (!embedded)
        return embedded.faults();
    if (choices.body)
        return users_body(assets, choices, *embedded.value().body, waiting);
    return OpenedBody{std::move(embedded.value().body), nullptr,
                      std::move(embedded.value().zone_fields), {}, {}};
}

namespace {

Result<LoadedCatalogue> loaded_catalogue(const AssetFolders& assets, const AtlasChoices& choices)
{
    std::vector<std::filesystem::path> folders{assets.catalogue()};
    if (choices.catalogue)
        folders.push_back(*choices.catalogue);
    return load_catalogues(folders);
}

}  // namespace

Result<std::shared_ptr<const Catalogue>> open_catalogue(const AssetFolders& assets,
                                                        const AtlasChoices& choices)
{
    Result<LoadedCatalogue> loaded = loaded_catalogue(assets, choices);
    if (!loaded)
        return loaded.faults();
    return std::make_shared<const Catalogue>(std::move(loaded.value().catalogue));
}

Result<OpenedAtlas> open_atlas(const AssetFolders& assets, const AtlasChoices& choices,
                               const Waiting& waiting)
{
    Result<LoadedCatalogue> loaded = loaded_catalogue(assets, choices);
    if (!loaded)
        return loaded.faults();
    AtlasChoices ours = choices;
    ours.body.reset();
    Result<OpenedBody> embedded = open_body(assets, ours);
    if (!embedded)
        return embedded.faults();
    const Faults unknown = unknown_names(loaded.value().catalogue, *embedded.value().body);
    // Always laid on the embedded body, where every place was checked; from there on a user's.
    Result<std::shared_ptr<const Atlas>> atlas =
        make_atlas(embedded.value().body,
                   std::make_shared<const Catalogue>(std::move(loaded.value().catalogue)),
                   std::move(embedded.value().zone_fields));
    if (!atlas) {
        Faults faults = atlas.faults();
        faults.insert(faults.end(), unknown.begin(), unknown.end());
        return with_places(faults, loaded.value().places);
    }
    OpenedAtlas opened{atlas.value(), {}, {},
                       with_places(atlas.value()->refused_presses(), loaded.value().places),
                       with_places(unknown, loaded.value().places)};
    if (!choices.body)
        return opened;
    Result<OpenedBody> own =
        users_body(assets, choices, *embedded.value().body, waiting);
    if (!own)
        return own.faults();
    opened.atlas = carried_atlas(*atlas.value(), own.value().body, own.value().registration);
    opened.body_map = std::move(own.value().body_map);
    opened.refused = std::move(own.value().refused);
    return opened;
}

}  // namespace tpatlas::io
