// Names in real pictures: where their lines end, and when they are left out.

#include "render/small_body.hpp"

#include <algorithm>
#include <cstdlib>

namespace tpatlas {
namespace {

using test::RendererTest;
using test::projected;
using test::small_frame;

constexpr glm::ivec2 size{720, 540};

struct Changed {
    int count = 0;
    glm::ivec2 low{10000};
    glm::ivec2 high{-1};
};

Changed changed(const Image& a, const Image& b)
{
    Changed found;
    for (int y = 0; y < a.size_px.y; ++y)
        for (int x = 0; x < a.size_px.x; ++x) {
            const std::uint8_t *p = a.pixel(x, y), *q = b.pixel(x, y);
            if (std::abs(p[0] - q[0]) + std::abs(p[1] - q[1]) + std::abs(p[2] - q[2]) < 12)
                continue;
            ++found.count;
            found.low = glm::min(found.low, glm::ivec2(x, y));
            found.high = glm::max(found.high, glm::ivec2(x, y));
        }
    return found;
}

scene::Label name_of(std::uint32_t structure)
{
    scene::Label label;
    label.text = "Ball";
    label.structures = {structure};
    return label;
}

class Labels : public RendererTest {
protected:
    // What the names change of the picture.
    Changed names(scene::Frame frame)
    {
        const Image with = drawn(frame, size);
        frame.labels.clear();
        return changed(with, drawn(frame, size));
    }
};

}  // namespace

TEST_F(Labels, a_line_ends_on_the_ball_that_it_names)
{
    scene::Frame frame = small_frame();
    frame.labels = {name_of(test::right_ball)};
    const Changed right = names(frame);
    ASSERT_GT(right.count, 100);
    const glm::vec2 middle = projected(frame, {50, 0, 0}, size);
    const glm::vec2 edge = projected(frame, {85, 0, 0}, size);
    EXPECT_GT(static_cast<float>(right.low.x), projected(frame, {15, 0, 0}, size).x);
    EXPECT_LT(static_cast<float>(right.low.x), edge.x - 4);   // into the ball
    EXPECT_GT(static_cast<float>(right.high.x), edge.x + 20);  // and the text beside it
    EXPECT_NEAR(static_cast<float>(right.low.y + right.high.y) / 2, middle.y, 12);

    frame.labels = {name_of(test::left_ball)};
    const Changed left = names(frame);
    EXPECT_LT(left.high.x, right.low.x);
}

TEST_F(Labels, what_is_not_seen_is_not_named)
{
    scene::Frame frame = small_frame();
    frame.labels = {name_of(test::back_ball)};  // behind the left one
    EXPECT_EQ(names(frame).count, 0);
    frame.labels = {name_of(test::left_ball)};
    frame.looks[test::left_ball].layer = scene::Layer::hidden;
    EXPECT_EQ(names(frame).count, 0);
    frame = small_frame();
    frame.labels = {name_of(test::left_ball)};
    frame.skin.shown = true;
    frame.skin.opacity = 0.9f;
    EXPECT_EQ(names(frame).count, 0);
}

TEST_F(Labels, what_is_seen_through_a_veil_is_named)
{
    scene::Frame frame = small_frame();
    frame.labels = {name_of(test::back_ball)};
    frame.looks[test::left_ball].layer = scene::Layer::ghost;
    frame.looks[test::left_ball].opacity = 0.16f;
    EXPECT_GT(names(frame).count, 100);
    frame.skin.shown = true;
    frame.skin.opacity = 0.35f;
    EXPECT_GT(names(frame).count, 100);
}

TEST_F(Labels, in_a_moving_picture_only_what_was_named_before_keeps_its_name)
{
    scene::Frame frame = small_frame();
    frame.labels = {name_of(test::left_ball)};
    frame.moving = true;
    const auto all = [&] { return drawn(frame, size); };
    const Image before = all();
    scene::Frame without = frame;
    without.labels.clear();
    EXPECT_EQ(changed(before, drawn(without, size)).count, 0);
    frame.moving = false;
    drawn(frame, size);
    frame.moving = true;
    frame.camera.yaw += 0.05f;
    const Image moved = all();
    without.camera = frame.camera;
    EXPECT_GT(changed(moved, drawn(without, size)).count, 100);
}

TEST_F(Labels, tiles_do_not_move_a_line)
{
    scene::Frame frame = small_frame();
    frame.labels = {name_of(test::left_ball), name_of(test::right_ball)};
    const Image whole = drawn(frame, size);
    render::RenderOptions small_tiles;
    small_tiles.tile_px = 128;
    auto tiled = made(small_tiles);
    ASSERT_TRUE(tiled);
    tiled.value().draw(frame, size);
    const Image parts = tiled.value().read_pixels();
    scene::Frame without = frame;
    without.labels.clear();
    const Image plain = drawn(without, size);
    const Changed a = changed(whole, plain), b = changed(parts, plain);
    EXPECT_LE(std::abs(a.low.x - b.low.x), 4);
    EXPECT_LE(std::abs(a.high.y - b.high.y), 4);
}

TEST_F(Labels, a_name_beside_the_face_keeps_off_it)
{
    scene::Frame frame = small_frame();
    frame.labels = {name_of(test::left_ball)};
    // Around the right ball and all that is right of it; the text may stand at the left.
    frame.keep_free = scene::KeepFree{{50, 0, 0}, 60};
    const Changed left = names(frame);
    EXPECT_GT(left.count, 100);
    EXPECT_LT(static_cast<float>(left.high.x), projected(frame, {-10, 0, 0}, size).x);
    // No room: the face is all that is seen.
    frame.keep_free = scene::KeepFree{{50, 0, 0}, 400};
    EXPECT_EQ(names(frame).count, 0);
}

}  // namespace tpatlas
