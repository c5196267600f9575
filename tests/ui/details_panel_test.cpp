// Details: what is done to the selection, what is selected beside it, what leads on.

#include "ui/panel_fixture.hpp"
#include "ui/related_links.hpp"

namespace tpatlas::ui {
namespace {

class DetailsPanel : public PanelFixture {
protected:
    void SetUp() override
    {
        PanelFixture::SetUp();
        update(SelectMuscle{{"flank_muscle"}, Side::right});
    }
    Visibility seen(const char* id) const
    {
        const auto at = session_->document().visibility.find({id});
        return at == session_->document().visibility.end() ? session_->document().others
                                                           : at->second;
    }
};

// The small atlas, with its muscle over its bone.
std::shared_ptr<const Atlas> measured_atlas()
{
    const std::shared_ptr<const Atlas> bare = testing::small_atlas();
    const Body& body = bare->body();
    Body::Parts parts;
    parts.structures = body.structures();
    parts.surfaces = body.surfaces();
    parts.skin_mirror = body.skin_mirror();
    parts.landmarks = body.landmarks();
    parts.regions = body.regions();
    parts.skin_regions = body.skin_regions();
    parts.layering.resize(parts.structures.size());
    parts.layering[0] = {100, {{1, 0.4f}, {2, 0.3f}}, {}};
    parts.layering[1] = {100, {}, {{0, 0.6f}}};
    auto made = make_atlas(std::make_shared<const Body>(Body::make(std::move(parts)).take()),
                           std::make_shared<const Catalogue>(bare->catalogue()), {});
    return made.take();
}

TEST_F(DetailsPanel, hide_fade_show_and_show_only_what_is_selected)
{
    EXPECT_FALSE(is_seen("show"));
    click("hide");
    EXPECT_EQ(seen("flank_muscle.right"), Visibility::hidden);
    click("show");
    EXPECT_EQ(seen("flank_muscle.right"), Visibility::shown);
    click("fade");
    EXPECT_EQ(seen("flank_muscle.right"), Visibility::faded);
    click("show_only");
    EXPECT_EQ(seen("flank_muscle.right"), Visibility::shown);
    EXPECT_EQ(seen("core_bone.middle"), Visibility::hidden);
    click("frame");
    EXPECT_TRUE(told<FrameSelection>().has_value());
}

TEST_F(DetailsPanel, colour_what_is_selected_and_give_its_own_colour_back)
{
    click("colour");
    click("colour:blue");
    EXPECT_EQ(session_->document().colours.count({"flank_muscle.right"}), 1u);
    click("colour");
    click("colour:own");
    EXPECT_TRUE(session_->document().colours.empty());
}

TEST_F(DetailsPanel, list_what_is_selected_beside_and_take_it_away)
{
    EXPECT_FALSE(is_seen("selected:first"));
    update(SelectAlso{{"core_bone.middle"}});
    update(SelectAlso{{"flank_muscle.left"}});
    click("selected:core_bone.middle");
    EXPECT_EQ(session_->document().also, (std::set<StructureId>{{"flank_muscle.left"}}));
    click("selected:first");
    EXPECT_FALSE(session_->document().muscle.has_value());
    EXPECT_TRUE(is_seen("selected:flank_muscle.left"));
    EXPECT_TRUE(is_seen("hide"));
    click("selected:flank_muscle.left");
    EXPECT_TRUE(session_->document().also.empty());
    EXPECT_TRUE(is_seen("example:1"));
}

TEST_F(DetailsPanel, tell_sources_and_confidence_at_the_head)
{
    const Item sources = item("sources:flank_muscle");
    EXPECT_LT(sources.max.y, item("point:flank_muscle.tp1").min.y);
    click("sources:flank_muscle");
    EXPECT_TRUE(commands_.empty());
    EXPECT_GT(item("frame").min.y, sources.max.y + 20);  // the text of the source stands between
}

TEST_F(DetailsPanel, have_actions_for_a_bone_too)
{
    update(SelectStructure{{"core_bone.middle"}});
    click("hide");
    EXPECT_EQ(seen("core_bone.middle"), Visibility::hidden);
}

TEST_F(DetailsPanel, fit_1024_with_longer_words)
{
    start({1024, 768}, 1, "light", longer());
    update(SelectMuscle{{"flank_muscle"}, Side::right});
    update(HideSelected{});
    update(SelectAlso{{"core_bone.middle"}});
    const Rectangle place = layout().details;
    for (const char* label :
         {"sources:flank_muscle", "frame", "show_only", "hide", "fade", "show", "colour",
          "selected:first", "selected:core_bone.middle"}) {
        const Item at = item(label);
        EXPECT_GE(at.min.x, place.min.x) << label;
        EXPECT_LE(at.max.x, place.max().x - 10) << label;
    }
}

TEST_F(DetailsPanel, lead_from_a_bone_to_the_muscle_over_it_on_the_same_side)
{
    session_.emplace(measured_atlas());
    update(SelectStructure{{"core_bone.middle"}});
    click("over:flank_muscle.left");
    ASSERT_TRUE(session_->document().muscle.has_value());
    EXPECT_EQ(session_->document().muscle->side, Side::left);
}

TEST(RelatedLinks, are_records_where_one_stands_for_the_structure)
{
    const std::shared_ptr<const Atlas> atlas = measured_atlas();
    const std::vector<RelatedLink> over = layer_links(*atlas, {{"core_bone.middle"}}, true);
    ASSERT_EQ(over.size(), 2u);
    EXPECT_EQ(over[0].name, "Flank muscle");
    EXPECT_FLOAT_EQ(over[0].share, 0.4f);
    EXPECT_TRUE(std::holds_alternative<SelectMuscle>(over[0].select));
    const std::vector<RelatedLink> under = layer_links(*atlas, {{"flank_muscle.right"}}, false);
    ASSERT_EQ(under.size(), 1u);
    EXPECT_EQ(under[0].key, "core_bone.middle");
    EXPECT_TRUE(std::holds_alternative<SelectStructure>(under[0].select));
}

TEST(RelatedLinks, are_none_where_the_body_was_not_measured)
{
    const std::shared_ptr<const Atlas> bare = testing::small_atlas();
    EXPECT_TRUE(layer_links(*bare, {{"core_bone.middle"}}, true).empty());
    EXPECT_FALSE(is_measured(bare->body(), {{"core_bone.middle"}}));
}

}  // namespace
}  // namespace tpatlas::ui
