#include "body/skin_hand.hpp"

#include "body/field_checks.hpp"
#include "body/field_shapes.hpp"
#include "body/field_surface.hpp"
#include "body/digit_bones.hpp"

#include <algorithm>
#include <memory>

namespace tpatlas::body {
namespace {

constexpr float wrist_y = 850;
const std::vector<std::string> fingers{"index", "middle", "ring", "little"};

// Built once: it takes seconds.
class Hand : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        bones_ = std::make_unique<DigitBones>(
            "hand.toml",
            std::vector<std::string>{"radius", "ulna", "scaphoid", "lunate", "triquetrum",
                                     "pisiform", "trapezium", "trapezoid", "capitate", "hamate",
                                     "metacarpal_*", "phalanx_*_finger_*"});
        const Result<BoneMarks> marks = find_marks(bones_->table, bones_->inputs());
        ASSERT_TRUE(marks) << marks.error().message();
        marks_ = std::make_unique<BoneMarks>(marks.value());
        hand_ = std::make_unique<HandField>(bones_->grid("hand", *marks_), bones_->table, *marks_);
    }
    static void TearDownTestSuite()
    {
        hand_.reset();
        marks_.reset();
        bones_.reset();
    }
    static glm::vec3 mark(const std::string& name) { return marks_->place({name, {}}); }
    // The largest distance to the skin on the way: positive where there is air.
    static float most_outside(glm::vec3 a, glm::vec3 b)
    {
        float most = -1e9f;
        for (int i = 0; i <= 100; ++i)
            most = std::max(most, (*hand_)(glm::mix(a, b, float(i) / 100)));
        return most;
    }

    static std::unique_ptr<DigitBones> bones_;
    static std::unique_ptr<BoneMarks> marks_;
    static std::unique_ptr<HandField> hand_;
};
std::unique_ptr<DigitBones> Hand::bones_;
std::unique_ptr<BoneMarks> Hand::marks_;
std::unique_ptr<HandField> Hand::hand_;

TEST_F(Hand, covers_every_bone)
{
    ASSERT_EQ(bones_->bones.size(), 29u);
    for (const auto& [name, mesh] : bones_->bones)
        EXPECT_GE(least_cover(mesh, *hand_, wrist_y - 5), 1.5f) << name;
}

TEST_F(Hand, has_air_between_neighbouring_fingers)
{
    for (std::size_t i = 0; i + 1 < fingers.size(); ++i)
        for (const char* joint : {"_pip", "_dip", "_tip"})
            EXPECT_GT(most_outside(mark(fingers[i] + joint), mark(fingers[i + 1] + joint)), 1)
                << fingers[i] << joint;
    EXPECT_GT(most_outside(mark("thumb_ip"), mark("index_pip")), 5);
    EXPECT_GT(most_outside(mark("thumb_tip"), mark("index_pip")), 5);
}

TEST_F(Hand, has_webs_at_two_fifths_of_the_first_phalanges)
{
    for (std::size_t i = 0; i + 1 < fingers.size(); ++i) {
        const auto between = [&](float share) {
            const auto on = [&](const std::string& finger) {
                return glm::mix(mark(finger + "_mcp"), mark(finger + "_pip"), share);
            };
            return most_outside(on(fingers[i]), on(fingers[i + 1]));
        };
        EXPECT_LT(between(0.30f), 0) << fingers[i];
        EXPECT_GT(between(0.70f), 0) << fingers[i];
    }
}

TEST_F(Hand, is_as_broad_and_thick_as_a_lean_adults)
{
    // From the middle of the palm outward until the skin is left.
    const auto to_skin = [&](glm::vec3 from, glm::vec3 along) {
        float t = 0;
        while (t < 80 && (*hand_)(from + along * t) < 0)
            t += 0.1f;
        return t;
    };
    const glm::vec3 index = mark("index_mcp"), little = mark("little_mcp");
    const glm::vec3 across = glm::normalize(index - little);
    const float breadth =
        glm::length(index - little) + to_skin(index, across) + to_skin(little, -across);
    EXPECT_GT(breadth, 70);
    EXPECT_LT(breadth, 88);  // 77 women, 85 men, lean: ANSUR II
    const glm::vec3 palmar(0.12f, 0.28f, 0.95f);
    const glm::vec3 middle = mark("middle_mcp");
    const float thickness = to_skin(middle, palmar) + to_skin(middle, -palmar);
    EXPECT_GT(thickness, 22);
    EXPECT_LT(thickness, 32);
    const glm::vec3 pip = mark("middle_pip");
    const glm::vec3 along = glm::normalize(mark("middle_dip") - mark("middle_mcp"));
    const glm::vec3 side = glm::normalize(glm::cross(along, palmar));
    EXPECT_NEAR(to_skin(pip, side) + to_skin(pip, -side), 19.5f, 2);
}

TEST_F(Hand, has_a_rim_of_skin_round_the_nail_of_the_thumb)
{
    // From the joint to the tip along the back: the plate lies deeper than the fold before it.
    const glm::vec3 joint = mark("thumb_ip"), tip = mark("thumb_tip");
    const glm::vec3 along = glm::normalize(tip - joint);
    const glm::vec3 about(0.8f, 0.1f, -0.57f);
    const glm::vec3 back = glm::normalize(about - along * glm::dot(about, along));
    const auto height = [&](float at) {
        float h = 14;
        while (h > 0 && (*hand_)(joint + along * at + back * h) > 0)
            h -= 0.02f;
        return h;
    };
    float deepest_step = 0;
    for (float at = 2; at < glm::length(tip - joint); at += 0.25f)
        deepest_step = std::max(deepest_step, height(at) - height(at + 1.5f));
    EXPECT_GT(deepest_step, 0.35f);
    EXPECT_LT(deepest_step, 1.5f);
}

TEST_F(Hand, is_one_closed_surface_that_does_not_cut_itself)
{
    const FieldFunction cut = [&](glm::vec3 p) {
        return smooth_max((*hand_)(p), p.y - wrist_y, 8);
    };
    Box box = hand_->box();
    box.max.y = wrist_y + 6;
    const MeshData rough = extract_surface(cut, box, 1.5f);
    const MeshData skin = remeshed(rough, cut, [&](glm::vec3 p) {
        return std::min(hand_->edge_mm(p), 5.0f);
    });
    EXPECT_EQ(open_or_broken_edges(skin), 0u);
    EXPECT_EQ(pinched_vertices(skin), 0u);
    EXPECT_EQ(euler_number(skin), 2);
    EXPECT_EQ(self_intersections(skin), 0u);
    EXPECT_LE(skin.triangles.size(), 13000u);  // with the wrist up to the cut
}

}  // namespace
}  // namespace tpatlas::body
