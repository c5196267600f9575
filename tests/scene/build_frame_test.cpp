#include "scene/build_frame.hpp"

#include "state/session.hpp"
#include "support/small_atlas.hpp"
#include "support/users_body.hpp"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

namespace tpatlas::scene {
namespace {

class BuildFrame : public ::testing::Test {
protected:
    std::shared_ptr<const Atlas> atlas = testing::small_atlas();
    Session session{atlas};
    Texts texts;
    FrameMemory memory;

    Frame frame(const FrameOptions& options = {})
    {
        return build_frame(session.document(), session.view(), *atlas, texts, options, memory);
    }
    const StructureLook& look(const Frame& frame, const char* id) const
    {
        return frame.looks.at(*atlas->body().number({id}));
    }
};

TEST_F(BuildFrame, shows_skin_over_muscle_and_no_points_at_the_start)
{
    const Frame start = frame();
    EXPECT_TRUE(start.skin.shown);
    EXPECT_LT(start.skin.opacity, 0.6f);
    EXPECT_EQ(look(start, "flank_muscle.right").layer, Layer::solid);
    EXPECT_TRUE(start.points.empty());
    EXPECT_EQ(start.zones.distance_mm, nullptr);
}

TEST_F(BuildFrame, shows_the_points_of_the_selected_muscle_on_its_side)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    const Frame selected = frame();
    ASSERT_EQ(selected.points.size(), 2u);
    EXPECT_LT(selected.points[0].position_mm.x, 0);
    EXPECT_GT(look(selected, "flank_muscle.right").emphasis, 0.9f);
    EXPECT_EQ(look(selected, "flank_muscle.left").emphasis, 0);
}

TEST_F(BuildFrame, peels_muscle_but_never_bone)
{
    session.update(PeelTo{1});
    const Frame peeled = frame();
    EXPECT_EQ(look(peeled, "flank_muscle.right").layer, Layer::hidden);
    EXPECT_EQ(look(peeled, "core_bone.middle").layer, Layer::solid);
}

TEST_F(BuildFrame, keeps_a_breath_of_the_outline_at_every_depth)
{
    session.update(PeelTo{1});
    EXPECT_TRUE(frame().skin.shown);
    EXPECT_GT(frame().skin.opacity, 0);
}

TEST_F(BuildFrame, paints_the_zone_of_the_selected_point_and_remembers_it)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    const Frame first = frame();
    ASSERT_NE(first.zones.distance_mm, nullptr);
    EXPECT_EQ(frame().zones.distance_mm, first.zones.distance_mm);
    const BodySurfaces& all = atlas->body().surfaces();
    const SurfaceRange skin = all.ranges[*all.skin];
    for (std::uint32_t i = 0; i < skin.vertex_count; ++i) {
        const glm::vec3 p = all.mesh.positions[skin.first_vertex + i];
        // The front of the sphere is inside, its back is not: nothing shows through.
        if (p.z > 80 + 149) {
            EXPECT_LT((*first.zones.distance_mm)[i].x, 0);
        }
        if (p.z < 80) {
            EXPECT_GT((*first.zones.distance_mm)[i].x, 0);
        }
    }
}

TEST_F(BuildFrame, shows_ring_and_arrow_before_the_hand_comes)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    const Frame before = frame();
    EXPECT_TRUE(before.target);
    EXPECT_TRUE(before.arrow);
    EXPECT_EQ(before.dent.depth_mm, 0);
}

TEST_F(BuildFrame, dents_the_skin_while_it_is_held_and_says_that_it_is_an_illustration)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(SeekTo{0.6f});
    const Frame held = frame();
    EXPECT_GT(held.dent.depth_mm, 3);
    EXPECT_FALSE(held.arrow);
    ASSERT_TRUE(held.strip);
    EXPECT_NE(held.strip->caption.find("press.eases"), std::string::npos);
}

TEST_F(BuildFrame, eases_the_zone_during_the_hold)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(SeekTo{0.42f});
    const float begun = frame().zones.strength;
    session.update(SeekTo{0.88f});
    EXPECT_LT(frame().zones.strength, begun - 0.2f);
}

TEST_F(BuildFrame, draws_no_hand_ring_or_arrow_for_a_point_that_is_not_pressed)
{
    session.update(SelectPoint{{"flank_muscle.tp1"}, Side::right});
    session.update(SeekTo{0.6f});
    const Frame shown = frame();
    EXPECT_FALSE(shown.contact);
    EXPECT_FALSE(shown.target);
    EXPECT_FALSE(shown.arrow);
    EXPECT_EQ(shown.dent.depth_mm, 0);
    EXPECT_EQ(shown.strip->caption, "Only a fold is lifted here.");
}

TEST_F(BuildFrame, is_a_mirror_image_on_the_other_side)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    session.update(SeekTo{0.6f});
    const Frame right = frame();
    session.update(SetSide{SideChoice::left});
    session.update(SeekTo{0.6f});
    const Frame left = frame();
    EXPECT_NEAR(right.dent.centre_mm.x, -left.dent.centre_mm.x, 0.1f);
    EXPECT_NEAR(right.dent.depth_mm, left.dent.depth_mm, 0.05f);
}

TEST_F(BuildFrame, marks_left_and_right_of_the_subject)
{
    const Frame front = frame();
    ASSERT_EQ(front.corner_texts.size(), 2u);
    // Seen from the front the subject's right is at the picture's left.
    EXPECT_EQ(front.corner_texts[0].corner, Corner::top_left);
    EXPECT_NE(front.corner_texts[0].text.find("right"), std::string::npos);
    session.update(ShowView{"posterior"});
    session.update(Tick{10});
    EXPECT_NE(frame().corner_texts[0].text.find("left"), std::string::npos);
}

TEST_F(BuildFrame, marks_no_side_of_a_body_that_nothing_tells_the_sides_of)
{
    atlas = testing::unknown_muscle();
    session.replace_atlas(atlas);
    EXPECT_TRUE(frame().corner_texts.empty());
    atlas = testing::half_known_body();
    session.replace_atlas(atlas);
    EXPECT_EQ(frame().corner_texts.size(), 2u);
}

TEST_F(BuildFrame, leaves_out_labels_and_strip_when_asked)
{
    session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    const Frame clean = frame({.labels = false, .strip = false});
    EXPECT_TRUE(clean.labels.empty());
    EXPECT_TRUE(clean.corner_texts.empty());
    EXPECT_FALSE(clean.strip);
}

}  // namespace
}  // namespace tpatlas::scene
