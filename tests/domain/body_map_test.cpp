#include "domain/body_map.hpp"

#include <gtest/gtest.h>

namespace tpatlas {

TEST(BodyMap, has_for_a_node_its_own_entry_before_that_of_the_whole_file)
{
    BodyMap map;
    map.meshes = {{"a.fbx", "", {{"femur.left"}}}, {"a.fbx", "n", {}}, {"b.fbx", "n", {}}};
    EXPECT_EQ(mapped_mesh(map, "a.fbx", "n"), &map.meshes[1]);
    EXPECT_EQ(mapped_mesh(map, "a.fbx", "other"), &map.meshes[0]);
    EXPECT_EQ(mapped_mesh(map, "b.fbx", "other"), nullptr);
}

TEST(BodyMap, has_one_entry_a_node_whatever_is_put)
{
    BodyMap map;
    put_mesh(map, {"a.fbx", "n", {{"femur.left"}}});
    put_mesh(map, {"a.fbx", "", {}});
    put_mesh(map, {"a.fbx", "n", {{"ulna.left"}}});
    EXPECT_EQ(map.meshes,
              (std::vector<MappedMesh>{{"a.fbx", "n", {{"ulna.left"}}}, {"a.fbx", "", {}}}));
}

}  // namespace tpatlas
