// What the renderer draws, fact by fact; zones have a file of their own.

#include "render/small_body.hpp"
#include "render/small_zones.hpp"

#include <algorithm>
#include <cmath>

#include <glad/gl.h>

namespace tpatlas {

namespace {

using test::RendererTest;
using test::projected;
using test::small_frame;
using test::Rgb;
using test::at;
using test::redness;
using test::zones;

constexpr glm::ivec2 size{480, 360};
constexpr glm::vec3 left_centre{-50, 0, 0}, right_centre{50, 0, 0};

}  // namespace

TEST_F(RendererTest, picks_the_structure_whose_middle_is_under_the_pixel)
{
    const scene::Frame frame = small_frame();
    renderer().draw(frame, size);
    EXPECT_EQ(renderer().pick(projected(frame, left_centre, size)).structure, test::left_ball);
    EXPECT_EQ(renderer().pick(projected(frame, right_centre, size)).structure, test::right_ball);
    EXPECT_EQ(renderer().pick({3, 3}).structure, std::nullopt);
    EXPECT_EQ(renderer().pick({-1, 500}).structure, std::nullopt);
}

TEST_F(RendererTest, answers_the_place_of_what_it_picks)
{
    const scene::Frame frame = small_frame();
    renderer().draw(frame, size);
    const render::Picked picked = renderer().pick(projected(frame, left_centre, size));
    ASSERT_TRUE(picked.position_mm);
    EXPECT_NEAR(glm::distance(*picked.position_mm, left_centre), 35, 0.6);
    EXPECT_GT(picked.position_mm->z, 30);
}

TEST_F(RendererTest, does_not_draw_a_hidden_structure)
{
    scene::Frame frame = small_frame();
    frame.looks[test::left_ball].layer = scene::Layer::hidden;
    renderer().draw(frame, size);
    EXPECT_EQ(renderer().pick(projected(frame, left_centre, size)).structure, test::back_ball);
    frame.looks[test::back_ball].layer = scene::Layer::hidden;
    const Image image = drawn(frame, size);
    EXPECT_EQ(renderer().pick(projected(frame, left_centre, size)).structure, std::nullopt);
    EXPECT_LT(redness(at(image, projected(frame, left_centre, size))), 8);
}

TEST_F(RendererTest, shows_what_lies_behind_a_ghosted_structure)
{
    scene::Frame frame = small_frame();
    const glm::vec2 pixel = projected(frame, left_centre, size);
    frame.looks[test::left_ball].colour = {0.1f, 0.2f, 0.9f};
    const Rgb blue = at(drawn(frame, size), pixel);
    frame.looks[test::left_ball].layer = scene::Layer::ghost;
    frame.looks[test::left_ball].opacity = 0.2f;
    const Rgb veiled = at(drawn(frame, size), pixel);
    EXPECT_GT(redness(veiled), redness(blue) + 60);
    frame.looks[test::back_ball].layer = scene::Layer::hidden;
    EXPECT_LT(redness(at(drawn(frame, size), pixel)), redness(veiled) - 20);
}

TEST_F(RendererTest, gives_a_ghost_the_structure_s_own_colour)
{
    scene::Frame frame = small_frame();
    frame.looks[test::back_ball].layer = scene::Layer::hidden;
    frame.looks[test::left_ball].layer = scene::Layer::ghost;
    frame.looks[test::left_ball].opacity = 0.3f;
    EXPECT_GT(redness(at(drawn(frame, size), projected(frame, left_centre, size))), 10);
}

TEST_F(RendererTest, picks_the_skin_only_where_it_is_dense)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = 0.3f;
    renderer().draw(frame, size);
    const glm::vec2 pixel = projected(frame, left_centre, size);
    render::Picked picked = renderer().pick(pixel);
    EXPECT_TRUE(picked.skin);
    EXPECT_EQ(picked.structure, test::left_ball);
    frame.skin.opacity = 0.7f;
    renderer().draw(frame, size);
    picked = renderer().pick(pixel);
    EXPECT_EQ(picked.structure, test::skin_ball);
    EXPECT_EQ(picked.under_skin, test::left_ball);
    ASSERT_TRUE(picked.position_mm);
    EXPECT_NEAR(glm::distance(*picked.position_mm, glm::vec3(0, 0, -20)), 140, 1.5);
}

