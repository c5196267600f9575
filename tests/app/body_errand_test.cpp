// What a user says of the meshes of a body is not lost: not by a second answer before the first is
// seen, not by a reload, and neither is what was written into body.toml by hand meanwhile.

#include "app/body_errand.hpp"

#include "io/fresh_folder.hpp"
#include "support/obj_file.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace tpatlas::app {
namespace {

namespace fs = std::filesystem;
using testing::content;

class AnswersAboutABody : public testing::FreshFolder {
protected:
    void SetUp() override
    {
        FreshFolder::SetUp();
        arm_ = folder_ / "arm";
        cache_.emplace("XDG_CACHE_HOME", (folder_ / "cache").string());
        options_.assets = {fs::path(TPATLAS_BINARY_DIR) / "assets",
                           fs::path(TPATLAS_BINARY_DIR) / "bin" / "tpatlas_import"};
        write_meshes();
        options_.choices.body = arm_;
        Result<io::OpenedAtlas> opened = io::open_atlas(options_.assets, options_.choices);
        ASSERT_TRUE(opened) << opened.error().message();
        options_.atlas = opened.value().atlas;
        options_.body_map = opened.value().body_map;
        session_.emplace(options_.atlas);
        body_.emplace(options_);
        body_->tell(*session_);
        ASSERT_TRUE(session_->atlas().registration()->registered);
    }
    // Four that are known by their names, and two that are not.
    void write_meshes()
    {
        Result<io::OpenedBody> ours = io::open_body(options_.assets, {});
        ASSERT_TRUE(ours) << ours.error().message();
        const Body& body = *ours.value().body;
        const auto write = [&](const char* file, const char* id) {
            testing::write_obj(arm_ / file, body.mesh_of(*body.number({id})));
        };
        write("Deltoid_Anterior_R.obj", "deltoid_anterior.right");
        write("Deltoid_Middle_R.obj", "deltoid_middle.right");
        write("Deltoid_Posterior_R.obj", "deltoid_posterior.right");
        write("Humerus_R.obj", "humerus.right");
        write("thing.obj", "biceps_brachii_long.right");
        write("other.obj", "biceps_brachii_short.right");
    }
    const MeshPlace& mesh(const std::string& file) const
    {
        for (const MeshPlace& place : session_->atlas().registration()->meshes)
            if (place.file == file)
                return place;
        throw std::runtime_error("no mesh " + file);
    }
    void say(const std::string& file, const std::string& structure)
    {
        body_->map_mesh({file, mesh(file).node, {{structure}}}, *session_);
    }
    bool is(const std::string& file, const std::string& structure) const
    {
        return mesh(file).structures == std::vector<StructureId>{{structure}};
    }
    // Until what is on its way is there.
    void wait()
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(120);
        while (session_->view().reading && std::chrono::steady_clock::now() < end) {
            body_->take_result(*session_);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        ASSERT_FALSE(session_->view().reading);
    }
    std::string notice() const
    {
        return session_->view().notice ? session_->view().notice->key : "";
    }

    std::string map() const { return content(arm_ / "body.toml"); }

    fs::path arm_;
    std::optional<testing::Variable> cache_;
    Options options_;
    std::optional<Session> session_;
    std::optional<BodyErrand> body_;

