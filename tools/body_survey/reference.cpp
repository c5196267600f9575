#include "body_survey/reference.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <glm/gtc/quaternion.hpp>
#include <glm/gtc/type_ptr.hpp>
#include <glm/mat4x4.hpp>
#include <nlohmann/json.hpp>

namespace tpatlas
{
namespace
{

using Bytes = std::vector<unsigned char>;
using nlohmann::json;

struct Unreadable { // thrown and caught in this file only
    std::string what;
};

template <class T>
T number_at(const Bytes& bytes, std::size_t at)
{
    if (at > bytes.size() || bytes.size() - at < sizeof(T))
        throw Unreadable{"the file ends too early"};
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof(T));
    return value;
}

Bytes read_bytes(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw Unreadable{"cannot be opened"};
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

struct Glb {
    json document;
    Bytes buffer;
};

Glb split_glb(const Bytes& bytes)
{
    constexpr std::uint32_t magic = 0x46546C67, json_chunk = 0x4E4F534A, binary_chunk = 0x004E4942;
    if (number_at<std::uint32_t>(bytes, 0) != magic || number_at<std::uint32_t>(bytes, 4) != 2)
        throw Unreadable{"is not binary glTF 2"};
    Glb glb;
    bool has_json = false;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const auto length = number_at<std::uint32_t>(bytes, at);
        const auto kind = number_at<std::uint32_t>(bytes, at + 4);
        at += 8;
        if (length > bytes.size() - at)
            throw Unreadable{"a chunk is longer than the file"};
        const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        if (kind == json_chunk && !has_json) {
            glb.document = json::parse(from, from + length);
            has_json = true;
        } else if (kind == binary_chunk && glb.buffer.empty()) {
            glb.buffer.assign(from, from + length);
        }
        at += length;
    }
    if (!has_json || glb.buffer.empty())
        throw Unreadable{"lacks its JSON or its binary chunk"};
    return glb;
}

// Where an accessor's elements lie in the buffer.
struct Elements {
    std::size_t first = 0, stride = 0, count = 0;
    int component = 0;
};

Elements elements_of(const Glb& glb, std::size_t accessor, const char* type, std::size_t parts)
{
    const json& a = glb.document.at("accessors").at(accessor);
    if (a.contains("sparse") || a.value("normalized", false) || a.at("type") != type)
        throw Unreadable{"an accessor is of a form that this reader does not know"};
    const json& view = glb.document.at("bufferViews").at(a.at("bufferView").get<std::size_t>());
    Elements e;
    e.component = a.at("componentType").get<int>();
    const std::size_t size = e.component == 5126 || e.component == 5125 ? 4
                             : e.component == 5123                      ? 2
                             : e.component == 5121                      ? 1
                                                                        : 0;
    if (size == 0 || view.value("buffer", 0) != 0)
        throw Unreadable{"an accessor is of a form that this reader does not know"};
    e.count = a.at("count").get<std::size_t>();
    e.stride = view.value("byteStride", size * parts);
    e.first = view.value("byteOffset", std::size_t{0}) + a.value("byteOffset", std::size_t{0});
    if (e.count > 0 && e.first + (e.count - 1) * e.stride + size * parts > glb.buffer.size())
        throw Unreadable{"an accessor reaches past the buffer"};
    return e;
}

glm::mat4 node_matrix(const json& node)
{
    if (node.contains("matrix")) {
        const auto m = node.at("matrix").get<std::vector<float>>();
        if (m.size() != 16)
            throw Unreadable{"a node's matrix has not 16 numbers"};
        return glm::make_mat4(m.data());
    }
    const auto t = node.value("translation", std::vector<float>{0, 0, 0});
    const auto r = node.value("rotation", std::vector<float>{0, 0, 0, 1});
    const auto s = node.value("scale", std::vector<float>{1, 1, 1});
    if (t.size() != 3 || r.size() != 4 || s.size() != 3)
        throw Unreadable{"a node's transform has the wrong number of numbers"};
    glm::mat4 m = glm::mat4_cast(glm::quat(r[3], r[0], r[1], r[2]));
    for (int column = 0; column < 3; ++column)
        m[column] *= s[static_cast<std::size_t>(column)];
    m[3] = glm::vec4(t[0], t[1], t[2], 1);
    return m;
}

std::uint32_t index_at(const Glb& glb, const Elements& e, std::size_t i)
{
    const std::size_t at = e.first + i * e.stride;
    if (e.component == 5125)
        return number_at<std::uint32_t>(glb.buffer, at);
    if (e.component == 5123)
        return number_at<std::uint16_t>(glb.buffer, at);
    return number_at<std::uint8_t>(glb.buffer, at);
}

void add_primitive(const Glb& glb, const json& primitive, const glm::mat4& world, MeshData& mesh)
{
    if (primitive.value("mode", 4) != 4)
        throw Unreadable{"holds something else than triangles"};
    const Elements points =
        elements_of(glb, primitive.at("attributes").at("POSITION").get<std::size_t>(), "VEC3", 3);
    if (points.component != 5126)
        throw Unreadable{"its positions are not floats"};
    const auto base = static_cast<std::uint32_t>(mesh.positions.size());
    for (std::size_t i = 0; i < points.count; ++i) {
        glm::vec4 p(0, 0, 0, 1);
        for (int k = 0; k < 3; ++k)
            p[k] = number_at<float>(glb.buffer, points.first + i * points.stride +
                                                    static_cast<std::size_t>(k) * sizeof(float));
        mesh.positions.push_back(glm::vec3(world * p));
    }
    const Elements corners =
        elements_of(glb, primitive.at("indices").get<std::size_t>(), "SCALAR", 1);
    for (std::size_t i = 0; i + 2 < corners.count; i += 3) {
        const Triangle t{index_at(glb, corners, i), index_at(glb, corners, i + 1),
                         index_at(glb, corners, i + 2)};
        if (std::max({t.x, t.y, t.z}) >= points.count)
            throw Unreadable{"a triangle names a vertex that is not there"};
        mesh.triangles.push_back(t + base);
    }
}

void add_node(const Glb& glb, std::size_t index, const glm::mat4& parent, int depth, MeshData& mesh)
{
    if (depth > 32)
        throw Unreadable{"its nodes are nested too deep"};
    const json& node = glb.document.at("nodes").at(index);
    const glm::mat4 world = parent * node_matrix(node);
    if (node.contains("mesh"))
        for (const json& primitive :
             glb.document.at("meshes").at(node.at("mesh").get<std::size_t>()).at("primitives"))
            add_primitive(glb, primitive, world, mesh);
    if (node.contains("children"))
        for (const json& child : node.at("children"))
            add_node(glb, child.get<std::size_t>(), world, depth + 1, mesh);
}

MeshData read_glb(const Bytes& bytes)
{
    const Glb glb = split_glb(bytes);
    MeshData mesh;
    const json& scene = glb.document.at("scenes").at(glb.document.value("scene", std::size_t{0}));
    for (const json& root : scene.at("nodes"))
        add_node(glb, root.get<std::size_t>(), glm::mat4(1), 0, mesh);
    return mesh;
}

MeshData read_stl(const Bytes& bytes)
{
    const auto count = number_at<std::uint32_t>(bytes, 80);
    if (bytes.size() != 84 + std::size_t{50} * count)
        throw Unreadable{"is not binary STL: its length does not fit its count of triangles"};
    MeshData mesh;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t at = 84 + std::size_t{50} * i + 12; // past the facet's normal
        for (std::size_t k = 0; k < 9; k += 3)
            mesh.positions.emplace_back(number_at<float>(bytes, at + 4 * k),
                                        number_at<float>(bytes, at + 4 * k + 4),
                                        number_at<float>(bytes, at + 4 * k + 8));
        mesh.triangles.emplace_back(3 * i, 3 * i + 1, 3 * i + 2);
    }
    return mesh;
}

} // namespace

