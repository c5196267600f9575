#include "scene/cut_handle.hpp"

#include "scene/build_frame.hpp"
#include "state/session.hpp"
#include "support/small_atlas.hpp"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

namespace tpatlas::scene {
namespace {

constexpr glm::vec2 size{1200, 800};

CameraPose looking(float yaw, float pitch)
{
    CameraPose camera;
    camera.target_mm = {0, 1300, 80};
    camera.distance_mm = 900;
    camera.yaw = yaw;
    camera.pitch = pitch;
    return camera;
}

Cut sagittal()
{
    return {{1, 0, 0}, 20, {20, 1300, 80}, 200, true};
}

Cut moved(Cut cut, float mm)
{
    cut.offset_mm += mm;
    cut.handle_mm += cut.normal * mm;
    return cut;
}

TEST(CutHandle, lies_in_the_plane_near_what_is_framed)
{
    Session session(testing::small_atlas());
    session.update(CutAlong{{0, 1, 0}});
    session.update(MoveCut{1330});
    View view = session.view();
    view.camera = looking(0.3f, 0.2f);
    const auto cut = cut_of(session.document(), view, session.atlas());
    ASSERT_TRUE(cut);
    EXPECT_NEAR(glm::dot(cut->normal, cut->handle_mm), 1330, 1e-3);
    EXPECT_NEAR(glm::distance(cut->handle_mm, view.camera.target_mm), 30, 1e-3);
    const auto knob = cut_knob_px(view.camera, size, *cut);
    ASSERT_TRUE(knob);
    EXPECT_LT(glm::distance(*knob, size / 2.0f), 100);
    session.update(EndCut{});
    EXPECT_FALSE(cut_of(session.document(), view, session.atlas()));
}

TEST(CutHandle, follows_the_mouse_along_its_normal)
{
    for (const float yaw : {0.0f, 0.6f, -1.0f}) {
        const CameraPose camera = looking(yaw, 0.25f);
        const Cut cut = sagittal(), there = moved(cut, 35);
        const auto from = cut_knob_px(camera, size, cut), to = cut_knob_px(camera, size, there);
        ASSERT_TRUE(from && to);
        EXPECT_NEAR(cut_drag_mm(camera, size, cut, *from, *to), 35, 0.05) << yaw;
        EXPECT_NEAR(cut_drag_mm(camera, size, cut, *to, *from), -35, 0.05) << yaw;
        EXPECT_EQ(cut_drag_mm(camera, size, cut, *from, *from), 0) << yaw;
    }
}

TEST(CutHandle, hardly_moves_for_a_drag_across_its_normal)
{
    const CameraPose camera = looking(0, 0);
    EXPECT_NEAR(cut_drag_mm(camera, size, sagittal(), {600, 400}, {600, 300}), 0, 0.5);
}

TEST(CutHandle, moves_away_for_a_drag_upward_where_its_normal_points_at_the_eye)
{
    Cut cut{{0, 0, 1}, 80, {0, 1300, 80}, 200, true};
    const float away = cut_drag_mm(looking(0, 0), size, cut, {600, 400}, {600, 300});
    EXPECT_LT(away, -10);  // toward -z
    EXPECT_GT(away, -100);
    cut.normal = {0, 0, -1};
    cut.offset_mm = -80;
    EXPECT_NEAR(cut_drag_mm(looking(0, 0), size, cut, {600, 400}, {600, 300}), -away, 1e-3);
}

TEST(CutHandle, is_in_the_window_s_frame_but_not_in_a_capture_nor_a_clean_picture)
{
    Session session(testing::small_atlas());
    Texts texts;
    FrameMemory memory;
    const auto frame = [&](const FrameOptions& options) {
        return build_frame(session.document(), session.view(), session.atlas(), texts, options,
                           memory);
    };
    EXPECT_FALSE(frame({}).cut);
    session.update(CutAlong{{1, 0, 0}});
    ASSERT_TRUE(frame({}).cut);
    EXPECT_TRUE(frame({}).cut->handle);
    FrameOptions capture;
    capture.capture = true;
    FrameOptions clean;
    clean.strip = false;
    EXPECT_FALSE(frame(capture).cut->handle);
    EXPECT_FALSE(frame(clean).cut->handle);
}

TEST(CutHandle, second_camera_of_the_view_is_the_frame_s)
{
    Session session(testing::small_atlas());
    View view = session.view();
    Texts texts;
    FrameMemory memory;
    EXPECT_FALSE(build_frame(session.document(), view, session.atlas(), texts, {}, memory)
                     .second_camera);
    view.second_camera = looking(3, 0);
    const Frame frame = build_frame(session.document(), view, session.atlas(), texts, {}, memory);
    EXPECT_EQ(frame.second_camera, view.second_camera);
}

}  // namespace
}  // namespace tpatlas::scene
