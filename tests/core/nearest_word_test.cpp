#include "core/nearest_word.hpp"

#include <gtest/gtest.h>

using namespace tpatlas;

TEST(NearestWord, counts_letters_dropped_added_replaced_and_swapped)
{
    EXPECT_EQ(edit_distance("", ""), 0u);
    EXPECT_EQ(edit_distance("", "abc"), 3u);
    EXPECT_EQ(edit_distance("layer", "layr"), 1u);
    EXPECT_EQ(edit_distance("layer", "lawer"), 1u);
    EXPECT_EQ(edit_distance("layer", "lyaer"), 1u);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(NearestWord, finds_what_was_meant)
{
    const std::vector<std::string> words{"uncertainty_mm", "essential", "spillover"};
    EXPECT_EQ(nearest_word("spilover", words), "spillover");
    EXPECT_EQ(nearest_word("uncertainity_mm", words), "uncertainty_mm");
}

TEST(NearestWord, is_silent_when_nothing_is_near)
{
    EXPECT_EQ(nearest_word("zebra", {"essential", "spillover"}), "");
    EXPECT_EQ(nearest_word("anything", {}), "");
    EXPECT_EQ(nearest_word(std::string(1000000, 'x'), {"spillover"}), "");
}
