#include "atlas/similarity.hpp"

#include <cmath>
#include <vector>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

std::vector<glm::vec3> places()
{
    return {{0, 0, 0}, {100, 0, 0}, {0, 300, 0}, {0, 0, 60}, {40, 200, 30}, {-50, 120, -20}};
}

Similarity some_map(bool mirrors)
{
    Similarity map;
    const float c = std::cos(0.8f), s = std::sin(0.8f);
    map.turn = glm::mat3(glm::vec3(c, s, 0), glm::vec3(-s, c, 0), glm::vec3(0, 0, mirrors ? -1 : 1));
    map.scale = 0.37f;
    map.shift = {12, -5, 900};
    return map;
}

std::vector<PointPair> pairs_of(const Similarity& map)
{
    std::vector<PointPair> pairs;
    for (const glm::vec3& p : places())
        pairs.push_back({p, map(p), 1});
    return pairs;
}

TEST(Similarity, is_found_from_pairs_of_places)
{
    for (const bool mirrors : {false, true}) {
        const Similarity map = some_map(mirrors);
        const std::optional<Similarity> found = best_similarity(pairs_of(map), mirrors);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->mirrors(), mirrors);
        EXPECT_NEAR(found->scale, map.scale, 1e-5);
        EXPECT_LT(median_distance(pairs_of(map), *found), 1e-3);
    }
}

TEST(Similarity, of_the_other_handedness_does_not_fit)
{
    const std::vector<PointPair> pairs = pairs_of(some_map(true));
    const std::optional<Similarity> plain = best_similarity(pairs, false);
    ASSERT_TRUE(plain);
    EXPECT_GT(median_distance(pairs, *plain), 5);
}

TEST(Similarity, is_open_with_too_few_places_or_places_in_line)
{
    std::vector<PointPair> pairs = pairs_of(some_map(false));
    pairs.resize(2);
    EXPECT_FALSE(best_similarity(pairs, false));
    std::vector<PointPair> line;
    for (float t = 0; t < 5; ++t)
        line.push_back({{t, 2 * t, 0}, {t, 2 * t, 0}, 1});
    EXPECT_FALSE(best_similarity(line, false));
}

TEST(Similarity, that_is_robust_forgets_a_wrong_pair)
{
    const Similarity map = some_map(false);
    std::vector<PointPair> pairs = pairs_of(map);
    pairs[2].to += glm::vec3(400, 0, 0);
    const std::optional<Similarity> found = robust_similarity(pairs, false, 1);
    ASSERT_TRUE(found);
    EXPECT_LT(glm::distance((*found)({40, 200, 30}), map({40, 200, 30})), 1);
    const std::optional<Similarity> misled = best_similarity(pairs, false);
    ASSERT_TRUE(misled);
    EXPECT_GT(glm::distance((*misled)({40, 200, 30}), map({40, 200, 30})), 20);
}

TEST(Similarity, and_affines_have_inverses_and_follow_each_other)
{
    const Similarity map = some_map(true);
    const glm::vec3 p(3, 4, 5);
    EXPECT_LT(glm::distance(map.inverse()(map(p)), p), 1e-3);
    EXPECT_LT(glm::distance(after(map, map)(p), map(map(p))), 1e-3);
    const Affine affine{glm::mat3(2, 0, 0, 1, 1, 0, 0, 0, 3), {7, 8, 9}};
    EXPECT_LT(glm::distance(affine.inverse()(affine(p)), p), 1e-3);
}

}  // namespace
}  // namespace tpatlas
