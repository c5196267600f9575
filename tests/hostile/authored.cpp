#include "hostile/authored.hpp"

#include "io/import_files.hpp"

#include <cmath>
#include <cstring>

namespace hostile {

namespace {

const std::string name = "Right_radius";

std::string text_of(float value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.5f", static_cast<double>(value));
    return text;
}

template <class T>
std::string bytes_of(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

Surface tube(std::uint32_t around, std::uint32_t along)
{
    Surface surface;
    for (std::uint32_t i = 0; i <= along; ++i)
        for (std::uint32_t k = 0; k < around; ++k) {
            const double turn = 2 * 3.14159265358979 * k / around;
            const double height = 600.0 * i / along;
            const double radius = 80 + 20 * std::sin(height / 50) + 5 * std::cos(3 * turn);
            surface.positions.push_back(static_cast<float>(radius * std::cos(turn)));
            surface.positions.push_back(static_cast<float>(height));
            surface.positions.push_back(static_cast<float>(radius * std::sin(turn)));
        }
    for (std::uint32_t i = 0; i < along; ++i)
        for (std::uint32_t k = 0; k < around; ++k) {
            const std::uint32_t a = i * around + k, b = i * around + (k + 1) % around;
            for (const std::uint32_t corner : {a, a + around, b, b, a + around, b + around})
                surface.corners.push_back(corner);
        }
    return surface;
}

std::string obj_of(const Surface& surface)
{
    std::string text = "# a tube\no " + name + "\n";
    for (std::size_t i = 0; i < surface.positions.size(); i += 3)
        text += "v " + text_of(surface.positions[i]) + " " + text_of(surface.positions[i + 1]) +
                " " + text_of(surface.positions[i + 2]) + "\n";
    for (std::size_t i = 0; i < surface.corners.size(); i += 3)
        text += "f " + std::to_string(surface.corners[i] + 1) + " " +
                std::to_string(surface.corners[i + 1] + 1) + " " +
                std::to_string(surface.corners[i + 2] + 1) + "\n";
    return text;
}

std::string ply_of(const Surface& surface)
{
    std::string bytes = "ply\nformat binary_little_endian 1.0\nelement vertex " +
                        std::to_string(surface.vertex_count()) +
                        "\nproperty float x\nproperty float y\nproperty float z\nelement face " +
                        std::to_string(surface.triangle_count()) +
                        "\nproperty list uchar int vertex_indices\nend_header\n" +
                        bytes_of(surface.positions);
    for (std::size_t i = 0; i < surface.corners.size(); i += 3) {
        put(bytes, std::uint8_t{3});
        for (std::size_t k = 0; k < 3; ++k)
            put(bytes, surface.corners[i + k]);
    }
    return bytes;
}

std::string stl_of(const Surface& surface)
{
    std::string bytes(80, ' ');
    put(bytes, surface.triangle_count());
    for (std::size_t i = 0; i < surface.corners.size(); i += 3) {
        for (int k = 0; k < 3; ++k)
            put(bytes, 0.0f);
        for (std::size_t k = 0; k < 3; ++k)
            for (std::size_t axis = 0; axis < 3; ++axis)
                put(bytes, surface.positions[3 * surface.corners[i + k] + axis]);
        put(bytes, std::uint16_t{0});
    }
    return bytes;
}

std::string gltf_buffer_of(const Surface& surface)
{
    return bytes_of(surface.positions) + bytes_of(surface.corners);
}

std::string gltf_json_of(const Surface& surface, const std::string& uri,
                         const std::string& more_of_node)
{
    const std::string first = std::to_string(surface.positions.size() * sizeof(float));
    const std::string second = std::to_string(surface.corners.size() * sizeof(std::uint32_t));
    const std::string all = std::to_string(gltf_buffer_of(surface).size());
    return R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],)"
           R"("nodes":[{"mesh":0,"name":")" + name + "\"" + more_of_node + "}],"
           R"("meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],)"
           R"("accessors":[{"bufferView":0,"componentType":5126,"count":)" +
           std::to_string(surface.vertex_count()) +
           R"(,"type":"VEC3"},{"bufferView":1,"componentType":5125,"count":)" +
           std::to_string(surface.corners.size()) + R"(,"type":"SCALAR"}],)"
           R"("bufferViews":[{"buffer":0,"byteLength":)" + first +
           R"(},{"buffer":0,"byteOffset":)" + first + R"(,"byteLength":)" + second +
           R"(}],"buffers":[{"byteLength":)" + all +
           (uri.empty() ? "" : ",\"uri\":\"" + uri + "\"") + "}]}";
}

std::string glb_of_chunks(const std::string& json, const std::string& buffer)
{
    return import_files::glb_of_json(json, buffer);
}

std::string glb_of(const Surface& surface)
{
    return glb_of_chunks(gltf_json_of(surface), gltf_buffer_of(surface));
}

