// Two cameras in one picture, each in its half.
#include "render/small_body.hpp"

#include <numbers>

namespace tpatlas {

namespace {

using test::projected;
using PanesTest = test::RendererTest;

constexpr glm::ivec2 size{480, 360}, half{240, 360};
constexpr float pi = std::numbers::pi_v<float>;

// From the front at the left, from behind at the right.
scene::Frame two_panes()
{
    scene::Frame frame = test::small_frame();
    frame.camera.distance_mm = 1100;
    frame.second_camera = frame.camera;
    frame.second_camera->yaw = pi;
    return frame;
}

scene::Frame alone(const scene::Frame& frame, const CameraPose& camera)
{
    scene::Frame one = frame;
    one.camera = camera;
    one.second_camera.reset();
    return one;
}

// How many pixels of `whole`, from a column on, differ from `part`; the two columns at the line
// between the panes are left out.
int differing(const Image& whole, const Image& part, int from_column)
{
    int count = 0;
    for (int y = 0; y < half.y; ++y)
        for (int x = 0; x < half.x; ++x) {
            const bool line = from_column == 0 ? x >= half.x - 2 : x < 2;
            count += !line && !std::equal(part.pixel(x, y), part.pixel(x, y) + 4,
                                          whole.pixel(from_column + x, y));
        }
    return count;
}

}  // namespace

TEST_F(PanesTest, picks_in_each_half_what_its_own_camera_shows)
{
    const scene::Frame frame = two_panes();
    renderer().draw(frame, size);
    const scene::Frame left = alone(frame, frame.camera), right = alone(frame, *frame.second_camera);
    const glm::vec2 muscle = projected(left, {-50, 0, 0}, half);
    const render::Picked first = renderer().pick(muscle);
    EXPECT_EQ(first.structure, test::left_ball);
    EXPECT_FALSE(first.second);
    const glm::vec2 behind = projected(right, {-50, 0, -80}, half) + glm::vec2(half.x, 0);
    const render::Picked second = renderer().pick(behind);
    EXPECT_EQ(second.structure, test::back_ball);
    EXPECT_TRUE(second.second);
    ASSERT_TRUE(second.position_mm);
    EXPECT_NEAR(second.position_mm->z, -110, 1);
}

TEST_F(PanesTest, picks_a_point_in_the_half_that_shows_it)
{
    scene::Frame frame = two_panes();
    scene::PointMark mark;
    mark.tag = 7;
    mark.position_mm = {50, 0, -33};
    mark.normal = {0, 0, -1};
    frame.points.push_back(mark);
    renderer().draw(frame, size);
    const scene::Frame left = alone(frame, frame.camera), right = alone(frame, *frame.second_camera);
    EXPECT_EQ(renderer().pick(projected(left, mark.position_mm, half)).point, std::nullopt);
    EXPECT_EQ(
        renderer().pick(projected(right, mark.position_mm, half) + glm::vec2(half.x, 0)).point, 7u);
}

TEST_F(PanesTest, draws_in_each_half_what_a_picture_of_that_size_shows)
{
    const scene::Frame frame = two_panes();
    const Image whole = drawn(frame, size);
    EXPECT_EQ(differing(whole, drawn(alone(frame, frame.camera), half), 0), 0);
    EXPECT_EQ(differing(whole, drawn(alone(frame, *frame.second_camera), half), half.x), 0);
}

TEST_F(PanesTest, tells_in_which_half_a_pixel_lies_and_where_that_half_is)
{
    scene::Frame frame = two_panes();
    frame.strip = scene::Strip{};
    renderer().draw(frame, {481, 360});
    const int body = 360 - scene::strip_height_px(360);
    const auto left = renderer().pane_at({10, 10}), right = renderer().pane_at({300, 10});
    ASSERT_TRUE(left && right);
    EXPECT_FALSE(left->second);
    EXPECT_TRUE(right->second);
    EXPECT_EQ(left->from_px, glm::ivec2(0, 0));
    EXPECT_EQ(right->from_px, glm::ivec2(240, 0));
    EXPECT_EQ(left->size_px, glm::ivec2(241, body));
    EXPECT_EQ(right->size_px, left->size_px);
    EXPECT_FALSE(renderer().pane_at({10, static_cast<float>(body + 1)}));
    frame.second_camera.reset();
    renderer().draw(frame, {481, 360});
    ASSERT_TRUE(renderer().pane_at({300, 10}));
    EXPECT_FALSE(renderer().pane_at({300, 10})->second);
}

TEST_F(PanesTest, shows_one_camera_again_as_if_there_had_been_no_second)
{
    const scene::Frame frame = two_panes(), one = alone(frame, frame.camera);
    const Image before = drawn(one, size);
    drawn(frame, size);
    EXPECT_EQ(drawn(one, size), before);
}

}  // namespace tpatlas
