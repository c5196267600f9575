// tests/support/embedded_body.hpp: the body that this build made.
#pragma once

#include "io/body_cache.hpp"

#include <filesystem>

namespace tpatlas::testing {

inline const Body& embedded_body()
{
    static const io::LoadedBody loaded =
        io::load_body_cache(std::filesystem::path(TPATLAS_BINARY_DIR) / "assets/body.cache").take();
    return *loaded.body;
}

}  // namespace tpatlas::testing
