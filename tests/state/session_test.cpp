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
    session.update(AnswerSafety{SafetyAnswer::none_applies});
    EXPECT_TRUE(session.view().playback.playing);
}

TEST_F(SessionTest, playing_runs_to_the_end_of_one_repetition_and_stops)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(Play{});
    session.update(AnswerSafety{SafetyAnswer::none_applies});
    ASSERT_TRUE(session.view().playback.playing);
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

TEST_F(SessionTest, a_technique_is_chosen_and_taken_back)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    EXPECT_TRUE(session.document().technique.empty()) << "as the record prefers";
    session.update(ChooseTechnique{{"press_and_hold"}, Contact::thumb});
    EXPECT_EQ(session.document().contact, Contact::thumb);
    session.update(ChooseTechnique{{"nobody_knows"}, {}});
    EXPECT_EQ(session.document().technique.text, "press_and_hold");
    session.update(Undo{});
    EXPECT_TRUE(session.document().technique.empty());
    EXPECT_FALSE(session.document().contact);
    session.update(Redo{});
    EXPECT_EQ(session.document().technique.text, "press_and_hold");
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

TEST_F(SessionTest, showing_only_what_is_selected_hides_all_else_and_can_be_undone)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    session.update(ShowOnly{});
    EXPECT_EQ(session.document().others, Visibility::hidden);
    EXPECT_EQ(session.document().visibility.at({"flank_muscle.right"}), Visibility::shown);
    session.update(InvertVisibility{});
    EXPECT_EQ(session.document().others, Visibility::shown);
    EXPECT_EQ(session.document().visibility.at({"flank_muscle.right"}), Visibility::hidden);
    session.update(Undo{2});
    EXPECT_EQ(session.document().others, Visibility::shown);
    EXPECT_TRUE(session.document().visibility.empty());
}

TEST_F(SessionTest, hiding_without_a_selection_says_what_to_do_and_changes_nothing)
{
    session.update(HideSelected{});
    ASSERT_TRUE(session.view().notice);
    EXPECT_EQ(session.view().notice->key, "notice.select_first");
    EXPECT_FALSE(session.can_undo());
    session.update(Tick{100});
    EXPECT_FALSE(session.view().notice) << "what was read goes away";
}

TEST_F(SessionTest, a_second_structure_is_selected_beside_the_first_and_both_are_hidden)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    session.update(SelectAlso{{"core_bone.middle"}});
    session.update(HideSelected{});
    EXPECT_EQ(session.document().visibility.at({"flank_muscle.right"}), Visibility::hidden);
    EXPECT_EQ(session.document().visibility.at({"core_bone.middle"}), Visibility::hidden);
    session.update(SelectAlso{{"core_bone.middle"}});
    EXPECT_TRUE(session.document().also.empty()) << "a second time takes it away";
}

TEST_F(SessionTest, the_lists_of_undo_and_redo_name_what_was_done)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    session.update(FadeSelected{});
    session.update(PeelTo{0.5f});
    const std::vector<Deed> done = session.history().undoable();
    ASSERT_EQ(done.size(), 3u);
    EXPECT_EQ(done[0].key, "did.peel");
    EXPECT_EQ(done[1].key, "did.fade");
    EXPECT_EQ(done[2].key, "did.select");
    session.update(Undo{3});
    EXPECT_EQ(session.document(), Document{});
    EXPECT_EQ(session.history().redoable().size(), 3u);
    EXPECT_EQ(session.history().redoable().front().key, "did.select");
    session.update(Redo{2});
    EXPECT_EQ(session.history().undoable().front().key, "did.fade");
}

TEST_F(SessionTest, client_view_shows_one_point_alone_and_gives_everything_back)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::left});
    session.update(SetVisibility{{"core_bone.middle"}, Visibility::hidden});
    session.update(PeelTo{0.4f});
    session.update(Search{"flank"});
    session.update(OpenSheet{Sheet::capture});
    fly_to_the_end();
    const Document document = session.document();
    const View view = session.view();
    session.update(EnterClientView{});
    ASSERT_TRUE(session.view().client);
    ASSERT_TRUE(session.document().point);
    EXPECT_EQ(session.document().point->side, Side::left);
    EXPECT_TRUE(session.document().visibility.empty());
    EXPECT_EQ(session.document().depth, 0);
    EXPECT_EQ(session.view().search, "");
    EXPECT_FALSE(session.can_undo());

    session.update(Orbit{0.5f, 0});
    session.update(SetSide{SideChoice::right});
    EXPECT_EQ(session.document().point->side, Side::right);
    session.update(Search{"soleus"});
    session.update(HideSelected{});
    session.update(Undo{});
    session.update(SaveScene{});
    EXPECT_EQ(session.view().search, "") << "nothing else can be reached";
    EXPECT_TRUE(session.take_requests().empty());

    fly_to_the_end();
    session.update(LeaveClientView{});
    EXPECT_EQ(session.document(), document);
    View back = session.view();
    back.time_s = view.time_s;
    EXPECT_EQ(back, view);
    EXPECT_TRUE(session.can_undo());
}

