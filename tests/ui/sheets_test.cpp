// Capture, scenes, settings, keys, the lists of undo and redo, the notice, client view.

#include "ui/panel_fixture.hpp"

#include "state/keys.hpp"
#include "ui/words.hpp"

namespace tpatlas::ui {
namespace {

using Sheets = PanelFixture;

TEST_F(Sheets, open_from_the_bar_and_close_with_their_cross)
{
    for (const auto& [label, sheet] :
         {std::pair{"sheet:capture", Sheet::capture}, std::pair{"sheet:scenes", Sheet::scenes},
          std::pair{"sheet:settings", Sheet::settings}, std::pair{"sheet:keys", Sheet::keys}}) {
        click(label);
        EXPECT_EQ(session_->view().sheet, sheet);
        click("sheet_close");
        EXPECT_EQ(session_->view().sheet, Sheet::details);
    }
    EXPECT_TRUE(is_seen("example:1"));
}

TEST_F(Sheets, capture_sets_size_ground_and_what_is_in_the_picture)
{
    update(OpenSheet{Sheet::capture});
    click("size:a4");
    EXPECT_EQ(session_->view().capture.size_px, glm::ivec2(3508, 2480));
    click("ground:transparent");
    EXPECT_EQ(session_->view().capture.ground, CaptureGround::transparent);
    click("capture_strip");
    EXPECT_FALSE(session_->view().capture.strip);
    click("capture_labels");
    EXPECT_FALSE(session_->view().capture.labels);
    click("capture");
    EXPECT_TRUE(told<CapturePicture>().has_value());
    click("copy");
    EXPECT_TRUE(told<CopyPicture>().has_value());
}

TEST_F(Sheets, capture_shows_the_picture_in_its_proportions)
{
    update(OpenSheet{Sheet::capture});
    for (const char* size : {"size:a4", "size:a4_upright", "size:square"}) {
        click(size);
        const Item shown = item("capture_preview");
        const glm::vec2 px = session_->view().capture.size_px;
        EXPECT_NEAR((shown.max.x - shown.min.x) / (shown.max.y - shown.min.y), px.x / px.y, 0.02f);
    }
}

TEST_F(Sheets, a_size_typed_by_hand_counts_when_the_field_is_left)
{
    update(OpenSheet{Sheet::capture});
    click("size_width");
    type("1200");
    EXPECT_FALSE(told<SetCapture>().has_value());  // nobody wants a picture of 1 pixel meanwhile
    press(Key::tab);
    ASSERT_TRUE(told<SetCapture>().has_value());
    EXPECT_EQ(session_->view().capture.size_px, glm::ivec2(1200, 1440));
}

TEST_F(Sheets, scenes_ask_for_the_folder_once_and_open_what_is_clicked)
{
    commands_.clear();
    update(OpenSheet{Sheet::scenes});
    frames(5);
    int asked = 0;
    for (const Command& command : commands_)
        asked += std::holds_alternative<ListFolder>(command) ? 1 : 0;
    EXPECT_EQ(asked, 1);
    update(ShowListing{{"/home/somebody", "", {{"older", true}, {"knee.toml", false}}}});
    click("entry:knee.toml");
    ASSERT_TRUE(told<OpenFile>().has_value());
    EXPECT_EQ(told<OpenFile>()->file, "/home/somebody/knee.toml");
    click("entry:older");
    ASSERT_TRUE(told<ListFolder>().has_value());
    EXPECT_EQ(told<ListFolder>()->folder, "/home/somebody/older");
    click("entry:..");
    ASSERT_TRUE(told<ListFolder>().has_value());
    EXPECT_EQ(told<ListFolder>()->folder, "/home");
    click("scene_save");
    EXPECT_TRUE(told<SaveScene>().has_value());
    click("export_model");
    ASSERT_TRUE(told<ExportModel>().has_value());
    EXPECT_EQ(told<ExportModel>()->file, "");
}

TEST_F(Sheets, scenes_save_under_a_name_and_open_a_typed_path)
{
    update(OpenSheet{Sheet::scenes});
    click("scene_name");
    type("knee");
    press(Key::tab);
    ASSERT_TRUE(told<SaveScene>().has_value());
    EXPECT_EQ(told<SaveScene>()->file, "knee");
    click("scene_path");
    type("/tmp/a.toml");
    press(Key::tab);
    ASSERT_TRUE(told<OpenFile>().has_value());
    EXPECT_EQ(told<OpenFile>()->file, "/tmp/a.toml");
    click("scene_path");
    type("/tmp");
    press(Key::tab);
    EXPECT_TRUE(told<ListFolder>().has_value());
}

TEST_F(Sheets, scenes_say_why_a_folder_cannot_be_read)
{
    update(OpenSheet{Sheet::scenes});
    update(ShowListing{{"/root", "no permission", {}}});
    EXPECT_TRUE(is_seen("entry:.."));
}

TEST_F(Sheets, settings_change_theme_scale_and_motion)
{
    update(OpenSheet{Sheet::settings});
    click("theme:high_contrast");
    EXPECT_EQ(session_->view().theme, "high_contrast");
    click("scale:150");
    EXPECT_FLOAT_EQ(session_->view().interface_scale, 1.5f);
    click("scale:auto");
    EXPECT_FLOAT_EQ(session_->view().interface_scale, 0);
    click("reduced_motion");
    EXPECT_TRUE(session_->view().reduced_motion);
    click("orbit:free");
    EXPECT_TRUE(session_->view().free_orbit);
}

TEST_F(Sheets, keys_list_every_key)
{
    start({1280, 3000}, 1);
    update(OpenSheet{Sheet::keys});
    for (const KeyRow& row : key_rows())
        EXPECT_TRUE(is_seen(std::string(row.text_key))) << row.text_key;
}

TEST_F(Sheets, the_list_of_undo_takes_back_up_to_what_is_clicked)
{
    update(PeelTo{0.5f});
    update(SelectMuscle{{"flank_muscle"}, Side::right});
    update(SetSkinTone{"deep"});
    click("undo_list");
    click("undo:2");
    ASSERT_TRUE(told<Undo>().has_value());
    EXPECT_EQ(told<Undo>()->steps, 2u);
    EXPECT_FLOAT_EQ(session_->document().depth, 0.5f);
    EXPECT_FALSE(session_->document().muscle.has_value());
    EXPECT_FALSE(is_seen("undo:1"));
    click("redo_list");
    click("redo:2");
    EXPECT_EQ(session_->document().skin_tone, "deep");
}

TEST_F(Sheets, what_was_done_is_told_in_words)
{
    update(SelectMuscle{{"flank_muscle"}, Side::right});
    update(SetSkinTone{"deep"});
    update(ShowKind{StructureKind::bone, false});
    update(HideSelected{});
    for (const Deed& deed : session_->history().undoable()) {
        const std::string words = deed_words(texts_, session_->atlas(), deed);
        EXPECT_EQ(words.find_first_of("{_⟨"), std::string::npos) << words;
    }
}

TEST_F(Sheets, a_notice_is_shown_below_the_picture_until_it_is_dismissed)
{
    update(Tell{"notice.captured", "/home/somebody/Pictures/knee.png"});
    ASSERT_TRUE(is_seen("dismiss_notice"));
    const Item cross = item("dismiss_notice");
    EXPECT_TRUE(layout().notice.contains(cross.min));
    click("dismiss_notice");
    EXPECT_FALSE(session_->view().notice.has_value());
    frames(2);
    EXPECT_FALSE(is_seen("dismiss_notice"));
}

TEST_F(Sheets, client_view_has_only_camera_side_and_press)
{
    update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    click("client");
    ASSERT_TRUE(session_->view().client);
    frames(3);
    EXPECT_FALSE(is_seen("search"));
    EXPECT_FALSE(is_seen("home"));
    EXPECT_FALSE(is_seen("sources:flank_muscle.tp2"));
    click("side:left");
    EXPECT_EQ(session_->document().point->side, Side::left);
    click("view:posterior");
    EXPECT_TRUE(told<ShowView>().has_value());
    click("play");
    EXPECT_TRUE(told<Play>().has_value());
    click("scrub");
    EXPECT_TRUE(told<SeekTo>().has_value());
    click("leave_client");
    EXPECT_FALSE(session_->view().client);
}

}  // namespace
}  // namespace tpatlas::ui
