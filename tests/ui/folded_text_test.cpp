#include "ui/folded_text.hpp"

#include <gtest/gtest.h>

namespace tpatlas::ui {
namespace {

TEST(FoldedText, forgets_case_accents_and_punctuation)
{
    EXPECT_EQ(folded("Érector spinæ (Łong)"), "erector spinae long");
    EXPECT_EQ(folded("  Trapezius,  upper-fibres. "), "trapezius upper fibres");
    EXPECT_EQ(folded("e\xCC\x81"), "e");  // a combining acute
    EXPECT_EQ(folded("Straße"), "strasse");
}

TEST(FoldedText, keeps_letters_of_other_scripts)
{
    EXPECT_EQ(folded("мышца"), "мышца");
}

TEST(FoldedText, survives_bytes_that_are_no_text)
{
    EXPECT_EQ(folded("a\xFF\xC3"), "a");
    EXPECT_EQ(folded(""), "");
}

TEST(FirstLetter, is_a_heading_without_marks)
{
    EXPECT_EQ(first_letter("trapezius"), "T");
    EXPECT_EQ(first_letter("érector"), "E");
    EXPECT_EQ(first_letter("мышца"), "м");
    EXPECT_EQ(first_letter("1st rib"), "#");
    EXPECT_EQ(first_letter(""), "#");
}

TEST(MatchRank, prefers_a_beginning_to_a_word_to_a_part)
{
    EXPECT_EQ(match_rank("trap", "trapezius upper"), 0);
    EXPECT_EQ(match_rank("upper", "trapezius upper"), 1);
    EXPECT_EQ(match_rank("upper trap", "trapezius upper"), 1);
    EXPECT_EQ(match_rank("pezi", "trapezius upper"), 2);
    EXPECT_EQ(match_rank("soleus", "trapezius upper"), std::nullopt);
}

TEST(EditsTo, counts_the_mistakes_of_a_hand)
{
    EXPECT_EQ(edits_to("trapez", "trapezius upper"), 0);
    EXPECT_EQ(edits_to("trpaez", "trapezius upper"), 1);   // two letters swapped
    EXPECT_EQ(edits_to("trappez", "trapezius upper"), 1);  // one too many
    EXPECT_EQ(edits_to("uper", "trapezius upper"), 1);     // within a later word
    EXPECT_GT(edits_to("soleus", "trapezius upper"), 3);
}

}  // namespace
}  // namespace tpatlas::ui
