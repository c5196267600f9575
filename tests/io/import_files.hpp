// tests/io/import_files.hpp: small model files of each kind, written by hand.
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace import_files {

namespace fs = std::filesystem;

// A folder of this test alone, empty at its beginning.
inline fs::path fresh_folder()
{
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const fs::path folder = fs::path(testing::TempDir()) / "tpatlas_import" /
                            (std::string(test->test_suite_name()) + "." + test->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

inline fs::path write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

// A tetrahedron with its corners at the origin and `edge` along each axis, shifted; it winds
// outward and has the volume edge^3 / 6.
struct Tetrahedron {
    float edge = 30;
    float x = 0, y = 0, z = 0;

    std::vector<float> positions() const
    {
        return {x, y, z, x + edge, y, z, x, y + edge, z, x, y, z + edge};
    }
    static std::vector<std::uint16_t> corners() { return {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3}; }
};

inline std::string number(float value)
{
    return std::to_string(value);
}

inline std::string obj_of(const Tetrahedron& t, const std::string& head = "")
{
    const std::vector<float> p = t.positions();
    const std::vector<std::uint16_t> c = t.corners();
    std::string text = "# a tetrahedron\n" + head;
    for (std::size_t i = 0; i < p.size(); i += 3)
        text += "v " + number(p[i]) + " " + number(p[i + 1]) + " " + number(p[i + 2]) + "\n";
    for (std::size_t i = 0; i < c.size(); i += 3)
        text += "f " + std::to_string(c[i] + 1) + " " + std::to_string(c[i + 1] + 1) + " " +
                std::to_string(c[i + 2] + 1) + "\n";
    return text;
}

inline std::string ply_of(const Tetrahedron& t)
{
    const std::vector<float> p = t.positions();
    const std::vector<std::uint16_t> c = t.corners();
    std::string text = "ply\nformat ascii 1.0\nelement vertex 4\nproperty float x\n"
                       "property float y\nproperty float z\nelement face 4\n"
                       "property list uchar int vertex_indices\nend_header\n";
    for (std::size_t i = 0; i < p.size(); i += 3)
        text += number(p[i]) + " " + number(p[i + 1]) + " " + number(p[i + 2]) + "\n";
    for (std::size_t i = 0; i < c.size(); i += 3)
        text += "3 " + std::to_string(c[i]) + " " + std::to_string(c[i + 1]) + " " +
                std::to_string(c[i + 2]) + "\n";
    return text;
}

template <class T>
void put(std::string& bytes, T value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

inline std::string stl_of(const Tetrahedron& t)
{
    const std::vector<float> p = t.positions();
    const std::vector<std::uint16_t> c = t.corners();
    std::string bytes(80, ' ');
    put(bytes, static_cast<std::uint32_t>(c.size() / 3));
    for (std::size_t i = 0; i < c.size(); i += 3) {
        for (int k = 0; k < 3; ++k)
            put(bytes, 0.0f);
        for (std::size_t corner = i; corner < i + 3; ++corner)
            for (std::size_t k = 0; k < 3; ++k)
                put(bytes, p[3 * c[corner] + k]);
        put(bytes, std::uint16_t{0});
    }
    return bytes;
}

inline std::string buffer_of(const Tetrahedron& t)
{
    std::string bytes;
    for (const float value : t.positions())
        put(bytes, value);
    for (const std::uint16_t corner : t.corners())
        put(bytes, corner);
    return bytes;  // 48 bytes of positions, 24 of corners
}

// `node` is the JSON of the node's other fields, beginning with a comma, or nothing.
inline std::string gltf_json(const Tetrahedron& t, const std::string& uri, const std::string& name,
                             const std::string& node = "")
{
    const std::string low = "[" + number(t.x) + "," + number(t.y) + "," + number(t.z) + "]";
    const std::string high =
        "[" + number(t.x + t.edge) + "," + number(t.y + t.edge) + "," + number(t.z + t.edge) + "]";
    return R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0,"name":")" +
           name + "\"" + node +
           R"(}],"meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],)"
           R"("accessors":[{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3","min":)" +
           low + R"(,"max":)" + high +
           R"(},{"bufferView":1,"componentType":5123,"count":12,"type":"SCALAR"}],)"
           R"("bufferViews":[{"buffer":0,"byteLength":48},{"buffer":0,"byteOffset":48,"byteLength":24}],)"
           R"("buffers":[{"byteLength":72)" +
           (uri.empty() ? "" : ",\"uri\":\"" + uri + "\"") + "}]}";
}

inline std::string glb_of_json(std::string json, const std::string& buffer)
{
    json.append((4 - json.size() % 4) % 4, ' ');
    std::string bytes = "glTF";
    put(bytes, std::uint32_t{2});
    put(bytes, static_cast<std::uint32_t>(12 + 8 + json.size() + 8 + buffer.size()));
    put(bytes, static_cast<std::uint32_t>(json.size()));
    bytes += "JSON" + json;
    put(bytes, static_cast<std::uint32_t>(buffer.size()));
    bytes += std::string("BIN\0", 4) + buffer;
    return bytes;
}

inline std::string glb_of(const Tetrahedron& t, const std::string& name, const std::string& node = "")
{
    return glb_of_json(gltf_json(t, "", name, node), buffer_of(t));
}

inline std::string collada_of(const Tetrahedron& t, const std::string& asset)
{
    std::string floats;
    for (const float value : t.positions())
        floats += number(value) + " ";
    std::string corners;
    for (const std::uint16_t corner : t.corners())
        corners += std::to_string(corner) + " ";
    return R"(<?xml version="1.0" encoding="utf-8"?>
<COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1"><asset>)" +
           asset + R"(</asset>
<library_geometries><geometry id="g" name="g"><mesh>
<source id="p"><float_array id="pa" count="12">)" +
           floats + R"(</float_array><technique_common><accessor source="#pa" count="4" stride="3">
<param name="X" type="float"/><param name="Y" type="float"/><param name="Z" type="float"/>
</accessor></technique_common></source>
<vertices id="v"><input semantic="POSITION" source="#p"/></vertices>
<triangles count="4"><input semantic="VERTEX" source="#v" offset="0"/><p>)" +
           corners + R"(</p></triangles></mesh></geometry></library_geometries>
