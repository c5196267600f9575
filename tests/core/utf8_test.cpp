#include "core/error.hpp"
#include "core/utf8.hpp"

#include <gtest/gtest.h>

namespace tpatlas {

// ESC, BEL and U+009B begin commands of a terminal; a byte 9B alone does in one that reads Latin-1.
TEST(OneLine, leaves_nothing_that_a_terminal_obeys)
{
    EXPECT_EQ(one_line("a\x1B[31mb\ac\x7F" "d"), "a?[31mb?c?d");
    EXPECT_EQ(one_line("a\nb\rc\td"), "a b c d");
    EXPECT_EQ(one_line("a\xC2\x9B" "1mb\xC2\x85" "c"), "a?1mb?c");
    EXPECT_EQ(one_line("a\x9B" "1m\xFF"), "a?1m?");
    EXPECT_EQ(one_line(std::string("a\0b", 3)), "a?b");
}

TEST(OneLine, leaves_nothing_that_writes_the_rest_backwards_or_on_another_line)
{
    EXPECT_EQ(one_line("arm\u202Egpj.obj"), "arm?gpj.obj");
    EXPECT_EQ(one_line("a\u2066b\u2069\u200Fc\u061C"), "a?b??c?");
    EXPECT_EQ(one_line("a\u2028b\u2029c"), "a b c");
}

TEST(OneLine, keeps_letters_of_every_script)
{
    for (const char* text : {"M. trapezius", "Schädel", "M. трапециевидная", "僧帽筋", "ذراع", "זרוע", "\xC2\xA0", "💪"})
        EXPECT_EQ(one_line(text), text);
}

TEST(ErrorMessage, is_one_line_without_control_characters)
{
    EXPECT_EQ((Error{"a\x1B]0;b\a.obj", "cannot\nbe read", "try\xC2\x9B again"}.message()),
              "a?]0;b?.obj: cannot be read (try? again)");
}

}  // namespace tpatlas
