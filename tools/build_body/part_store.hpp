// tools/build_body/part_store.hpp: meshes that were made before, by what they were made from.
//
//   const PartStore store(out / "parts");
//   Part part = store.get_or_make("scapula", key, [&] { return Part{bone_surface(table), {}}; });
//
// A part's file carries its name and its key: the hash of all that decides its form (its table, the
// code that rebuilds it, other parts). A file that cannot be read is made again. May be called from
// several threads for different names. Depends on core and io.
#pragma once

#include "core/mesh_data.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

// Hashes of the sources that rebuild a kind of part, and of how they are compiled.
std::uint64_t code_of_muscles();
std::uint64_t code_of_bones();
std::uint64_t code_of_skin();
std::uint64_t code_of_contacts();

class Key {
public:
    void add(std::uint64_t word);
    void add(std::string_view text);
    void add(const MeshData& mesh);
    // The file's bytes; nothing where it cannot be read.
    void add_file(const std::filesystem::path& file);
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0x9ae16a3b2f90404full;
};

struct Part {
    MeshData mesh;
    std::vector<std::uint32_t> mirror_of;  // of the skin's vertices; else empty
};

class PartStore {
public:
    explicit PartStore(std::filesystem::path folder);

    Part get_or_make(const std::string& name, std::uint64_t key,
                     const std::function<Part()>& make) const;
    std::optional<Part> get(const std::string& name, std::uint64_t key) const;
    void put(const std::string& name, std::uint64_t key, const Part& part) const;

    // Deletes what has none of these names: parts of structures that are no more.
    void keep_only(const std::set<std::string>& names) const;

private:
    std::filesystem::path folder_;
};

}  // namespace tpatlas