TEST_F(RendererTest, leaves_a_transparent_picture_empty_around_the_body)
{
    scene::Frame frame = small_frame();
    frame.transparent = true;
    const Image image = drawn(frame, size);
    EXPECT_EQ(image.pixel(2, 2)[3], 0);
    const glm::vec2 middle = projected(frame, right_centre, size);
    EXPECT_EQ(image.pixel(static_cast<int>(middle.x), static_cast<int>(middle.y))[3], 255);
}

TEST_F(RendererTest, keeps_the_body_s_colour_at_a_transparent_edge)
{
    scene::Frame frame = small_frame();
    frame.transparent = true;
    const Image image = drawn(frame, size);
    // Straight alpha: at half cover the bone is still of bone's colour, neither dark nor white.
    int edges = 0;
    const glm::vec2 middle = projected(frame, right_centre, size);
    for (int y = 0; y < size.y; ++y)
        for (int x = static_cast<int>(middle.x); x < size.x; ++x) {
            const std::uint8_t* p = image.pixel(x, y);
            if (p[3] < 40 || p[3] > 215)
                continue;
            ++edges;
            EXPECT_GT(int{p[0]}, 60) << x << ' ' << y;
            EXPECT_GE(int{p[0]}, int{p[2]}) << x << ' ' << y;
        }
    EXPECT_GT(edges, 20);
}

TEST_F(RendererTest, makes_the_skin_opaque_beyond_its_plane_alone)
{
    scene::Frame frame = small_frame();
    frame.looks[test::left_ball].colour = {0.1f, 0.2f, 0.9f};
    frame.skin.shown = true;
    frame.skin.opacity = 0.3f;
    frame.skin.dense = scene::DenseSkin{{0, 0, 0}, {0, 1, 0}, 6};
    const Image image = drawn(frame, size);
    const float below = redness(at(image, projected(frame, {-50, -20, 20}, size)));
    const float above = redness(at(image, projected(frame, {-50, 20, 20}, size)));
    EXPECT_GT(above, 40);          // skin
    EXPECT_LT(below, above - 40);  // the blue ball under it
}

TEST_F(RendererTest, shades_the_skin_below_a_contact)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    BodySurfaces ball;
    test::add_ball(ball, {0, 0, 20}, 20, false);  // its origin is where it touches
    ball.mesh.fibres.assign(ball.mesh.positions.size(), glm::vec2(1, 0));
    const glm::vec2 beside = projected(frame, {28, 0, 117}, size);
    const Rgb open = at(drawn(frame, size), beside);
    frame.contact = scene::ContactPose{};
    frame.contact->mesh = std::make_shared<MeshData>(ball.mesh);
    frame.contact->world_from_contact[3] = glm::vec4(0, 0, 120, 1);
    EXPECT_LT(at(drawn(frame, size), beside).g, open.g - 8);
}

TEST_F(RendererTest, moves_the_skin_inward_under_a_press)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.dent.centre_mm = {0, 0, 120};
    frame.dent.direction = {0, 0, -1};
    frame.dent.depth_mm = 9;
    renderer().draw(frame, size);
    const auto pressed = renderer().pick(projected(frame, {0, 0, 120}, size)).position_mm;
    ASSERT_TRUE(pressed);
    EXPECT_NEAR(pressed->z, 111, 0.7);
    // Beyond the press' radius nothing moves.
    const glm::vec3 aside(140 * std::sin(0.3f), 0, -20 + 140 * std::cos(0.3f));
    const auto still = renderer().pick(projected(frame, aside, size)).position_mm;
    ASSERT_TRUE(still);
    EXPECT_NEAR(still->z, aside.z, 0.7);
}

