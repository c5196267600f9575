// io/importer/scene_parts.hpp: one file as named triangle surfaces: glTF, OBJ and PLY by our
// own readers, the other kinds through Assimp.
//
//   Reader reader;                        // keeps the registered importers for a batch of files
//   const ReadFile file = reader.read(path);   // or throws why it is refused
#pragma once

#include "io/importer/read_file.hpp"

#include <filesystem>
#include <memory>

namespace tpatlas::importer {

class Reader {
public:
    Reader();
    ~Reader();
    // Throws Refusal, std::bad_alloc and what Assimp throws; it can be used again after that.
    ReadFile read(const std::filesystem::path& file);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace tpatlas::importer