    void TearDown() override
    {
        body_.reset();
        FreshFolder::TearDown();
    }
};

TEST_F(AnswersAboutABody, are_both_taken_where_the_second_comes_while_the_first_is_laid)
{
    say("thing.obj", "biceps_brachii_long.right");
    say("other.obj", "biceps_brachii_short.right");
    wait();
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
    EXPECT_TRUE(is("other.obj", "biceps_brachii_short.right"));
    EXPECT_TRUE(session_->view().body.unsaved);
    body_->keep_map(*session_);
    EXPECT_NE(map().find("biceps_brachii_long.right"), std::string::npos) << map();
    EXPECT_NE(map().find("biceps_brachii_short.right"), std::string::npos) << map();
    EXPECT_FALSE(session_->view().body.unsaved);
}

TEST_F(AnswersAboutABody, are_taken_back_by_stopping)
{
    say("thing.obj", "biceps_brachii_long.right");
    body_->stop();
    say("other.obj", "biceps_brachii_short.right");
    wait();
    EXPECT_TRUE(mesh("thing.obj").structures.empty());
    EXPECT_TRUE(is("other.obj", "biceps_brachii_short.right"));
}

TEST_F(AnswersAboutABody, come_back_with_their_body_after_another_one)
{
    say("thing.obj", "biceps_brachii_long.right");
    wait();
    fs::create_directory(folder_ / "bone");
    fs::copy(arm_ / "Humerus_R.obj", folder_ / "bone");
    body_->open(folder_ / "bone", std::nullopt, *session_);
    wait();
    ASSERT_EQ(session_->atlas().registration()->meshes.size(), 1u);
    EXPECT_FALSE(session_->view().body.unsaved);
    body_->open(folder_ / "." / "arm/", std::nullopt, *session_);
    wait();
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
    EXPECT_TRUE(session_->view().body.unsaved);
    body_->open(arm_, std::nullopt, *session_);  // the one that is shown, anew
    wait();
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
    body_->keep_map(*session_);
    EXPECT_NE(map().find("biceps_brachii_long.right"), std::string::npos) << map();
    fs::remove(arm_ / "body.toml");
    body_->open(arm_, std::nullopt, *session_);
    wait();
    EXPECT_TRUE(mesh("thing.obj").structures.empty()) << "what was kept is no one's but the file's";
}

TEST_F(AnswersAboutABody, outlive_a_reload)
{
    say("thing.obj", "biceps_brachii_long.right");
    wait();
    body_->reload(*session_);
    wait();
    EXPECT_EQ(notice(), "notice.catalogue_read");
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
    EXPECT_TRUE(session_->view().body.unsaved) << "it is not kept yet";
    body_->keep_map(*session_);
    EXPECT_NE(map().find("biceps_brachii_long.right"), std::string::npos) << map();
    fs::remove(arm_ / "body.toml");
    body_->reload(*session_);
    wait();
    EXPECT_TRUE(mesh("thing.obj").structures.empty()) << "what was kept is no one's but the file's";
}

TEST_F(AnswersAboutABody, are_kept_beside_what_was_edited_by_hand_meanwhile)
{
    say("thing.obj", "biceps_brachii_long.right");
    wait();
    testing::write(arm_ / "body.toml", "[[mesh]]\nfile = \"other.obj\"\nnone = true\n");
    body_->keep_map(*session_);
    EXPECT_EQ(notice(), "notice.body_map_kept");
    EXPECT_NE(map().find("other.obj\"\nnone = true"), std::string::npos) << map();
    EXPECT_NE(map().find("biceps_brachii_long.right"), std::string::npos) << map();
    EXPECT_EQ(session_->view().body.map, (arm_ / "body.toml").string());
}

TEST_F(AnswersAboutABody, are_kept_with_a_side_unit_and_axis_that_were_written_by_hand_meanwhile)
{
    say("thing.obj", "biceps_brachii_long.right");
    wait();
    testing::write(arm_ / "body.toml", "mirrored = true\nunit_mm = 10\n");
    body_->keep_map(*session_);
    EXPECT_NE(map().find("mirrored = true"), std::string::npos) << map();
    EXPECT_NE(map().find("unit_mm = 10"), std::string::npos) << map();
    EXPECT_NE(map().find("up = \"y\""), std::string::npos) << "what nobody wrote is as found";
    EXPECT_NE(map().find("biceps_brachii_long.right"), std::string::npos) << map();
}

TEST_F(AnswersAboutABody, are_not_lost_when_another_body_is_opened_while_they_are_laid)
{
    fs::create_directory(folder_ / "bone");
    fs::copy(arm_ / "Humerus_R.obj", folder_ / "bone");
    say("thing.obj", "biceps_brachii_long.right");
    body_->open(folder_ / "bone", std::nullopt, *session_);
    wait();
    ASSERT_EQ(session_->atlas().registration()->meshes.size(), 1u);
    body_->open(arm_, std::nullopt, *session_);
    wait();
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
}

TEST_F(AnswersAboutABody, are_laid_after_all_when_what_was_opened_meanwhile_cannot_be_read)
{
    fs::create_directory(folder_ / "nothing");
    say("thing.obj", "biceps_brachii_long.right");
    body_->open(folder_ / "nothing", std::nullopt, *session_);
    wait();
    EXPECT_EQ(session_->atlas().registration()->meshes.size(), 6u);
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
    EXPECT_TRUE(session_->view().body.unsaved);
}

TEST_F(AnswersAboutABody, are_still_laid_where_only_the_opening_of_another_body_is_stopped)
{
    say("thing.obj", "biceps_brachii_long.right");
    body_->stop_opening();
    wait();
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
}

TEST_F(AnswersAboutABody, are_laid_once_more_where_a_reload_is_asked_for_meanwhile)
{
    say("thing.obj", "biceps_brachii_long.right");
    testing::write(arm_ / "body.toml",
                   "[[mesh]]\nfile = \"other.obj\"\nstructure = \"biceps_brachii_short.right\"\n");
    body_->reload(*session_);
    wait();
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
    EXPECT_TRUE(is("other.obj", "biceps_brachii_short.right"));
}

TEST_F(AnswersAboutABody, are_laid_with_what_was_edited_by_hand_meanwhile)
{
    testing::write(arm_ / "body.toml",
                   "[[mesh]]\nfile = \"other.obj\"\nstructure = \"biceps_brachii_short.right\"\n");
    say("thing.obj", "biceps_brachii_long.right");
    wait();
    EXPECT_TRUE(is("thing.obj", "biceps_brachii_long.right"));
    EXPECT_TRUE(is("other.obj", "biceps_brachii_short.right"));
}

TEST_F(AnswersAboutABody, are_not_written_over_a_body_toml_that_cannot_be_read)
{
    say("thing.obj", "biceps_brachii_long.right");
    wait();
    testing::write(arm_ / "body.toml", "[[mesh]\n");
    body_->keep_map(*session_);
    EXPECT_EQ(notice(), "notice.fault");
    EXPECT_EQ(map(), "[[mesh]\n");
    EXPECT_TRUE(session_->view().body.unsaved) << "nothing is lost: mended, it can be kept";
    testing::write(arm_ / "body.toml", "");
    body_->keep_map(*session_);
    EXPECT_NE(map().find("biceps_brachii_long.right"), std::string::npos) << map();
}

}  // namespace
}  // namespace tpatlas::app
