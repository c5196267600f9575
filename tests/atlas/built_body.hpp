// tests/atlas/built_body.hpp: the body that the build made, read once for all tests.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/zone_shapes.hpp"
#include "io/body_cache.hpp"
#include "io/catalogue_files.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>

namespace tpatlas {

inline const io::LoadedBody& built_body()
{
    static const io::LoadedBody loaded = [] {
        Result<io::LoadedBody> cache = io::load_body_cache(
            std::filesystem::path(TPATLAS_BINARY_DIR) / "assets" / "body.cache");
        if (!cache)
            throw std::runtime_error(cache.error().message());
        return cache.take();
    }();
    return loaded;
}

inline const PlacesOnSkin& built_skin()
{
    static const PlacesOnSkin places(built_body().body);
    return places;
}

inline std::shared_ptr<const Catalogue> shipped_catalogue()
{
    static const std::shared_ptr<const Catalogue> catalogue = [] {
        Result<Catalogue> loaded = io::load_catalogue(std::filesystem::path(TPATLAS_SOURCE_DIR) /
                                                      "assets" / "catalogue");
        if (!loaded)
            throw std::runtime_error(loaded.error().message());
        return std::make_shared<const Catalogue>(loaded.take());
    }();
    return catalogue;
}

inline const Atlas& built_atlas()
{
    static const std::shared_ptr<const Atlas> atlas = [] {
        auto made = make_atlas(built_body().body, shipped_catalogue(), built_body().zone_fields);
        if (!made)
            throw std::runtime_error(made.error().message());
        return made.take();
    }();
    return *atlas;
}

}  // namespace tpatlas