std::string collada_of(const Surface& surface)
{
    std::string floats, corners;
    for (const float value : surface.positions)
        floats += text_of(value) + " ";
    for (const std::uint32_t corner : surface.corners)
        corners += std::to_string(corner) + " ";
    return R"(<?xml version="1.0" encoding="utf-8"?>
<COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1"><asset>
<unit name="millimeter" meter="0.001"/><up_axis>Y_UP</up_axis></asset>
<library_geometries><geometry id="g" name="g"><mesh>
<source id="p"><float_array id="pa" count=")" +
           std::to_string(surface.positions.size()) + "\">" + floats +
           R"(</float_array><technique_common><accessor source="#pa" count=")" +
           std::to_string(surface.vertex_count()) + R"(" stride="3">
<param name="X" type="float"/><param name="Y" type="float"/><param name="Z" type="float"/>
</accessor></technique_common></source>
<vertices id="v"><input semantic="POSITION" source="#p"/></vertices>
<triangles count=")" + std::to_string(surface.triangle_count()) +
           R"("><input semantic="VERTEX" source="#v" offset="0"/><p>)" + corners +
           R"(</p></triangles></mesh></geometry></library_geometries>
<library_visual_scenes><visual_scene id="s"><node id="n" name=")" + name + R"(">
<instance_geometry url="#g"/></node></visual_scene></library_visual_scenes>
<scene><instance_visual_scene url="#s"/></scene></COLLADA>
)";
}

FbxNode& FbxNode::text(const std::string& value)
{
    ++property_count;
    properties += 'S';
    put(properties, static_cast<std::uint32_t>(value.size()));
    properties += value;
    return *this;
}

FbxNode& FbxNode::whole(std::int32_t value)
{
    ++property_count;
    properties += 'I';
    put(properties, value);
    return *this;
}

FbxNode& FbxNode::id(std::int64_t value)
{
    ++property_count;
    properties += 'L';
    put(properties, value);
    return *this;
}

FbxNode& FbxNode::real(double value)
{
    ++property_count;
    properties += 'D';
    put(properties, value);
    return *this;
}

FbxNode& FbxNode::array(char kind, std::uint32_t count, std::uint32_t encoding,
                        const std::string& bytes)
{
    ++property_count;
    properties += kind;
    put(properties, count);
    put(properties, encoding);
    put(properties, static_cast<std::uint32_t>(bytes.size()));
    properties += bytes;
    return *this;
}

namespace {

// Offsets in the file are absolute, so the nodes are written one after the other where they lie.
void append(std::string& file, const FbxNode& node)
{
    const std::size_t at = file.size();
    put(file, std::uint32_t{0});  // where it ends: known below
    put(file, node.property_count);
    put(file, static_cast<std::uint32_t>(node.properties.size()));
    file += static_cast<char>(node.name.size());
    file += node.name + node.properties;
    for (const FbxNode& child : node.children)
        append(file, child);
    if (!node.children.empty())
        file.append(13, '\0');
    const auto end = static_cast<std::uint32_t>(file.size());
    std::memcpy(file.data() + at, &end, sizeof end);
}

FbxNode node_of(const std::string& name_of_node, std::vector<FbxNode> children = {})
{
    return {name_of_node, 0, "", std::move(children)};
}

FbxNode setting(const std::string& key, const std::string& type, const std::string& label)
{
    return node_of("P").text(key).text(type).text(label).text("");
}

}  // namespace

std::string fbx_of_nodes(const std::vector<FbxNode>& nodes)
{
    std::string file("Kaydara FBX Binary  \0\x1a\0", 23);
    put(file, std::uint32_t{7400});
    for (const FbxNode& node : nodes)
        append(file, node);
    file.append(13, '\0');
    return file.append(160, '\0');
}

std::vector<FbxNode> fbx_nodes_of(const Surface& surface)
{
    std::vector<double> positions(surface.positions.begin(), surface.positions.end());
    std::vector<std::int32_t> corners;
    for (std::size_t i = 0; i < surface.corners.size(); ++i) {
        const auto corner = static_cast<std::int32_t>(surface.corners[i]);
        corners.push_back(i % 3 == 2 ? -1 - corner : corner);  // the last one of a face
    }
    const std::string separator("\0\x01", 2);
    FbxNode geometry = node_of("Geometry").id(1000).text(separator + "Geometry").text("Mesh");
    geometry.children = {
        node_of("Vertices").array('d', static_cast<std::uint32_t>(positions.size()), 0,
                                  bytes_of(positions)),
        node_of("PolygonVertexIndex").array('i', static_cast<std::uint32_t>(corners.size()), 0,
                                            bytes_of(corners)),
        node_of("GeometryVersion").whole(124)};
    FbxNode model = node_of("Model").id(2000).text(name + separator + "Model").text("Mesh");
    model.children = {node_of("Version").whole(232)};
    return {node_of("FBXHeaderExtension", {node_of("FBXHeaderVersion").whole(1003),
                                           node_of("FBXVersion").whole(7400)}),
            node_of("GlobalSettings",
                    {node_of("Version").whole(1000),
                     node_of("Properties70", {setting("UpAxis", "int", "Integer").whole(1),
                                              setting("UnitScaleFactor", "double", "Number")
                                                  .real(0.1)})}),
            node_of("Definitions", {node_of("Version").whole(100), node_of("Count").whole(2)}),
            node_of("Objects", {geometry, model}),
            node_of("Connections", {node_of("C").text("OO").id(2000).id(0),
                                    node_of("C").text("OO").id(1000).id(2000)})};
}

std::string fbx_of(const Surface& surface)
{
    return fbx_of_nodes(fbx_nodes_of(surface));
}

}  // namespace hostile
