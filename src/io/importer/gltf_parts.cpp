#include "io/importer/gltf_parts.hpp"

#include "io/importer/gltf_document.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <map>
#include <type_traits>
#include <utility>

#include <glm/ext/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat4x4.hpp>

namespace tpatlas::importer {

namespace {

enum Component : std::uint64_t {
    component_byte = 5120,
    component_unsigned_byte = 5121,
    component_short = 5122,
    component_unsigned_short = 5123,
    component_unsigned = 5125,
    component_float = 5126
};

std::size_t size_of(std::uint64_t component)
{
    switch (component) {
    case component_byte:
    case component_unsigned_byte:
        return 1;
    case component_short:
    case component_unsigned_short:
        return 2;
    case component_unsigned:
    case component_float:
        return 4;
    default:
        throw Refusal("holds numbers of an unknown kind");
    }
}

enum Mode : std::uint64_t { triangles = 4, strip = 5, fan = 6 };

// The numbers of an accessor: `count` elements, each `stride` bytes after the one before, all of
// them within `bytes`.
struct Numbers {
    std::span<const char> bytes;
    std::size_t stride = 0;
    std::uint32_t count = 0;
    std::uint64_t component = component_float;
    bool normalized = false;

    template <class T>
    T at(std::size_t element, std::size_t number) const
    {
        T value;
        std::memcpy(&value, bytes.data() + element * stride + number * sizeof(T), sizeof value);
        return value;
    }
};

Numbers numbers_of(GltfDocument& document, std::uint64_t index, const char* type,
                   std::size_t numbers_each, std::uint32_t most)
{
    const Json& about = entry(document.root(), "accessors", index);
    if (about.is_object() && about.contains("sparse"))
        throw Refusal("holds sparse positions, which are not read");
    if (!about.is_object() || !about.contains("bufferView"))
        throw Refusal("is compressed, or names no bytes for its positions");
    Numbers numbers;
    numbers.component = whole(about, "componentType");
    numbers.normalized = about.value("normalized", false);
    const std::uint64_t count = whole(about, "count");
    if (text_or_nothing(about, "type") != type)
        throw Refusal("holds positions or indices that are no " + std::string(type));
    if (count == 0 || count > most)
        throw Refusal("holds no vertices, or more than a body has");
    const std::uint64_t view = whole(about, "bufferView");
    const std::span<const char> all = document.view(view);
    const std::size_t element = size_of(numbers.component) * numbers_each;
    const std::uint64_t stride =
        whole_or(entry(document.root(), "bufferViews", view), "byteStride", element);
    const std::uint64_t offset = whole_or(about, "byteOffset", 0);
    constexpr std::uint64_t longest_stride = 252;  // as the standard says
    if (stride < element || stride > std::max<std::uint64_t>(longest_stride, element))
        throw Refusal("holds an impossible stride");
    // No overflow: count and stride are small by now.
    const std::uint64_t needed = (count - 1) * stride + element;
    if (offset > all.size() || needed > all.size() - offset)
        throw Refusal("names bytes outside a buffer");
    numbers.bytes = all.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(needed));
    numbers.stride = static_cast<std::size_t>(stride);
    numbers.count = static_cast<std::uint32_t>(count);
    return numbers;
}

template <class T>
void add_positions(const Numbers& numbers, const glm::dmat4& world_from_mesh,
                   std::vector<glm::vec3>& to)
{
    const double scale = std::is_integral_v<T> && numbers.normalized
                             ? 1.0 / static_cast<double>(std::numeric_limits<T>::max())
                             : 1.0;
    for (std::uint32_t i = 0; i < numbers.count; ++i) {
        glm::dvec3 p;
        for (int k = 0; k < 3; ++k)
            p[k] = scale * static_cast<double>(numbers.at<T>(i, static_cast<std::size_t>(k)));
        to.push_back(glm::vec3(world_from_mesh * glm::dvec4(p, 1)));
    }
}

void add_positions_of_any_kind(const Numbers& numbers, const glm::dmat4& world_from_mesh,
                               std::vector<glm::vec3>& to)
{
    switch (numbers.component) {
    case component_float:
        return add_positions<float>(numbers, world_from_mesh, to);
    case component_byte:
        return add_positions<std::int8_t>(numbers, world_from_mesh, to);
    case component_unsigned_byte:
        return add_positions<std::uint8_t>(numbers, world_from_mesh, to);
    case component_short:
        return add_positions<std::int16_t>(numbers, world_from_mesh, to);
    case component_unsigned_short:
        return add_positions<std::uint16_t>(numbers, world_from_mesh, to);
    default:
        throw Refusal("holds numbers of an unknown kind");
    }
}

std::uint32_t index_at(const Numbers& numbers, std::uint32_t i)
{
    switch (numbers.component) {
    case component_unsigned_byte:
        return numbers.at<std::uint8_t>(i, 0);
    case component_unsigned_short:
        return numbers.at<std::uint16_t>(i, 0);
    case component_unsigned:
        return numbers.at<std::uint32_t>(i, 0);
    default:
        throw Refusal("holds indices of an unknown kind");
    }
}

template <std::size_t n>
std::array<double, n> doubles(const Json& node, const char* key, std::array<double, n> otherwise)
{
    const auto found = node.find(key);
    if (found == node.end())
        return otherwise;
    if (!found->is_array() || found->size() != n)
        throw Refusal("holds a node whose " + std::string(key) + " is not " + std::to_string(n) +
                      " numbers");
    std::array<double, n> values{};
    for (std::size_t i = 0; i < n; ++i) {
        if (!(*found)[i].is_number())
            throw Refusal("holds a node whose " + std::string(key) + " is no number");
        values[i] = (*found)[i].get<double>();
    }
    return values;
}

glm::dmat4 parent_from_node(const Json& node)
{
    if (node.contains("matrix")) {
        const auto m = doubles<16>(node, "matrix", {});
        glm::dmat4 matrix;
        for (int column = 0; column < 4; ++column)
            for (int row = 0; row < 4; ++row)
                matrix[column][row] = m[static_cast<std::size_t>(4 * column + row)];
        return matrix;
    }
    const auto t = doubles<3>(node, "translation", {0, 0, 0});
    const auto r = doubles<4>(node, "rotation", {0, 0, 0, 1});
    const auto s = doubles<3>(node, "scale", {1, 1, 1});
    const glm::dmat4 moved = glm::translate(glm::dmat4(1), glm::dvec3(t[0], t[1], t[2]));
    const glm::dmat4 turned = glm::mat4_cast(glm::dquat(r[3], r[0], r[1], r[2]));
    return glm::scale(moved * turned, glm::dvec3(s[0], s[1], s[2]));
}

// What `tpatlas export` writes beside the structures; the program makes them itself.
bool is_addition(const Json& node)
{
    const auto extras = node.find("extras");
    const std::string kind = extras == node.end() ? "" : text_or_nothing(*extras, "tpatlas");
    return kind == "point" || kind == "zone" || kind == "ghost";
}

// Room for `more`, and not for each in turn: files of a hundred thousand primitives exist.
template <class T>
void make_room(std::vector<T>& list, std::size_t more)
{
    if (list.capacity() < list.size() + more)
        list.reserve(std::max(list.size() + more, list.empty() ? 0 : 2 * list.capacity()));
}

// Walks the scene with a stack of its own and makes a part of each node that has a surface.
class GltfReader {
public:
    GltfReader(const std::filesystem::path& model, std::span<const char> bytes)
        : document_(model, bytes), root_(document_.root())
    {
    }

