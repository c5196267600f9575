#include "body/muscle_surface.hpp"
#include "body_survey/distance.hpp"
#include "body_survey/fibre_field.hpp"
#include "body_survey/muscle_fit.hpp"
#include "body_survey/muscle_rings.hpp"
#include "tools/test_shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

using namespace tpatlas;

namespace
{

constexpr float height_mm = 80;

// A belly that lies flat: twice as wide as thick; origin below, skin in front, medial +x.
MeshData belly()
{
    MeshData mesh = test_shapes::turned(
        height_mm, 80, 64, [](float share) { return 4 + 6 * std::sin(3.14159f * share); });
    for (glm::vec3& p : mesh.positions)
        p.z *= 0.5f;
    return mesh;
}

MuscleEnds ends_of(const MeshData& mesh)
{
    MuscleEnds ends;
    for (std::uint32_t i = 0; i < mesh.positions.size(); ++i) {
        if (mesh.positions[i].y < 0.5f)
            ends.origin.push_back(i);
        else if (mesh.positions[i].y > height_mm - 0.5f)
            ends.insertion.push_back(i);
    }
    return ends;
}

std::vector<LevelRing> rings_of(const MeshData& mesh)
{
    std::vector<LevelRing> rings = level_rings(mesh, fibre_field(mesh, ends_of(mesh)).u, 40);
    const auto front = [](glm::vec3) { return glm::vec3(0, 0, 1); };
    match_edges(rings, front);
    turn_toward(rings, front, {1, 0, 0});
    return rings;
}

} // namespace

TEST(FibreField, rises_evenly_along_a_cylinder)
{
    const MeshData mesh = test_shapes::cylinder(6, height_mm);
    const FibreField field = fibre_field(mesh, ends_of(mesh));
    EXPECT_NEAR(field.length_mm, height_mm, 1.0f);
    float farthest = 0;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        farthest = std::max(farthest, std::abs(field.u[i] - mesh.positions[i].y / height_mm));
    EXPECT_LT(farthest, 0.01f);
}

TEST(FibreField, finds_the_two_far_ends_of_a_cylinder_by_its_form)
{
    const MeshData mesh = test_shapes::cylinder(6, height_mm);
    const MuscleEnds ends = ends_by_form(mesh, 0.01);
    const bool upright = mesh.positions[ends.origin.front()].y < height_mm / 2;
    for (const std::uint32_t v : upright ? ends.origin : ends.insertion)
        EXPECT_LT(mesh.positions[v].y, 5);
    for (const std::uint32_t v : upright ? ends.insertion : ends.origin)
        EXPECT_GT(mesh.positions[v].y, height_mm - 5);
}

TEST(MuscleRings, have_their_edges_at_the_sides_of_a_flat_belly)
{
    for (const LevelRing& ring : rings_of(belly())) {
        const std::vector<glm::vec3> points = resampled(ring, 8, 0);
        EXPECT_GT(points[0].z, std::abs(points[0].x)) << "the first point looks at the skin";
        EXPECT_GT(points[2].x, 3.5f) << "v rises toward the midline";
        EXPECT_LT(points[4].z, -1);
        EXPECT_LT(points[6].x, -3.5f);
    }
}

TEST(MuscleRings, turn_the_same_way_whichever_way_the_skin_lies)
{
    std::vector<LevelRing> rings = rings_of(belly());
    turn_toward(rings, [](glm::vec3) { return glm::vec3(0, 0, -1); }, {1, 0, 0});
    const std::vector<glm::vec3> points = resampled(rings[20], 8, 0);
    EXPECT_LT(points[0].z, -3);
    EXPECT_GT(points[2].x, 5);
}

// How far a course leaves the straight way between its neighbours, in the mean over the rings.
float wobble(const std::vector<LevelRing>& rings, std::size_t course)
{
    std::vector<glm::vec3> places;
    for (const LevelRing& ring : rings)
        places.push_back(resampled(ring, 16, 0)[course]);
    float sum = 0;
    for (std::size_t i = 1; i + 1 < places.size(); ++i)
        sum += glm::distance(places[i], 0.5f * (places[i - 1] + places[i + 1]));
    return sum / static_cast<float>(places.size() - 2);
}

TEST(MuscleRings, run_straight_courses_between_edges_that_waver)
{
    std::vector<LevelRing> rings;
    for (int i = 0; i <= 12; ++i) {
        LevelRing ring;
        ring.u = static_cast<float>(i) / 12;
        for (int k = 0; k < 72; ++k) {
            const float a = static_cast<float>(k) * 6.2831853f / 72;
            ring.points.emplace_back(20 * std::cos(a), 6.0f * static_cast<float>(i),
                                     4 * std::sin(a));
        }
        ring.edge = i % 2 == 0 ? 0.0f : 0.04f;
        ring.other_edge = i % 2 == 0 ? 0.5f : 0.46f;
        rings.push_back(ring);
    }
    std::vector<LevelRing> straight = rings;
    straighten(straight);
    const std::size_t beside_an_edge = 2;
    EXPECT_GT(wobble(rings, beside_an_edge), 0.5f);
    EXPECT_LT(wobble(straight, beside_an_edge), 0.3f * wobble(rings, beside_an_edge));
}

TEST(MuscleFit, chooses_the_sections_where_the_form_bends)
{
    std::vector<std::vector<glm::vec3>> rings;
    for (int i = 0; i <= 20; ++i) // straight, a bend at 12, straight
        rings.push_back({glm::vec3(i < 12 ? 0 : i - 12, i, 0)});
    EXPECT_EQ(best_sections(rings, 3), (std::vector<std::size_t>{0, 12, 20}));
}

TEST(MuscleFit, rebuilds_a_belly_from_few_numbers_within_a_tenth_of_a_millimetre)
{
    const MeshData mesh = belly();
    const MuscleStack stack = fitted_stack(rings_of(mesh), mesh, 700);
    EXPECT_LE(stack.sections.size() * (1 + 3 * stack.sections.front().points.size()), 700u);
    const SurfaceError error = surface_error(muscle_stack_surface(stack), mesh, 5000);
    EXPECT_LT(error.worse_mean_mm(), 0.1);
    EXPECT_NEAR(error.volume_ratio, 1, 0.02);
}
