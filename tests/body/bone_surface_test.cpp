#include "body/bone_surface.hpp"

#include "body/bone_thinning.hpp"

#include <cmath>
#include <map>
#include <numbers>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

FourierContour circle(glm::vec2 centre, float radius, bool hole = false)
{
    return {centre, {{radius, 0, 0, hole ? -radius : radius}}};
}

// Sections of a ball of the radius: two close ones at each end, the others evenly between.
BoneTable ball(float radius)
{
    BoneTable table;
    const auto cut = [&](float z) {
        table.sections.push_back({z, {circle({0, 0}, std::sqrt(radius * radius - z * z))}});
    };
    cut(0.5f - radius);
    const float inner = radius - 1.5f;
    const int gaps = static_cast<int>(std::ceil(inner));
    for (int i = 0; i <= gaps; ++i)
        cut(inner * (2 * static_cast<float>(i) / static_cast<float>(gaps) - 1));
    cut(radius - 0.5f);
    return table;
}

// A torus lying in the plane of its sections: rings with a hole.
BoneTable torus(float large, float small)
{
    BoneTable table;
    for (float z = -small + 0.4f; z <= small - 0.39f; z += (2 * small - 0.8f) / 8) {
        const float half = std::sqrt(small * small - z * z);
        table.sections.push_back(
            {z, {circle({0, 0}, large + half), circle({0, 0}, large - half, true)}});
    }
    return table;
}

// Every edge is run once each way: closed, and consistently wound.
bool closed(const MeshData& mesh)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Triangle& t : mesh.triangles)
        for (int k = 0; k < 3; ++k)
            ++edges[{t[k], t[(k + 1) % 3]}];
    for (const auto& [edge, count] : edges) {
        const auto back = edges.find({edge.second, edge.first});
        if (back == edges.end() || back->second != count)
            return false;
    }
    return !mesh.triangles.empty();
}

const BoneSurfaceOptions finely_thinned{.tolerance_mm = 0.05f, .smoothing = {}};

long euler_number(const MeshData& mesh)
{
    return static_cast<long>(mesh.positions.size()) - static_cast<long>(mesh.triangles.size()) / 2;
}

TEST(BoneSurface, of_a_ball_is_closed_winds_outward_and_has_its_volume)
{
    const MeshData mesh = bone_surface(ball(15), finely_thinned);
    EXPECT_TRUE(closed(mesh));
    const double volume = 4.0 / 3.0 * std::numbers::pi * 15 * 15 * 15;
    EXPECT_NEAR(volume_mm3(mesh), volume, volume * 0.015);
    for (const glm::vec3& p : mesh.positions)
        EXPECT_NEAR(glm::length(p), 15, 0.25);
}

TEST(BoneSurface, has_round_ends_that_reach_as_far_as_the_form)
{
    const Box box = bounds(bone_surface(ball(15)));
    EXPECT_NEAR(box.min.z, -15, 0.3);
    EXPECT_NEAR(box.max.z, 15, 0.3);
}

TEST(BoneSurface, of_sections_with_a_hole_is_a_closed_torus)
{
    const MeshData mesh = bone_surface(torus(20, 5));
    EXPECT_TRUE(closed(mesh));
    EXPECT_EQ(euler_number(mesh), 0);
    const double volume = 2 * std::numbers::pi * std::numbers::pi * 20 * 5 * 5;
    EXPECT_NEAR(volume_mm3(mesh), volume, volume * 0.02);
}

TEST(BoneSurface, splits_where_its_sections_split)
{
    BoneTable fork;
    for (int i = 0; i <= 10; ++i) {
        const float z = static_cast<float>(i) * 2;
        if (i <= 5)
            fork.sections.push_back({z, {circle({0, 0}, 8)}});
        else
            fork.sections.push_back({z, {circle({-5, 0}, 3), circle({5, 0}, 3)}});
    }
    const MeshData mesh = bone_surface(fork);
    EXPECT_TRUE(closed(mesh));
    EXPECT_EQ(euler_number(mesh), 2);  // one piece without a handle
}

