#include "io/glb_parts.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include <glm/geometric.hpp>

namespace tpatlas::io {

namespace {

using Json = GlbParts::Json;

constexpr int array_buffer = 34962, element_array_buffer = 34963;
constexpr int component_float = 5126, component_unsigned = 5125;

constexpr std::uint32_t magic = 0x46546C67;  // "glTF"
constexpr std::uint32_t json_chunk = 0x4E4F534A;
constexpr std::uint32_t binary_chunk = 0x004E4942;

bool is_unit(const glm::vec3& normal)
{
    const float squared = glm::dot(normal, normal);
    return squared > 0.999f && squared < 1.001f;
}

glm::vec3 made_unit(const glm::vec3& normal)
{
    const float length = glm::length(normal);
    return length > 0 && length <= std::numeric_limits<float>::max() ? normal / length
                                                                     : glm::vec3(0, 1, 0);
}

void put(std::string& out, std::uint32_t word)
{
    out.append(reinterpret_cast<const char*>(&word), sizeof word);
}

}  // namespace

int GlbParts::accessor(const void* from, std::size_t bytes, std::size_t count, int target,
                       int component, const char* type)
{
    views_.push_back(
        {{"buffer", 0}, {"byteOffset", binary_.size()}, {"byteLength", bytes}, {"target", target}});
    binary_.append(static_cast<const char*>(from), bytes);
    accessors_.push_back({{"bufferView", views_.size() - 1},
                          {"componentType", component},
                          {"count", count},
                          {"type", type}});
    return static_cast<int>(accessors_.size()) - 1;
}

int GlbParts::positions(std::span<const glm::vec3> all)
{
    const int number = accessor(all.data(), all.size_bytes(), all.size(), array_buffer,
                                component_float, "VEC3");
    Box box;
    for (const glm::vec3& p : all)
        box.include(p);
    accessors_.back()["min"] = {box.min.x, box.min.y, box.min.z};
    accessors_.back()["max"] = {box.max.x, box.max.y, box.max.z};
    return number;
}

int GlbParts::normals(std::span<const glm::vec3> all)
{
    if (std::all_of(all.begin(), all.end(), is_unit))
        return accessor(all.data(), all.size_bytes(), all.size(), array_buffer, component_float,
                        "VEC3");
    std::vector<glm::vec3> unit(all.size());
    std::transform(all.begin(), all.end(), unit.begin(), made_unit);
    return normals(unit);
}

int GlbParts::pairs(std::span<const glm::vec2> all)
{
    return accessor(all.data(), all.size_bytes(), all.size(), array_buffer, component_float,
                    "VEC2");
}

int GlbParts::corners(std::span<const Triangle> all)
{
    return accessor(all.data(), all.size_bytes(), 3 * all.size(), element_array_buffer,
                    component_unsigned, "SCALAR");
}

Json GlbParts::primitives(const Body& body, std::uint32_t number, int material)
{
    const Structure& structure = body.structures()[number];
    const SurfaceRange& range = body.surfaces().ranges[number];
    const MeshData& mesh = body.surfaces().mesh;
    const auto of_structure = [&range](const auto& all) {
        return std::span(all).subspan(range.first_vertex, range.vertex_count);
    };
    Json attributes;
    attributes["POSITION"] = positions(of_structure(mesh.positions));
    attributes["NORMAL"] = normals(of_structure(mesh.normals));
    if (structure.kind == StructureKind::muscle)
        attributes["TEXCOORD_0"] = pairs(of_structure(mesh.fibres));
    std::vector<std::uint32_t> counts = structure.stack_triangles;
    if (counts.empty())
        counts = {range.triangle_count};
    Json all = Json::array();
    std::uint32_t first = range.first_triangle;
    for (std::size_t stack = 0; stack < counts.size(); ++stack) {
        std::vector<Triangle> triangles(counts[stack]);
        for (std::uint32_t i = 0; i < counts[stack]; ++i)
            triangles[i] = mesh.triangles[first + i] - range.first_vertex;
        first += counts[stack];
        Json primitive{{"attributes", attributes}, {"indices", corners(triangles)}};
        if (material >= 0)
            primitive["material"] = material;
        if (!structure.stacks.empty())
            primitive["extras"] = {{"stack", structure.stacks[stack]}};
        all.push_back(std::move(primitive));
    }
    return all;
}

Result<std::string> GlbParts::file(Json root) const
{
    if (!accessors_.empty()) {
        root["accessors"] = accessors_;
        root["bufferViews"] = views_;
        root["buffers"] = Json::array({{{"byteLength", binary_.size()}}});
    }
    std::string text = root.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.resize((text.size() + 3) / 4 * 4, ' ');
    const std::size_t length =
        12 + 8 + text.size() + (binary_.empty() ? 0 : 8 + binary_.size());
    if (length > std::numeric_limits<std::uint32_t>::max())
        return Error{"the model", "is larger than the 4 GiB that a glTF file can hold",
                     "write fewer structures"};
    std::string out;
    out.reserve(length);
    put(out, magic);
    put(out, 2);
    put(out, static_cast<std::uint32_t>(length));
    put(out, static_cast<std::uint32_t>(text.size()));
    put(out, json_chunk);
    out += text;
    if (!binary_.empty()) {
        put(out, static_cast<std::uint32_t>(binary_.size()));
        put(out, binary_chunk);
        out += binary_;
    }
    return out;
}

Json glb_extras(const Structure& structure)
{
    Json extras{{"id", structure.id.text},
                {"side", to_text(structure.side)},
                {"kind", to_text(structure.kind)}};
    if (!structure.stacks.empty())
        extras["stack"] = structure.stacks;
    if (structure.fma)
        extras["fma"] = *structure.fma;
    extras["name_en"] = structure.name_en;
    extras["name_la"] = structure.name_la;
    extras["provenance"] = to_text(structure.provenance);
    return extras;
}

}  // namespace tpatlas::io
