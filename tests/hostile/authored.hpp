// tests/hostile/authored.hpp: honest model files of any size in six formats, from which the tests
// make dishonest ones.
//
//   write(folder / "a.glb", glb_of(tube(12, 8)));
//
// Pure functions; every file holds one surface called "Right_radius".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hostile {

struct Surface {
    std::vector<float> positions;        // x, y, z a vertex
    std::vector<std::uint32_t> corners;  // three a triangle

    std::uint32_t vertex_count() const { return static_cast<std::uint32_t>(positions.size() / 3); }
    std::uint32_t triangle_count() const { return static_cast<std::uint32_t>(corners.size() / 3); }
};

// An uneven tube along y, 600 high, with 2 * around * along triangles.
Surface tube(std::uint32_t around, std::uint32_t along);

std::string obj_of(const Surface& surface);
std::string ply_of(const Surface& surface);  // binary, little-endian
std::string stl_of(const Surface& surface);  // binary
std::string glb_of(const Surface& surface);
std::string collada_of(const Surface& surface);
std::string fbx_of(const Surface& surface);  // binary, version 7.4, arrays not packed

// The parts of the binary forms, for files that lie.
template <class T>
void put(std::string& bytes, T value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string glb_of_chunks(const std::string& json, const std::string& buffer);
// JSON of a .glb whose buffer holds the positions, then the corners. `more_of_node` begins with a
// comma, or is nothing; `uri` of the buffer likewise may be nothing.
std::string gltf_json_of(const Surface& surface, const std::string& uri = "",
                         const std::string& more_of_node = "");
std::string gltf_buffer_of(const Surface& surface);

struct FbxNode {
    std::string name;
    std::uint32_t property_count = 0;
    std::string properties;
    std::vector<FbxNode> children;

    FbxNode& text(const std::string& value);
    FbxNode& whole(std::int32_t value);
    FbxNode& id(std::int64_t value);
    FbxNode& real(double value);
    // `count` numbers are said to be in it; encoding 1: the bytes are a zlib stream.
    FbxNode& array(char kind, std::uint32_t count, std::uint32_t encoding,
                   const std::string& bytes);
};

std::string fbx_of_nodes(const std::vector<FbxNode>& nodes);
// Its tree: nodes[3] holds the geometry (vertices, corners) and the model, nodes[4] what hangs on
// what.
std::vector<FbxNode> fbx_nodes_of(const Surface& surface);

}  // namespace hostile
