#include "io/atlas_files.hpp"

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

Result<std::shared_ptr<const Catalogue>> open_catalogue(const AssetFolders& assets,
                                                        const AtlasChoices& choices)
{
    Result<Catalogue> catalogue = choices.catalogue
                                      ? load_catalogue(assets.catalogue(), *choices.catalogue)
                                      : load_catalogue(assets.catalogue());
    if (!catalogue)
        return catalogue.faults();
    return std::make_shared<const Catalogue>(catalogue.take());
}

Result<OpenedAtlas> open_atlas(const AssetFolders& assets, const AtlasChoices& choices)
{
    Result<std::shared_ptr<const Catalogue>> catalogue = open_catalogue(assets, choices);
    if (!catalogue)
        return catalogue.faults();
    Result<OpenedBody> body = open_body(assets, choices);
    if (!body)
        return body.faults();
    // A user's body has no skin until it is registered to the embedded one: make_atlas() lays
    // nothing on it.
    Result<std::shared_ptr<const Atlas>> atlas =
        make_atlas(body.value().body, catalogue.take(), std::move(body.value().zone_fields));
    if (!atlas)
        return atlas.faults();
    return OpenedAtlas{atlas.take(), std::move(body.value().refused)};
}

}  // namespace tpatlas::io