TEST(BoneSurface, shows_no_steps_between_the_sections_of_a_cone)
{
    BoneTable cone;
    cone.axis = {0, 0, 1};
    for (int i = 0; i <= 12; ++i)
        cone.sections.push_back(
            {static_cast<float>(i) * 2.5f, {circle({0, 0}, 20 - static_cast<float>(i))}});
    const MeshData mesh = bone_surface(cone, finely_thinned);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3 p = mesh.positions[i];
        if (p.z < 3 || p.z > 27)
            continue;
        EXPECT_NEAR(std::hypot(p.x, p.y), 20 - p.z / 2.5f, 0.12f);
        const glm::vec3 straight = glm::normalize(glm::vec3(p.x, p.y, 0.4f * std::hypot(p.x, p.y)));
        EXPECT_GT(glm::dot(mesh.normals[i], straight), std::cos(6 * pi / 180));
    }
}

TEST(BoneSurface, drops_a_crumb_beside_the_bone)
{
    BoneTable table = ball(12);
    for (std::size_t i = 10; i < 13; ++i)
        table.sections[i].contours.push_back(circle({20, 0}, 1));
    EXPECT_EQ(euler_number(bone_surface(table)), 2);
    EXPECT_LT(bounds(bone_surface(table)).max.x, 13);
}

TEST(BoneSurface, of_a_midline_bone_draws_a_contour_off_the_midline_on_both_sides)
{
    BoneTable table;
    table.entry.midline = true;
    for (int i = 0; i <= 5; ++i)
        table.sections.push_back({static_cast<float>(i) * 2, {circle({-10, 0}, 4)}});
    const MeshData mesh = bone_surface(table);
    EXPECT_TRUE(closed(mesh));
    EXPECT_EQ(euler_number(mesh), 4);  // two pieces
    const Box box = bounds(mesh);
    EXPECT_NEAR(box.min.x, -14, 0.1);
    EXPECT_NEAR(box.max.x, 14, 0.1);
}

TEST(BoneSurface, lies_where_the_origin_and_the_directions_of_its_table_say)
{
    BoneTable table = ball(10);
    table.origin = {-100, 1400, 20};
    table.axis = {1, 0, 0};
    table.across = {0, 1, 0};
    const Box box = bounds(bone_surface(table));
    EXPECT_NEAR(box.centre().x, -100, 0.2);
    EXPECT_NEAR(box.centre().y, 1400, 0.2);
    EXPECT_NEAR(box.centre().z, 20, 0.2);
    EXPECT_GT(volume_mm3(bone_surface(table)), 0);
}

TEST(BoneSurface, is_the_same_in_every_byte_each_time_and_on_any_number_of_threads)
{
    const std::vector<BoneTable> tables{ball(9), torus(12, 4), ball(6)};
    const std::vector<MeshData> once = bone_surfaces(tables, {}, 1);
    const std::vector<MeshData> again = bone_surfaces(tables, {}, 3);
    EXPECT_EQ(once, again);
}

TEST(BoneSurface, of_a_table_without_contours_is_empty)
{
    BoneTable table;
    EXPECT_TRUE(bone_surface(table).triangles.empty());
    table.sections.push_back({1, {}});
    EXPECT_TRUE(bone_surface(table).triangles.empty());
}

TEST(BoneThinning, leaves_fewer_triangles_on_the_same_closed_surface)
{
    BoneSurfaceOptions fine;
    fine.tolerance_mm = 0;
    const MeshData before = bone_surface(ball(15), fine);
    const MeshData after = thinned(before, 0.05f);
    EXPECT_LT(after.triangles.size(), before.triangles.size() / 4);
    EXPECT_TRUE(closed(after));
    EXPECT_EQ(euler_number(after), 2);
    ASSERT_EQ(after.normals.size(), after.positions.size());
    for (std::size_t i = 0; i < after.positions.size(); ++i) {
        EXPECT_NEAR(glm::length(after.positions[i]), 15, 0.25);
        EXPECT_GT(glm::dot(after.normals[i], glm::normalize(after.positions[i])), 0.96f);
    }
}

}  // namespace
}  // namespace tpatlas
