#include "body/field_surface.hpp"

#include "body/field_checks.hpp"
#include "body/field_shapes.hpp"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace tpatlas::body {
namespace {

constexpr double pi = std::numbers::pi;

float ball(glm::vec3 p) { return glm::length(p - glm::vec3(0.3f, -0.2f, 0.1f)) - 15; }

// Two crossing rods and noise between them: every pattern of a cell comes up.
float rough(glm::vec3 p)
{
    const float waves = std::sin(p.x * 1.9f) + std::sin(p.y * 2.3f) + std::sin(p.z * 2.1f);
    return smooth_max(glm::length(p) - 12, waves * 2, 0.5f);
}

TEST(MarchingCubes, turns_a_ball_into_a_closed_surface_of_its_volume)
{
    const MeshData mesh = extract_surface(ball, {glm::vec3(-20), glm::vec3(20)}, 1.0f);
    EXPECT_EQ(open_or_broken_edges(mesh), 0u);
    EXPECT_EQ(euler_number(mesh), 2);
    EXPECT_NEAR(volume_mm3(mesh), 4.0 / 3 * pi * 15 * 15 * 15, 140);
    for (const glm::vec3& p : mesh.positions)
        ASSERT_NEAR(ball(p), 0, 0.05f);
}

TEST(MarchingCubes, leaves_no_hole_and_no_pinched_vertex_in_any_pattern)
{
    const MeshData mesh = extract_surface(rough, {glm::vec3(-14), glm::vec3(14)}, 1.0f);
    ASSERT_GT(mesh.triangles.size(), 5000u);
    EXPECT_EQ(open_or_broken_edges(mesh), 0u);
    EXPECT_EQ(pinched_vertices(mesh), 0u);
    EXPECT_GT(volume_mm3(mesh), 0);
}

TEST(MarchingCubes, closes_pure_noise_where_every_pattern_meets_every_other)
{
    const auto noise = [](glm::vec3 p) {
        const glm::ivec3 n(glm::round(p));
        if (std::max({std::abs(n.x), std::abs(n.y), std::abs(n.z)}) > 14)
            return 1.0f;
        auto h = static_cast<std::uint32_t>(n.x * 73856093 ^ n.y * 19349663 ^ n.z * 83492791);
        h ^= h >> 15;
        h *= 2246822519u;
        h ^= h >> 13;
        return float(h % 2000) / 1000 - 1.0001f;
    };
    const MeshData mesh = extract_surface(noise, {glm::vec3(-16), glm::vec3(16)}, 1.0f);
    ASSERT_GT(mesh.triangles.size(), 20000u);
    EXPECT_EQ(open_or_broken_edges(mesh), 0u);
}

TEST(MarchingCubes, keeps_the_largest_piece_alone)
{
    const FieldFunction two = [](glm::vec3 p) {
        return std::min(ball(p), glm::length(p - glm::vec3(24, 0, 0)) - 4);
    };
    const MeshData mesh = extract_surface(two, {glm::vec3(-20), glm::vec3(34, 20, 20)}, 1.0f);
    EXPECT_LT(bounds(mesh).max.x, 16);
}

TEST(MarchingCubes, is_empty_where_the_field_has_no_zero)
{
    const auto far = [](glm::vec3) { return 5.0f; };
    EXPECT_TRUE(extract_surface(far, {glm::vec3(-5), glm::vec3(5)}, 1.0f).triangles.empty());
}

TEST(Remeshing, gives_edges_of_the_length_asked_for_on_the_surface)
{
    const MeshData rough_ball = extract_surface(ball, {glm::vec3(-20), glm::vec3(20)}, 1.0f);
    const auto length = [](glm::vec3 p) { return p.y > 0 ? 1.5f : 4.0f; };
    const MeshData mesh = remeshed(rough_ball, ball, length);
    EXPECT_EQ(open_or_broken_edges(mesh), 0u);
    EXPECT_EQ(pinched_vertices(mesh), 0u);
    EXPECT_EQ(euler_number(mesh), 2);
    EXPECT_EQ(self_intersections(mesh), 0u);
    double sum = 0;
    int count = 0;
    for (const Triangle& t : mesh.triangles)
        for (int c = 0; c < 3; ++c) {
            const glm::vec3 a = mesh.positions[t[c]];
            const glm::vec3 b = mesh.positions[t[(c + 1) % 3]];
            const float wanted = 0.5f * (length(a) + length(b));
            sum += static_cast<double>(glm::length(a - b) / wanted);
            ++count;
        }
    EXPECT_NEAR(sum / count, 1, 0.12);
    for (const glm::vec3& p : mesh.positions)
        ASSERT_NEAR(ball(p), 0, 0.02f);
}

TEST(Remeshing, of_half_a_body_keeps_its_border_in_the_plane_of_symmetry)
{
    const auto pear = [](glm::vec3 p) {
        return round_cone(p, {{0, -6, 0}, 12}, {{0, 12, 2}, 7});
    };
    const MeshData half = extract_surface(pear, {glm::vec3(0, -25, -20), glm::vec3(20, 25, 20)}, 1);
    const MirroredSurface whole =
        joined_with_mirror_image(remeshed(half, pear, [](glm::vec3) { return 2.5f; }));
    const MeshData& mesh = whole.mesh;
    EXPECT_EQ(open_or_broken_edges(mesh), 0u);
    EXPECT_EQ(euler_number(mesh), 2);
    EXPECT_GT(volume_mm3(mesh), 0);
    std::size_t in_plane = 0;
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const std::uint32_t image = whole.mirror_of[v];
        ASSERT_EQ(whole.mirror_of[image], v);
        const glm::vec3 p = mesh.positions[v];
        const glm::vec3 m = mesh.positions[image];
        ASSERT_TRUE(m.x == -p.x && m.y == p.y && m.z == p.z);
        ASSERT_EQ(image == v, p.x == 0);
        in_plane += image == v;
    }
    EXPECT_GT(in_plane, 20u);
}

TEST(Remeshing, gives_the_same_bytes_twice)
{
    const auto make = [] {
        const auto length = [](glm::vec3) { return 2.0f; };
        return remeshed(extract_surface(ball, {glm::vec3(-20), glm::vec3(20)}, 1.0f), ball, length);
    };
    EXPECT_EQ(make(), make());
}

}  // namespace
}  // namespace tpatlas::body
