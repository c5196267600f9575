#include "body/skin_foot.hpp"

#include "body/field_checks.hpp"
#include "body/field_shapes.hpp"
#include "body/field_surface.hpp"
#include "body/digit_bones.hpp"

#include <algorithm>
#include <memory>

namespace tpatlas::body {
namespace {

constexpr float ankle_y = 115;
const std::vector<std::string> toes{"great_toe", "second_toe", "third_toe", "fourth_toe",
                                    "fifth_toe"};

// Built once: it takes seconds.
class Foot : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        bones_ = std::make_unique<DigitBones>(
            "foot.toml",
            std::vector<std::string>{"tibia", "fibula", "talus", "calcaneus", "navicular",
                                     "cuboid", "cuneiform_*", "sesamoids_of_foot",
                                     "metatarsal_*", "phalanx_*_toe_*"});
        const Result<BoneMarks> marks = find_marks(bones_->table, bones_->inputs());
        ASSERT_TRUE(marks) << marks.error().message();
        marks_ = std::make_unique<BoneMarks>(marks.value());
        foot_ = std::make_unique<FootField>(bones_->grid("foot", *marks_), bones_->table, *marks_);
    }
    static void TearDownTestSuite()
    {
        foot_.reset();
        marks_.reset();
        bones_.reset();
    }
    static glm::vec3 mark(const std::string& name) { return marks_->place({name, {}}); }
    static float most_outside(glm::vec3 a, glm::vec3 b)
    {
        float most = -1e9f;
        for (int i = 0; i <= 100; ++i)
            most = std::max(most, (*foot_)(glm::mix(a, b, float(i) / 100)));
        return most;
    }
    // The lowest skin under a point of the foot.
    static float sole_y(glm::vec3 from)
    {
        while (from.y > -20 && (*foot_)(from) < 0)
            from.y -= 0.05f;
        return from.y;
    }

    static std::unique_ptr<DigitBones> bones_;
    static std::unique_ptr<BoneMarks> marks_;
    static std::unique_ptr<FootField> foot_;
};
std::unique_ptr<DigitBones> Foot::bones_;
std::unique_ptr<BoneMarks> Foot::marks_;
std::unique_ptr<FootField> Foot::foot_;

TEST_F(Foot, covers_every_bone)
{
    ASSERT_EQ(bones_->bones.size(), 29u);
    for (const auto& [name, mesh] : bones_->bones)
        EXPECT_GE(least_cover(mesh, *foot_, ankle_y - 8), 1.5f) << name;
}

TEST_F(Foot, has_air_between_neighbouring_toes)
{
    for (std::size_t i = 0; i + 1 < toes.size(); ++i)
        EXPECT_GT(most_outside(mark(toes[i] + "_tip"), mark(toes[i + 1] + "_tip")), 0.8f)
            << toes[i];
}

TEST_F(Foot, stands_on_heel_ball_and_outer_border_with_its_arch_off_the_ground)
{
    const float ground = bones_->table.foot.ground_y;
    EXPECT_NEAR(sole_y(mark("calcaneus_centre")), ground, 2);
    EXPECT_NEAR(sole_y(mark("great_toe_mtp")), ground, 2);
    EXPECT_NEAR(sole_y(mark("fifth_toe_mtp")), ground, 2);
    EXPECT_LT(sole_y(mark("metatarsal_5_base")), ground + 7);
    EXPECT_GT(sole_y(mark("cuneiform_medial_centre")), ground + 8);
    for (const std::string& toe : toes) {
        const glm::vec3 joint = mark(toe + (toe == toes[0] ? "_ip" : "_dip"));
        EXPECT_LT(sole_y((mark(toe + "_tip") + joint) * 0.5f), ground + 3) << toe;
    }
}

TEST_F(Foot, has_ankle_bones_that_stand_out)
{
    // Proud of the skin 25 mm in front of them.
    const auto to_skin = [&](glm::vec3 from, float direction) {
        float t = 0;
        while (t < 60 && (*foot_)(from + glm::vec3(direction * t, 0, 0)) < 0)
            t += 0.1f;
        return from.x + direction * t;
    };
    glm::vec3 inner = mark("medial_malleolus"), outer = mark("lateral_malleolus");
    inner.y += 8;
    outer.y += 8;
    const glm::vec3 before(0, 0, 25);
    EXPECT_LT(to_skin(inner, -1), to_skin(inner + before + glm::vec3(12, 0, 0), -1) - 3);
    EXPECT_GT(to_skin(outer, 1), to_skin(outer + before - glm::vec3(12, 0, 0), 1) + 3);
}

TEST_F(Foot, is_one_closed_surface_that_does_not_cut_itself)
{
    const FieldFunction cut = [&](glm::vec3 p) {
        return smooth_max((*foot_)(p), p.y - ankle_y, 8);
    };
    Box box = foot_->box();
    box.max.y = ankle_y + 6;
    const MeshData rough = extract_surface(cut, box, 1.5f);
    const MeshData skin = remeshed(rough, cut, [&](glm::vec3 p) {
        return std::min(foot_->edge_mm(p), 5.0f);
    });
    EXPECT_EQ(open_or_broken_edges(skin), 0u);
    EXPECT_EQ(pinched_vertices(skin), 0u);
    EXPECT_EQ(euler_number(skin), 2);
    EXPECT_EQ(self_intersections(skin), 0u);
    EXPECT_LE(skin.triangles.size(), 10000u);  // with the ankle up to the cut
}

}  // namespace
}  // namespace tpatlas::body
