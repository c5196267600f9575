// How a mesh's name finds structures: on a small body, with rules of its own. The shipped rules are
// tested in tests/io/name_files_test.cpp.

#include "domain/structure_names.hpp"

#include "domain/name_words.hpp"

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

using Names = std::vector<std::string>;

NameRules rules()
{
    NameRules rules;
    rules.idle = {"of", "the", "head", "part", "caput", "mesh"};
    rules.foreign = {"nerve"};
    rules.same = {{"long", {"longum", "longus"}},
                  {"biceps", {"bicipitis"}},
                  {"4", {"fourth", "iv"}},
                  {"vertebra", {"vertebrae"}},
                  {"finger 2", {"index finger"}},
                  {"toe", {"finger of foot"}}};
    rules.aliases = {{{"biceps brachii"}, {"biceps_long", "biceps_short"}, {37670}, "", true},
                     {{"arm flexors"}, {"biceps_long", "brachialis", "not_there"}, {}, "", false},
                     {{"nowhere"}, {"not_there"}, {}, "", true}};
    rules.left_fma = {{"rib_4", 8148}};
    rules.unsided_fma = {13295};
    return rules;
}

StructureNames small()
{
    const auto muscle = StructureKind::muscle;
    const auto bone = StructureKind::bone;
    return StructureNames(
        {{"biceps_long", muscle, "biceps brachii, long head", "caput longum bicipitis brachii", 1,
          true},
         {"biceps_short", muscle, "short head of biceps brachii", "", 10, true},
         {"brachialis", muscle, "brachialis", "musculus brachialis", 37668, true},
         {"soleus", muscle, "soleus", "", 22558, true},
         {"diaphragm", muscle, "diaphragm", "", 13295, true},
         {"temporal_bone", bone, "temporal bone", "os temporale", 52738, true},
         {"rib_4", bone, "fourth rib", "costa quarta", 7957, true},
         {"vertebra_c5", bone, "fifth cervical vertebra", "", 12523, false},
         {"disc_c5_c6", StructureKind::disc, "disc C5-C6", "", 13898, false},
         {"phalanx_finger_2", bone, "phalanx of index finger", "", std::nullopt, true},
         {"phalanx_toe_2", bone, "phalanx of toe 2", "", std::nullopt, true},
         {"deltoid_middle", muscle, "middle deltoid", "", 34682, true},
         {"skin", StructureKind::skin, "skin", "cutis", std::nullopt, false}},
        rules());
}

NameMatch match(std::string_view text)
{
    static const StructureNames names = small();
    return names.match(text);
}

TEST(StructureNames, compare_words_in_any_order_and_spelling)
{
    for (const char* text : {"biceps_long", "Long head of biceps brachii", "BicepsLong",
                             "BICEPS LONG", "caput longum m. bicipitis brachii", "biceps.long.003",
                             "longBiceps-mesh", "biceps long 001"}) {
        EXPECT_EQ(match(text).names, Names{"biceps_long"}) << text;
        EXPECT_TRUE(match(text).sure) << text;
    }
    EXPECT_EQ(match("bicepslong").names, Names{"biceps_long"});
}

TEST(StructureNames, know_sides_wherever_they_stand)
{
    for (const char* text : {"soleus right", "R_soleus", "soleus.r", "(Right) Soleus", "SoleusR",
                             "soleus dexter", "M. soleus dext.", "rSoleus"})
        EXPECT_EQ(match(text).side, Side::right) << text;
    for (const char* text : {"soleus left", "L.soleus", "soleus_l", "soleus sinister",
                             "soleus sin."})
        EXPECT_EQ(match(text).side, Side::left) << text;
    for (const char* text : {"soleus", "left and right soleus", "soleus_lr"})
        EXPECT_EQ(match(text).side, std::nullopt) << text;
    EXPECT_EQ(match("soleus.middle").side, Side::middle);
    EXPECT_EQ(match("deltoid.middle").names, Names{"deltoid_middle"});
    EXPECT_EQ(match("deltoid.middle").side, std::nullopt);
}

TEST(StructureNames, put_what_lies_in_the_middle_there)
{
    EXPECT_EQ(match("Skin"), (NameMatch{{"skin"}, Side::middle, std::nullopt, true}));
    EXPECT_EQ(match("Left skin"), (NameMatch{{"skin"}, Side::middle, std::nullopt, false}));
}

TEST(StructureNames, read_numbers_and_levels_of_the_spine)
{
    for (const char* text : {"4th rib", "rib 4", "Rib04", "rib IV", "fourth rib", "rib_L4",
                             "rib R4"})
        EXPECT_EQ(match(text).names, Names{"rib_4"}) << text;
    EXPECT_EQ(match("rib_L4").side, Side::left);
    EXPECT_EQ(match("rib R4").side, Side::right);
    for (const char* text : {"C5", "vertebrae_C5", "Vertebra C 5", "cervical vertebra (C5)"})
        EXPECT_EQ(match(text).names, Names{"vertebra_c5"}) << text;
    for (const char* text : {"disc C5/C6", "c5c6 disc", "disc of C5 vertebra"})
        EXPECT_EQ(match(text).names, Names{"disc_c5_c6"}) << text;
    EXPECT_EQ(match("disc C5/T1").names, Names{});
}

