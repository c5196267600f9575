// One picture for each visual idea, looked at and kept (tests/support/golden.hpp says how).
#include "render/small_body.hpp"
#include "support/golden.hpp"

#include <cmath>

namespace tpatlas {

namespace {

constexpr glm::ivec2 size{480, 360};

using GoldenTest = test::RendererTest;

std::shared_ptr<const std::vector<glm::vec2>> zones()
{
    const BodySurfaces& body = *test::small_body();
    const SurfaceRange& skin = body.ranges[test::skin_ball];
    auto distances = std::make_shared<std::vector<glm::vec2>>();
    for (std::uint32_t i = 0; i < skin.vertex_count; ++i) {
        const glm::vec3 p = body.mesh.positions[skin.first_vertex + i];
        distances->push_back({glm::distance(p, glm::vec3(40, 30, 110)) - 38,
                              glm::distance(p, glm::vec3(-40, -20, 110)) - 60});
    }
    return distances;
}

scene::Frame frame_with_skin(float opacity)
{
    scene::Frame frame = test::small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = opacity;
    frame.camera.yaw = 0.2f;
    frame.camera.pitch = 0.2f;
    return frame;
}

}  // namespace

TEST_F(GoldenTest, muscle_bone_and_ghost)
{
    scene::Frame frame = test::small_frame();
    frame.camera.yaw = -0.7f;
    frame.camera.distance_mm = 520;
    frame.looks[test::left_ball].emphasis = 1;
    frame.looks[test::back_ball].layer = scene::Layer::ghost;
    frame.looks[test::back_ball].opacity = 0.2f;
    EXPECT_TRUE(test::matches_golden("muscle_bone_and_ghost", drawn(frame, size),
                                     renderer().device()));
}

TEST_F(GoldenTest, zones_on_a_translucent_skin_with_marks_and_strip)
{
    scene::Frame frame = frame_with_skin(0.35f);
    frame.zones.distance_mm = zones();
    frame.points.push_back({1, {-50, 0, 33}, {-0.2f, 0, 0.98f}, 12, true});
    frame.taut_band = scene::TautBand{{{-80, 5, 12}, {-60, 8, 34}, {-40, 6, 34}, {-22, 0, 20}}, 7};
    frame.labels.push_back({"Trigger point", {}, {-50, 0, 33}, 1, 15, true});
    frame.corner_texts = {{scene::Corner::top_left, "R", 20}, {scene::Corner::top_right, "L", 20}};
    frame.strip = scene::Strip{"A muscle, right · TrP 1",
                               "thumb: inward and slightly up; firm, hold 30 to 60 s",
                               {{scene::Symbol::essential, "essential zone"},
                                {scene::Symbol::spillover, "spillover zone"},
                                {scene::Symbol::disc, "reported point"},
                                {scene::Symbol::taut_band, "taut band"}},
                               "Commonly reported, for teaching, not diagnosis.",
                               "An authored body of balls"};
    EXPECT_TRUE(test::matches_golden("zones_marks_and_strip", drawn(frame, size),
                                     renderer().device()));
}

TEST_F(GoldenTest, a_contact_that_presses_a_dent_into_the_skin)
{
    scene::Frame frame = frame_with_skin(1);
    frame.zones.distance_mm = zones();
    frame.dent.centre_mm = {0, 0, 120};
    frame.dent.direction = {0, 0, -1};
    frame.dent.depth_mm = 9;
    frame.dent.radius_mm = frame.dent.length_mm = 34;
    frame.dent.half_depth_mm = 14;
    frame.target = scene::TargetRing{{0, 0, 111}, {0, 0, 1}, 20, 1};
    frame.arrow = scene::Arrow{{0, 90, 190}, {0, 10, 122}, 6, {0.10f, 0.32f, 0.62f}};
    BodySurfaces ball;
    test::add_ball(ball, {0, 0, 16}, 16, false);
    ball.mesh.fibres.assign(ball.mesh.positions.size(), glm::vec2(1, 0));
    frame.contact = scene::ContactPose{};
    frame.contact->mesh = std::make_shared<MeshData>(ball.mesh);
    frame.contact->world_from_contact[3] = glm::vec4(0, 0, 111, 1);
    EXPECT_TRUE(test::matches_golden("contact_and_dent", drawn(frame, size),
                                     renderer().device()));
}

TEST_F(GoldenTest, two_cameras_beside_each_other_under_a_headline)
{
    scene::Frame frame = frame_with_skin(0.35f);
    frame.zones.distance_mm = zones();
    frame.camera.distance_mm = 1000;
    frame.second_camera = frame.camera;
    frame.second_camera->yaw = -1.2f;
    frame.points.push_back({1, {-50, 0, 33}, {-0.2f, 0, 0.98f}, 12, true});
    frame.corner_texts = {{scene::Corner::top_left, "R", 20, false},
                          {scene::Corner::top_right, "L", 20, false},
                          {scene::Corner::top_left, "P", 20, true},
                          {scene::Corner::top_right, "A", 20, true}};
    frame.headline = scene::Headline{"Your right shoulder",
                                     "Pain from a tender spot here is often reported in: the side "
                                     "of the head"};
    frame.strip = scene::Strip{};
    EXPECT_TRUE(test::matches_golden("two_cameras_and_headline", drawn(frame, size),
                                     renderer().device()));
}

TEST_F(GoldenTest, a_cut_through_skin_muscle_and_bone)
{
    scene::Frame frame = frame_with_skin(0.45f);
    frame.camera.yaw = 0.5f;
    frame.camera.pitch = 0.35f;
    frame.looks[test::back_ball].emphasis = 1;
    frame.cut = scene::Cut{glm::vec3(0.6f, 0, 0.8f), 0, glm::vec3(0), 90, true};
    EXPECT_TRUE(test::matches_golden("cut", drawn(frame, size), renderer().device()));
}

TEST(Golden, difference_is_none_between_equal_pictures_and_large_between_unlike_ones)
{
    Image a;
    a.size_px = {2, 1};
    a.rgba = {10, 20, 30, 255, 40, 50, 60, 255};
    Image b = a;
    EXPECT_EQ(test::difference_of(a, b).largest, 0);
    b.rgba[5] = 90;
    EXPECT_EQ(test::difference_of(a, b).largest, 40);
    EXPECT_DOUBLE_EQ(test::difference_of(a, b).mean, 5);
    b.size_px = {1, 2};
    EXPECT_FALSE(test::difference_of(a, b).same_size);
}

}  // namespace tpatlas
