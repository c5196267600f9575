// A second, artificial language whose words are some 40 % longer and full of accents: every text of
// the interface can be read whole, in every state.

#include "support/long_language.hpp"
#include "ui/drawn_texts.hpp"
#include "ui/panel_fixture.hpp"

#include <set>
#include <utility>

namespace tpatlas::ui {
namespace {

struct Screen {
    glm::vec2 window;
    float scale;
    const char* name;
};

class LongLanguage : public PanelFixture, public ::testing::WithParamInterface<Screen> {
protected:
    void begin() { start(GetParam().window, GetParam().scale, "light", testing::long_language()); }
    void TearDown() override
    {
        EXPECT_GT(letters_seen_, 0u);
        PanelFixture::TearDown();
    }

    // In each of the columns, where there is one only.
    void expect_whole(const std::string& state)
    {
        frames(3);
        expect_this_whole(state);
        if (!layout().compact || session_->view().client || session_->view().sheet != Sheet::details)
            return;
        for (const char* column : {"column:layers", "column:details", "column:muscles"}) {
            click(column);
            away();
            expect_this_whole(state + ", " + column);
        }
    }
    void expect_this_whole(const std::string& state)
    {
        const std::vector<DrawnLetter> letters = letters_drawn();
        letters_seen_ += letters.size();
        std::vector<Item> items = panels_->items().items();
        std::erase_if(items, [&](const Item& item) { return below_list_.contains(item.label); });
        for (const std::string& fault : faults_of(letters, items))
            ADD_FAILURE() << state << ", " << GetParam().name << ": " << fault;
        expect_controls_apart(items, state);
        for (const ShortenedText& text : shortened_texts(letters))
            if (below_list_.empty() || text.in_popup)  // an open list takes the mouse
                expect_told_by_tip(text, state);
    }
    // What is shortened, the mouse over it tells whole.
    void expect_told_by_tip(const ShortenedText& text, const std::string& state)
    {
        ImGui::GetIO().MousePos = text.at;
        frames(2);
        std::string tip = tip_shown(letters_drawn());
        EXPECT_TRUE(tip.size() > text.shown.size() && tip.find("…") == std::string::npos &&
                    tip.find(text.shown.substr(0, text.shown.size() / 2)) != std::string::npos)
            << state << ", " << GetParam().name << ": shortened: “" << text.shown << "…”, tip “"
            << tip << "”";
        away();
    }
    void expect_controls_apart(const std::vector<Item>& items, const std::string& state)
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Item& a = items[i];
            EXPECT_TRUE(a.min.x >= -0.5f && a.min.y >= -0.5f && a.max.x <= window_.x + 0.5f &&
                        a.max.y <= window_.y + 0.5f)
                << state << ": " << a.label << " leaves the window";
            for (std::size_t j = i + 1; j < items.size(); ++j)
                EXPECT_FALSE(over(a, items[j]) && !holds_others(a.label) &&
                             !holds_others(items[j].label))
                    << state << ": " << a.label << " over " << items[j].label;
        }
    }
    // A point's card holds its sources, the search its cross.
    static bool holds_others(const std::string& label)
    {
        return label.starts_with("point:") || label == "search";
    }
    // A list opens and lies over what was there.
    void open_list(const std::string& label)
    {
        below_list_.clear();
        for (const Item& item : panels_->items().items())
            below_list_.insert(item.label);
        click(label);
        away();
    }
    static bool over(const Item& a, const Item& b)
    {
        return a.min.x + 1 < b.max.x && b.min.x + 1 < a.max.x && a.min.y + 1 < b.max.y &&
               b.min.y + 1 < a.max.y;
    }
    // The mouse, so that no tip lies over anything.
    void away()
    {
        ImGui::GetIO().MousePos = ImVec2(-10, -10);
        frames(3);
    }

    // To the end of what is at the right.
    void scroll_down()
    {
        ImGui::GetIO().MousePos = ImVec2(window_.x - 40 * scale_, window_.y / 2);
        for (int i = 0; i < 12; ++i) {
            ImGui::GetIO().MouseWheel = -10;
            frames(1);
        }
        ImGui::GetIO().MouseWheel = 0;
        away();
    }

    std::set<std::string> below_list_;
    std::size_t letters_seen_ = 0;
};

TEST_P(LongLanguage, has_words_that_are_some_40_percent_longer)
{
    begin();
    const Texts english = PanelFixture::english();
    const Texts longer = testing::long_language();
    float before = 0;
    float after = 0;
    for (const char* key : {"app.hint", "search.prompt", "capture.strip", "settings.scale_limited",
                            "press.eases", "client.often", "keys.next_control"}) {
        before += ImGui::CalcTextSize(english(key).c_str()).x;
        after += ImGui::CalcTextSize(longer(key).c_str()).x;
    }
    EXPECT_GT(after, 1.33f * before);
    expect_whole("nothing selected, the hint");
}