<library_visual_scenes><visual_scene id="s"><node id="n" name="Humerus_L">
<instance_geometry url="#g"/></node></visual_scene></library_visual_scenes>
<scene><instance_visual_scene url="#s"/></scene></COLLADA>
)";
}

inline std::string fbx_of(const Tetrahedron& t)
{
    std::string floats, corners;
    for (const float value : t.positions())
        floats += (floats.empty() ? "" : ",") + number(value);
    const std::vector<std::uint16_t> c = t.corners();
    for (std::size_t i = 0; i < c.size(); ++i)  // the last corner of a face is given as -1 - corner
        corners += (corners.empty() ? "" : ",") + std::to_string(i % 3 == 2 ? -1 - c[i] : c[i]);
    return "; FBX 7.4.0 project file\nFBXHeaderExtension:  {\n\tFBXHeaderVersion: 1003\n"
           "\tFBXVersion: 7400\n}\nGlobalSettings:  {\n\tVersion: 1000\n\tProperties70:  {\n"
           "\t\tP: \"UpAxis\", \"int\", \"Integer\", \"\",2\n"
           "\t\tP: \"UnitScaleFactor\", \"double\", \"Number\", \"\",1\n\t}\n}\n"
           "Definitions:  {\n\tVersion: 100\n\tCount: 2\n}\n"
           "Objects:  {\n\tGeometry: 1000, \"Geometry::\", \"Mesh\" {\n\t\tVertices: *12 {\n\t\t\ta: " +
           floats + "\n\t\t}\n\t\tPolygonVertexIndex: *12 {\n\t\t\ta: " + corners +
           "\n\t\t}\n\t\tGeometryVersion: 124\n\t}\n"
           "\tModel: 2000, \"Model::Right_radius\", \"Mesh\" {\n\t\tVersion: 232\n\t}\n}\n"
           "Connections:  {\n\tC: \"OO\",2000,0\n\tC: \"OO\",1000,2000\n}\n";
}

}  // namespace import_files
