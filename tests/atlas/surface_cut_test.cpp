#include "atlas/surface_cut.hpp"

#include "atlas/shapes.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

std::vector<float> heights(const MeshData& mesh, float of)
{
    std::vector<float> field;
    for (const glm::vec3& p : mesh.positions)
        field.push_back(p.y - of);
    return field;
}

TEST(PartInside, is_cut_at_the_edge)
{
    MeshData square = shapes::shaken_square(100, 13);
    square.normals.assign(square.positions.size(), glm::vec3(0, 0, 1));
    const MeshData part = part_inside(square, heights(square, 17.3f));
    EXPECT_NEAR(area_mm2(part), 100 * 67.3, 0.05);
    float highest = -1000;
    for (const glm::vec3& p : part.positions)
        highest = std::max(highest, p.y);
    EXPECT_NEAR(highest, 17.3f, 1e-4f);
    ASSERT_EQ(part.normals.size(), part.positions.size());
    for (const glm::vec3& normal : part.normals)
        EXPECT_NEAR(normal.z, 1, 1e-6f);
    for (const glm::vec3& normal : vertex_normals(part))
        EXPECT_GE(normal.z, 0) << "triangles still face the same way";
}

TEST(PartInside, and_the_part_outside_are_the_whole_without_a_gap)
{
    MeshData ball = shapes::sphere(100, 3);
    ball.normals = vertex_normals(ball);
    std::vector<float> field = heights(ball, 31);
    MeshData both = part_inside(ball, field);
    for (float& value : field)
        value = -value;
    append(both, part_inside(ball, field));
    both.normals.clear();
    EXPECT_NEAR(volume_mm3(both), volume_mm3(ball), 1e-5 * volume_mm3(ball));
    // Joined by equal bits: what is open afterwards has no twin edge.
    const MeshData joined = welded(both, 1e-5f);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Triangle& t : joined.triangles)
        for (int k = 0; k < 3; ++k)
            ++edges[std::minmax(t[k], t[(k + 1) % 3])];
    EXPECT_TRUE(std::all_of(edges.begin(), edges.end(),
                            [](const auto& edge) { return edge.second == 2; }));
}

TEST(PartInside, of_a_field_that_is_nowhere_negative_is_empty)
{
    const MeshData square = shapes::shaken_square(10, 3);
    EXPECT_TRUE(part_inside(square, heights(square, -50)).triangles.empty());
    EXPECT_EQ(part_inside(square, heights(square, 50)).triangles.size(),
              square.triangles.size());
}

// A corner that lies on the edge to the bit: no triangle without a surface.
TEST(PartInside, has_no_triangle_without_a_surface)
{
    MeshData mesh;
    mesh.positions = {{0, -1, 0}, {1, 0, 0}, {0, 1, 0}, {-1, 0, 0}};
    mesh.triangles = {{0, 1, 3}, {1, 2, 3}};
    const MeshData part = part_inside(mesh, heights(mesh, 0));
    EXPECT_EQ(part.triangles.size(), 1u);
    EXPECT_NEAR(area_mm2(part), 1, 1e-6);
}

}  // namespace
}  // namespace tpatlas
