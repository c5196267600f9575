#include "program/glb_file.hpp"

#include <cmath>
#include <limits>
#include <set>

namespace program {

namespace {

std::uint32_t word_at(const std::string& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    if (at + 4 <= bytes.size())
        std::memcpy(&value, bytes.data() + at, 4);
    return value;
}

class GlbChecks {
public:
    explicit GlbChecks(const Glb& glb) : glb_(glb), faults_(glb.faults) {}

    Words run()
    {
        if (!faults_.empty())
            return faults_;
        demand(json().at("asset").at("version") == "2.0", "asset.version");
        demand(json().at("buffers").size() == 1 &&
                   json().at("buffers").at(0).at("byteLength") == glb_.buffer.size(),
               "the buffer's length");
        check_empty(json(), "");
        for (const Json& material : list("materials"))
            check_material(material);
        for (const Json& mesh : list("meshes"))
            for (const Json& primitive : mesh.at("primitives"))
                check_primitive(primitive, mesh.at("name"));
        demand(used_.size() == list("accessors").size(), "an accessor that nothing uses");
        check_nodes();
        return faults_;
    }

private:
    const Json& json() const { return glb_.json; }
    const Json& list(const char* name) const
    {
        static const Json none = Json::array();
        const auto found = json().find(name);
        return found != json().end() ? *found : none;
    }

    void demand(bool well, const std::string& what)
    {
        if (!well && faults_.size() < 20)
            faults_.push_back(what);
    }

    bool has(const char* name, const Json& index) const
    {
        return index.is_number_unsigned() && index.get<std::size_t>() < list(name).size();
    }

    // The standard knows no empty list and no empty object, but in what is ours.
    void check_empty(const Json& value, const std::string& where)
    {
        for (const auto& [key, part] : value.items()) {
            if (key == "extras" || !part.is_structured())
                continue;
            demand(!part.empty(), where + "/" + key + " is empty");
            check_empty(part, where + "/" + key);
        }
    }

    void check_material(const Json& material)
    {
        const std::string name = material.at("name");
        const Json& pbr = material.at("pbrMetallicRoughness");
        demand(pbr.at("baseColorFactor").size() == 4, name + ": a colour of four");
        for (const Json& factor : pbr.at("baseColorFactor"))
            demand(factor >= 0 && factor <= 1, name + ": a colour from 0 to 1");
        for (const char* factor : {"metallicFactor", "roughnessFactor"})
            demand(pbr.at(factor) >= 0 && pbr.at(factor) <= 1, name + ": " + factor);
        const bool through = pbr.at("baseColorFactor").at(3) < 1;
        demand((material.value("alphaMode", "OPAQUE") == "BLEND") == through,
               name + ": seen through, or not");
    }

    std::vector<float> floats(const Json& index, const char* type, const std::string& name)
    {
        if (!has("accessors", index)) {
            demand(false, name + ": no such accessor");
            return {};
        }
        used_.insert(index.get<std::size_t>());
        const Json& accessor = glb_.at("accessors", index);
        demand(accessor.at("componentType") == 5126 && accessor.at("type") == type,
               name + ": an accessor of another type");
        std::vector<float> values = elements<float>(glb_, accessor);
        demand(!values.empty(), name + ": an accessor that lies outside");
        for (const float value : values)
            if (!std::isfinite(value)) {
                demand(false, name + ": what is no number");
                break;
            }
        return values;
    }

    void check_bounds(const Json& index, const std::vector<float>& positions,
                      const std::string& name)
    {
        const Json& accessor = glb_.at("accessors", index);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            float low = std::numeric_limits<float>::max(), high = -low;
            for (std::size_t i = axis; i < positions.size(); i += 3) {
                low = std::min(low, positions[i]);
                high = std::max(high, positions[i]);
            }
            demand(accessor.at("min").at(axis).get<float>() == low &&
                       accessor.at("max").at(axis).get<float>() == high,
                   name + ": min and max");
        }
    }

    void check_primitive(const Json& primitive, const std::string& name)
    {
        const Json& attributes = primitive.at("attributes");
        const std::vector<float> positions = floats(attributes.at("POSITION"), "VEC3", name);
        if (positions.empty())
            return;
        check_bounds(attributes.at("POSITION"), positions, name);
        const std::vector<float> normals = floats(attributes.at("NORMAL"), "VEC3", name);
        demand(normals.size() == positions.size(), name + ": as many normals as positions");
        for (std::size_t i = 0; i + 2 < normals.size(); i += 3)
            if (std::abs(std::hypot(normals[i], normals[i + 1], normals[i + 2]) - 1) > 5e-4f) {
                demand(false, name + ": a normal that is no unit vector");
                break;
            }
        if (attributes.contains("TEXCOORD_0"))
            demand(floats(attributes.at("TEXCOORD_0"), "VEC2", name).size() / 2 ==
                       positions.size() / 3,
                   name + ": as many fibre coordinates as positions");
        check_corners(primitive, positions.size() / 3, name);
        demand(has("materials", primitive.at("material")), name + ": its material");
        demand(primitive.value("mode", 4) == 4, name + ": triangles");
    }

