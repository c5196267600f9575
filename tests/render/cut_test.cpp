// Structures cut open: what is beyond the plane goes, what is opened is filled.
#include "render/small_body.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tpatlas {

namespace {

using test::small_frame;

class CutTest : public test::RendererTest {
protected:
    render::Picked picked(const scene::Frame& frame, glm::vec3 place_mm)
    {
        renderer().draw(frame, size);
        return renderer().pick(test::projected(frame, place_mm, size));
    }
    std::array<int, 3> colour(const scene::Frame& frame, const Image& image, glm::vec3 place_mm)
    {
        const glm::vec2 at = test::projected(frame, place_mm, size);
        const std::uint8_t* p = image.pixel(static_cast<int>(at.x), static_cast<int>(at.y));
        return {p[0], p[1], p[2]};
    }

    static constexpr glm::ivec2 size{480, 360};
};

scene::Frame cut_at(float z_mm)
{
    scene::Frame frame = small_frame();
    frame.cut = scene::Cut{};
    frame.cut->offset_mm = z_mm;
    frame.cut->handle = false;
    return frame;
}

int largest_step(const std::array<int, 3>& a, const std::array<int, 3>& b)
{
    int step = 0;
    for (std::size_t i = 0; i < 3; ++i)
        step = std::max(step, std::abs(a[i] - b[i]));
    return step;
}

}  // namespace

TEST_F(CutTest, takes_away_what_lies_beyond_and_does_not_pick_it)
{
    EXPECT_EQ(picked(cut_at(-40), {-50, 0, -80}).structure, test::back_ball);
    EXPECT_EQ(picked(cut_at(-40), {50, 0, 0}).structure, std::nullopt);
    EXPECT_EQ(picked(small_frame(), {50, 0, 0}).structure, test::right_ball);
}

TEST_F(CutTest, fills_what_it_opens_in_the_plane)
{
    for (const float z : {-20.0f, 0.0f, 25.0f}) {
        const render::Picked cap = picked(cut_at(z), {-50, 5, z});
        EXPECT_EQ(cap.structure, test::left_ball) << z;
        ASSERT_TRUE(cap.position_mm) << z;
        EXPECT_NEAR(cap.position_mm->z, z, 0.5) << z;
    }
    // Beside the opening there is no cap: at z = 25 it has a radius of 24.5 mm.
    const render::Picked beside = picked(cut_at(25), {-50, 29, 18});
    ASSERT_TRUE(beside.position_mm);
    EXPECT_LT(beside.position_mm->z, 23);
}

TEST_F(CutTest, lights_a_cap_evenly_in_the_structure_s_own_colour)
{
    const scene::Frame whole = small_frame(), cut = cut_at(0);
    const Image round = drawn(whole, size), flat = drawn(cut, size);
    const glm::vec3 low(-65, -15, 0), high(-35, 18, 0), bone(50, 0, 0);
    EXPECT_LE(largest_step(colour(cut, flat, low), colour(cut, flat, high)), 2);
    EXPECT_GT(largest_step(colour(whole, round, low), colour(whole, round, high)), 15);
    const auto red = colour(cut, flat, low), pale = colour(cut, flat, bone);
    EXPECT_GT(red[0], red[1] + 60);  // muscle
    EXPECT_GT(pale[1], 190);         // bone
    EXPECT_LT(pale[0] - pale[2], 60);
}

TEST_F(CutTest, draws_a_darker_line_around_a_cap)
{
    const scene::Frame cut = cut_at(0);
    const Image image = drawn(cut, size);
    const auto inside = colour(cut, image, {50, 25, 0}), edge = colour(cut, image, {50, 34.6f, 0});
    EXPECT_LT(edge[0], inside[0] - 25);
}

TEST_F(CutTest, fills_a_structure_into_which_another_reaches_from_behind)
{
    auto body = std::make_shared<BodySurfaces>();
    test::add_ball(*body, {0, 0, 0}, 60, true);
    test::add_ball(*body, {0, 0, -50}, 30, false);  // its front, at -20, lies in the first
    scene::Frame frame = small_frame();
    frame.surfaces = body;
    frame.looks.resize(2);
    frame.cut = scene::Cut{};
    frame.cut->handle = false;
    for (const glm::vec3 at : {glm::vec3(0), glm::vec3(15, 0, 0), glm::vec3(0, 22, 0)}) {
        const render::Picked cap = picked(frame, at);
        EXPECT_EQ(cap.structure, 0u);
        ASSERT_TRUE(cap.position_mm);
        EXPECT_NEAR(cap.position_mm->z, 0, 0.5);
    }
    frame.cut->offset_mm = -35;  // now it opens both: whichever is there, there is no hole
    const render::Picked both = picked(frame, {0, 0, -35});
    ASSERT_TRUE(both.position_mm);
    EXPECT_NEAR(both.position_mm->z, -35, 0.5);
}

