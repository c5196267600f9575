#include "body/contact_hand.hpp"

#include "body/field_checks.hpp"

#include <gtest/gtest.h>

namespace tpatlas::body {
namespace {

// One test: the hand takes seconds to build.
TEST(ThumbHand, is_a_closed_life_size_hand_that_touches_with_the_thumbs_pad_alone)
{
    const MeshData hand = build_thumb_hand();
    EXPECT_EQ(open_or_broken_edges(hand), 0u);
    EXPECT_EQ(pinched_vertices(hand), 0u);
    EXPECT_EQ(euler_number(hand), 2);
    EXPECT_EQ(self_intersections(hand), 0u);
    EXPECT_LE(hand.triangles.size(), 25000u);
    ASSERT_EQ(hand.fibres.size(), hand.positions.size());
    // Life-size: a hand of 187 mm and a stub of forearm hold 0.4 to 1 litre.
    EXPECT_GT(volume_mm3(hand), 0.4e6);
    EXPECT_LT(volume_mm3(hand), 1.0e6);
    const Box box = bounds(hand);
    EXPECT_NEAR(box.max.z, 0, 0.6f);  // the pad, flattened where it touches
    EXPECT_GT(box.max.y, 200);        // the forearm leaves along +y ...
    EXPECT_LT(box.min.z, -120);       // ... and away from the body
    EXPECT_GT(box.max.x, 100);        // a right hand: the fingers lie at +x

    float nearest = 1000;
    for (std::size_t v = 0; v < hand.positions.size(); ++v) {
        const glm::vec3 p = hand.positions[v];
        nearest = std::min(nearest, glm::length(p));
        const float beside = std::hypot(p.x, p.y);
        if (beside < 70 && beside > 16) {
            ASSERT_LT(p.z, 0) << "only the pad may come to the skin";
        }
        ASSERT_LT(p.z, 2);
        const glm::vec2 look = hand.fibres[v];
        ASSERT_TRUE(look.x >= 0 && look.x <= 1 && look.y >= 0 && look.y <= 1);
        if (beside < 100) {
            ASSERT_EQ(look.x, 1) << "the hand itself never fades";
        }
    }
    EXPECT_LT(nearest, 1);

    // It fades out along the forearm, and has five nails.
    float least = 1;
    std::vector<glm::vec3> nails;
    for (std::size_t v = 0; v < hand.positions.size(); ++v) {
        least = std::min(least, hand.fibres[v].x);
        if (hand.fibres[v].y < 0.9f)
            continue;
        const glm::vec3 at = hand.positions[v];
        bool known = false;
        for (const glm::vec3& n : nails)
            known = known || glm::length(n - at) < 16;
        if (!known)
            nails.push_back(at);
    }
    EXPECT_EQ(least, 0);
    EXPECT_EQ(nails.size(), 5u);
}

}  // namespace
}  // namespace tpatlas::body