TEST_F(RendererTest, draws_the_hand_before_the_skin_and_shades_it_by_its_colour)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    auto hand = std::make_shared<MeshData>();
    BodySurfaces ball;
    test::add_ball(ball, {0, 0, 0}, 20, false);
    *hand = ball.mesh;
    hand->fibres.assign(hand->positions.size(), glm::vec2(1, 0));
    scene::ContactPose contact;
    contact.mesh = hand;
    contact.colour = {0.2f, 0.5f, 0.9f};
    contact.world_from_contact[3] = glm::vec4(0, 0, 130, 1);
    const glm::vec2 pixel = projected(frame, {0, 0, 150}, size);
    frame.contact = contact;
    EXPECT_LT(redness(at(drawn(frame, size), pixel)), -40);
    // Mirrored, its winding turns: it is still seen from outside.
    frame.contact->world_from_contact[0][0] = -1;
    EXPECT_LT(redness(at(drawn(frame, size), pixel)), -40);
    // On the far side of the body the skin hides it.
    frame.contact->world_from_contact[3] = glm::vec4(0, 0, -175, 1);
    EXPECT_GT(redness(at(drawn(frame, size), pixel)), 10);
}

TEST_F(RendererTest, draws_the_same_frame_twice_to_the_same_bytes)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = 0.4f;
    frame.zones.distance_mm = zones({0, 0, 120}, 30, {0, 0, 120}, 60);
    frame.corner_texts.push_back({scene::Corner::top_left, "R", 20});
    const Image once = drawn(frame, size);
    frame.camera.yaw = 1;
    drawn(frame, size);
    frame.camera.yaw = 0;
    EXPECT_EQ(once, drawn(frame, size));
}

TEST_F(RendererTest, draws_in_tiles_what_it_draws_in_one_piece)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = 0.5f;
    frame.zones.distance_mm = zones({0, 0, 120}, 30, {0, 0, 120}, 60);
    const Image whole = drawn(frame, size);
    render::RenderOptions options;
    options.tile_px = 160;
    auto tiled = made(options);
    ASSERT_TRUE(tiled);
    tiled.value().draw(frame, size);
    const Image pieces = tiled.value().read_pixels();
    std::size_t differing = 0;
    int largest = 0;
    for (std::size_t i = 0; i < whole.rgba.size(); ++i) {
        const int d = std::abs(int{whole.rgba[i]} - int{pieces.rgba[i]});
        differing += d > 2;
        largest = std::max(largest, d);
    }
    EXPECT_LT(differing, whole.rgba.size() / 2000) << largest;
}

TEST_F(RendererTest, keeps_the_strip_below_the_body_and_the_body_out_of_the_strip)
{
    scene::Frame frame = small_frame();
    frame.camera.distance_mm = 150;  // the body fills the picture
    frame.skin.shown = true;
    frame.strip = scene::Strip{};
    frame.palette.strip = {1, 1, 1};
    const Image image = drawn(frame, size);
    const int strip = scene::strip_height_px(size.y);
    const int below_line = size.y - strip + 2;
    for (int y = below_line; y < size.y; ++y)
        for (int x = 0; x < size.x; ++x)
            ASSERT_EQ(image.pixel(x, y)[2], 255) << x << ' ' << y;
    // Just above it is body, and it is picked there.
    EXPECT_EQ(renderer().pick({size.x / 2, size.y - strip - 2}).structure, test::skin_ball);
    EXPECT_EQ(renderer().pick({size.x / 2, size.y - strip + 2}).structure, std::nullopt);
}

TEST_F(RendererTest, writes_text_in_the_corner_and_in_the_strip)
{
    scene::Frame frame = small_frame();
    const Image without = drawn(frame, size);
    frame.corner_texts.push_back({scene::Corner::top_right, "L", 20});
    const Image with = drawn(frame, size);
    int changed = 0;
    for (int y = 0; y < 60; ++y)
        for (int x = size.x - 60; x < size.x; ++x)
            changed += at(with, {x, y}).r < at(without, {x, y}).r - 60;
    EXPECT_GT(changed, 8);
    EXPECT_EQ(at(with, {size.x / 2, 5}).r, at(without, {size.x / 2, 5}).r);
}