TEST_F(CutTest, shows_the_outside_of_what_is_kept_from_the_kept_side)
{
    scene::Frame frame = cut_at(0);
    frame.camera.yaw = std::numbers::pi_v<float>;
    const render::Picked back = picked(frame, {50, 0, 0});
    EXPECT_EQ(back.structure, test::right_ball);
    ASSERT_TRUE(back.position_mm);
    EXPECT_NEAR(back.position_mm->z, -35, 0.6);
}

TEST_F(CutTest, fills_a_ghost_as_well)
{
    scene::Frame frame = cut_at(0);
    frame.looks[test::left_ball].layer = scene::Layer::ghost;
    frame.looks[test::left_ball].opacity = 0.3f;
    frame.looks[test::back_ball].layer = scene::Layer::hidden;
    const Image image = drawn(frame, size);
    EXPECT_LE(largest_step(colour(frame, image, {-65, -15, 0}), colour(frame, image, {-65, 15, 0})),
              6);  // the background's slope
    EXPECT_EQ(picked(frame, {-50, 0, 0}).structure, test::left_ball);
}

TEST_F(CutTest, opens_an_opaque_skin_and_leaves_it_unfilled)
{
    scene::Frame frame = cut_at(0);
    frame.skin.shown = true;
    frame.skin.opacity = 1;
    const render::Picked cap = picked(frame, {-50, 0, 0});
    EXPECT_EQ(cap.structure, test::left_ball);
    // Between the structures its far side is seen from within.
    const render::Picked within = picked(frame, {0, 60, 0});
    EXPECT_EQ(within.structure, test::skin_ball);
    ASSERT_TRUE(within.position_mm);
    EXPECT_LT(within.position_mm->z, -60);
    // Without the cut nothing but skin is seen.
    frame.cut.reset();
    EXPECT_EQ(picked(frame, {-50, 0, 0}).structure, test::skin_ball);
}

TEST_F(CutTest, keeps_the_marks_whole)
{
    scene::Frame frame = cut_at(0);
    scene::PointMark mark;
    mark.tag = 7;
    mark.position_mm = {50, 0, 33};
    frame.points.push_back(mark);
    EXPECT_EQ(picked(frame, mark.position_mm).point, 7u);
}

TEST_F(CutTest, changes_no_pixel_where_the_plane_meets_nothing)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = 0.4f;
    const Image whole = drawn(frame, size);
    frame.cut = scene::Cut{{0, 0, 1}, 500, {}, 200, false};
    EXPECT_EQ(drawn(frame, size), whole);
    frame.cut.reset();
    EXPECT_EQ(drawn(frame, size), whole);
}

TEST_F(CutTest, cuts_in_tiles_what_it_cuts_in_one_piece)
{
    scene::Frame frame = cut_at(0);
    frame.camera.yaw = 0.4f;
    frame.skin.shown = true;
    frame.skin.opacity = 0.5f;
    const Image whole = drawn(frame, size);
    render::RenderOptions options;
    options.tile_px = 160;
    auto tiled = made(options);
    ASSERT_TRUE(tiled);
    tiled.value().draw(frame, size);
    const Image pieces = tiled.value().read_pixels();
    std::size_t differing = 0;
    for (std::size_t i = 0; i < whole.rgba.size(); ++i)
        differing += std::abs(int{whole.rgba[i]} - int{pieces.rgba[i]}) > 2;
    EXPECT_LT(differing, whole.rgba.size() / 2000);
}

TEST_F(CutTest, draws_its_knob_only_where_it_is_asked_for)
{
    scene::Frame frame = cut_at(0);
    frame.cut->handle_mm = {0, 60, 0};
    const Image without = drawn(frame, size);
    frame.cut->handle = true;
    const Image with = drawn(frame, size);
    const auto knob = colour(frame, with, {0, 60, 0});
    EXPECT_GT(knob[0], 200);
    EXPECT_LT(knob[2], 90);
    EXPECT_GT(colour(frame, without, {0, 60, 0})[2], 200);
}

}  // namespace tpatlas
