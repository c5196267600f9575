#include "domain/related.hpp"

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

using Words = std::vector<std::string>;

TEST(NerveNames, leave_branches_roots_and_remarks_out)
{
    EXPECT_EQ(nerve_names("axillary nerve, posterior branch"), Words{"axillary nerve"});
    EXPECT_EQ(nerve_names("posterior interosseous nerve (deep radial)"),
              Words{"posterior interosseous nerve"});
    EXPECT_EQ(nerve_names("tibial nerve; roots differ between books"), Words{"tibial nerve"});
    EXPECT_EQ(nerve_names("facial nerve (cranial nerve VII): temporal branches (corrugator)"),
              Words{"facial nerve"});
}

TEST(NerveNames, of_a_record_of_several_parts_are_those_of_each)
{
    EXPECT_EQ(nerve_names("first: medial plantar nerve; second to fourth: lateral plantar nerve, "
                          "deep branch"),
              (Words{"medial plantar nerve", "lateral plantar nerve"}));
}

TEST(NerveNames, claim_no_more_than_the_words)
{
    EXPECT_EQ(nerve_names("femoral nerve; often a twig of the obturator nerve"),
              Words{"femoral nerve"});
    EXPECT_EQ(nerve_names("phrenic nerve; feeling at the rim: lower intercostal nerves"),
              Words{"phrenic nerve"});
    EXPECT_TRUE(nerve_names("ventral rami").empty());  // many nerves, not one
    EXPECT_TRUE(nerve_names("disputed: pectoral nerves, intercostal nerves or both").empty());
    EXPECT_TRUE(nerve_names("").empty());
}

TEST(ActionPhrases, are_verb_and_what_it_moves)
{
    EXPECT_EQ(action_phrases("presses the belly"), Words{"press the belly"});
    EXPECT_EQ(action_phrases("helps weakly to push the foot down"), Words{"push the foot down"});
    EXPECT_EQ(action_phrases("one side: bends the neck to the same side and turns the face away"),
              (Words{"bend the neck to the same side", "turn the face away"}));
    EXPECT_EQ(action_phrases("bends the trunk forward and to the same side"),
              Words{"bend the trunk forward and to the same side"});
}

TEST(ActionPhrases, with_a_pronoun_say_nothing_alone)
{
    EXPECT_TRUE(action_phrases("turns it outward").empty());
    EXPECT_EQ(action_phrases("bends the wrist and tilts it to the thumb side"),
              Words{"bend the wrist"});
}

TEST(SameAction, is_the_same_words_or_their_beginning)
{
    EXPECT_TRUE(same_action("bend the elbow", "bend the elbow in every turn of the forearm"));
    EXPECT_FALSE(same_action("lift rib 1", "lift rib 12"));
    EXPECT_FALSE(same_action("lift the arm forward", "lift the arm sideways"));
}

}  // namespace
}  // namespace tpatlas
