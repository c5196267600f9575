#include "io/atlas_files.hpp"

#include "atlas/place_names.hpp"
#include "io/body_cache.hpp"
#include "io/catalogue_files.hpp"
#include "io/imported_body.hpp"

#include <vector>

namespace tpatlas::io {

Result<OpenedBody> open_body(const AssetFolders& assets, const AtlasChoices& choices)
{
    Result<LoadedBody> embedded = load_body_cache(assets.body_cache());
    if (!embedded)
        return embedded.faults();
    if (!choices.body)
        return OpenedBody{std::move(embedded.value().body),
                          std::move(embedded.value().zone_fields), {}};
    Result<ImportedBody> own =
        import_body(*choices.body, assets.importer, embedded.value().body.get());
    if (!own)
        return own.faults();
    return OpenedBody{std::move(own.value().body), {}, std::move(own.value().refused)};
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

Result<OpenedAtlas> open_atlas(const AssetFolders& assets, const AtlasChoices& choices)
{
    Result<LoadedCatalogue> loaded = loaded_catalogue(assets, choices);
    if (!loaded)
        return loaded.faults();
    Result<OpenedBody> body = open_body(assets, choices);
    if (!body)
        return body.faults();
    // A user's body may be a single arm: what it lacks is no fault of the records.
    const Faults unknown = choices.body ? Faults{}
                                        : unknown_names(loaded.value().catalogue,
                                                        *body.value().body);
    // A user's body has no skin until it is registered to the embedded one: make_atlas() lays
    // nothing on it.
    Result<std::shared_ptr<const Atlas>> atlas =
        make_atlas(body.value().body,
                   std::make_shared<const Catalogue>(std::move(loaded.value().catalogue)),
                   std::move(body.value().zone_fields));
    if (!atlas) {
        Faults faults = atlas.faults();
        faults.insert(faults.end(), unknown.begin(), unknown.end());
        return with_places(faults, loaded.value().places);
    }
    return OpenedAtlas{atlas.value(), std::move(body.value().refused),
                       with_places(atlas.value()->refused_presses(), loaded.value().places),
                       with_places(unknown, loaded.value().places)};
}

}  // namespace tpatlas::io
