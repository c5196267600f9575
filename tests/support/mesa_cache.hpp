// tests/support/mesa_cache.hpp: where Mesa keeps the shaders that it compiled, for all tests of a
// build: else each start of the program compiles them anew, which takes a second.
#pragma once

#include <string>

namespace tpatlas {

// As a variable of the environment. Mesa knows a shader by its text, so that none is out of date.
inline std::string mesa_cache()
{
    return std::string("MESA_SHADER_CACHE_DIR=") + TPATLAS_BINARY_DIR + "/mesa_cache";
}

}  // namespace tpatlas
