// Layers: depth, skin, kinds, cut, labels, no-press zones, and the way back.

#include "ui/panel_fixture.hpp"
#include "ui/layer_choices.hpp"

namespace tpatlas::ui {
namespace {

class LayersPanel : public PanelFixture {
protected:
    // Down in a panel that scrolls.
    void scroll_down()
    {
        const Rectangle place = layout().layers;
        ImGui::GetIO().MousePos =
            ImVec2(place.min.x + place.size.x / 2, place.max().y - place.size.y / 3);
        frames(2);
        ImGui::GetIO().MouseWheel = -20;
        frames(3);
    }
};

TEST_F(LayersPanel, closes_to_its_heading_and_opens_again)
{
    ASSERT_TRUE(is_seen("depth"));
    click("layers");
    ASSERT_TRUE(told<OpenLayers>().has_value());
    EXPECT_FALSE(is_seen("depth"));
    EXPECT_TRUE(is_seen("layers"));
    click("layers");
    EXPECT_TRUE(is_seen("depth"));
}

TEST_F(LayersPanel, peels_and_shows_the_skin)
{
    click("depth");
    ASSERT_TRUE(told<PeelTo>().has_value());
    EXPECT_NEAR(told<PeelTo>()->depth, 0.5f, 0.01f);
    click("skin");
    ASSERT_TRUE(told<SetSkinOpacity>().has_value());
    click("tone");
    click("tone:deep");
    ASSERT_TRUE(told<SetSkinTone>().has_value());
    EXPECT_EQ(session_->document().skin_tone, "deep");
}

TEST_F(LayersPanel, hides_a_kind_whole_and_offers_the_way_back)
{
    EXPECT_FALSE(is_seen("show_all"));
    click("kind:cartilage");
    EXPECT_EQ(session_->document().hidden_kinds,
              (std::set<StructureKind>{StructureKind::cartilage, StructureKind::disc}));
    click("kind:tendon");
    EXPECT_EQ(session_->document().hidden_kinds.size(), 5u);
    click("kind:tendon");
    EXPECT_EQ(session_->document().hidden_kinds.size(), 2u);
    click("show_all");
    EXPECT_TRUE(told<ShowAll>().has_value());
    EXPECT_TRUE(session_->document().hidden_kinds.empty());
    EXPECT_FALSE(is_seen("show_all"));
}

TEST_F(LayersPanel, cuts_the_body_and_moves_the_cut)
{
    click("cut");
    click("cut:transverse");
    ASSERT_TRUE(session_->document().cut.has_value());
    EXPECT_FLOAT_EQ(std::abs(session_->document().cut->normal.y), 1);
    const Box box = session_->atlas().body().bounds();
    update(MoveCut{box.min.y + 20});
    scroll_down();
    click("cut_offset");
    ASSERT_TRUE(told<MoveCut>().has_value());
    EXPECT_NEAR(session_->document().cut->offset_mm, box.centre().y, 3);
    click("cut");
    click("cut:facing");
    frames(5);  // the keyboard's place is back at the button, which comes into sight
    EXPECT_EQ(session_->document().cut->normal, -session_->view().camera.forward());
    click("cut");
    click("cut:off");
    EXPECT_FALSE(session_->document().cut.has_value());
}

TEST_F(LayersPanel, chooses_labels_their_language_and_no_press_zones)
{
    click("labels");
    click("labels:all");
    EXPECT_EQ(session_->document().labelling, Labelling::all);
    click("latin");
    EXPECT_TRUE(session_->document().latin);
    click("no_press");
    EXPECT_TRUE(session_->document().no_press);
    click("no_press");
    EXPECT_FALSE(session_->document().no_press);
}

TEST_F(LayersPanel, reaches_everything_in_a_narrow_window_with_longer_words)
{
    start({1024, 768}, 1, "light", longer());
    update(CutAlong{glm::vec3(0, 0, 1)});
    update(ShowKind{StructureKind::bone, false});
    const Rectangle place = layout().layers;
    std::set<std::string> seen;
    const auto look = [&] {
        for (const Item& item : panels_->items().items())
            if (place.contains(item.min) && place.contains(item.max - glm::vec2(1)))
                seen.insert(item.label);
    };
    look();
    EXPECT_TRUE(seen.contains("layers") && seen.contains("show_all"));
    scroll_down();
    look();
    for (const char* label :
         {"depth", "skin", "tone", "kind:muscle", "kind:bone", "kind:cartilage", "kind:tendon",
          "cut", "cut_offset", "no_press", "labels", "latin"})
        EXPECT_TRUE(seen.contains(label)) << label;
    EXPECT_TRUE(is_seen("layers"));  // the heading does not scroll away
}

TEST(LayerChoices, cut_away_what_lies_toward_the_eye)
{
    CameraPose behind;
    behind.yaw = 3.1415927f;
    EXPECT_EQ(cut_normal(2, behind), glm::vec3(0, 0, -1));
    EXPECT_EQ(cut_normal(2, CameraPose{}), glm::vec3(0, 0, 1));
    EXPECT_FALSE(cut_normal(0, CameraPose{}).has_value());
    Document document;
    document.cut = CutPlane{*cut_normal(2, behind), 0};
    EXPECT_EQ(cut_choice(document), 2u);
    document.cut->normal = glm::vec3(0.6f, 0, 0.8f);
    EXPECT_EQ(cut_choice(document), 4u);
}

TEST(LayerChoices, know_how_far_a_box_reaches)
{
    Box box;
    box.include(glm::vec3(-10, 0, 5));
    box.include(glm::vec3(30, 100, 25));
    EXPECT_EQ(extent_along({0, 1, 0}, box), glm::vec2(0, 100));
    EXPECT_EQ(extent_along({-1, 0, 0}, box), glm::vec2(-30, 10));
    EXPECT_EQ(extent_along({0, 1, 0}, Box{}), glm::vec2(0, 0));
}

}  // namespace
}  // namespace tpatlas::ui
