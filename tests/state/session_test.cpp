#include "state/session.hpp"

#include "support/small_atlas.hpp"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

namespace tpatlas {
namespace {

class SessionTest : public ::testing::Test {
protected:
    Session session{testing::small_atlas()};

    void fly_to_the_end() { session.update(Tick{session.view().time_s + 10}); }
};

TEST_F(SessionTest, starts_in_front_view_with_nothing_selected)
{
    EXPECT_FALSE(session.document().muscle);
    EXPECT_FALSE(session.document().point);
    EXPECT_FALSE(session.animating());
    EXPECT_FLOAT_EQ(session.view().camera.yaw, 0);
    EXPECT_GT(session.view().camera.distance_mm, 300);
}

TEST_F(SessionTest, selecting_a_point_selects_its_muscle_too)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::left});
    ASSERT_TRUE(session.document().point);
    EXPECT_EQ(session.document().point->side, Side::left);
    EXPECT_EQ(session.document().muscle->id.text, "flank_muscle");
}

TEST_F(SessionTest, an_unknown_point_changes_nothing)
{
    const Document before = session.document();
    session.update(SelectPoint{{"flank_muscle.tp9"}, Side::left});
    EXPECT_EQ(session.document(), before);
    EXPECT_FALSE(session.can_undo());
}

TEST_F(SessionTest, clicking_a_muscle_selects_the_record_that_stands_for_it)
{
    session.update(SelectStructure{{"flank_muscle.left"}});
    ASSERT_TRUE(session.document().muscle);
    EXPECT_EQ(session.document().muscle->side, Side::left);
    EXPECT_FALSE(session.document().structure);
}

TEST_F(SessionTest, clicking_a_bone_selects_the_structure)
{
    session.update(SelectStructure{{"core_bone.middle"}});
    EXPECT_EQ(session.document().structure->text, "core_bone.middle");
    EXPECT_FALSE(session.document().muscle);
}

TEST_F(SessionTest, the_skin_cannot_be_selected)
{
    session.update(SelectStructure{{"skin.middle"}});
    EXPECT_FALSE(session.document().structure);
}

TEST_F(SessionTest, undo_and_redo_walk_through_what_was_chosen)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    session.update(PeelTo{0.5f});
    session.update(Undo{});
    EXPECT_FLOAT_EQ(session.document().depth, 0);
    EXPECT_TRUE(session.document().muscle);
    session.update(Undo{});
    EXPECT_FALSE(session.document().muscle);
    session.update(Redo{});
    session.update(Redo{});
    EXPECT_FLOAT_EQ(session.document().depth, 0.5f);
    EXPECT_FALSE(session.can_redo());
}

TEST_F(SessionTest, showing_no_press_zones_can_be_undone)
{
    session.update(ShowNoPress{true});
    EXPECT_TRUE(session.document().no_press);
    session.update(Undo{});
    EXPECT_FALSE(session.document().no_press);
}

TEST_F(SessionTest, one_drag_of_a_slider_is_one_step_to_undo)
{
    for (const float depth : {0.1f, 0.2f, 0.3f})
        session.update(PeelTo{depth});
    session.update(SetSkinOpacity{0.8f});
    session.update(Undo{});
    EXPECT_FLOAT_EQ(session.document().depth, 0.3f);
    session.update(Undo{});
    EXPECT_FLOAT_EQ(session.document().depth, 0);
    EXPECT_FALSE(session.can_undo());
}

TEST_F(SessionTest, a_later_drag_of_the_same_slider_is_a_step_of_its_own)
{
    session.update(PeelTo{0.1f});
    session.update(Tick{session.view().time_s + 5});
    session.update(PeelTo{0.3f});
    session.update(Undo{});
    EXPECT_FLOAT_EQ(session.document().depth, 0.1f);
}

TEST_F(SessionTest, only_a_point_with_an_approach_plays)
{
    session.update(SelectPoint{{"flank_muscle.tp1"}, Side::right});
    session.update(Play{});
    EXPECT_FALSE(session.view().playback.playing);
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(Play{});
    EXPECT_TRUE(session.view().playback.playing);
}

TEST_F(SessionTest, playing_runs_to_the_end_of_one_repetition_and_stops)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(Play{});
    float last = 0;
    double time = session.view().time_s;
    for (int i = 0; i < 2000 && session.view().playback.playing; ++i) {
        session.update(Tick{time += 0.05});
        EXPECT_GE(session.view().playback.share, last);
        last = session.view().playback.share;
    }
    EXPECT_FLOAT_EQ(session.view().playback.share, 1);
    EXPECT_FALSE(session.animating());
}

TEST_F(SessionTest, scrubbing_pauses_where_it_is_put)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(Play{});
    session.update(SeekTo{0.6f});
    EXPECT_FALSE(session.view().playback.playing);
    EXPECT_FLOAT_EQ(session.view().playback.share, 0.6f);
}

TEST_F(SessionTest, the_other_side_takes_the_selection_along)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(SetSide{SideChoice::left});
    EXPECT_EQ(session.document().point->side, Side::left);
    EXPECT_EQ(session.document().muscle->side, Side::left);
}

TEST_F(SessionTest, zooming_keeps_what_is_under_the_cursor)
{
    const glm::vec2 size(800, 600);
    session.update(SetAspect{size.x / size.y});
    const glm::vec2 pixel(600, 150);
    const auto on_target_plane = [&] {
        const CameraPose& camera = session.view().camera;
        const glm::vec3 ray = camera.ray_direction(pixel, size);
        return camera.eye_mm() + ray * (camera.distance_mm / glm::dot(ray, camera.forward()));
    };
    const glm::vec3 before = on_target_plane();
    session.update(Zoom{1.5f, {600 / 400.0f - 1, 1 - 150 / 300.0f}});
    EXPECT_LT(glm::distance(before, on_target_plane()), 0.5f);
}

TEST_F(SessionTest, orbiting_never_turns_the_body_upside_down)
{
    for (int i = 0; i < 50; ++i)
        session.update(Orbit{0.1f, 0.3f});
    EXPECT_GT(session.view().camera.up().y, 0);
}

TEST_F(SessionTest, home_brings_everything_back)
{
    const CameraPose start = session.view().camera;
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(Pan{{5, 5}});
    session.update(PeelTo{1});
    session.update(Home{});
    fly_to_the_end();
    EXPECT_EQ(session.document(), Document{});
    EXPECT_EQ(session.view().camera, start);
}

TEST_F(SessionTest, panning_cannot_lose_the_body)
{
    for (int i = 0; i < 100; ++i)
        session.update(Pan{{1, 0.5f}});
    const Box body = session.atlas().body().bounds();
    EXPECT_LT(glm::distance(session.view().camera.target_mm, body.centre()), 1500);
}

TEST_F(SessionTest, a_selected_point_is_framed_from_the_side_that_shows_zone_and_point)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    fly_to_the_end();
    // The zone is in front (+z), the point at the right (-x): between the two lies the view.
    const glm::vec3 to_eye = -session.view().camera.forward();
    EXPECT_GT(to_eye.z, 0.2f);
    EXPECT_LT(to_eye.x, -0.2f);
}

TEST_F(SessionTest, takes_a_skin_tone_that_there_is_and_undoes_it)
{
    session.update(SetSkinTone{"deep"});
    EXPECT_EQ(session.document().skin_tone, "deep");
    session.update(SetSkinTone{"green"});
    EXPECT_EQ(session.document().skin_tone, "deep");
    session.update(Undo{});
    EXPECT_EQ(session.document().skin_tone, "medium");
}

}  // namespace
}  // namespace tpatlas
