#include "body/muscle_spline.hpp"
#include "body/muscle_surface.hpp"
#include "io/measurement_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <numbers>

#include <glm/geometric.hpp>

using namespace tpatlas;

namespace
{

// A spindle along y, flat, its face toward the skin in front, its medial edge at +x.
MuscleStack spindle(std::size_t points)
{
    MuscleStack stack{"", {}};
    for (const float u : {0.02f, 0.2f, 0.4f, 0.6f, 0.8f, 0.98f}) {
        RingSection ring{u, {}};
        const float width = 4 + 10 * std::sin(std::numbers::pi_v<float> * u);
        for (std::size_t k = 0; k < points; ++k) {
            const float a =
                2 * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(points);
            ring.points.emplace_back(width * std::sin(a), 100 * u, 0.4f * width * std::cos(a));
        }
        stack.sections.push_back(ring);
    }
    return stack;
}

// Every edge is shared by two triangles that run along it in opposite ways.
bool is_closed(const MeshData& mesh)
{
    MeshData bare = mesh;
    bare.fibres.clear();
    bare = welded(bare, 1e-4f);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Triangle& t : bare.triangles)
        for (int k = 0; k < 3; ++k)
            ++edges[{t[k], t[(k + 1) % 3]}];
    return std::all_of(edges.begin(), edges.end(), [&edges](const auto& edge) {
        const auto back = edges.find({edge.first.second, edge.first.first});
        return back != edges.end() && back->second == edge.second;
    });
}

} // namespace

TEST(MuscleSurface, is_closed_and_winds_outward_whatever_the_number_of_points)
{
    for (const std::size_t points : {6u, 10u, 12u, 14u, 20u}) {
        const MeshData mesh = muscle_stack_surface(spindle(points));
        EXPECT_TRUE(is_closed(mesh)) << points;
        EXPECT_GT(volume_mm3(mesh), 0);
    }
}

TEST(MuscleSurface, winds_outward_also_where_the_rings_turn_the_other_way)
{
    MuscleStack stack = spindle(12);
    for (RingSection& ring : stack.sections)
        for (glm::vec3& p : ring.points)
            p.z = -p.z;
    EXPECT_GT(volume_mm3(muscle_stack_surface(stack)), 0);
}

TEST(MuscleSurface, has_fibre_coordinates_that_rise_from_origin_to_insertion)
{
    const MeshData mesh = muscle_stack_surface(spindle(12));
    ASSERT_EQ(mesh.fibres.size(), mesh.positions.size());
    float off = 0, frontmost = 1, medial = 1;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec2 fibre = mesh.fibres[i];
        ASSERT_GE(fibre.x, 0);
        ASSERT_LE(fibre.x, 1);
        ASSERT_LE(std::abs(fibre.y), 0.5f);
        if (fibre.x <= 0.02f || fibre.x >= 0.98f)
            continue; // the rounded ends
        const glm::vec3 p = mesh.positions[i];
        off = std::max(off, std::abs(fibre.x - p.y / 100));
        if (std::abs(fibre.y) < 0.2f)
            frontmost = std::min(frontmost, p.z);
        if (fibre.y > 0.05f && fibre.y < 0.45f)
            medial = std::min(medial, p.x);
    }
    EXPECT_LT(off, 0.01f);
    EXPECT_GT(frontmost, 0) << "v = 0 looks at the skin";
    EXPECT_GT(medial, 0) << "v rises toward the midline";
}

TEST(MuscleSurface, has_outward_unit_normals_that_agree_on_both_sides_of_the_seam)
{
    const MeshData mesh = muscle_stack_surface(spindle(12));
    std::map<std::array<float, 3>, glm::vec3> seen;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3 p = mesh.positions[i];
        ASSERT_NEAR(glm::length(mesh.normals[i]), 1, 1e-4f);
        const auto [at, fresh] = seen.try_emplace({p.x, p.y, p.z}, mesh.normals[i]);
        ASSERT_EQ(at->second, mesh.normals[i]);
        if (mesh.fibres[i].x > 0.1f && mesh.fibres[i].x < 0.9f) {
            ASSERT_GT(glm::dot(mesh.normals[i], glm::vec3(p.x, 0, p.z)), 0);
        }
    }
}

TEST(MuscleSurface, rounds_its_ends_beyond_the_last_sections)
{
    const Box box = bounds(muscle_stack_surface(spindle(12)));
    EXPECT_LT(box.min.y, 1.5f);
    EXPECT_GT(box.max.y, 98.5f);
}

TEST(MuscleSurface, has_its_stacks_one_after_another)
{
    MuscleTable table;
    table.stacks = {spindle(10), spindle(12)};
    for (RingSection& ring : table.stacks[1].sections)
        for (glm::vec3& p : ring.points)
            p.x -= 60;
    const MeshData whole = muscle_surface(table);
    const MeshData first = muscle_stack_surface(table.stacks[0]);
    const MeshData second = muscle_stack_surface(table.stacks[1]);
    EXPECT_EQ(whole.triangles.size(), first.triangles.size() + second.triangles.size());
    EXPECT_EQ(whole.normals.size(), whole.positions.size());
    EXPECT_NEAR(volume_mm3(whole), volume_mm3(first) + volume_mm3(second), 1);
}

TEST(MuscleSpline, goes_through_the_sections_and_never_swings_past_them)
{
    const MuscleStack stack = spindle(12);
    EXPECT_EQ(ring_at(stack, 0.4f)[3], stack.sections[2].points[3]);
    for (float u = 0.4f; u <= 0.6f; u += 0.02f) {
        const glm::vec3 p = ring_at(stack, u)[3];
        EXPECT_LE(p.x,
                  std::max(stack.sections[2].points[3].x, stack.sections[3].points[3].x) + 1e-4f);
    }
}

TEST(MuscleSpline, draws_a_circle_through_twelve_of_its_points)
{
    std::vector<glm::vec3> ring;
    for (int k = 0; k < 12; ++k)
        ring.emplace_back(10 * std::cos(k * std::numbers::pi_v<float> / 6), 0,
                          10 * std::sin(k * std::numbers::pi_v<float> / 6));
    for (const glm::vec3& p : RingSpline(12, 5).sampled(ring))
        EXPECT_NEAR(glm::length(p), 10, 0.01f);
}

TEST(MuscleTables, of_the_project_are_all_rebuilt_closed_and_small_enough)
{
    const auto tables =
        io::read_muscle_tables(std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets/body/muscles");
    ASSERT_TRUE(tables) << tables.error().message();
    EXPECT_GE(tables.value().size(), 150u);
    std::size_t triangles = 0;
    for (const MuscleTable& table : tables.value()) {
        EXPECT_LE(bounds(muscle_surface(table)).min.x, 0) << table.entry.name << " lies right";
        for (const MuscleStack& stack : table.stacks) {
            const MeshData mesh = muscle_stack_surface(stack);
            EXPECT_TRUE(is_closed(mesh)) << table.entry.name << " " << stack.name;
            EXPECT_GT(volume_mm3(mesh), 0) << table.entry.name << " " << stack.name;
            triangles += mesh.triangles.size();
        }
    }
    EXPECT_LT(triangles, 400000u) << "one side, before thinning";
}
