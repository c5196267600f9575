#include "io/glb_writer.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <vector>

#include <nlohmann/json.hpp>

namespace tpatlas::io {

namespace {

using Json = nlohmann::ordered_json; // keys in the order written: the same bytes every time

constexpr int array_buffer = 34962, element_array_buffer = 34963;
constexpr int component_float = 5126, component_unsigned = 5125;

bool is_imported(const Body& body)
{
    const std::vector<Structure>& all = body.structures();
    return std::any_of(all.begin(), all.end(), [](const Structure& structure) {
        return structure.provenance == Provenance::imported;
    });
}

class GlbMaker
{
public:
    explicit GlbMaker(const Body& body) : body_(body) {}

    void add(std::uint32_t number);
    std::vector<char> file(GlbUnit unit); // once, after all is added

private:
    template <class T>
    int view(const T* from, std::size_t count, int target)
    {
        const std::size_t at = binary_.size();
        const auto* bytes = reinterpret_cast<const char*>(from);
        binary_.insert(binary_.end(), bytes, bytes + count * sizeof(T));
        views_.push_back({{"buffer", 0},
                          {"byteOffset", at},
                          {"byteLength", count * sizeof(T)},
                          {"target", target}});
        return static_cast<int>(views_.size()) - 1;
    }
    int accessor(int view_number, int component, std::size_t count, const char* type)
    {
        accessors_.push_back({{"bufferView", view_number},
                              {"componentType", component},
                              {"count", count},
                              {"type", type}});
        return static_cast<int>(accessors_.size()) - 1;
    }
    Json attributes(const Structure& structure, const SurfaceRange& range);
    Json primitives(const Structure& structure, const SurfaceRange& range);
    Json extras(const Structure& structure) const;
    Json document(GlbUnit unit);

