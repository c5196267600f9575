#include "body_survey/bone_clearance.hpp"
#include "body_survey/distance.hpp"
#include "body_survey/triangle_tree.hpp"
#include "tools/test_shapes.hpp"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

using namespace tpatlas;

TEST(Distance, between_concentric_spheres_is_the_difference_of_their_radii)
{
    const SurfaceError error =
        surface_error(test_shapes::sphere(22), test_shapes::sphere(20), 5000);
    EXPECT_NEAR(error.mean_a_to_b, 2.0, 0.02);
    EXPECT_NEAR(error.mean_b_to_a, 2.0, 0.02);
    EXPECT_NEAR(error.p95, 2.0, 0.03);
    EXPECT_NEAR(error.volume_ratio, 1.331, 0.005);
}

TEST(Distance, tells_the_two_ways_apart_when_one_surface_has_more)
{
    const MeshData one = test_shapes::sphere(10);
    MeshData two = one;
    append(two, test_shapes::sphere(10, {100, 0, 0}));
    const SurfaceError error = surface_error(one, two, 5000);
    EXPECT_NEAR(error.mean_a_to_b, 0.0, 1e-3);
    EXPECT_GT(error.mean_b_to_a, 40.0);
    EXPECT_EQ(error.worse_mean_mm(), error.mean_b_to_a);
}

TEST(Distance, samples_are_the_same_each_time_and_spread_by_area)
{
    const MeshData mesh = test_shapes::sphere(10);
    const auto samples = surface_samples(mesh, 4000);
    EXPECT_EQ(samples, surface_samples(mesh, 4000));
    std::size_t upper = 0;
    for (const glm::vec3& p : samples)
        upper += p.y > 0;
    EXPECT_NEAR(static_cast<double>(upper), 2000.0, 40.0);
}

TEST(TriangleTree, finds_the_point_that_a_search_of_every_triangle_finds)
{
    const MeshData mesh = test_shapes::cylinder(7, 30);
    const TriangleTree tree(mesh);
    for (const glm::vec3 p : {glm::vec3(0, 15, 0), glm::vec3(20, -3, 4), glm::vec3(-3, 40, -9)}) {
        float best = 1e9f;
        for (const Triangle& t : mesh.triangles)
            best = std::min(best, glm::distance(p, nearest_on_triangle(p, mesh.positions[t.x],
                                                                       mesh.positions[t.y],
                                                                       mesh.positions[t.z])));
        EXPECT_FLOAT_EQ(tree.nearest(p).distance_mm, best);
    }
}

TEST(BoneClearance, lifts_what_lies_deep_in_a_bone_and_leaves_the_rest)
{
    const TriangleTree bone(test_shapes::sphere(20));
    MuscleStack stack;
    stack.sections.push_back({0, {{15, 0, 0}, {19, 0, 0}, {25, 0, 0}, {0, -12, 0}}});
    lift_out(stack, {&bone}, 1.5f);
    const auto& points = stack.sections.front().points;
    EXPECT_NEAR(points[0].x, 18.5, 0.1);
    EXPECT_NEAR(points[3].y, -18.5, 0.1);
    EXPECT_EQ(points[1], glm::vec3(19, 0, 0));
    EXPECT_EQ(points[2], glm::vec3(25, 0, 0));
}
