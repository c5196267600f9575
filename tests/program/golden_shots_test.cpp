// One golden picture a visual idea, drawn by the real program from the real body: the calm start,
// a zone over the head, a press, the skin alone, the bones.

#include "program/program.hpp"

#include "io/png_file.hpp"
#include "support/golden.hpp"

namespace program {
namespace {

const std::string& device()
{
    static const std::string name =
        json_of({"bench", "--size", "64x48", "--json"}).at("renderer").get<std::string>();
    return name;
}

void expect_golden(const std::string& name, Words words)
{
    const fs::path file = fresh_folder() / (name + ".png");
    words.insert(words.begin(), "shot");
    words.insert(words.end(), {"--size", "480x360", "-o", file.string()});
    const Outcome outcome = run(words);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto picture = tpatlas::io::read_png(file);
    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_TRUE(tpatlas::test::matches_golden(name, picture.value().image, device()));
}

TEST(GoldenShots, the_body_stands_calm_at_the_start)
{
    expect_golden("body_anterior", {"--view", "anterior"});
}

TEST(GoldenShots, the_skin_alone_is_a_mannequin)
{
    expect_golden("body_skin", {"--view", "anterior", "--skin", "1"});
}

TEST(GoldenShots, the_first_point_s_zones_lie_on_neck_and_head)
{
    expect_golden("trapezius_upper_tp1", {"--point", "trapezius_upper.tp1"});
}

TEST(GoldenShots, the_thumb_presses_the_second_point)
{
    expect_golden("trapezius_upper_tp2_press",
                  {"--point", "trapezius_upper.tp2", "--side", "right", "--press", "0.8"});
}

TEST(GoldenShots, peeling_leaves_bones_in_a_breath_of_skin)
{
    expect_golden("body_bones", {"--view", "anterior", "--depth", "1"});
}

TEST(GoldenShots, every_region_of_the_front_has_a_tint_of_its_own)
{
    expect_golden("regions_front", {"--view", "anterior", "--skin", "1", "--tint", "regions"});
}

TEST(GoldenShots, every_region_of_the_back_has_a_tint_of_its_own)
{
    expect_golden("regions_back", {"--view", "posterior", "--skin", "1", "--tint", "regions"});
}

TEST(GoldenShots, no_press_zones_are_hatched_on_the_skin)
{
    expect_golden("no_press_front", {"--view", "anterior", "--skin", "1", "--no-press"});
}

}  // namespace
}  // namespace program