    const Body& body_;
    std::vector<char> binary_;
    Json views_ = Json::array(), accessors_ = Json::array(), meshes_ = Json::array(),
         nodes_ = Json::array();
};

Json GlbMaker::attributes(const Structure& structure, const SurfaceRange& range)
{
    const MeshData& mesh = body_.surfaces().mesh;
    const auto* positions = mesh.positions.data() + range.first_vertex;
    const int at = accessor(view(positions, range.vertex_count, array_buffer), component_float,
                            range.vertex_count, "VEC3");
    Box box;
    for (std::uint32_t i = 0; i < range.vertex_count; ++i)
        box.include(positions[i]);
    accessors_[static_cast<std::size_t>(at)]["min"] = {box.min.x, box.min.y, box.min.z};
    accessors_[static_cast<std::size_t>(at)]["max"] = {box.max.x, box.max.y, box.max.z};
    Json all{{"POSITION", at}};
    all["NORMAL"] =
        accessor(view(mesh.normals.data() + range.first_vertex, range.vertex_count, array_buffer),
                 component_float, range.vertex_count, "VEC3");
    if (structure.kind == StructureKind::muscle)
        all["TEXCOORD_0"] = accessor(
            view(mesh.fibres.data() + range.first_vertex, range.vertex_count, array_buffer),
            component_float, range.vertex_count, "VEC2");
    return all;
}

Json GlbMaker::primitives(const Structure& structure, const SurfaceRange& range)
{
    const Json shared = attributes(structure, range);
    std::vector<std::uint32_t> counts = structure.stack_triangles;
    if (counts.empty())
        counts = {range.triangle_count};
    Json all = Json::array();
    std::uint32_t first = range.first_triangle;
    for (std::size_t stack = 0; stack < counts.size(); ++stack) {
        std::vector<Triangle> triangles(counts[stack]);
        for (std::uint32_t i = 0; i < counts[stack]; ++i)
            triangles[i] = body_.surfaces().mesh.triangles[first + i] - range.first_vertex;
        first += counts[stack];
        Json primitive{{"attributes", shared}};
        primitive["indices"] =
            accessor(view(triangles.data(), triangles.size(), element_array_buffer),
                     component_unsigned, 3 * triangles.size(), "SCALAR");
        if (!structure.stacks.empty())
            primitive["extras"] = {{"stack", structure.stacks[stack]}};
        all.push_back(std::move(primitive));
    }
    return all;
}

Json GlbMaker::extras(const Structure& structure) const
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

void GlbMaker::add(std::uint32_t number)
{
    const Structure& structure = body_.structures()[number];
    const SurfaceRange& range = body_.surfaces().ranges[number];
    Json node{{"name", structure.id.text}};
    if (range.vertex_count > 0 && range.triangle_count > 0) { // glTF knows no empty mesh
        meshes_.push_back(
            {{"name", structure.id.text}, {"primitives", primitives(structure, range)}});
        node["mesh"] = meshes_.size() - 1;
    }
    node["extras"] = extras(structure);
    nodes_.push_back(std::move(node));
}

Json GlbMaker::document(GlbUnit unit)
{
    const bool metres = unit == GlbUnit::metres;
    Json children = Json::array();
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        children.push_back(i);
    if (metres) {
        nodes_.push_back({{"name", "body"}, {"scale", {0.001, 0.001, 0.001}}});
        if (!children.empty())
            nodes_.back()["children"] = children;
        children = {nodes_.size() - 1};
    }
    Json scene = {{"name", "body"}};
    if (!children.empty())
        scene["nodes"] = children;
    Json root;
    root["asset"] = {
        {"version", "2.0"},
        {"generator", "tpatlas"},
        {"extras",
         {{"unit", metres ? "metre" : "millimetre"},
          {"frame",
           "x to the subject's left, y up, z to the front; x = 0 is the plane of symmetry"},
          {"texcoord_0", "fibre coordinates: u 0 origin ... 1 insertion, v -0.5 ... 0.5 across"}}}};
    if (!is_imported(body_)) // a user's own body is not ours to license
        root["asset"]["copyright"] =
            "CC BY-SA 4.0; measured on BodyParts3D, (c) The Database Center "
            "for Life Science, CC BY-SA 2.1 Japan";
    root["scene"] = 0;
    root["scenes"] = Json::array({scene});
    root["nodes"] = nodes_;
    if (!meshes_.empty()) {
        root["meshes"] = meshes_;
        root["accessors"] = accessors_;
        root["bufferViews"] = views_;
        root["buffers"] = Json::array({{{"byteLength", binary_.size()}}});
    }
    return root;
}

std::vector<char> GlbMaker::file(GlbUnit unit)
{
    std::string text = document(unit).dump();
    text.resize((text.size() + 3) / 4 * 4, ' ');
    std::vector<char> out;
    const auto word = [&out](std::uint32_t w) {
        const auto* bytes = reinterpret_cast<const char*>(&w);
        out.insert(out.end(), bytes, bytes + 4);
    };
    const std::size_t binary_chunk = binary_.empty() ? 0 : 8 + binary_.size();
    word(0x46546C67); // "glTF"
    word(2);
    word(static_cast<std::uint32_t>(12 + 8 + text.size() + binary_chunk));
    word(static_cast<std::uint32_t>(text.size()));
    word(0x4E4F534A); // "JSON"
    out.insert(out.end(), text.begin(), text.end());
    if (binary_chunk > 0) {
        word(static_cast<std::uint32_t>(binary_.size()));
        word(0x004E4942); // "BIN"
        out.insert(out.end(), binary_.begin(), binary_.end());
    }
    return out;
}

} // namespace

Result<Done> write_glb(const std::filesystem::path& file, const Body& body,
                       const GlbOptions& options)
{
    GlbMaker maker(body);
    for (std::size_t i = 0; i < body.structures().size(); ++i)
        if (!options.keep || options.keep(body.structures()[i]))
            maker.add(static_cast<std::uint32_t>(i));
    const std::vector<char> bytes = maker.file(options.unit);
    std::filesystem::path fresh = file;
    fresh += ".new";
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code trouble;
    if (out)
        std::filesystem::rename(fresh, file, trouble);
    if (!out || trouble)
        return Error{file.string(), "cannot be written", "check the folder and the free space"};
    return Done{};
}

} // namespace tpatlas::io
