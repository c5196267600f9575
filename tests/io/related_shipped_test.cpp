// What the shipped records share: facts that any anatomist would sign.

#include "domain/related.hpp"
#include "io/catalogue_files.hpp"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const Catalogue& shipped()
{
    static const Result<Catalogue> catalogue =
        io::load_catalogue(std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets" / "catalogue");
    return catalogue.value();
}

bool has(const std::vector<RelatedMuscle>& all, const char* id)
{
    return std::any_of(all.begin(), all.end(),
                       [&](const RelatedMuscle& one) { return (*one.muscle)->id.text == id; });
}

std::vector<RelatedMuscle> same_nerve(const char* id)
{
    return muscles_of_same_nerve(shipped(), *shipped().muscle({id}));
}

std::vector<RelatedMuscle> same_action(const char* id)
{
    return muscles_of_same_action(shipped(), *shipped().muscle({id}));
}

TEST(RelatedShipped, muscles_share_the_nerves_that_textbooks_name)
{
    EXPECT_TRUE(has(same_nerve("infraspinatus"), "supraspinatus"));  // suprascapular
    EXPECT_EQ(same_nerve("infraspinatus").size(), 1u);
    EXPECT_TRUE(has(same_nerve("teres_minor"), "deltoid_posterior"));  // axillary
    EXPECT_TRUE(has(same_nerve("biceps_brachii"), "coracobrachialis"));  // musculocutaneous
    EXPECT_TRUE(has(same_nerve("sternocleidomastoid_sternal"), "trapezius_upper"));  // accessory
    EXPECT_TRUE(has(same_nerve("gluteus_medius"), "tensor_fasciae_latae"));
    EXPECT_FALSE(has(same_nerve("tibialis_anterior"), "peroneus_longus"));  // deep, superficial
}

TEST(RelatedShipped, muscles_share_the_actions_that_their_records_name)
{
    EXPECT_TRUE(has(same_action("biceps_brachii"), "brachialis"));
    EXPECT_TRUE(has(same_action("supraspinatus"), "deltoid_middle"));
    EXPECT_TRUE(has(same_action("rectus_femoris"), "vastus_medialis"));
    EXPECT_TRUE(has(same_action("infraspinatus"), "teres_minor"));
    EXPECT_FALSE(has(same_action("gluteus_maximus"), "deltoid_posterior"));  // "turns it outward"
    EXPECT_FALSE(has(same_action("biceps_brachii"), "triceps_long"));
}

TEST(RelatedShipped, muscles_are_at_most_eight_from_the_nearest_region_on)
{
    for (const Muscle& muscle : shipped().muscles()) {
        EXPECT_LE(muscles_of_same_nerve(shipped(), muscle).size(), 8u);
        for (const RelatedMuscle& one : muscles_of_same_action(shipped(), muscle)) {
            EXPECT_NE((*one.muscle)->id, muscle->id);
            EXPECT_FALSE(one.shared.empty());
        }
    }
    const std::vector<RelatedMuscle> same = same_nerve("soleus");
    ASSERT_FALSE(same.empty());
    EXPECT_EQ((*same.front().muscle)->region, "leg");
}

TEST(RelatedShipped, same_nerve_goes_both_ways_where_nothing_is_cut_off)
{
    for (const Muscle& muscle : shipped().muscles())
        for (const RelatedMuscle& one : muscles_of_same_nerve(shipped(), muscle, 999)) {
            const auto back = muscles_of_same_nerve(shipped(), *one.muscle, 999);
            EXPECT_TRUE(has(back, muscle->id.text.c_str())) << muscle->id.text;
        }
}

}  // namespace
}  // namespace tpatlas
