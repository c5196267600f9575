#include "io/place_files.hpp"

#include <filesystem>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

TEST(PlaceFiles, give_every_rule)
{
    Places places;
    const Faults faults = io::add_places(R"(
[[landmark]]
id = "tip"
name = { en = "tip", la = "apex" }
midline = true
extreme = { of = "manubrium", direction = [0, 2, 0], from = [0.4, 0, 0], to = [0.6, 1, 1] }
[[landmark]]
id = "middle"
name = { en = "middle" }
between = { a = "tip", b = "tip", share = 0.25 }
[[landmark]]
id = "beside"
name = { en = "beside" }
kind = "skin"
offset = { from = "tip", mm = [10, 0, -5] }
[[landmark]]
id = "belly"
name = { en = "belly" }
fibre = { of = "infraspinatus", u = 0.5, v = -0.1 }
[[landmark]]
id = "out"
name = { en = "out" }
skin_toward = { from = "tip", direction = [1, 0, 0] }
[[landmark]]
id = "ear"
name = { en = "ear" }
skin_extreme = { near = "tip", radius_mm = 40, direction = [1, 0, 0] }
[[region]]
id = "patch"
name = { en = "patch" }
seeds = [{ at = "tip", mm = [1, 2, 3], reach_mm = 20 }, { at = "ear" }]
[[region]]
id = "line"
name = { en = "line" }
midline = true
seeds = [{ at = "tip", to = "ear", to_mm = [0, 4, 0] }, { at = "tip", to_mm = [0, -9, 0] }]
)",
                                         "places.toml", places);
    ASSERT_TRUE(faults.empty()) << faults.front().message();
    EXPECT_TRUE(faults_of(places).empty());
    ASSERT_EQ(places.landmarks.size(), 6u);
    EXPECT_EQ(std::get<ExtremeOf>(places.landmarks[0].rule),
              (ExtremeOf{"manubrium", {0, 1, 0}, {0.4f, 0, 0}, {0.6f, 1, 1}}));
    EXPECT_TRUE(places.landmarks[0].midline);
    EXPECT_EQ(std::get<Between>(places.landmarks[1].rule), (Between{{"tip"}, {"tip"}, 0.25f}));
    EXPECT_EQ(std::get<Offset>(places.landmarks[2].rule), (Offset{{"tip"}, {10, 0, -5}}));
    EXPECT_EQ(places.landmarks[2].kind, LandmarkKind::skin);
    EXPECT_EQ(std::get<FibrePlace>(places.landmarks[3].rule),
              (FibrePlace{"infraspinatus", 0.5f, -0.1f}));
    EXPECT_EQ(std::get<SkinToward>(places.landmarks[4].rule), (SkinToward{{"tip"}, {1, 0, 0}}));
    EXPECT_EQ(std::get<SkinExtreme>(places.landmarks[5].rule),
              (SkinExtreme{{"tip"}, 40, {1, 0, 0}}));
    ASSERT_EQ(places.regions.size(), 2u);
    EXPECT_EQ(places.regions[0].seeds,
              (std::vector<RegionEntry::Seed>{{{"tip"}, {1, 2, 3}, 20, {}}, {{"ear"}, {0, 0, 0}, 0, {}}}));
    ASSERT_EQ(places.regions[1].seeds.size(), 2u);
    EXPECT_EQ(places.regions[1].seeds[0].to, (RegionEntry::Seed::End{{"ear"}, {0, 4, 0}}));
    EXPECT_EQ(places.regions[1].seeds[1].to, (RegionEntry::Seed::End{{"tip"}, {0, -9, 0}}));
}

TEST(PlaceFiles, tell_all_faults_with_their_lines)
{
    Places places;
    const Faults faults = io::add_places(R"([[landmark]]
id = "two_rules"
name = { en = "two" }
offset = { from = "a" }
between = { a = "a", b = "b" }
[[landmark]]
id = "no_rule"
name = { en = "none" }
[[landmark]]
id = "no_direction"
name = { en = "none" }
extreme = { of = "scapula" }
[[region]]
id = "typing"
name = { en = "typing error" }
seed = [{ at = "a" }]
)",
                                         "places.toml", places);
    ASSERT_EQ(faults.size(), 4u);
    EXPECT_EQ(faults[0].where, "places.toml:2");
    EXPECT_EQ(faults[1].where, "places.toml:7");
    EXPECT_EQ(faults[2].where, "places.toml:12");
    EXPECT_EQ(faults[3].where, "places.toml:16");
    EXPECT_NE(faults[3].message().find("seeds"), std::string::npos) << faults[3].message();
}

TEST(PlaceFiles, refuse_names_that_stand_later_or_nowhere)
{
    Places places;
    places.landmarks = {
        {{"a"}, "a", "", LandmarkKind::bone, false, Offset{{"b"}, {0, 0, 0}}},
        {{"b"}, "b", "", LandmarkKind::bone, false, ExtremeOf{"scapula", {0, 1, 0}}},
        {{"b"}, "b", "", LandmarkKind::bone, false, ExtremeOf{"scapula", {0, 1, 0}}}};
    places.regions = {{{"patch"}, "patch", "", false, {{{"c"}, {0, 0, 0}, 0, {}}}},
                      {{"empty"}, "empty", "", false, {}}};
    EXPECT_EQ(faults_of(places).size(), 4u);
}

TEST(PlaceFiles, of_the_shipped_body_are_sound)
{
    const Result<Places> places =
        io::read_places(std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets" / "body");
    ASSERT_TRUE(places) << places.error().message();
    EXPECT_GE(places.value().landmarks.size(), 40u);
    EXPECT_GE(places.value().regions.size(), 30u);
    for (const LandmarkEntry& entry : places.value().landmarks)
        EXPECT_FALSE(entry.name_en.empty()) << entry.id.text;
}

} // namespace
} // namespace tpatlas
