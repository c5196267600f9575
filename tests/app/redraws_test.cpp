#include "app/redraws.hpp"

#include "support/small_atlas.hpp"

#include <gtest/gtest.h>

namespace tpatlas::app {
namespace {

class RedrawsOf : public ::testing::Test {
protected:
    // One turn of the loop; draws take `cost_s_`.
    Redraws::Decision turn(double now_s, bool mouse_down = false)
    {
        session_.update(Tick{now_s});
        const Redraws::Decision decision = redraws_.decide(session_, {600, 500}, mouse_down, now_s);
        if (decision.draw)
            redraws_.drawn(decision, cost_s_);
        while (redraws_.take_frame()) {
        }
        return decision;
    }
    std::optional<double> sleep(double now_s) { return redraws_.sleep_s(session_, false, now_s); }

    Session session_{testing::small_atlas()};
    Redraws redraws_;
    double cost_s_ = 0.3;  // a software renderer
};

TEST_F(RedrawsOf, what_stands_still_are_one_and_then_the_window_sleeps)
{
    const Redraws::Decision first = turn(0);
    EXPECT_TRUE(first.draw);
    EXPECT_FALSE(first.moving);
    EXPECT_FALSE(turn(0.1).draw);
    EXPECT_EQ(sleep(0.1), std::nullopt);
}

TEST_F(RedrawsOf, a_moved_camera_are_fast_first_and_good_when_it_stands)
{
    turn(0);
    session_.update(Orbit{0.1f, 0});
    EXPECT_TRUE(turn(1).moving);
    ASSERT_TRUE(sleep(1).has_value());
    EXPECT_LT(*sleep(1), 0.3);
    EXPECT_FALSE(turn(1.05).draw);
    const Redraws::Decision settled = turn(1.3);
    EXPECT_TRUE(settled.draw);
    EXPECT_FALSE(settled.moving);
    EXPECT_EQ(sleep(1.3), std::nullopt);
}

TEST_F(RedrawsOf, a_flight_are_fast_until_it_has_landed)
{
    turn(0);
    session_.update(ShowView{"posterior"});
    for (double t = 0.1; t < 0.6; t += 0.1)
        EXPECT_TRUE(turn(t).moving) << t;
    turn(0.7);
    EXPECT_FALSE(session_.animating());
    EXPECT_FALSE(turn(1.0).moving);
    EXPECT_EQ(sleep(1.0), std::nullopt);
}

TEST_F(RedrawsOf, typing_in_the_search_are_none)
{
    turn(0);
    session_.update(Search{"flank"});
    EXPECT_FALSE(turn(1).draw);
    session_.update(DismissHint{});
    EXPECT_FALSE(turn(2).draw);
}

TEST_F(RedrawsOf, a_hover_are_made_only_where_a_picture_is_cheap)
{
    turn(0);
    session_.update(Hover{1, {}});
    EXPECT_FALSE(turn(1).draw);
    EXPECT_FALSE(redraws_.view_to_draw().hovered_structure.has_value());

    cost_s_ = 0.005;
    session_.update(SetSkinOpacity{0.5f});
    turn(2);
    session_.update(Hover{2, {}});
    EXPECT_TRUE(turn(3).draw);
    EXPECT_EQ(redraws_.view_to_draw().hovered_structure, 2u);
}

TEST_F(RedrawsOf, a_playing_press_never_let_the_window_sleep)
{
    session_.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    turn(0);
    turn(1);
    turn(2);
    session_.update(Play{});
    session_.update(AnswerSafety{SafetyAnswer::none_applies});
    for (double t = 2.1; t < 3; t += 0.1) {
        EXPECT_TRUE(turn(t).moving) << t;
        EXPECT_TRUE(sleep(t).has_value());
    }
}

}  // namespace
}  // namespace tpatlas::app
