#include "atlas/zone_shapes.hpp"

#include "atlas/built_body.hpp"
#include "atlas/geodesic_path.hpp"
#include "atlas/region_border.hpp"
#include "atlas/shapes.hpp"
#include "atlas/zone_measure.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

std::vector<float> disc(const Surface& surface, glm::vec3 middle, float radius)
{
    const GeodesicSource source{surface.nearest(middle), 0};
    const GeodesicField field = distances_along(surface, {&source, 1});
    std::vector<float> less;
    for (const double d : field.distance_mm)
        less.push_back(static_cast<float>(d) - radius);
    return less;
}

TEST(ZoneMeasure, of_a_disc_is_its_area_and_middle)
{
    const Surface plane(shapes::shaken_square(200, 40));
    const ZoneMeasure measure = measure_zone(plane, disc(plane, {7, -11, 0}, 40), {});
    EXPECT_NEAR(measure.area_mm2, std::numbers::pi * 40 * 40, 0.005 * std::numbers::pi * 40 * 40);
    EXPECT_LT(glm::distance(measure.centroid_mm, glm::vec3(7, -11, 0)), 0.2f);
}

TEST(ZoneMeasure, has_a_round_edge_whatever_the_triangles)
{
    // Where the field crosses zero on the triangles' edges, the true distance is the radius.
    const Surface plane(shapes::shaken_square(200, 34)); // edges of 6 mm, as on the skin
    const glm::vec3 middle(3.3f, 5.7f, 0);
    for (const SurfacePoint& point : points_on_zero_line(plane, disc(plane, middle, 30)))
        EXPECT_NEAR(glm::distance(plane.position(point), middle), 30, 0.35f);
}

TEST(ZoneMeasure, shares_a_zone_out_between_regions)
{
    const Surface plane(shapes::shaken_square(200, 40));
    std::vector<std::uint16_t> of;
    for (const glm::vec3& p : plane.mesh().positions)
        of.push_back(p.y > 0.5f ? 1 : 0);
    std::vector<PlacedRegion> regions(2);
    regions[0].id = {"below"};
    regions[1].id = {"above"};
    const ZoneMeasure measure =
        measure_zone(plane, disc(plane, {0, 0, 0}, 40), SkinCells(of, regions));
    ASSERT_EQ(measure.regions.size(), 2u);
    EXPECT_NEAR(measure.regions[0].share, 0.5, 0.04);
    EXPECT_NEAR(measure.regions[0].share + measure.regions[1].share, 1, 1e-5);
}

TEST(ShortestWay, is_straight_in_a_plane)
{
    const Surface plane(shapes::shaken_square(200, 30));
    const glm::vec3 a(-70, -31, 0), b(63, 52, 0);
    const std::vector<glm::vec3> way = shortest_way(plane, plane.nearest(a), plane.nearest(b));
    ASSERT_GE(way.size(), 3u);
    EXPECT_LT(glm::distance(way.front(), a), 1e-3f);
    EXPECT_LT(glm::distance(way.back(), b), 1e-3f);
    EXPECT_NEAR(length_mm(way), glm::distance(a, b),
                0.01 * static_cast<double>(glm::distance(a, b)));
}

TEST(ShortestWay, follows_a_sphere)
{
    const Surface sphere(shapes::sphere(80, 4));
    const SurfacePoint a = sphere.nearest({80, 5, 9}), b = sphere.nearest({-20, 75, 20});
    const std::vector<glm::vec3> way = shortest_way(sphere, a, b);
    const float cosine =
        glm::dot(glm::normalize(sphere.position(a)), glm::normalize(sphere.position(b)));
    EXPECT_NEAR(length_mm(way), 80 * std::acos(static_cast<double>(cosine)), 1.5);
}

TEST(ShortestWay, goes_over_the_edge_of_a_slab)
{
    const Surface slab(shapes::slab({120, 200, 8}, {30, 50, 2}));
    const std::vector<glm::vec3> way =
        shortest_way(slab, slab.nearest({10, 0, 4}), slab.nearest({10, 0, -4}));
    EXPECT_NEAR(length_mm(way), 50 + 8 + 50, 1);
}

TEST(ShortestWay, is_walked_in_even_steps)
{
    const std::vector<glm::vec3> even = evenly_spaced({{0, 0, 0}, {10, 0, 0}, {10, 21, 0}}, 3);
    for (std::size_t i = 1; i < even.size(); ++i)
        EXPECT_LE(glm::distance(even[i - 1], even[i]), 3.001f);
    EXPECT_EQ(even.front(), glm::vec3(0, 0, 0));
    EXPECT_EQ(even.back(), glm::vec3(10, 21, 0));
    EXPECT_EQ(even.size(), 12u);
}

