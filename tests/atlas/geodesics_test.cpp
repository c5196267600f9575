#include "atlas/geodesics.hpp"

#include "atlas/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

TEST(Geodesics, are_straight_in_a_plane_whatever_its_triangles)
{
    const Surface plane(shapes::shaken_square(200, 30));
    const SurfacePoint from = plane.nearest({13.3f, -8.1f, 0});
    const GeodesicSource source{from, 0};
    const GeodesicField field = distances_along(plane, {&source, 1});
    for (std::size_t v = 0; v < plane.vertex_count(); ++v) {
        const double straight = glm::distance(plane.mesh().positions[v], plane.position(from));
        ASSERT_NEAR(field.distance_mm[v], straight, 1e-3) << "vertex " << v;
    }
}

TEST(Geodesics, from_a_vertex_are_straight_too)
{
    const Surface plane(shapes::shaken_square(200, 20));
    const std::uint32_t vertex = 220; // inside
    const GeodesicSource source{plane.at_vertex(vertex), 0};
    const GeodesicField field = distances_along(plane, {&source, 1});
    for (std::size_t v = 0; v < plane.vertex_count(); ++v)
        ASSERT_NEAR(field.distance_mm[v],
                    static_cast<double>(
                        glm::distance(plane.mesh().positions[v], plane.mesh().positions[vertex])),
                    1e-3);
}

TEST(Geodesics, follow_a_sphere)
{
    const float radius = 80;
    const Surface sphere(shapes::sphere(radius, 5));
    const SurfacePoint from = sphere.nearest({30, 60, 45});
    const glm::vec3 middle = glm::normalize(sphere.position(from));
    const GeodesicSource source{from, 0};
    const GeodesicField field = distances_along(sphere, {&source, 1});
    double worst = 0;
    for (std::size_t v = 0; v < sphere.vertex_count(); ++v) {
        const float cosine = glm::dot(glm::normalize(sphere.mesh().positions[v]), middle);
        const double arc = static_cast<double>(radius) *
                           std::acos(std::clamp(static_cast<double>(cosine), -1.0, 1.0));
        worst = std::max(worst, std::abs(field.distance_mm[v] - arc));
    }
    EXPECT_LT(worst, 0.15); // of up to 251 mm; the polyhedron lies up to 0.05 mm below the sphere
}

TEST(Geodesics, do_not_go_through_a_slab)
{
    const Surface slab(shapes::slab({120, 120, 8}, {30, 30, 2}));
    const GeodesicSource source{slab.nearest({0, 0, 4}), 0};
    const GeodesicField field = distances_along(slab, {&source, 1});
    const SurfacePoint behind = slab.nearest({0, 0, -4});
    double least = 1e9;
    for (int k = 0; k < 3; ++k)
        least = std::min(least, field.distance_mm[slab.mesh().triangles[behind.triangle][k]]);
    EXPECT_GT(least, 115); // over the edge: 60 + 8 + 60, less a triangle
}

TEST(Geodesics, stop_at_their_limit)
{
    const Surface plane(shapes::shaken_square(200, 30));
    const GeodesicSource source{plane.nearest({0, 0, 0}), 0};
    const GeodesicField field = distances_along(plane, {&source, 1}, 40);
    for (std::size_t v = 0; v < plane.vertex_count(); ++v) {
        const float straight = glm::length(plane.mesh().positions[v]);
        EXPECT_EQ(std::isinf(field.distance_mm[v]), straight > 40.001f) << straight;
    }
}

TEST(Geodesics, from_several_weighted_sources_take_the_nearest)
{
    const Surface plane(shapes::shaken_square(200, 30));
    const std::vector<GeodesicSource> sources{{plane.nearest({-40, 0, 0}), 0},
                                              {plane.nearest({40, 0, 0}), 25}};
    const GeodesicField field = distances_along(plane, sources);
    for (std::size_t v = 0; v < plane.vertex_count(); ++v) {
        const glm::vec3 p = plane.mesh().positions[v];
        const double a = glm::distance(p, glm::vec3(-40, 0, 0));
        const double b = 25 + glm::distance(p, glm::vec3(40, 0, 0));
        ASSERT_NEAR(field.distance_mm[v], std::min(a, b), 1e-3);
        if (std::abs(a - b) > 1e-3) {
            ASSERT_EQ(field.source[v], a < b ? 0u : 1u);
        }
    }
}

} // namespace
} // namespace tpatlas
