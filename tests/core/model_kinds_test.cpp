#include "core/model_kinds.hpp"

#include <gtest/gtest.h>

namespace tpatlas {

TEST(ModelKinds, are_known_by_their_endings_whatever_the_case)
{
    for (const char* name : {"a.glb", "a.gltf", "a.obj", "a.stl", "a.ply", "a.fbx", "a.dae", "a.GLB",
                             "folder.txt/a.b.Obj"})
        EXPECT_TRUE(is_model(name)) << name;
    for (const char* name : {"", "a", "obj", ".obj", "a.obj.txt", "a.mtl", "a.objx", "folder.obj/a"})
        EXPECT_FALSE(is_model(name)) << name;
    EXPECT_EQ(lower_ending("A.tar.GZ"), ".gz");
    EXPECT_EQ(lower("Ä AZ az"), "Ä az az");
}

}  // namespace tpatlas
