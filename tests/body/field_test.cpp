#include "body/field.hpp"

#include "body/field_shapes.hpp"

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace tpatlas::body {
namespace {

std::vector<glm::vec3> random_points(int count, glm::vec3 low, glm::vec3 high)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<float> share(0, 1);
    std::vector<glm::vec3> points;
    for (int i = 0; i < count; ++i) {
        const glm::vec3 t(share(random), share(random), share(random));
        points.push_back(low + (high - low) * t);
    }
    return points;
}

float brute_distance(const std::vector<glm::vec3>& points, glm::vec3 p)
{
    float least = std::numeric_limits<float>::infinity();
    for (const glm::vec3& q : points)
        least = std::min(least, glm::length(p - q));
    return least;
}

template <class Work>
void at_every_node(const FieldGrid& grid, const Work& work)
{
    for (int k = 0; k < grid.size.z; ++k)
        for (int j = 0; j < grid.size.y; ++j)
            for (int i = 0; i < grid.size.x; ++i)
                work(grid.position(i, j, k), grid.values[grid.index(i, j, k)]);
}

TEST(DistanceTransform, equals_the_distance_to_the_nearest_seed_at_every_node)
{
    FieldGrid grid = FieldGrid::covering({glm::vec3(-9, -7, -11), glm::vec3(12, 10, 8)}, 1.0f);
    std::vector<glm::vec3> seeds;
    std::mt19937 random(3);
    for (float& v : grid.values)
        v = 1e12f;
    for (int n = 0; n < 25; ++n) {
        const int i = static_cast<int>(random() % static_cast<unsigned>(grid.size.x));
        const int j = static_cast<int>(random() % static_cast<unsigned>(grid.size.y));
        const int k = static_cast<int>(random() % static_cast<unsigned>(grid.size.z));
        grid.values[grid.index(i, j, k)] = 0;
        seeds.push_back(grid.position(i, j, k));
    }
    distance_transform(grid);
    at_every_node(grid, [&](glm::vec3 p, float squared) {
        ASSERT_NEAR(std::sqrt(squared), brute_distance(seeds, p), 1e-4f);
    });
}

TEST(DistanceToPoints, is_infinite_where_there_are_no_points)
{
    const FieldGrid like = FieldGrid::covering({glm::vec3(0), glm::vec3(5)}, 1.0f);
    for (const float d : distance_to({}, like).values)
        ASSERT_TRUE(std::isinf(d));
}

std::vector<glm::vec3> ball_shell(glm::vec3 centre, float radius)
{
    std::vector<glm::vec3> points;
    for (int i = 0; i < 6000; ++i) {  // a spiral of even density
        const float y = 1 - 2 * (float(i) + 0.5f) / 6000;
        const float r = std::sqrt(1 - y * y);
        const float a = float(i) * 2.3999632f;
        points.push_back(centre + radius * glm::vec3(r * std::cos(a), y, r * std::sin(a)));
    }
    return points;
}

TEST(DistanceToPoints, of_a_dense_surface_is_right_within_half_a_step)
{
    const FieldGrid like = FieldGrid::covering({glm::vec3(-32), glm::vec3(32)}, 2.0f);
    const std::vector<glm::vec3> points = ball_shell({0.3f, 0.9f, -0.4f}, 20);
    at_every_node(distance_to(points, like), [&](glm::vec3 p, float d) {
        ASSERT_NEAR(d, brute_distance(points, p), 1.0f);
    });
}

TEST(Closing, of_a_hollow_ball_is_the_solid_ball)
{
    const FieldGrid like = FieldGrid::covering({glm::vec3(-40), glm::vec3(40)}, 1.0f);
    const FieldGrid closed = closed_by(ball_shell({1, 2, 3}, 25), like, {6, false});
    at_every_node(closed, [&](glm::vec3 p, float d) {
        const float truth = glm::length(p - glm::vec3(1, 2, 3)) - 25;
        if (std::abs(truth) < 8) {
            ASSERT_NEAR(d, truth, 1.1f) << p.x << " " << p.y << " " << p.z;
        }
    });
}

TEST(Closing, bridges_a_gap_narrower_than_twice_its_radius_and_no_wider_one)
{
    std::vector<glm::vec3> points = ball_shell({-12, 0, 0}, 10);
    for (const glm::vec3& p : ball_shell({12, 0, 0}, 10))
        points.push_back(p);
    const FieldGrid like = FieldGrid::covering({glm::vec3(-30), glm::vec3(30)}, 1.0f);
    EXPECT_LT(sample(closed_by(points, like, {12, false}), {0, 0, 0}), 0);
    EXPECT_GT(sample(closed_by(points, like, {1.5f, false}), {0, 0, 0}), 0.5f);
}

TEST(Closing, of_the_half_at_the_mirror_equals_the_half_of_the_whole)
{
    std::vector<glm::vec3> half;
    std::vector<glm::vec3> whole;
    for (const glm::vec3& p : ball_shell({6, 0, 0}, 14)) {
        half.push_back({std::abs(p.x), p.y, p.z});
        whole.push_back(p);
        whole.push_back({-p.x, p.y, p.z});
    }
    const FieldGrid left =
        closed_by(half, FieldGrid::covering({glm::vec3(0, -30, -30), glm::vec3(30)}, 1.0f), {5});
    const FieldGrid both =
        closed_by(whole, FieldGrid::covering({glm::vec3(-30), glm::vec3(30)}, 1.0f), {5});
    ASSERT_TRUE(left.mirrored_at_x0());
    at_every_node(left, [&](glm::vec3 p, float d) {
        if (std::abs(d) < 6) {
            ASSERT_NEAR(d, sample(both, p), 0.8f);
        }
    });
}

TEST(FillHoles, keeps_an_opening_and_fills_a_slice_only_if_asked)
{
    // A tube along y, open at both ends.
    const FieldGrid shape = FieldGrid::covering({glm::vec3(-8), glm::vec3(8)}, 1.0f);
    std::vector<unsigned char> tube(shape.values.size(), 0);
    for (int k = 0; k < shape.size.z; ++k)
        for (int j = 4; j < 13; ++j)
            for (int i = 0; i < shape.size.x; ++i) {
                const glm::vec3 p = shape.position(i, j, k);
                const float r = std::hypot(p.x, p.z);
                tube[shape.index(i, j, k)] = r > 3.5f && r < 6 ? 1 : 0;
            }
    std::vector<unsigned char> open = tube;
    fill_holes(open, shape, false);
    EXPECT_EQ(open, tube);
    fill_holes(tube, shape, true);
    EXPECT_EQ(tube[shape.index(8, 8, 8)], 1);
    EXPECT_EQ(tube[shape.index(8, 2, 8)], 0);
}

TEST(Blur, keeps_a_slope_and_takes_the_mirror_for_what_lies_beyond_it)
{
    FieldGrid slope = FieldGrid::covering({glm::vec3(0, -20, -20), glm::vec3(40, 20, 20)}, 1.0f);
    for (int k = 0; k < slope.size.z; ++k)
        for (int j = 0; j < slope.size.y; ++j)
            for (int i = 0; i < slope.size.x; ++i)
                slope.values[slope.index(i, j, k)] = slope.position(i, j, k).x;
    blur(slope, 2.0f);
    EXPECT_NEAR(sample(slope, {20, 0, 0}), 20, 1e-3f);
    // |x| under a Gauss of sigma 2: sigma * sqrt(2 / pi) at 0.
    EXPECT_NEAR(sample(slope, {0, 0, 0}), 1.596f, 0.06f);
}

TEST(Samples, agree_with_a_smooth_field_and_grow_beyond_the_grid)
{
    FieldGrid grid = FieldGrid::covering({glm::vec3(-20), glm::vec3(20)}, 1.0f);
    for (int k = 0; k < grid.size.z; ++k)
        for (int j = 0; j < grid.size.y; ++j)
            for (int i = 0; i < grid.size.x; ++i)
                grid.values[grid.index(i, j, k)] = glm::length(grid.position(i, j, k)) - 10;
    for (const glm::vec3& p : random_points(200, glm::vec3(-15), glm::vec3(15))) {
        if (glm::length(p) < 4)
            continue;
        EXPECT_NEAR(sample(grid, p), glm::length(p) - 10, 0.12f);
        EXPECT_NEAR(sample_smooth(grid, p), glm::length(p) - 10, 0.2f);
    }
    EXPECT_NEAR(sample(grid, {50, 0, 0}), 40, 1e-3f);
}

TEST(Shapes, round_cone_is_the_distance_to_the_hull_of_two_balls)
{
    const Ball a{{0, 0, 0}, 6};
    const Ball b{{20, 5, -3}, 3};
    for (const glm::vec3& p : random_points(300, glm::vec3(-20), glm::vec3(40, 25, 20))) {
        float truth = std::numeric_limits<float>::infinity();
        for (int i = 0; i <= 2000; ++i) {
            const float t = float(i) / 2000;
            truth = std::min(truth, glm::length(p - glm::mix(a.centre, b.centre, t)) -
                                        mix(a.radius_mm, b.radius_mm, t));
        }
        EXPECT_NEAR(round_cone(p, a, b), truth, 0.02f);
    }
}

TEST(Shapes, smooth_minimum_is_the_minimum_where_the_two_differ_and_less_where_they_meet)
{
    EXPECT_EQ(smooth_min(1, 9, 4), 1);
    EXPECT_FLOAT_EQ(smooth_min(2, 2, 4), 1);
    EXPECT_FLOAT_EQ(smooth_max(2, 2, 4), 3);
}

}  // namespace
}  // namespace tpatlas::body
