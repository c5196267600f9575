#include "body/skin_digits.hpp"

#include "body/skin_marks.hpp"

#include <gtest/gtest.h>

namespace tpatlas::body {
namespace {

// Straight down from the origin, 60 mm long, its back to the rear.
DigitTable plain_digit(const std::string& root, const std::string& tip)
{
    DigitTable digit;
    digit.joints = {{root, {}}, {root, {0, -30, 0}}, {tip, {}}};
    digit.stations = {{0, 8, 8, 8, 8}, {1, 8, 8, 8, 8}, {2, 8, 8, 8, 8}};
    digit.end_mm = 8;
    return digit;
}

BoneMarks two_roots(float apart_mm)
{
    BoneMarks marks;
    marks.put("a", {0, 0, 0});
    marks.put("a_tip", {0, -60, 0});
    marks.put("b", {-apart_mm, 0, 0});
    marks.put("b_tip", {-apart_mm, -60, 0});
    return marks;
}

TEST(Digit, is_a_tube_with_the_radii_of_its_stations)
{
    DigitTable table = plain_digit("a", "a_tip");
    table.stations[1] = {1, 6, 9, 7, 8};
    const DigitField digit(table, two_roots(20));
    EXPECT_NEAR(digit({0, -30, -6}), 0, 0.05f);  // back
    EXPECT_NEAR(digit({0, -30, 9}), 0, 0.05f);
    EXPECT_NEAR(digit({7, -30, 0}), 0, 0.05f);   // toward the thumb
    EXPECT_NEAR(digit({-8, -30, 0}), 0, 0.05f);
    EXPECT_NEAR(digit({0, -60 - 8, 0}), 0, 0.1f);  // the end
    EXPECT_LT(digit({0, -20, 0}), -5);
    EXPECT_GT(digit({0, -90, 0}), 10);
}

TEST(Digit, has_a_groove_where_a_fold_is)
{
    DigitTable table = plain_digit("a", "a_tip");
    table.folds = {{1, 0.5f, 1, false}};
    const DigitField digit(table, two_roots(20));
    EXPECT_NEAR(digit({0, -30, 8}), 0.5f, 0.05f);
    EXPECT_NEAR(digit({0, -24, 8}), 0, 0.05f);
    EXPECT_NEAR(digit({0, -30, -8}), 0, 0.05f);
}

TEST(Digits, keep_their_gap_however_near_they_are)
{
    const BoneMarks marks = two_roots(14);  // thinner than two radii
    SkinTable table;
    table.hand.digits = {plain_digit("a", "a_tip"), plain_digit("b", "b_tip")};
    table.hand.gap_mm = 2;
    const DigitsField digits(table.hand, "hand_form", table, marks);
    EXPECT_GT(digits.with_digits(1000, {-7, -40, 0}), 0.7f);
    EXPECT_LT(digits.with_digits(1000, {-3, -40, 0}), 0);
    EXPECT_LT(digits.with_digits(1000, {-11, -40, 0}), 0);
}

TEST(Digits, are_joined_by_a_web_as_far_as_it_goes)
{
    const BoneMarks marks = two_roots(20);
    SkinTable table;
    table.hand.digits = {plain_digit("a", "a_tip"), plain_digit("b", "b_tip")};
    table.hand.webs = {{0, 0, 0.4f, 0, {7, 5, 0}, 4}};
    const DigitsField digits(table.hand, "hand_form", table, marks);
    EXPECT_LT(digits.with_digits(1000, {-10, -12, 0}), 0);
    EXPECT_GT(digits.with_digits(1000, {-10, -30, 0}), 0);
}

TEST(Digits, move_their_lines_onto_the_skin)
{
    BoneMarks marks;
    SkinTable table;
    table.hand.lines = {{"crease", {{"", {-10, 0, 3}}, {"", {10, 0, 9}}}, -0.5f, 1.5f}};
    DigitsField digits(table.hand, "hand_form", table, marks);
    digits.settle([](glm::vec3 p) { return p.z - 5; });
    EXPECT_NEAR(digits.lines({0, 0, 5}), 0.5f, 0.02f);
    EXPECT_NEAR(digits.lines({0, 4.4f, 5}), 0, 0.02f);
}

TEST(BoneMarks, of_a_joint_lie_in_the_middle_of_its_faces)
{
    // Two plates, 2 mm apart, that bulge away from each other at one edge.
    MeshData one, two;
    for (int i = 0; i <= 10; ++i)
        for (int j = 0; j <= 10; ++j) {
            const float x = float(i) + 10, y = float(j);
            one.positions.push_back({-x, y, j > 8 ? -9.0f : 0.0f});
            two.positions.push_back({-x, y, j > 8 ? 12.0f : 2.0f});
        }
    const std::vector<SkinInput> inputs{{"metacarpal_2", &one}, {"phalanx", &two}};
    SkinTable table;
    BoneMark mark;
    mark.name = "knuckle";
    mark.rule = BoneMark::Rule::joint;
    mark.of = {"metacarpal_*"};
    mark.and_of = {"phalanx"};
    table.marks = {mark};
    const Result<BoneMarks> marks = find_marks(table, inputs);
    ASSERT_TRUE(marks);
    const glm::vec3 at = marks.value().place({"knuckle", {}});
    EXPECT_NEAR(at.x, 15, 0.01f);
    EXPECT_NEAR(at.y, 4, 0.01f);
    EXPECT_NEAR(at.z, 1, 0.01f);
}

}  // namespace
}  // namespace tpatlas::body
