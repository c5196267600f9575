// The card of questions before a press that one does oneself.
#include "state/session.hpp"

#include "support/small_atlas.hpp"

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

class Safety : public ::testing::Test {
protected:
    Session session{testing::small_atlas()};
    const SafetyCard& card() const { return session.view().safety; }
    bool playing() const { return session.view().playback.playing; }

    void SetUp() override
    {
        session.update(SelectPoint{{"flank_muscle.tp2"}, Side::right});
    }
};

TEST_F(Safety, is_asked_before_the_first_press_and_not_before_the_second)
{
    session.update(Play{});
    EXPECT_TRUE(card().open);
    EXPECT_FALSE(playing());
    session.update(AnswerSafety{SafetyAnswer::none_applies});
    EXPECT_FALSE(card().open);
    EXPECT_TRUE(playing());
    session.update(Pause{});
    session.update(Play{});
    EXPECT_FALSE(card().open);
    EXPECT_TRUE(playing());
}

TEST_F(Safety, keeps_the_press_from_beginning_where_a_question_applies)
{
    session.update(Play{});
    session.update(AnswerSafety{SafetyAnswer::one_applies});
    EXPECT_TRUE(card().open) << "it says what to do";
    EXPECT_TRUE(card().applies);
    EXPECT_FALSE(playing());
    session.update(AnswerSafety{SafetyAnswer::put_away});
    EXPECT_FALSE(card().open);
    session.update(Play{});
    EXPECT_TRUE(card().open) << "and it is asked again";
    EXPECT_FALSE(card().applies);
}

TEST_F(Safety, is_asked_anew_of_another_person)
{
    session.update(Play{});
    session.update(AnswerSafety{SafetyAnswer::none_applies});
    session.update(SayPain{PainAsked::before, 6});
    session.update(EnterClientView{});
    EXPECT_FALSE(session.view().pain.before) << "nothing of the last client";
    session.update(Play{});
    EXPECT_TRUE(card().open);
    EXPECT_FALSE(playing());
}

TEST_F(Safety, is_not_answered_where_it_was_not_asked)
{
    session.update(AnswerSafety{SafetyAnswer::none_applies});
    EXPECT_FALSE(playing());
    EXPECT_FALSE(card().asked);
}

TEST_F(Safety, keeps_pain_within_its_scale_and_forgets_it_with_the_point)
{
    session.update(SayPain{PainAsked::now, 14});
    EXPECT_EQ(session.view().pain.now, 10);
    session.update(SelectPoint{{"flank_muscle.tp1"}, Side::right});
    EXPECT_FALSE(session.view().pain.now);
}

}  // namespace
}  // namespace tpatlas