TEST_F(SessionTest, client_view_needs_a_point)
{
    session.update(EnterClientView{});
    EXPECT_FALSE(session.view().client);
    EXPECT_EQ(session.view().notice->key, "notice.client_needs_point");
}

TEST_F(SessionTest, a_scene_brings_back_what_was_there)
{
    session.update(SelectPoint{{"flank_muscle.tp1"}, Side::left});
    session.update(CutAlong{{1, 0, 0}});
    session.update(ColourSelected{glm::vec3(0.2f, 0.4f, 0.6f)});
    session.update(Orbit{0.4f, 0.2f});
    session.update(SeekTo{0.6f});
    session.update(SetTheme{"dark"});
    const SavedScene scene = saved_scene(session);
    Session other(testing::small_atlas());
    other.update(ApplyScene{scene, "/tmp/a.toml"});
    EXPECT_EQ(saved_scene(other), scene);
    EXPECT_EQ(other.view().recent.front(), "/tmp/a.toml");
    EXPECT_FALSE(other.view().notice);
}

TEST_F(SessionTest, a_scene_with_an_unknown_structure_opens_with_what_it_can_and_says_so)
{
    session.update(SelectStructure{{"core_bone.middle"}});
    SavedScene scene = saved_scene(session);
    scene.document.visibility[{"tail.middle"}] = Visibility::hidden;
    scene.document.visibility[{"flank_muscle.left"}] = Visibility::hidden;
    Session other(testing::small_atlas());
    other.update(ApplyScene{scene, "a.toml"});
    EXPECT_EQ(other.document().structure->text, "core_bone.middle");
    EXPECT_EQ(other.document().visibility.size(), 1u);
    ASSERT_TRUE(other.view().notice);
    EXPECT_EQ(other.view().notice->what, "tail.middle");
}

TEST_F(SessionTest, turned_freely_the_camera_goes_over_the_pole_and_levels_again)
{
    session.update(SetFreeOrbit{true});
    for (int i = 0; i < 10; ++i)
        session.update(Orbit{0, 0.3f});
    // Three radians up and over: seen from behind, upside down.
    EXPECT_LT(session.view().camera.up().y, -0.9f);
    const glm::vec3 eye = -session.view().camera.forward();
    EXPECT_LT(eye.z, -0.9f);
    session.update(SetFreeOrbit{false});
    fly_to_the_end();
    EXPECT_GT(session.view().camera.up().y, 0.5f);
    EXPECT_EQ(session.view().camera.roll, 0);
}

TEST_F(SessionTest, small_free_turns_are_those_of_the_turntable_when_level)
{
    const CameraPose start = session.view().camera;
    const CameraPose turned = turned_freely(start, 0.1f, 0, 0);
    EXPECT_NEAR(turned.yaw, start.yaw + 0.1f, 1e-5f);
    EXPECT_NEAR(turned.roll, 0, 1e-5f);
    EXPECT_NEAR(turned_freely(start, 0, 0.2f, 0).pitch, start.pitch + 0.2f, 1e-5f);
    EXPECT_NEAR(turned_freely(start, 0, 0, 0.3f).roll, 0.3f, 1e-5f);
}

TEST_F(SessionTest, settings_are_kept_and_brought_into_their_range)
{
    Settings settings;
    settings.theme = "dark";
    settings.interface_scale = 9;
    settings.side = SideChoice::both;
    session.update(ApplySettings{settings});
    EXPECT_EQ(session.view().interface_scale, largest_interface_scale);
    settings.interface_scale = largest_interface_scale;
    EXPECT_EQ(settings_of(session.view()), settings);
}

}  // namespace
}  // namespace tpatlas
