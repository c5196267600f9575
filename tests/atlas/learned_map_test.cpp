#include "atlas/learned_map.hpp"

#include <gtest/gtest.h>

namespace tpatlas {

// The map is written to a file that may name a mesh once.
TEST(LearnedMap, names_a_mesh_once_though_two_nodes_of_its_file_have_its_name)
{
    Registration found;
    for (const char* id : {"femur.left", "femur.right"}) {
        MeshPlace mesh;
        mesh.file = "a.fbx";
        mesh.node = "bone";
        mesh.structures = {{id}};
        mesh.by = KnownBy::shape;
        found.meshes.push_back(mesh);
    }
    EXPECT_EQ(with_learned({}, found).meshes,
              (std::vector<MappedMesh>{{"a.fbx", "bone", {{"femur.left"}}}}));
}

}  // namespace tpatlas