TEST_P(LongLanguage, is_shown_whole_whatever_is_selected)
{
    begin();
    update(DismissHint{});
    expect_whole("nothing selected");
    update(SelectMuscle{{"flank_muscle"}, Side::left});
    expect_whole("a muscle");
    update(SelectAlso{{"core_bone.middle"}});
    update(HideSelected{});
    expect_whole("several, hidden");
    update(CutAlong{{1, 0, 0}});
    update(SetLabelling{Labelling::all});
    update(ShowNoPress{true});
    expect_whole("several, cut open");
    update(SelectStructure{{"core_bone.middle"}});
    expect_whole("a bone");
    update(SetSide{SideChoice::both});
    for (const char* point : {"flank_muscle.tp1", "flank_muscle.tp2"}) {
        update(SelectPoint{{point}, Side::right});
        expect_whole(point);
    }
    for (const float share : {0.1f, 0.3f, 0.6f, 0.95f}) {
        update(SeekTo{share});
        expect_whole("pressed, " + std::to_string(share));
    }
    update(Play{});
    frames(3);
    expect_this_whole("playing");
}

TEST_P(LongLanguage, is_shown_whole_where_a_search_finds_nothing)
{
    begin();
    update(Search{"flnak"});
    expect_whole("a near name");
    update(Search{"xqzwv"});
    expect_whole("no name");
    for (const ListOrder order : {ListOrder::layer, ListOrder::letter, ListOrder::region}) {
        update(Search{""});
        update(SetListOrder{order});
        expect_whole("order " + std::to_string(static_cast<int>(order)));
    }
}

TEST_P(LongLanguage, is_shown_whole_in_every_sheet)
{
    begin();
    for (const Sheet sheet : {Sheet::capture, Sheet::scenes, Sheet::settings, Sheet::keys}) {
        const std::string name = "sheet " + std::to_string(static_cast<int>(sheet));
        update(OpenSheet{sheet});
        expect_whole(name);
        update(ShowListing{{"/home/somebody", "", {}}});
        expect_whole(name + ", an empty folder");
        update(ShowListing{{"/home/somebody", "", {{"older", true}, {"knee.toml", false}}}});
        update(SceneSaved{"/home/somebody/knee.toml"});
        expect_whole(name + ", a folder");
        update(SetInterfaceScale{3});  // more than there is room for: said
        update(SetFreeOrbit{sheet == Sheet::settings});
        expect_whole(name + ", free orbit");
        update(SetInterfaceScale{0});
        scroll_down();
        expect_this_whole(name + ", its end");
    }
}

TEST_P(LongLanguage, is_shown_whole_in_notices)
{
    begin();
    for (const auto& [key, what] : std::vector<std::pair<std::string, std::string>>{
             {"notice.captured", "knee.png"},
             {"notice.copied", ""},
             {"notice.scene_saved", "knee.toml"},
             {"notice.exists", "knee.toml"},
             {"notice.not_there", "knee.toml"},
             {"notice.scene_unknown", "tail.middle"},
             {"notice.select_first", ""},
             {"notice.client_needs_point", ""},
             {"notice.scene_body", "knee.obj"}}) {
        update(Tell{key, what});
        frames(3);
        expect_this_whole(key);
    }
}

TEST_P(LongLanguage, is_shown_whole_in_the_list_of_undo)
{
    begin();
    update(SetSkinTone{"deep"});
    update(ShowKind{StructureKind::cartilage, false});
    update(ShowAll{});
    update(InvertVisibility{});
    update(InvertVisibility{});
    update(SelectStructure{{"core_bone.middle"}});
    update(HideSelected{});
    update(ShowSelected{});
    update(ClearSelection{});
    update(ShowNoPress{true});
    for (const float depth : {0.2f, 0.4f})
        update(PeelTo{depth});
    update(SetSkinOpacity{0.5f});
    update(SetLabelling{Labelling::all});
    update(CutAlong{{1, 0, 0}});
    update(EndCut{});
    update(Home{});
    open_list("undo_list");
    ASSERT_TRUE(is_seen("undo:1"));
    expect_this_whole("the list of undo");
}

TEST_P(LongLanguage, is_shown_whole_in_popups)
{
    begin();
    update(SelectMuscle{{"flank_muscle"}, Side::left});
    for (const char* opener : {"views", "tone", "cut", "labels", "colour"}) {
        if (layout().compact && !is_seen(opener))
            click(std::string(opener) == "colour" ? "column:details" : "column:layers");
        if (!is_seen(opener))
            continue;
        open_list(opener);
        EXPECT_NE(panels_->items().items().size(), below_list_.size()) << opener;
        expect_this_whole(std::string("the popup of ") + opener);
        press(Key::escape);
        ImGui::GetIO().MousePos = ImVec2(window_.x / 2, window_.y / 2);
        ImGui::GetIO().MouseDown[0] = true;
        frames(2);
        ImGui::GetIO().MouseDown[0] = false;
        frames(2);
        below_list_.clear();
    }
}

TEST_P(LongLanguage, is_shown_whole_in_client_view)
{
    begin();
    update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    update(EnterClientView{});
    expect_whole("client view");
    update(Play{});
    frames(3);
    expect_this_whole("client view, playing");
}

INSTANTIATE_TEST_SUITE_P(In, LongLanguage,
                         ::testing::Values(Screen{{1024, 768}, 1, "1024 x 768"},
                                           Screen{{1280, 800}, 1, "1280 x 800"},
                                           Screen{{1024, 768}, 1.5f, "1024 x 768 at 1.5"}),
                         [](const auto& screen) {
                             std::string name = screen.param.name;
                             for (char& c : name)
                                 if (c == ' ' || c == '.')
                                     c = '_';
                             return name;
                         });

}  // namespace
}  // namespace tpatlas::ui