TEST(StructureNames, read_phrases_only_where_their_words_follow_one_another)
{
    EXPECT_EQ(match("phalanx of right index finger").names, Names{"phalanx_finger_2"});
    EXPECT_EQ(match("phalanx of 2nd finger of foot").names, Names{"phalanx_toe_2"});
    EXPECT_FALSE(match("phalanx of foot 2 finger").sure);
}

TEST(StructureNames, give_all_structures_of_a_group)
{
    EXPECT_EQ(match("Biceps brachii"), (NameMatch{{"biceps_long", "biceps_short"}, {}, {}, true}));
    EXPECT_EQ(match("arm flexors.l"),
              (NameMatch{{"biceps_long", "brachialis"}, Side::left, {}, false}));
    EXPECT_EQ(match("nowhere").names, Names{});
}

TEST(StructureNames, know_numbers_of_both_sides)
{
    EXPECT_EQ(match("FMA37668"), (NameMatch{{"brachialis"}, Side::right, 37668, true}));
    EXPECT_EQ(match("fma_37669"), (NameMatch{{"brachialis"}, Side::left, 37669, true}));
    EXPECT_EQ(match("FMA7957"), (NameMatch{{"rib_4"}, Side::right, 7957, true}));
    EXPECT_EQ(match("FMA8148"), (NameMatch{{"rib_4"}, Side::left, 8148, true}));
    EXPECT_EQ(match("FMA7958").names, Names{});
    EXPECT_EQ(match("FMA13295"), (NameMatch{{"diaphragm"}, {}, 13295, true}));
    EXPECT_EQ(match("FMA37670").names, (Names{"biceps_long", "biceps_short"}));
    EXPECT_EQ(match("FJ1488M_BP8401_FMA12523").names, Names{"vertebra_c5"});
    EXPECT_EQ(match("FMA99999999999").fma, std::nullopt);
}

TEST(StructureNames, believe_words_before_numbers_and_are_not_sure_where_they_differ)
{
    EXPECT_EQ(match("FMA22558_brachialis"), (NameMatch{{"brachialis"}, Side::right, 22558, false}));
    EXPECT_EQ(match("FMA22558_left_soleus"), (NameMatch{{"soleus"}, Side::left, 22558, true}));
    EXPECT_EQ(match("FMA22558_gastric_thing"), (NameMatch{{"soleus"}, Side::right, 22558, false}));
}

TEST(StructureNames, take_a_muscle_for_no_bone)
{
    EXPECT_EQ(match("Os temporale").names, Names{"temporal_bone"});
    EXPECT_EQ(match("temporal").names, Names{"temporal_bone"});
    for (const char* text : {"temporal muscle", "M. temporale", "head of temporal", "bone soleus"})
        EXPECT_EQ(match(text).names, Names{}) << text;
}

TEST(StructureNames, propose_what_is_mistyped_or_has_more_words)
{
    EXPECT_EQ(match("Brachiallis.l"), (NameMatch{{"brachialis"}, Side::left, {}, false}));
    EXPECT_EQ(match("soleus by Ann"), (NameMatch{{"soleus"}, {}, {}, false}));
    EXPECT_EQ(match("soleus 2"), (NameMatch{{"soleus"}, {}, {}, false}));
    EXPECT_EQ(match("sole").names, Names{});
    EXPECT_EQ(match("nerve of soleus").names, Names{});
    EXPECT_EQ(match("Soleus muscle.ol").names, Names{});
    EXPECT_EQ(match("long brachialis").names, Names{});
}

TEST(StructureNames, are_not_upset_by_hostile_texts)
{
    EXPECT_EQ(match("").names, Names{});
    EXPECT_EQ(match(std::string(1000000, 'a')).names, Names{});
    EXPECT_EQ(match("soleus " + std::string(1000000, '9')).names, Names{"soleus"});
    EXPECT_EQ(match("\xC3 \xC3\xA9 \xFF soleus").names, Names{"soleus"});
    std::string every;
    for (int byte = 0; byte < 256; ++byte)
        every += static_cast<char>(byte);
    EXPECT_EQ(match(every).names, Names{});
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += "a" + std::to_string(i) + "_";
    EXPECT_EQ(match(many).names, Names{});
    EXPECT_EQ(match("FMA" + std::string(300, '1')).names, Names{});
}

TEST(NameWords, fold_accents_and_ligatures)
{
    EXPECT_EQ(name_words("M. péronæus").words, (Names{"peronaeus"}));
    EXPECT_EQ(name_words("M. péronæus").kind, StructureKind::muscle);
    EXPECT_EQ(name_words("Œsophage").words, (Names{"oesophage"}));
}

}  // namespace
}  // namespace tpatlas
