#include "domain/body_map.hpp"

#include <utility>

namespace tpatlas {

void put_mesh(BodyMap& map, MappedMesh mesh)
{
    for (MappedMesh& each : map.meshes)
        if (each.file == mesh.file && each.node == mesh.node) {
            each = std::move(mesh);
            return;
        }
    map.meshes.push_back(std::move(mesh));
}

const MappedMesh* mapped_mesh(const BodyMap& map, std::string_view file, std::string_view node)
{
    const MappedMesh* of_file = nullptr;
    for (const MappedMesh& mesh : map.meshes) {
        if (mesh.file != file)
            continue;
        if (mesh.node == node)
            return &mesh;
        if (mesh.node.empty())
            of_file = &mesh;
    }
    return of_file;
}

}  // namespace tpatlas
