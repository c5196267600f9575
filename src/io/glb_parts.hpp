// io/glb_parts.hpp: what a binary glTF 2.0 file is put together from: arrays behind accessors, and
// the two chunks of the file.
//
//   GlbParts parts;
//   Json primitive{{"attributes", {{"POSITION", parts.positions(all)}}}};
//   Result<std::string> bytes = parts.file(document);
//
// No compression, no quantisation; each array has a view of its own; the same calls give the same
// bytes. Depends on atlas and JSON.
#pragma once

#include "atlas/body.hpp"
#include "core/mesh_data.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

namespace tpatlas::io {

class GlbParts {
public:
    using Json = nlohmann::ordered_json;  // keys in the order written: the same bytes every time

    // Numbers of accessors. No array may be empty: glTF knows no empty mesh.
    int positions(std::span<const glm::vec3> all);  // with their bounds
    // What has no length, which a user's mesh may hold, becomes one that points up: the standard
    // wants unit vectors.
    int normals(std::span<const glm::vec3> all);
    int pairs(std::span<const glm::vec2> all);
    int corners(std::span<const Triangle> all);

    // A structure's primitives, one a stack (whose name its extras say); the fibre coordinates of
    // muscles are the first texture coordinates. `material`: none where it is negative.
    Json primitives(const Body& body, std::uint32_t number, int material);

    // The whole file: `root` with what was added, in metres or whatever its nodes say. Letters that
    // are no UTF-8 are replaced. Fails above the 4 GiB that the format knows.
    Result<std::string> file(Json root) const;

private:
    int accessor(const void* from, std::size_t bytes, std::size_t count, int target, int component,
                 const char* type);

    std::string binary_;
    Json views_ = Json::array();
    Json accessors_ = Json::array();
};

// What is known of a structure, for a node's extras.
GlbParts::Json glb_extras(const Structure& structure);

}  // namespace tpatlas::io
