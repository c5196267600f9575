#include "atlas/file_frame.hpp"

#include <utility>

namespace tpatlas {

Similarity convention(float unit_mm, UpAxis up, bool mirrored)
{
    Similarity map;
    map.scale = unit_mm;
    if (up == UpAxis::z)
        map.turn = glm::mat3(glm::vec3(1, 0, 0), glm::vec3(0, 0, -1), glm::vec3(0, 1, 0));
    if (mirrored)
        map.turn = glm::mat3(glm::vec3(-1, 0, 0), glm::vec3(0, 1, 0), glm::vec3(0, 0, 1)) * map.turn;
    return map;
}

void move(MeshData& mesh, const Similarity& map)
{
    for (glm::vec3& p : mesh.positions)
        p = map(p);
    if (map.mirrors())
        for (Triangle& t : mesh.triangles)
            std::swap(t.y, t.z);
    mesh.normals.clear();
}

}  // namespace tpatlas