    void check_corners(const Json& primitive, std::size_t vertices, const std::string& name)
    {
        if (!has("accessors", primitive.at("indices"))) {
            demand(false, name + ": no such indices");
            return;
        }
        used_.insert(primitive.at("indices").get<std::size_t>());
        const Json& accessor = glb_.at("accessors", primitive.at("indices"));
        demand(accessor.at("componentType") == 5125 && accessor.at("type") == "SCALAR",
               name + ": indices of another type");
        const std::vector<std::uint32_t> corners = elements<std::uint32_t>(glb_, accessor);
        demand(!corners.empty() && corners.size() % 3 == 0, name + ": whole triangles");
        std::uint32_t largest = 0;
        for (const std::uint32_t corner : corners)
            largest = std::max(largest, corner);
        demand(largest < vertices, name + ": an index past the vertices");
    }

    // One tree: each node below one other, all below the scene's only root.
    void check_nodes()
    {
        const Json& nodes = list("nodes");
        std::vector<int> parents(nodes.size(), 0);
        std::set<std::size_t> meshes;
        for (const Json& node : nodes) {
            const std::string name = node.at("name");
            demand(!node.contains("mesh") || has("meshes", node.at("mesh")), name + ": its mesh");
            if (node.contains("mesh"))
                meshes.insert(node.at("mesh").get<std::size_t>());
            check_place(node, name);
            for (const Json& child : node.value("children", Json::array()))
                if (has("nodes", child))
                    ++parents[child.get<std::size_t>()];
                else
                    demand(false, name + ": a child that is not there");
        }
        demand(meshes.size() == list("meshes").size(), "a mesh that no node shows");
        const Json& roots = json().at("scenes").at(json().at("scene").get<std::size_t>()).at("nodes");
        std::set<std::size_t> reached;
        std::vector<std::size_t> pending;
        for (const Json& root : roots) {
            demand(has("nodes", root) && parents[root.get<std::size_t>()] == 0,
                   "a root with a parent");
            pending.push_back(root);
        }
        while (!pending.empty()) {
            const std::size_t now = pending.back();
            pending.pop_back();
            demand(reached.insert(now).second, "a node that is reached twice");
            if (faults_.empty())
                for (const Json& child : nodes.at(now).value("children", Json::array()))
                    pending.push_back(child);
        }
        demand(reached.size() == nodes.size(), "a node that is not in the scene");
    }

    void check_place(const Json& node, const std::string& name)
    {
        demand(!name.empty(), "a node without a name");
        demand(!node.contains("matrix"), name + ": a matrix beside its parts");
        for (const char* part : {"translation", "scale", "rotation"})
            for (const Json& value : node.value(part, Json::array()))
                demand(value.is_number() && std::isfinite(value.get<double>()),
                       name + ": " + part);
        double squared = 0;
        for (const Json& value : node.value("rotation", Json::array()))
            squared += value.get<double>() * value.get<double>();
        demand(!node.contains("rotation") || std::abs(squared - 1) < 1e-4,
               name + ": a rotation that is no unit quaternion");
    }

    const Glb& glb_;
    Words faults_;
    std::set<std::size_t> used_;  // accessors
};

}  // namespace

Glb read_glb(const fs::path& file)
{
    const std::string bytes = content(file);
    Glb glb;
    const auto demand = [&glb](bool well, const char* what) {
        if (!well)
            glb.faults.push_back(what);
    };
    demand(bytes.substr(0, 4) == "glTF" && word_at(bytes, 4) == 2, "it is no glTF 2");
    demand(word_at(bytes, 8) == bytes.size(), "the header's length is not the file's");
    demand(bytes.substr(16, 4) == "JSON", "the first chunk is no JSON");
    const std::size_t length = word_at(bytes, 12);
    demand(length % 4 == 0 && 28 + length <= bytes.size(), "the JSON chunk's length");
    glb.json = Json::parse(bytes.substr(20, length), nullptr, false);
    demand(!glb.json.is_discarded(), "the JSON cannot be read");
    demand(word_at(bytes, 24 + length) == 0x004E4942, "the second chunk is not binary");
    glb.buffer = bytes.substr(std::min(bytes.size(), 28 + length));
    demand(word_at(bytes, 20 + length) == glb.buffer.size(), "the binary chunk's length");
    demand(glb.buffer.size() % 4 == 0, "the binary chunk is not padded");
    return glb;
}

Words faults_of(const Glb& glb)
{
    return GlbChecks(glb).run();
}

}  // namespace program
