// io/importer/model_files.hpp: the only files that Assimp gets to see.
//
//   importer.SetIOHandler(new ModelFiles(model, std::move(bytes)));  // Assimp owns and deletes it
//
// It serves the model, which was read before, and regular files in its folder or below, read whole.
// Everything else is not there: other folders, links that lead out, pipes, devices and
// writing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <assimp/IOStream.hpp>
#include <assimp/IOSystem.hpp>

namespace tpatlas::importer {

// Nothing where it is no regular file, cannot be read or is over max_file_bytes.
std::optional<std::vector<char>> read_regular_file(const std::filesystem::path& file);

// `file`, as the model names it, where it is a regular file in the model's folder or below.
std::optional<std::filesystem::path> file_beside(const std::filesystem::path& model,
                                                 const std::filesystem::path& file);

class ModelFiles : public Assimp::IOSystem {
public:
    // `model` is canonical: no links in it. Its bytes are kept once, however often it is opened.
    ModelFiles(const std::filesystem::path& model, std::vector<char> bytes);

    bool Exists(const char* file) const override;
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream* Open(const char* file, const char* mode) override;
    void Close(Assimp::IOStream* stream) override;

private:
    std::filesystem::path model_;
    std::shared_ptr<const std::vector<char>> bytes_;
};

}  // namespace tpatlas::importer
