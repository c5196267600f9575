#include "body_survey/closing.hpp"
#include "body_survey/distance.hpp"
#include "tools/test_shapes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

using namespace tpatlas;

namespace
{

bool every_edge_has_two_sides(const MeshData& mesh)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Triangle& t : mesh.triangles)
        for (int k = 0; k < 3; ++k)
            ++edges[{t[k], t[(k + 1) % 3]}];
    for (const auto& [edge, count] : edges)
        if (count != 1 || edges.count({edge.second, edge.first}) != 1)
            return false;
    return true;
}

} // namespace

TEST(Closing, keeps_a_plain_solid_as_it_is)
{
    const MeshData closed = close_surface(test_shapes::sphere(15), {.thicken_mm = 0});
    EXPECT_TRUE(every_edge_has_two_sides(closed));
    const SurfaceError error = surface_error(closed, test_shapes::sphere(15), 5000);
    EXPECT_LT(error.worse_mean_mm(), 0.1);
    EXPECT_NEAR(error.volume_ratio, 1.0, 0.02);
}

TEST(Closing, bridges_a_gap_and_fills_the_cavity_behind_it)
{
    MeshData open = test_shapes::sphere(15);
    std::erase_if(open.triangles, [&open](const Triangle& t) {
        const glm::vec3 p = open.positions[t.x];
        return p.y > 0 && p.x * p.x + p.z * p.z < 2.5f * 2.5f;
    });
    append(open, test_shapes::sphere(6)); // an inner wall
    const MeshData closed = close_surface(open);
    EXPECT_TRUE(every_edge_has_two_sides(closed));
    EXPECT_EQ(pieces_of(closed).size(), 1u);
    EXPECT_NEAR(volume_mm3(closed) / volume_mm3(test_shapes::sphere(15)), 1.0, 0.06);
}

TEST(Closing, drops_crumbs_and_keeps_pieces_that_count)
{
    MeshData heap = test_shapes::sphere(15);
    append(heap, test_shapes::sphere(12, {60, 0, 0}));
    append(heap, test_shapes::sphere(2, {0, 60, 0}));
    EXPECT_EQ(pieces_of(close_surface(heap)).size(), 2u);
}

TEST(Closing, gives_the_same_surface_each_time)
{
    EXPECT_EQ(close_surface(test_shapes::cylinder(6, 50)),
              close_surface(test_shapes::cylinder(6, 50)));
}

TEST(Closing, finds_the_piece_nearest_to_a_place_and_leaves_crumbs_out)
{
    MeshData all = test_shapes::sphere(5);
    MeshData other = test_shapes::sphere(4);
    for (glm::vec3& p : other.positions)
        p.x += 20;
    append(all, other);
    append(all, MeshData{{{19, 0, 0}, {20, 0, 0}, {20, 1, 0}}, {{0, 1, 2}}, {}, {}});
    const MeshData found = pieces_nearest(all, {{20, 0, 0}, {21, 0, 0}});
    EXPECT_EQ(found.triangles.size(), other.triangles.size());
    EXPECT_NEAR(volume_mm3(found), volume_mm3(other), 1);
    EXPECT_EQ(pieces_nearest(all, {{-5, 0, 0}, {24, 0, 0}}).triangles.size(),
              test_shapes::sphere(5).triangles.size() + other.triangles.size());
}

TEST(Closing, cuts_along_a_curved_border_and_closes_the_cut)
{
    const MeshData ball = test_shapes::sphere(15);
    const auto inside_tube = [](glm::vec3 p) { return std::hypot(p.x, p.z) - 6; };
    const auto outside_tube = [](glm::vec3 p) { return 6 - std::hypot(p.x, p.z); };
    const MeshData core = cut_surface(ball, inside_tube), rest = cut_surface(ball, outside_tube);
    EXPECT_TRUE(every_edge_has_two_sides(core));
    EXPECT_NEAR((volume_mm3(core) + volume_mm3(rest)) / volume_mm3(ball), 1.0, 0.02);
    for (const glm::vec3& p : core.positions)
        EXPECT_LT(inside_tube(p), 0.2f);
}