TEST(Stroke, has_its_widths_at_its_ends_and_runs_along_the_skin)
{
    const Stroke stroke{{{{"neck_side_c4", {0, 0, 0}}, 20.0f},
                         {{"mastoid_process", {0, 0, -12}}, std::nullopt},
                         {{"occiput_lateral", {0, 0, 0}}, 40.0f}}};
    const Result<StrokePath> path = stroke_path(built_skin(), stroke, Side::right);
    ASSERT_TRUE(path) << path.error().message();
    EXPECT_EQ(path.value().half_width_mm.front(), 10);
    EXPECT_EQ(path.value().half_width_mm.back(), 20);
    EXPECT_TRUE(
        std::is_sorted(path.value().half_width_mm.begin(), path.value().half_width_mm.end()));
    for (const glm::vec3& p : path.value().points)
        EXPECT_LT(built_skin().skin().tree().nearest(p).distance_mm, 0.05f);
}

Zone zone_of(Shape shape, ZoneSide side = ZoneSide::same)
{
    Zone zone;
    zone.id = {"test.tp1.essential"};
    zone.shapes = {std::move(shape)};
    zone.side = side;
    return zone;
}

TEST(ZoneField, of_a_patch_is_negative_at_its_middle_and_zero_at_its_radius)
{
    const Zone zone = zone_of(Patch{{"infraspinatus_middle", {0, 0, 0}}, 30});
    const Result<ZoneField> field = zone_field(built_skin(), zone, Side::right);
    ASSERT_TRUE(field);
    const std::vector<float> all = field.value().distances.all();
    const float least = *std::min_element(all.begin(), all.end());
    EXPECT_LT(least, -26);
    EXPECT_GE(least, -30);
    const ZoneMeasure measure =
        measure_zone(built_skin().skin(), field.value().distances.all(), SkinCells());
    EXPECT_NEAR(measure.area_mm2, std::numbers::pi * 900, 0.06 * std::numbers::pi * 900);
}

TEST(ZoneField, does_not_show_through_the_arm_or_the_ear)
{
    // A patch on the front of the arm reaches no skin whose normal looks back.
    const Zone zone = zone_of(Patch{{"biceps_belly", {0, 0, 0}}, 25});
    const Result<ZoneField> field = zone_field(built_skin(), zone, Side::right);
    ASSERT_TRUE(field);
    const MeshData& skin = built_skin().skin().mesh();
    field.value().distances.for_each([&](std::uint32_t v, float mm) {
        if (mm < 0) {
            EXPECT_GT(skin.normals[v].z, -0.2f);
        }
    });
}

TEST(ZoneField, of_both_sides_is_its_own_mirror_image)
{
    const Zone zone = zone_of(Patch{{"temple_centre", {0, 0, 0}}, 20}, ZoneSide::both);
    const Result<ZoneField> field = zone_field(built_skin(), zone, Side::right);
    ASSERT_TRUE(field);
    const std::vector<std::uint32_t>& mirror = built_skin().body().skin_mirror();
    const std::vector<float> all = field.value().distances.all();
    for (std::size_t v = 0; v < mirror.size(); ++v)
        EXPECT_NEAR(all[v], all[mirror[v]], 0.05f);
}

TEST(ZoneField, of_a_whole_region_has_nearly_its_area)
{
    for (const char* id : {"temple", "neck_back", "scapular_region", "ear"}) {
        const Result<ZoneField> field =
            zone_field(built_skin(), zone_of(WholeRegion{{id}}), Side::right);
        ASSERT_TRUE(field);
        const ZoneMeasure measure = measure_zone(built_skin().skin(), field.value().distances.all(),
                                                 SkinCells(built_skin().body()));
        const Body& body = built_skin().body();
        const double area = body.regions()[*body.region({id}, Side::right)].area_mm2;
        EXPECT_NEAR(measure.area_mm2, area, 0.08 * area) << id;
        EXPECT_GT(measure.regions.front().share, 0.9f) << id;
    }
}

TEST(ZoneField, is_known_by_its_shapes_and_not_by_its_name)
{
    Zone zone = zone_of(Patch{{"temple_centre", {0, 0, 0}}, 20});
    const std::uint64_t recipe = recipe_of(zone);
    zone.id = {"another.tp1.essential"};
    EXPECT_EQ(recipe_of(zone), recipe);
    zone.shapes = {Patch{{"temple_centre", {0, 0, 0}}, 21}};
    EXPECT_NE(recipe_of(zone), recipe);
}

} // namespace
} // namespace tpatlas
