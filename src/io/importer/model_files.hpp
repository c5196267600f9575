// io/importer/model_files.hpp: the only files that Assimp gets to see.
//
//   importer.SetIOHandler(new ModelFiles(model));   // Assimp owns and deletes it
//
// It serves the model and regular files in its own folder or below, read whole and from memory.
// Everything else is not there: other folders, links that lead out, pipes, devices, writing, and
// .mtl files, whose colours we do not use and whose reader has known faults.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <assimp/IOStream.hpp>
#include <assimp/IOSystem.hpp>

namespace tpatlas::importer {

// Nothing where it is no regular file, cannot be read or is over max_file_bytes.
std::optional<std::vector<char>> read_regular_file(const std::filesystem::path& file);

class ModelFiles : public Assimp::IOSystem {
public:
    // `model` is canonical: no links in it.
    explicit ModelFiles(const std::filesystem::path& model);

    bool Exists(const char* file) const override;
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream* Open(const char* file, const char* mode) override;
    void Close(Assimp::IOStream* stream) override;

private:
    std::optional<std::filesystem::path> served(const char* file) const;

    std::filesystem::path folder_;
};

}  // namespace tpatlas::importer
