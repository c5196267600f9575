#include "scene/model_look.hpp"

#include "scene/looks.hpp"
#include "state/session.hpp"
#include "support/small_atlas.hpp"
#include "support/users_body.hpp"

#include <gtest/gtest.h>

namespace tpatlas::scene {
namespace {

class Model : public ::testing::Test {
protected:
    std::shared_ptr<const Atlas> atlas = testing::small_atlas();
    Session session{atlas};

    ModelLook look() const { return model_look(session.document(), session.view(), *atlas); }
    const ModelLook::StructureRow& row(const ModelLook& look, const char* id) const
    {
        return look.structures.at(*atlas->body().number({id}));
    }
};

TEST_F(Model, holds_all_structures_points_and_zones_where_nothing_is_chosen)
{
    const ModelLook whole = look();
    for (const ModelLook::StructureRow& structure : whole.structures)
        EXPECT_TRUE(structure.shown);
    EXPECT_EQ(whole.points.size(), atlas->points().size());
    EXPECT_EQ(whole.zones.size(), atlas->zones().size());
    EXPECT_LT(row(whole, "skin.middle").opacity, 0.6f);
    EXPECT_EQ(row(whole, "flank_muscle.left").opacity, 1);
}

TEST_F(Model, leaves_out_what_is_hidden_or_peeled)
{
    session.update(SetVisibility{{"flank_muscle.left"}, Visibility::hidden});
    EXPECT_FALSE(row(look(), "flank_muscle.left").shown);
    EXPECT_TRUE(row(look(), "flank_muscle.right").shown);
    session.update(PeelTo{1});
    EXPECT_FALSE(row(look(), "flank_muscle.right").shown);
    EXPECT_TRUE(row(look(), "core_bone.middle").shown);
    session.update(ShowKind{StructureKind::skin, false});
    EXPECT_FALSE(row(look(), "skin.middle").shown);
}

TEST_F(Model, is_seen_through_where_the_picture_is)
{
    session.update(SetVisibility{{"core_bone.middle"}, Visibility::faded});
    session.update(SetSkinOpacity{1});
    EXPECT_LT(row(look(), "core_bone.middle").opacity, 0.5f);
    EXPECT_EQ(row(look(), "skin.middle").opacity, 1);
}

TEST_F(Model, lends_what_a_users_body_lacks_as_pale_as_the_picture_and_as_solid_where_it_is_chosen)
{
    const std::shared_ptr<const Atlas> theirs = testing::half_known_body();
    Session shown(theirs);
    const std::uint32_t bone = *theirs->body().number({"core_bone.middle"});
    ASSERT_TRUE(theirs->body().is_ghost(bone));
    const auto now = [&] { return model_look(shown.document(), shown.view(), *theirs); };
    EXPECT_EQ(now().ghost, lent_colour);
    EXPECT_EQ(now().structures[bone].opacity,
              structure_looks(shown.document(), shown.view(), *theirs)[bone].opacity);
    EXPECT_LT(now().structures[bone].opacity, 0.2f);
    shown.update(SelectStructure{{"core_bone.middle"}});
    EXPECT_EQ(now().structures[bone].opacity, 1);
}

TEST_F(Model, has_the_colour_that_was_given)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    session.update(ColourSelected{glm::vec3(0, 1, 0)});
    EXPECT_EQ(row(look(), "flank_muscle.right").colour, glm::vec3(0, 1, 0));
    EXPECT_FALSE(row(look(), "flank_muscle.left").colour);
}

TEST_F(Model, holds_the_points_and_zones_of_what_is_chosen)
{
    session.update(SelectMuscle{{"flank_muscle"}, Side::right});
    EXPECT_EQ(look().points.size(), 2u);
    for (const std::uint32_t point : look().points)
        EXPECT_EQ(atlas->points()[point].side, Side::right);
    session.update(SelectPoint{{"flank_muscle.tp1"}, Side::right});
    EXPECT_EQ(look().points.size(), 1u);
    ASSERT_FALSE(look().zones.empty());
    for (const std::uint32_t zone : look().zones)
        EXPECT_EQ((*atlas->zones()[zone].point->record)->id.text, "flank_muscle.tp1");
    session.update(SetSide{SideChoice::both});
    EXPECT_EQ(look().points.size(), 2u) << "the point of either side";
}

}  // namespace
}  // namespace tpatlas::scene
