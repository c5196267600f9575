#include "io/glb_writer.hpp"

#include "io/glb_parts.hpp"
#include "io/whole_file.hpp"

#include <utility>

namespace tpatlas::io {

namespace {

using Json = GlbParts::Json;

Json document(const Body& body, GlbParts& parts)
{
    Json nodes = Json::array(), meshes = Json::array(), scene{{"name", "body"}};
    for (std::uint32_t number = 0; number < body.structures().size(); ++number) {
        const Structure& structure = body.structures()[number];
        const SurfaceRange& range = body.surfaces().ranges[number];
        Json node{{"name", structure.id.text}};
        if (range.vertex_count > 0 && range.triangle_count > 0) {  // glTF knows no empty mesh
            meshes.push_back({{"name", structure.id.text},
                              {"primitives", parts.primitives(body, number, -1)}});
            node["mesh"] = meshes.size() - 1;
        }
        node["extras"] = glb_extras(structure);
        scene["nodes"].push_back(number);
        nodes.push_back(std::move(node));
    }
    Json root;
    root["asset"] = {
        {"version", "2.0"},
        {"generator", "tpatlas"},
        {"extras",
         {{"unit", "millimetre"},
          {"frame",
           "x to the subject's left, y up, z to the front; x = 0 is the plane of symmetry"},
          {"texcoord_0", "fibre coordinates: u 0 origin ... 1 insertion, v -0.5 ... 0.5 across"}}},
        {"copyright", "CC BY-SA 4.0; measured on BodyParts3D, (c) The Database Center "
                      "for Life Science, CC BY-SA 2.1 Japan"}};
    root["scene"] = 0;
    root["scenes"] = Json::array({scene});
    root["nodes"] = std::move(nodes);
    root["meshes"] = std::move(meshes);
    return root;
}

}  // namespace

Result<Done> write_glb(const std::filesystem::path& file, const Body& body)
{
    GlbParts parts;
    const Result<std::string> bytes = parts.file(document(body, parts));
    return bytes ? write_whole(file, bytes.value()) : Result<Done>(bytes.faults());
}

}  // namespace tpatlas::io
