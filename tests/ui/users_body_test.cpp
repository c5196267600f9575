// A user's body in the panels: the card of its reading, the question of a lone mesh, the Body sheet,
// what is lent, what Details say.

#include "ui/drawn_texts.hpp"
#include "ui/panel_fixture.hpp"

#include "state/keys.hpp"
#include "support/long_language.hpp"
#include "support/users_body.hpp"

#include <algorithm>

namespace tpatlas::ui {
namespace {

class UsersBody : public PanelFixture {
protected:
    void show(std::shared_ptr<const Atlas> atlas)
    {
        session_->replace_atlas(std::move(atlas));
        frames(4);
    }
    bool reads(const std::string& text) const
    {
        std::string all;
        for (const DrawnLetter& letter : letters_drawn())
            if (letter.code < 128 && letter.code > 32)
                all += static_cast<char>(letter.code);
        return all.find(text) != std::string::npos;
    }
    void away()
    {
        ImGui::GetIO().MousePos = ImVec2(-10, -10);
        frames(3);
    }
    std::vector<std::string> labels_with(const std::string& start) const
    {
        std::vector<std::string> found;
        for (const Item& item : panels_->items().items())
            if (item.label.starts_with(start))
                found.push_back(item.label);
        return found;
    }
};

TEST_F(UsersBody, on_its_way_shows_how_far_it_is_and_can_be_stopped)
{
    EXPECT_FALSE(is_seen("stop_reading"));
    update(TellReading{BodyReading{"bodyparts", 12, 300, "femur.obj"}});
    EXPECT_TRUE(reads("12of300:femur.obj"));
    const Item stop = item("stop_reading");
    EXPECT_TRUE(layout().picture.contains(stop.min) && layout().picture.contains(stop.max));
    EXPECT_FALSE(panels_->items().covers().empty()) << "a click on it would turn the body";
    click("stop_reading");
    EXPECT_TRUE(told<StopReading>().has_value());
    update(TellReading{BodyReading{"bodyparts", 300, 301, ""}});
    EXPECT_TRUE(reads("fittingittothebody"));
    EXPECT_TRUE(std::holds_alternative<StopReading>(
        *meaning_of({.key = Key::escape}, *session_)));
    update(TellReading{});
    EXPECT_FALSE(is_seen("stop_reading"));
}

TEST_F(UsersBody, on_its_way_is_stopped_by_keyboard_in_client_view_too)
{
    update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    update(EnterClientView{});
    update(TellReading{BodyReading{"bodyparts", 1, 3, "femur.obj"}});
    go_to("stop_reading");
    press(Key::enter);
    EXPECT_TRUE(told<StopReading>().has_value());
}

TEST_F(UsersBody, a_lone_mesh_is_asked_about_and_a_guess_answers)
{
    show(testing::unknown_muscle());
    EXPECT_TRUE(reads("Whichmuscleisthis?"));
    EXPECT_LE(layout().picture.max().y, layout().question.min.y) << "the mesh is seen meanwhile";
    click("question_guess:2");
    ASSERT_TRUE(told<MapMesh>().has_value());
    EXPECT_EQ(told<MapMesh>()->file, "blob.obj");
    EXPECT_EQ(told<MapMesh>()->node, "Blob");
    EXPECT_EQ(told<MapMesh>()->structures, (std::vector<StructureId>{{"flank_muscle.left"}}));
}

TEST_F(UsersBody, what_is_not_guessed_is_searched_for_with_its_side)
{
    show(testing::unknown_muscle());
    click("question_search");
    type("bone");
    EXPECT_TRUE(labels_with("question_guess").empty());
    ASSERT_TRUE(is_seen("question_found:core_bone"));
    click("question_found:core_bone");
    ASSERT_TRUE(told<MapMesh>().has_value());
    EXPECT_EQ(told<MapMesh>()->structures, (std::vector<StructureId>{{"core_bone.middle"}}));
    start({1280, 800}, 1);
    show(testing::unknown_muscle());
    click("question_side:left");
    click("question_search");
    type("flank");
    click("question_found:flank_muscle");
    ASSERT_TRUE(told<MapMesh>().has_value());
    EXPECT_EQ(told<MapMesh>()->structures, (std::vector<StructureId>{{"flank_muscle.left"}}));
}

TEST_F(UsersBody, the_question_is_put_away_by_its_button_or_escape)
{
    show(testing::unknown_muscle());
    EXPECT_TRUE(std::holds_alternative<PutAwayBodyCard>(
        *meaning_of({.key = Key::escape}, *session_)));
    click("question_none");
    EXPECT_TRUE(told<PutAwayBodyCard>().has_value());
    frames(2);
    EXPECT_FALSE(is_seen("question_none"));
    EXPECT_TRUE(layout().question.is_empty());
    EXPECT_TRUE(std::holds_alternative<ClearSelection>(
        *meaning_of({.key = Key::escape}, *session_)));
}

TEST_F(UsersBody, only_of_a_users_body_there_is_a_sheet)
{
    EXPECT_FALSE(is_seen("sheet:body"));
    EXPECT_FALSE(is_seen("ghosts"));
    EXPECT_FALSE(meaning_of({Key::character, 'b'}, *session_).has_value());
    show(testing::half_known_body());
    click("sheet:body");
    EXPECT_EQ(session_->view().sheet, Sheet::body);
    frames(3);
    EXPECT_TRUE(is_seen("mesh:1"));
    session_->update(*meaning_of({Key::character, 'b'}, *session_));
    EXPECT_EQ(session_->view().sheet, Sheet::details);
    update(OpenSheet{Sheet::body});
    show(testing::small_atlas());  // ours is opened while it stands there
    EXPECT_TRUE(reads("Thisistheprogram"));
}

TEST_F(UsersBody, the_sheet_tells_what_was_read_and_found)
{
    show(testing::half_known_body());
    update(TellBody{false, "/home/somebody/models/arm", ""});
    update(OpenSheet{Sheet::body});
    for (const char* text :
         {"arm", "3meshesof2files", "Writteninmetres.", "Thezaxispointsup.",
          "Leftandrightareexchanged", "Yours:3of", "lentbytheprogram", "0.8mmoff",
          "byitsname", "byitsshape", "toodifferent:placedbythewholesetalone", "notknown"})
        EXPECT_TRUE(reads(text)) << text;
}

TEST_F(UsersBody, unknown_meshes_stand_first_and_a_filter_finds_the_others)
{
    start({1280, 1600}, 1);
    show(testing::half_known_body(12));
    update(OpenSheet{Sheet::body});
    ASSERT_TRUE(is_seen("mesh:1") && is_seen("mesh:14"));
    EXPECT_LT(item("mesh:14").max.y, item("mesh:1").min.y);
    click("mesh_filter");
    type("flank_r");
    EXPECT_EQ(labels_with("mesh:"), (std::vector<std::string>{"mesh:1"}));
    type("nobody");
    EXPECT_TRUE(labels_with("mesh:").empty());
    EXPECT_TRUE(reads("Nomeshiscalledso."));
}

TEST_F(UsersBody, a_long_name_of_a_file_is_read_whole_in_two_lines)
{
    const std::string file = "FJ1439_BP50170_FMA24474_Short_head_of_right_biceps_femoris.obj";
    show(testing::half_known_body(1, file.c_str()));
    update(OpenSheet{Sheet::body});
    away();
    EXPECT_TRUE(reads(file));
    const std::string longer = "scan_of_the_left_shoulder_taken_while_lying_" + file;
    show(testing::half_known_body(1, longer.c_str()));
    away();
    EXPECT_FALSE(reads(longer));
    point_at("mesh:3");
    const std::string tip = tip_shown(letters_drawn());
    EXPECT_NE(tip.find(longer), std::string::npos) << tip;
}

TEST_F(UsersBody, a_row_says_what_its_mesh_is_or_that_it_is_none_of_ours)
{
    show(testing::half_known_body());
    update(OpenSheet{Sheet::body});
    click("mesh:3");
    ASSERT_TRUE(is_seen("map_search"));
    click("map_search");
    type("flank");
    click("map_side:left");
    click("map_found:flank_muscle");
    ASSERT_TRUE(told<MapMesh>().has_value());
    EXPECT_EQ(told<MapMesh>()->file, "rest.obj");
    EXPECT_EQ(told<MapMesh>()->node, "Cube.1");
    EXPECT_EQ(told<MapMesh>()->structures, (std::vector<StructureId>{{"flank_muscle.left"}}));
    frames(3);
    EXPECT_FALSE(is_seen("map_search")) << "it is answered";
    click("mesh:1");
    click("map_none");
    ASSERT_TRUE(told<MapMesh>().has_value());
    EXPECT_EQ(told<MapMesh>()->node, "Flank_R");
    EXPECT_TRUE(told<MapMesh>()->structures.empty());
}

TEST_F(UsersBody, a_row_asked_about_says_what_its_mesh_is_now_and_offers_its_other_side)
{
    start({1280, 1000}, 1);
    show(testing::half_known_body());
    update(OpenSheet{Sheet::body});
    click("mesh:3");
    EXPECT_FALSE(reads("Now:")) << "nothing is known of it";
    EXPECT_FALSE(is_seen("map_other_side"));
    press(Key::escape);
    click("mesh:1");
    EXPECT_TRUE(reads("Now:Flank_muscle,right"));
    click("map_search");
    type("core");
    EXPECT_FALSE(is_seen("map_other_side")) << "what is looked for stands there";
    press(Key::escape);
    press(Key::escape);
    click("mesh:1");
    click("map_other_side");
    ASSERT_TRUE(told<MapMesh>().has_value());
    EXPECT_EQ(told<MapMesh>()->node, "Flank_R");
    EXPECT_EQ(told<MapMesh>()->structures, (std::vector<StructureId>{{"flank_muscle.left"}}));
}

TEST_F(UsersBody, a_row_is_changed_by_keyboard_alone)
{
    show(testing::half_known_body());
    update(OpenSheet{Sheet::body});
    go_to("mesh:2");
    press(Key::enter);
    ASSERT_TRUE(is_seen("map_none"));
    for (int i = 0; i < 20 && panels_->focus_at() != "map_none"; ++i)
        press(Key::tab);
    EXPECT_EQ(panels_->focus_at(), "map_none");
    press(Key::enter);
    ASSERT_TRUE(told<MapMesh>().has_value());
    EXPECT_EQ(told<MapMesh>()->node, "Flank_L");
}

TEST_F(UsersBody, what_was_found_is_kept_only_while_there_is_something_to_keep)
{
    show(testing::half_known_body());
    update(OpenSheet{Sheet::body});
    EXPECT_FALSE(is_seen("keep_body_map"));
    // A folder that is called as a file in it.
    update(TellBody{true, "/home/somebody/flank.obj", "/home/somebody/flank.obj/body.toml"});
    point_at("keep_body_map");
    const std::string tip = tip_shown(letters_drawn());
    EXPECT_NE(tip.find("/home/somebody/flank.obj/body.toml"), std::string::npos) << tip;
    click("keep_body_map");
    EXPECT_TRUE(told<KeepBodyMap>().has_value());
    update(TellBody{false, "/home/somebody/flank.obj", "/home/somebody/flank.obj/body.toml"});
    EXPECT_FALSE(is_seen("keep_body_map"));
}

TEST_F(UsersBody, what_it_lacks_is_hidden_in_the_sheet_and_in_layers)
{
    show(testing::half_known_body());
    click("ghosts");
    ASSERT_TRUE(told<ShowGhosts>().has_value());
    EXPECT_FALSE(session_->document().ghosts);
    update(OpenSheet{Sheet::body});
    click("ghosts_box");
    EXPECT_TRUE(session_->document().ghosts);
}

TEST_F(UsersBody, is_opened_whole_from_a_folder_that_holds_meshes)
{
    update(OpenSheet{Sheet::scenes});
    update(ShowListing{{"/home/somebody", "", {{"a.toml", false}}}});
    EXPECT_FALSE(is_seen("open_folder"));
    FolderListing meshes{"/home/somebody/arm", "", {{"ulna.stl", false}}};
    meshes.meshes = true;
    update(ShowListing{meshes});
    click("open_folder");
    ASSERT_TRUE(told<OpenFile>().has_value());
    EXPECT_EQ(told<OpenFile>()->file, "/home/somebody/arm");
}

TEST_F(UsersBody, details_say_whose_a_structure_is)
{
    update(SelectStructure{{"core_bone.middle"}});
    EXPECT_FALSE(reads("Lentbytheprogram"));
    show(testing::half_known_body());
    update(SelectStructure{{"core_bone.middle"}});
    away();
    EXPECT_TRUE(reads("Lentbytheprogram"));
    update(SelectMuscle{{"flank_muscle"}, Side::right});
    away();
    EXPECT_TRUE(reads("Yours"));
    EXPECT_FALSE(reads("Lentbytheprogram"));
}

struct Screen {
    glm::vec2 window;
    float scale;
};

// In English, and in a language with longer words.
TEST_F(UsersBody, fits_every_window)
{
    for (const Screen& screen :
         {Screen{{1280, 800}, 1}, Screen{{1024, 768}, 1}, Screen{{1024, 768}, 1.5f},
          Screen{{640, 480}, 1}, Screen{{1920, 1080}, 2}})
        for (const bool long_words : {false, true}) {
            start(screen.window, screen.scale, "high_contrast",
                  long_words ? std::optional<Texts>(testing::long_language()) : std::nullopt);
            const auto expect_whole = [&](const std::string& state) {
                away();
                for (const std::string& fault :
                     faults_of(letters_drawn(), panels_->items().items()))
                    ADD_FAILURE() << state << (long_words ? ", longer words, " : ", ")
                                  << screen.window.x << " at " << screen.scale << ": " << fault;
                for (const Item& item : panels_->items().items())
                    EXPECT_TRUE(item.min.x >= -0.5f && item.min.y >= -0.5f &&
                                item.max.x <= window_.x + 0.5f && item.max.y <= window_.y + 0.5f)
                        << item.label << " leaves the window, " << state;
            };
            show(testing::unknown_muscle());
            expect_whole("the question");
            EXPECT_TRUE(is_seen("question_none") && is_seen("question_search"));
            EXPECT_FALSE(labels_with("question_guess").empty());
            update(PutAwayBodyCard{});
            update(OpenSheet{Sheet::body});
            expect_whole("the sheet of a lone mesh");
            show(testing::half_known_body());
            update(TellBody{true, "/home/somebody/models/an arm with a very long name indeed.obj",
                            "/home/somebody/models/body.toml"});
            expect_whole("the sheet");
            show(testing::half_known_body(1, "FJ1439_BP50170_FMA24474_Short_head_of_biceps_femoris.obj"));
            update(TellBody{true, "/home/somebody/models/an arm with a very long name indeed.obj",
                            "/home/somebody/models/body.toml"});
            expect_whole("the sheet with a file's long name");
            EXPECT_TRUE(is_seen("keep_body_map") && is_seen("sheet:body"));
            update(OpenSheet{Sheet::details});
            update(TellReading{BodyReading{"an arm with a very long name indeed.obj", 112, 300,
                                           "the long name of a file that is read.obj"}});
            EXPECT_TRUE(is_seen("stop_reading"));
            expect_whole("the reading");
            update(TellReading{BodyReading{"an arm with a very long name indeed.obj", 300, 301, ""}});
            expect_whole("the fitting");
        }
}

}  // namespace
}  // namespace tpatlas::ui
