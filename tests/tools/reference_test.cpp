#include "body_survey/reference.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

using namespace tpatlas;
namespace fs = std::filesystem;

namespace
{

template <class T>
void put(std::string& bytes, T value)
{
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    bytes.append(raw, sizeof(T));
}

// One triangle at (1, 2, 3), (2, 2, 3), (1, 3, 3), under a node that turns y-up into z-up and
// scales.
std::string a_glb(std::uint16_t last_corner = 2)
{
    std::string buffer;
    for (const float x : {1.f, 2.f, 3.f, 2.f, 2.f, 3.f, 1.f, 3.f, 3.f})
        put(buffer, x);
    for (const std::uint16_t i :
         {std::uint16_t{0}, std::uint16_t{1}, last_corner, std::uint16_t{0}})
        put(buffer, i);
    std::string json =
        R"({"asset":{"version":"2.0"},"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0,)"
        R"("rotation":[0.70710678,0,0,0.70710678],"scale":[10,10,10]}],)"
        R"("meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],)"
        R"("buffers":[{"byteLength":44}],"bufferViews":[{"buffer":0,"byteLength":36},)"
        R"({"buffer":0,"byteOffset":36,"byteLength":6}],)"
        R"("accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},)"
        R"({"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}]})";
    json.resize((json.size() + 3) / 4 * 4, ' ');
    std::string bytes = "glTF";
    put(bytes, std::uint32_t{2});
    put(bytes, static_cast<std::uint32_t>(28 + json.size() + buffer.size()));
    put(bytes, static_cast<std::uint32_t>(json.size()));
    bytes += "JSON" + json;
    put(bytes, static_cast<std::uint32_t>(buffer.size()));
    bytes += std::string("BIN\0", 4) + buffer;
    return bytes;
}

class Reference : public testing::Test
{
protected:
    void SetUp() override
    {
        folder_ = fs::path(testing::TempDir()) /
                  ("reference_" +
                   std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "muscles");
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path written(const std::string& name, const std::string& bytes)
    {
        std::ofstream(folder_ / "muscles" / name, std::ios::binary) << bytes;
        return folder_ / "muscles" / name;
    }

    fs::path folder_;
};

} // namespace

TEST_F(Reference, applies_rotation_and_scale_of_the_nodes_and_ends_y_up)
{
    const auto mesh = load_reference_mesh(written("FJ1_BP1_FMA7_A.glb", a_glb()));
    ASSERT_TRUE(mesh) << mesh.error().message();
    // The node's quarter turn about x is undone by z-up to y-up; the scale stays.
    ASSERT_EQ(mesh.value().positions.size(), 3u);
    EXPECT_NEAR(mesh.value().positions[0].x, 10, 1e-4);
    EXPECT_NEAR(mesh.value().positions[0].y, 20, 1e-4);
    EXPECT_NEAR(mesh.value().positions[0].z, 30, 1e-4);
    EXPECT_EQ(mesh.value().triangles.size(), 1u);
}

TEST_F(Reference, reads_binary_stl_as_z_up)
{
    std::string bytes(80, ' ');
    put(bytes, std::uint32_t{1});
    for (const float x : {0.f, 0.f, 1.f, 1.f, 2.f, 3.f, 2.f, 2.f, 3.f, 1.f, 3.f, 3.f})
        put(bytes, x);
    put(bytes, std::uint16_t{0});
    const auto mesh = load_reference_mesh(written("FMA9_B.stl", bytes));
    ASSERT_TRUE(mesh) << mesh.error().message();
    EXPECT_EQ(mesh.value().positions[0], glm::vec3(1, 3, -2));
}

TEST_F(Reference, is_rejected_when_cut_short_or_when_a_triangle_names_no_vertex)
{
    const std::string good = a_glb();
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{11}, std::size_t{40}, good.size() - 30})
        EXPECT_FALSE(load_reference_mesh(written("cut.glb", good.substr(0, length)))) << length;
    EXPECT_FALSE(load_reference_mesh(written("corner.glb", a_glb(9))));
    EXPECT_FALSE(load_reference_mesh(written("short.stl", std::string(100, '\1'))));
    EXPECT_FALSE(load_reference_mesh(folder_ / "absent.glb"));
}

TEST_F(Reference, is_found_by_its_whole_number_in_any_folder)
{
    const fs::path file = written("FJ1_BP1_FMA33586_Right.glb", "");
    written("FJ2_BP2_FMA335_Other.glb", "");
    written("FJ3_BP3_FMA33586_Right.txt", "");
    ASSERT_TRUE(find_reference(folder_, 33586));
    EXPECT_EQ(find_reference(folder_, 33586).value(), file);
    EXPECT_FALSE(find_reference(folder_, 3358));
    EXPECT_FALSE(find_reference(folder_ / "absent", 33586));
}
