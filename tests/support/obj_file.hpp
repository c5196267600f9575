// tests/support/obj_file.hpp: a mesh as a stranger's OBJ file has it.
#pragma once

#include "core/mesh_data.hpp"

#include <filesystem>
#include <fstream>
#include <functional>

namespace tpatlas::testing {

inline void write_obj(const std::filesystem::path& file, const MeshData& mesh,
                      const std::function<glm::vec3(glm::vec3)>& moved = [](glm::vec3 p) { return p; })
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file);
    for (const glm::vec3& p : mesh.positions) {
        const glm::vec3 q = moved(p);
        out << "v " << q.x << ' ' << q.y << ' ' << q.z << '\n';
    }
    for (const Triangle& t : mesh.triangles)
        out << "f " << t.x + 1 << ' ' << t.y + 1 << ' ' << t.z + 1 << '\n';
}

}  // namespace tpatlas::testing
