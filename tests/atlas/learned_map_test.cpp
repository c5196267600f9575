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

// What a file says of its unit does not outlive that the structures show another.
TEST(LearnedMap, has_unit_and_axis_as_they_were_found)
{
    BodyMap said;
    said.unit_mm = 10.0f;
    said.up = UpAxis::y;
    Registration found;
    found.registered = true;
    found.unit_mm = 1000;
    found.up = UpAxis::z;
    EXPECT_EQ(with_learned(said, found).unit_mm, 1000.0f);
    EXPECT_EQ(with_learned(said, found).up, UpAxis::z);
}

}  // namespace tpatlas
