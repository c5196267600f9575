// io/importer/gltf_document.hpp: the JSON and the bytes of a glTF 2 file, both checked.
//
//   GltfDocument document(model, bytes);
//   const std::span<const char> some = document.view(whole(accessor, "bufferView"));
//
// Ours and not Assimp's: 5.2.5 reads before the beginning of a buffer where an offset is near 2^64,
// overflows the stack at deep brackets and opens whatever file a URI names. Everything here throws
// Refusal (read_file.hpp) at what it does not trust.
#pragma once

#include "io/importer/read_file.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace tpatlas::importer {

using Json = nlohmann::json;

constexpr int max_json_depth = 64;
constexpr std::size_t max_json_values = 5'000'000;

// A member that must be a whole number from 0, or must lie in a list as number `index` says.
std::uint64_t whole(const Json& object, const char* key);
std::uint64_t whole_or(const Json& object, const char* key, std::uint64_t otherwise);
const Json& entry(const Json& root, const char* list, std::uint64_t index);
// "" where it is absent or no text.
std::string text_or_nothing(const Json& object, const char* key);

class GltfDocument {
public:
    // `bytes` (of .glb or .gltf) must outlive it; `model` is canonical.
    GltfDocument(const std::filesystem::path& model, std::span<const char> bytes);

    const Json& root() const { return root_; }
    // The bytes of buffer view `index`. A buffer beside the model is read when it is first asked
    // for.
    std::span<const char> view(std::uint64_t index);

private:
    void take_chunks(std::span<const char> bytes);
    std::span<const char> buffer(std::uint64_t index);
    std::vector<char> fetched(const std::string& uri) const;

    std::filesystem::path model_;
    Json root_;
    std::span<const char> binary_;  // a GLB's second chunk
    std::map<std::uint64_t, std::vector<char>> fetched_;
};

}  // namespace tpatlas::importer
