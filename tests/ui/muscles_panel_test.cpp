// Muscles: how the list is grouped, what a search finds, what ctrl-click does.

#include "ui/panel_fixture.hpp"

namespace tpatlas::ui {
namespace {

class MusclesPanel : public PanelFixture {
protected:
    void control_click(const std::string& label)
    {
        ImGui::GetIO().KeyCtrl = true;
        click(label);
        ImGui::GetIO().KeyCtrl = false;
    }
};

TEST_F(MusclesPanel, are_grouped_as_asked_for)
{
    click("order:layer");
    EXPECT_EQ(session_->view().list_order, ListOrder::layer);
    EXPECT_TRUE(is_seen("muscle:flank_muscle"));
    click("order:letter");
    EXPECT_EQ(session_->view().list_order, ListOrder::letter);
    EXPECT_TRUE(is_seen("muscle:flank_muscle"));
    EXPECT_FALSE(is_seen("muscle:core_bone"));
}

TEST_F(MusclesPanel, find_a_bone_and_select_it)
{
    update(Search{"core"});
    EXPECT_FALSE(is_seen("order:layer"));  // hits have an order of their own
    click("muscle:core_bone");
    ASSERT_TRUE(session_->document().structure.has_value());
    EXPECT_EQ(session_->document().structure->text, "core_bone.middle");
}

TEST_F(MusclesPanel, a_ctrl_click_selects_beside_and_no_more)
{
    control_click("muscle:flank_muscle");  // nothing to be beside of
    ASSERT_TRUE(session_->document().muscle.has_value());
    update(Search{"core"});
    control_click("muscle:core_bone");
    EXPECT_TRUE(session_->document().muscle.has_value());
    EXPECT_EQ(session_->document().also, (std::set<StructureId>{{"core_bone.middle"}}));
    control_click("muscle:core_bone");
    EXPECT_TRUE(session_->document().also.empty());
}

TEST_F(MusclesPanel, a_ctrl_click_with_both_sides_takes_both)
{
    update(SelectStructure{{"core_bone.middle"}});
    update(SetSide{SideChoice::both});
    control_click("muscle:flank_muscle");
    EXPECT_EQ(session_->document().also,
              (std::set<StructureId>{{"flank_muscle.left"}, {"flank_muscle.right"}}));
}

TEST_F(MusclesPanel, a_ctrl_click_on_what_was_selected_first_takes_it_away)
{
    update(SelectMuscle{{"flank_muscle"}, Side::right});
    update(SelectAlso{{"core_bone.middle"}});
    control_click("muscle:flank_muscle");
    EXPECT_FALSE(session_->document().muscle.has_value());
    EXPECT_EQ(session_->document().also, (std::set<StructureId>{{"core_bone.middle"}}));
}

}  // namespace
}  // namespace tpatlas::ui
