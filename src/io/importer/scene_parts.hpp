// io/importer/scene_parts.hpp: one file as named triangle surfaces: glTF, OBJ and PLY by our
// own readers, the other kinds through Assimp.
//
//   Reader reader;                       // keeps the registered importers for a batch of files
//   ReadFile file = reader.read(path);   // file.fault says why there is nothing
#pragma once

#include "io/importer/read_file.hpp"

#include <filesystem>
#include <memory>

namespace tpatlas::importer {

class Reader {
public:
    Reader();
    ~Reader();
    // Throws what Assimp throws, Refusal and std::bad_alloc too; it can be used again after that.
    ReadFile read(const std::filesystem::path& file);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace tpatlas::importer