    ReadFile read()
    {
        note_conventions();
        push_roots();
        while (!pending_.empty()) {
            const Pending now = pending_.back();
            pending_.pop_back();
            visit(now);
        }
        if (file_.parts.empty())
            throw Refusal("holds no surface");
        return std::move(file_);
    }

private:
    struct Pending {
        std::uint64_t node;
        int depth;
        glm::dmat4 world_from_parent;
    };

    void note_conventions()
    {
        const Json asset = root_.value("asset", Json::object());
        file_.own = text_or_nothing(asset, "generator").starts_with("tpatlas");
        file_.unit_mm = 1000;  // glTF means metres
        if (!file_.own)
            return;
        file_.up = UpAxis::y;
        const Json extras = asset.value("extras", Json::object());
        if (text_or_nothing(extras, "unit") == "millimetre")
            file_.unit_mm = 1;  // the build's own body.glb
    }

    void push(const Json& list, int depth, const glm::dmat4& world_from_parent)
    {
        if (!list.is_array())
            throw Refusal("holds a list of nodes that is none");
        for (auto at = list.rbegin(); at != list.rend(); ++at) {  // so that they come in order
            if (!at->is_number_unsigned())
                throw Refusal("names a node by what is no number");
            pending_.push_back({at->get<std::uint64_t>(), depth, world_from_parent});
        }
    }

    void push_roots()
    {
        const auto nodes = root_.find("nodes");
        if (nodes == root_.end() || !nodes->is_array())
            throw Refusal("holds no surface");
        visited_.assign(nodes->size(), false);
        if (root_.contains("scenes")) {
            const Json& scene = entry(root_, "scenes", whole_or(root_, "scene", 0));
            if (scene.is_object() && scene.contains("nodes"))
                push(scene["nodes"], 1, glm::dmat4(1));
            return;
        }
        std::vector<bool> is_child(nodes->size(), false);
        for (const Json& node : *nodes)
            if (node.is_object() && node.contains("children") && node["children"].is_array())
                for (const Json& child : node["children"])
                    if (child.is_number_unsigned() && child.get<std::uint64_t>() < is_child.size())
                        is_child[child.get<std::size_t>()] = true;
        for (std::size_t i = nodes->size(); i-- > 0;)
            if (!is_child[i])
                pending_.push_back({i, 1, glm::dmat4(1)});
    }

