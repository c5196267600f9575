// --body: what is read of a user's files, and how what is not is told.

#include "program/bodies.hpp"

using namespace program;

TEST(Body, that_cannot_be_read_is_one_line)
{
    const fs::path folder = fresh_folder();
    std::ofstream(folder / "broken.glb", std::ios::binary) << "glTF but no more";
    const std::string file = (folder / "broken.glb").string();
    expect_failure({"list", "structures", "--body", file}, {file});
    expect_failure({"list", "structures", "--body", (folder / "absent").string()}, {"absent"});
    expect_failure({"shot", "--body", file, "-o", (folder / "a.png").string()}, {file});
}

TEST(Body, of_the_reference_set_is_read_whole_and_upright)
{
    const fs::path reference = TPATLAS_REFERENCE_DIR;
    if (!fs::exists(reference))
        GTEST_SKIP() << "no reference meshes at " << reference;
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(reference))
        files += entry.path().extension() == ".glb" || entry.path().extension() == ".stl";
    const auto listed = structures({"--body", reference.string()});
    std::size_t imported = 0;  // or more: a mesh may be several of our structures
    for (const auto& [id, structure] : listed)
        imported += structure.at("provenance") == "imported";
    EXPECT_GE(imported, files);
    const auto bounds = [&](const char* id) { return listed.at(id).at("bounds_mm"); };
    // It comes in with z up; here y is up and the right side has negative x.
    ASSERT_TRUE(listed.contains("femur.right"));
    ASSERT_TRUE(listed.contains("parietal_bone.right"));
    EXPECT_GT(bounds("parietal_bone.right").at(0).at(1), bounds("femur.right").at(1).at(1));
    EXPECT_LT(bounds("femur.right").at(1).at(0), 0);
    EXPECT_NEAR(bounds("femur.right").at(1).at(1).get<double>() -
                    bounds("femur.right").at(0).at(1).get<double>(),
                430, 60);
    EXPECT_EQ(listed.at("femur.right").at("kind"), "bone");
}