Result<MeshData> load_reference_mesh(const std::filesystem::path& file)
{
    const std::string mend = "take the file from the reference set again";
    try {
        const Bytes bytes = read_bytes(file);
        MeshData mesh = file.extension() == ".stl" ? read_stl(bytes) : read_glb(bytes);
        if (mesh.triangles.empty())
            return Error{file.string(), "holds no triangles", mend};
        for (glm::vec3& p : mesh.positions) {
            if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z))
                return Error{file.string(), "holds a position that is not finite", mend};
            p = {p.x, p.z, -p.y};
        }
        return mesh;
    } catch (const Unreadable& fault) {
        return Error{file.string(), fault.what, mend};
    } catch (const json::exception& fault) {
        return Error{file.string(), fault.what(), mend};
    }
}

Result<std::filesystem::path> find_reference(const std::filesystem::path& folder, int fma)
{
    const std::string word = "FMA" + std::to_string(fma) + "_";
    std::optional<std::filesystem::path> found;
    std::error_code fault;
    for (std::filesystem::recursive_directory_iterator at(folder, fault), end; !fault && at != end;
         at.increment(fault)) {
        const std::filesystem::path& path = at->path();
        const std::string name = path.filename().string();
        if (path.extension() != ".glb" && path.extension() != ".stl")
            continue;
        const std::size_t where = name.find(word);
        if (where != std::string::npos && (where == 0 || name[where - 1] == '_') &&
            (!found || path < *found))
            found = path;
    }
    if (fault)
        return Error{folder.string(), fault.message(), "name the folder of the reference meshes"};
    if (!found)
        return Error{folder.string(), "no mesh carries the number FMA" + std::to_string(fma),
                     "check the manifest's fma"};
    return *found;
}

} // namespace tpatlas