    void visit(const Pending& now)
    {
        const Json& node = entry(root_, "nodes", now.node);
        if (!node.is_object())
            throw Refusal("holds a node that is no object");
        if (visited_[static_cast<std::size_t>(now.node)])
            throw Refusal("hangs a node in two places, or in itself");
        visited_[static_cast<std::size_t>(now.node)] = true;
        if (now.depth > max_node_depth)
            throw Refusal("nests nodes deeper than " + std::to_string(max_node_depth));
        if (file_.own && is_addition(node))
            return;
        const glm::dmat4 world_from_node = now.world_from_parent * parent_from_node(node);
        if (node.contains("mesh"))
            take(node, entry(root_, "meshes", whole(node, "mesh")), world_from_node);
        if (node.contains("children"))
            push(node["children"], now.depth + 1, world_from_node);
    }

    void take(const Json& node, const Json& mesh, const glm::dmat4& world_from_node)
    {
        const auto primitives = mesh.is_object() ? mesh.find("primitives") : mesh.end();
        if (primitives == mesh.end() || !primitives->is_array())
            throw Refusal("holds a mesh without primitives");
        Part part;
        part.name = text_or_nothing(node, "name");
        if (part.name.empty())
            part.name = text_or_nothing(mesh, "name");
        part.name = short_name(std::move(part.name));
        std::map<std::uint64_t, std::uint32_t> firsts;  // vertices that primitives share
        for (const Json& primitive : *primitives)
            take_primitive(primitive, world_from_node, firsts, part);
        if (glm::determinant(glm::dmat3(world_from_node)) < 0)
            for (glm::uvec3& t : part.triangles)
                std::swap(t.y, t.z);
        if (part.triangles.empty())
            return;
        file_.parts.push_back(std::move(part));
        if (file_.parts.size() > max_parts)
            throw Refusal("holds more surfaces than a body has");
    }

    void take_primitive(const Json& primitive, const glm::dmat4& world_from_node,
                        std::map<std::uint64_t, std::uint32_t>& firsts, Part& part)
    {
        const std::uint64_t mode = whole_or(primitive, "mode", triangles);
        if (mode != triangles && mode != strip && mode != fan)
            return;  // points and lines are no surface
        if (!primitive.is_object() || !primitive.contains("attributes"))
            throw Refusal("holds a surface without positions");
        const std::uint64_t accessor = whole(primitive["attributes"], "POSITION");
        const auto known = firsts.find(accessor);
        const Numbers positions =
            numbers_of(document_, accessor, "VEC3", 3,
                       known == firsts.end() ? max_vertices - vertices_ : max_vertices);
        auto first = static_cast<std::uint32_t>(part.positions.size());
        if (known != firsts.end()) {
            first = known->second;
        } else {
            firsts.emplace(accessor, first);
            make_room(part.positions, positions.count);
            add_positions_of_any_kind(positions, world_from_node, part.positions);
            vertices_ += positions.count;
        }
        Numbers indices;
        if (primitive.contains("indices"))
            indices = numbers_of(document_, whole(primitive, "indices"), "SCALAR", 1,
                                 3 * max_triangles);
        add_triangles(mode, indices, positions.count, first, part.triangles);
    }

    // Without indices the vertices themselves are the corners, one after the other.
    void add_triangles(std::uint64_t mode, const Numbers& indices, std::uint32_t vertex_count,
                       std::uint32_t first, std::vector<glm::uvec3>& to)
    {
        const bool indexed = indices.count > 0;
        const std::uint32_t count = indexed ? indices.count : vertex_count;
        const auto corner = [&](std::uint32_t i) {
            const std::uint32_t number = indexed ? index_at(indices, i) : i;
            if (number >= vertex_count)
                throw Refusal("names a vertex that is not there");
            return first + number;
        };
        const std::uint32_t made = mode == triangles ? count / 3 : count < 3 ? 0 : count - 2;
        if (made > max_triangles - triangles_)
            throw Refusal("holds more triangles than a body has");
        triangles_ += made;
        make_room(to, made);
        for (std::uint32_t i = 0; i < made; ++i)
            if (mode == triangles)
                to.push_back({corner(3 * i), corner(3 * i + 1), corner(3 * i + 2)});
            else if (mode == fan)
                to.push_back({corner(0), corner(i + 1), corner(i + 2)});
            else  // every second one of a strip is wound the other way
                to.push_back({corner(i), corner(i + 1 + i % 2), corner(i + 2 - i % 2)});
    }

    GltfDocument document_;
    const Json& root_;
    ReadFile file_;
    std::vector<Pending> pending_;
    std::vector<bool> visited_;
    std::uint32_t vertices_ = 0;
    std::uint32_t triangles_ = 0;
};

}  // namespace

ReadFile read_gltf(const std::filesystem::path& model, std::span<const char> bytes)
{
    return GltfReader(model, bytes).read();
}

}  // namespace tpatlas::importer