TEST_F(RendererTest, draws_the_cross_of_a_point_and_picks_it_by_its_tag)
{
    scene::Frame frame = small_frame();
    scene::PointMark mark;
    mark.tag = 7;
    mark.position_mm = {50, 0, 33};
    frame.points.push_back(mark);
    const Image image = drawn(frame, size);
    const glm::vec2 pixel = projected(frame, mark.position_mm, size);
    EXPECT_LT(at(image, pixel).r, 60);
    EXPECT_EQ(renderer().pick(pixel).point, 7u);
    EXPECT_EQ(renderer().pick(pixel).structure, test::right_ball);
    EXPECT_EQ(renderer().pick(pixel + glm::vec2(60, 0)).point, std::nullopt);
    // From behind it is not offered.
    frame.camera.yaw = 3.14159f;
    renderer().draw(frame, size);
    EXPECT_EQ(renderer().pick(projected(frame, mark.position_mm, size)).point, std::nullopt);
}

TEST_F(RendererTest, draws_a_moving_picture_of_the_same_size)
{
    scene::Frame frame = small_frame();
    frame.moving = true;
    const Image image = drawn(frame, size);
    EXPECT_EQ(image.size_px, size);
    EXPECT_EQ(renderer().pick(projected(frame, left_centre, size)).structure, test::left_ball);
    EXPECT_GT(redness(at(image, projected(frame, left_centre, size))), 30);
}

TEST_F(RendererTest, copies_its_last_picture_into_any_framebuffer_at_a_place)
{
    const Image image = drawn(small_frame(), {40, 30});
    GLuint texture = 0, framebuffer = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 100, 100, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glGenFramebuffers(1, &framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    renderer().present_last(framebuffer, {20, 10});
    std::uint8_t outside[4], corner[4];
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glReadPixels(19, 10, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, outside);
    glReadPixels(20, 10, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, corner);
    EXPECT_EQ(outside[3], 0);
    EXPECT_TRUE(std::equal(corner, corner + 4, image.pixel(0, 29)));
    glDeleteFramebuffers(1, &framebuffer);
    glDeleteTextures(1, &texture);
}

TEST_F(RendererTest, shows_a_mesh_without_normals_fibres_or_skin)
{
    BodySurfaces bare = *test::small_body();
    bare.mesh.normals.clear();
    bare.mesh.fibres.clear();
    bare.tangents.clear();
    bare.skin.reset();
    bare.stipple.clear();
    scene::Frame frame = small_frame();
    frame.surfaces = std::make_shared<const BodySurfaces>(bare);
    renderer().draw(frame, size);
    EXPECT_EQ(renderer().pick(projected(frame, left_centre, size)).structure, test::left_ball);
}

TEST_F(RendererTest, shows_the_background_alone_where_there_is_no_body)
{
    scene::Frame frame;
    const Image image = drawn(frame, size);
    EXPECT_NEAR(at(image, {240, 1}).r, 245, 2);
    EXPECT_NEAR(at(image, {240, 358}).r, 230, 2);
    EXPECT_EQ(renderer().pick({240, 180}).structure, std::nullopt);
    frame.surfaces = std::make_shared<const BodySurfaces>();
    EXPECT_EQ(drawn(frame, size), image);
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
}

TEST_F(RendererTest, leaves_no_error_in_OpenGL)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = 0.4f;
    frame.looks[0].layer = scene::Layer::ghost;
    frame.zones.distance_mm = zones({0, 0, 120}, 30, {0, 0, 120}, 60);
    frame.taut_band = scene::TautBand{{{-60, 0, 40}, {0, 5, 50}, {60, 0, 40}}, 6};
    frame.target = scene::TargetRing{{0, 0, 120}, {0, 0, 1}, 16, 1};
    frame.arrow = scene::Arrow{{0, 60, 180}, {0, 0, 125}, 5, {0.1f, 0.3f, 0.6f}};
    frame.strip = scene::Strip{"Title", "Caption", {{scene::Symbol::arrow, "arrow"}}, "note", "by"};
    for (const bool moving : {false, true}) {
        frame.moving = moving;
        renderer().draw(frame, {333, 251});
        renderer().pick({20, 20});
        renderer().read_pixels();
    }
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
}

}  // namespace tpatlas
