// list: the fields that are promised to scripts, and that they agree with each other.

#include "program/program.hpp"

#include <cmath>
#include <map>
#include <set>

using namespace program;

namespace {

Json list(const std::string& what)
{
    return json_of({"list", what, "--json"});
}

void expect_keys(const Json& object, const std::set<std::string>& promised,
                 const std::set<std::string>& optional = {})
{
    for (const std::string& key : promised)
        EXPECT_TRUE(object.contains(key)) << key << " is missing in " << object.dump().substr(0, 200);
    for (const auto& [key, value] : object.items())
        EXPECT_TRUE(promised.contains(key) || optional.contains(key)) << key << " is not promised";
}

double distance(const Json& a, const Json& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i)
        sum += std::pow(a.at(i).get<double>() - b.at(i).get<double>(), 2);
    return std::sqrt(sum);
}

Json mirrored(Json v)
{
    v[0] = -v[0].get<double>();
    return v;
}

// (id, side) -> object; a double is a failure.
std::map<std::pair<std::string, std::string>, Json> by_id_and_side(const Json& all)
{
    std::map<std::pair<std::string, std::string>, Json> map;
    for (const Json& each : all)
        EXPECT_TRUE(map.emplace(std::pair(each.at("id"), each.at("side")), each).second)
            << each.at("id") << " is there twice";
    return map;
}

}  // namespace

TEST(List, gives_points_with_the_promised_fields)
{
    const Json points = list("points");
    ASSERT_TRUE(points.is_array());
    ASSERT_FALSE(points.empty());
    for (const Json& point : points) {
        expect_keys(point,
                    {"id", "muscle", "name", "side", "position_mm", "normal", "approach",
                     "uncertainty_mm", "structure", "u", "v", "depth_mm", "who", "contacts",
                     "pressure_class", "cautions", "sources", "confidence"},
                    {"stack"});
        EXPECT_NEAR(distance(point.at("normal"), {0, 0, 0}), 1, 1e-3);
        EXPECT_FALSE(point.at("sources").empty());
        EXPECT_GT(point.at("uncertainty_mm").get<double>(), 0);
        if (!point.at("approach").is_null()) {
            expect_keys(point.at("approach"), {"from_mm", "direction"});
            // The way leads from the skin to the point.
            const Json& from = point.at("approach").at("from_mm");
            const Json& way = point.at("approach").at("direction");
            Json end = from;
            for (std::size_t i = 0; i < 3; ++i)
                end[i] = from.at(i).get<double>() +
                         way.at(i).get<double>() * point.at("depth_mm").get<double>();
            EXPECT_LT(distance(end, point.at("position_mm")), 0.5) << point.at("id");
        }
    }
}

TEST(List, gives_the_upper_trapezius_both_of_its_points_on_both_sides)
{
    const auto points = by_id_and_side(list("points"));
    for (const char* side : {"left", "right"}) {
        ASSERT_TRUE(points.contains({"trapezius_upper.tp1", side}));
        ASSERT_TRUE(points.contains({"trapezius_upper.tp2", side}));
        const Json& second = points.at({"trapezius_upper.tp2", side});
        EXPECT_FALSE(second.at("approach").is_null());
        EXPECT_EQ(second.at("contacts").at(0), "thumb");
        EXPECT_EQ(second.at("structure"), std::string("trapezius_upper.") + side);
        const Json& first = points.at({"trapezius_upper.tp1", side});
        EXPECT_FALSE(first.at("approach").is_null());
        EXPECT_EQ(first.at("contacts"), Json::array({"pincer"}));
    }
    // The subject's right lies at negative x.
    EXPECT_LT(points.at({"trapezius_upper.tp2", "right"}).at("position_mm").at(0), 0);
}

TEST(List, mirrors_points_zones_and_landmarks)
{
    const auto points = by_id_and_side(list("points"));
    for (const auto& [key, point] : points) {
        if (key.second != "right" || !points.contains({key.first, "left"}))
            continue;
        const Json& left = points.at({key.first, "left"});
        EXPECT_LT(distance(mirrored(left.at("position_mm")), point.at("position_mm")), 0.1) << key.first;
        EXPECT_LT(distance(mirrored(left.at("normal")), point.at("normal")), 0.02) << key.first;
    }
    const auto zones = by_id_and_side(list("zones"));
    for (const auto& [key, zone] : zones)
        if (key.second == "right" && zones.contains({key.first, "left"})) {
            const Json& left = zones.at({key.first, "left"});
            const double area = zone.at("area_mm2");
            EXPECT_NEAR(left.at("area_mm2").get<double>(), area, 0.01 * area) << key.first;
            EXPECT_LT(distance(mirrored(left.at("centroid_mm")), zone.at("centroid_mm")), 1)
                << key.first;
        }
    const auto landmarks = by_id_and_side(list("landmarks"));
    for (const auto& [key, landmark] : landmarks) {
        if (key.second == "middle")
            EXPECT_LT(std::abs(landmark.at("position_mm").at(0).get<double>()), 1) << key.first;
        else if (key.second == "right") {
            ASSERT_TRUE(landmarks.contains({key.first, "left"})) << key.first;
            const Json& left = landmarks.at({key.first, "left"});
            EXPECT_LT(distance(mirrored(left.at("position_mm")), landmark.at("position_mm")), 0.1)
                << key.first;
        }
    }
}

TEST(List, gives_zones_whose_regions_share_them)
{
    const Json zones = list("zones");
    const auto regions = by_id_and_side(list("regions"));
    const auto points = by_id_and_side(list("points"));
    ASSERT_FALSE(zones.empty());
    for (const Json& zone : zones) {
        expect_keys(zone, {"id", "point", "side", "kind", "area_mm2", "centroid_mm", "regions", "deep"});
        EXPECT_TRUE(points.contains({zone.at("point"), zone.at("side")}));
        const std::string kind = zone.at("kind");
        EXPECT_TRUE(kind == "essential" || kind == "spillover");
        EXPECT_EQ(zone.at("id"), zone.at("point").get<std::string>() + "." + kind);
        EXPECT_GT(zone.at("area_mm2").get<double>(), 100);
        double sum = 0, last = 2;
        for (const Json& share : zone.at("regions")) {
            expect_keys(share, {"region", "side", "share"});
            EXPECT_TRUE(regions.contains({share.at("region"), share.at("side")})) << share;
            EXPECT_LE(share.at("share").get<double>(), last);
            last = share.at("share");
            sum += last;
        }
        EXPECT_NEAR(sum, 1, 0.02) << zone.at("id");
    }
}

TEST(List, gives_structures_with_the_promised_fields)
{
    const Json structures = list("structures");
    std::map<std::string, Json> by_id;
    for (const Json& s : structures) {
        expect_keys(s, {"id", "kind", "side", "name_en", "name_la", "fma", "layer", "triangles",
                        "volume_mm3", "bounds_mm", "provenance"});
        EXPECT_TRUE(by_id.emplace(s.at("id"), s).second);
        EXPECT_GT(s.at("triangles").get<int>(), 20) << s.at("id");
        EXPECT_GT(s.at("volume_mm3").get<double>(), 0) << s.at("id");
        EXPECT_TRUE(s.at("id").get<std::string>().ends_with("." + s.at("side").get<std::string>()));
    }
    EXPECT_GT(structures.size(), 100u);
    ASSERT_TRUE(by_id.contains("skin.middle"));
    EXPECT_EQ(by_id.at("skin.middle").at("provenance"), "authored");
    ASSERT_TRUE(by_id.contains("trapezius_upper.right"));
    const Json& right = by_id.at("trapezius_upper.right");
    const Json& left = by_id.at("trapezius_upper.left");
    EXPECT_EQ(right.at("kind"), "muscle");
    EXPECT_EQ(right.at("fma"), left.at("fma"));
    EXPECT_NEAR(right.at("bounds_mm").at(0).at(0).get<double>(),
                -left.at("bounds_mm").at(1).at(0).get<double>(), 0.02);
}

TEST(List, gives_regions_and_landmarks_a_side_each)
{
    const Json regions = list("regions");
    ASSERT_FALSE(regions.empty());
    std::set<std::string> ids;
    for (const Json& region : regions)
        ids.insert(region.at("id"));
    for (const Json& region : regions) {
        expect_keys(region, {"id", "side", "name_en", "name_la", "area_mm2", "centroid_mm", "neighbours"});
        EXPECT_FALSE(region.at("name_en").get<std::string>().empty()) << region.at("id");
        for (const Json& neighbour : region.at("neighbours"))
            EXPECT_TRUE(ids.contains(neighbour)) << neighbour;
    }
    const Json landmarks = list("landmarks");
    ASSERT_FALSE(landmarks.empty());
    for (const Json& landmark : landmarks) {
        expect_keys(landmark, {"id", "side", "name_en", "name_la", "position_mm", "kind"});
        EXPECT_TRUE(landmark.at("kind") == "bone" || landmark.at("kind") == "skin");
    }
}

TEST(List, gives_sixty_regions_and_landmarks_a_side_and_their_size)
{
    std::map<std::string, int> regions, landmarks;
    for (const Json& region : list("regions")) {
        ++regions[region.at("side")];
        EXPECT_GT(region.at("area_mm2"), 0) << region.at("id");
        EXPECT_FALSE(region.at("neighbours").empty()) << region.at("id");
    }
    for (const Json& landmark : list("landmarks"))
        ++landmarks[landmark.at("side")];
    for (const char* side : {"left", "right"}) {
        EXPECT_GE(regions[side], 60) << side;
        EXPECT_GE(landmarks[side], 60) << side;
    }
}

TEST(List, gives_no_press_zones_with_their_grade_and_what_they_allow)
{
    bool carotid = false;
    for (const Json& zone : list("no_press")) {
        expect_keys(zone, {"id", "side", "name_en", "grade", "protects", "text", "allow",
                           "area_mm2", "centroid_mm", "regions", "sources", "confidence"});
        const std::string grade = zone.at("grade");
        EXPECT_TRUE(grade == "never" || grade == "only" || grade == "care") << grade;
        EXPECT_EQ(zone.at("side").is_null(), zone.at("area_mm2").is_null()) << zone.at("id");
        EXPECT_TRUE(grade != "only" || !zone.at("allow").empty()) << zone.at("id");
        for (const Json& allow : zone.at("allow"))
            expect_keys(allow, {"who", "contacts", "directions", "within_deg", "pressure_class",
                                "longest_s", "words"});
        carotid = carotid || (zone.at("id") == "carotid" && zone.at("side") == "left");
    }
    EXPECT_TRUE(carotid);
}

TEST(List, gives_muscles_and_views)
{
    bool found = false;
    for (const Json& muscle : list("muscles"))
        if (muscle.at("id") == "trapezius_upper") {
            found = true;
            EXPECT_EQ(muscle.at("points"), 2);
            EXPECT_FALSE(muscle.at("sources").empty());
        }
    EXPECT_TRUE(found);
    std::set<std::string> views;
    for (const Json& view : list("views"))
        views.insert(view.at("id"));
    for (const char* view : {"anterior", "posterior", "left", "right", "superior", "inferior"})
        EXPECT_TRUE(views.contains(view)) << view;
}

TEST(List, gives_techniques_with_gesture_dose_and_who)
{
    std::set<std::string> gestures;
    for (const Json& technique : list("techniques")) {
        expect_keys(technique, {"id", "name_en", "contacts", "gesture", "hold_s", "repetitions",
                                "pain_limit", "who", "sources", "confidence"});
        EXPECT_LE(technique.at("hold_s").at(0), technique.at("hold_s").at(1));
        EXPECT_LE(technique.at("repetitions").at(0), technique.at("repetitions").at(1));
        EXPECT_LE(technique.at("pain_limit"), 5) << technique.at("id");
        EXPECT_FALSE(technique.at("contacts").empty());
        const std::string who = technique.at("who");
        EXPECT_TRUE(who == "self" || who == "therapist") << who;
        gestures.insert(technique.at("gesture"));
    }
    for (const char* gesture : {"press_and_hold", "stepped", "pulsed", "strip_along",
                                "cross_fibres", "pincer_and_roll", "light_first_try"})
        EXPECT_TRUE(gestures.contains(gesture)) << gesture;
}

TEST(List, gives_red_flags_with_grade_words_and_places_that_there_are)
{
    std::set<std::string> muscles, regions, grades;
    for (const Json& muscle : list("muscles"))
        muscles.insert(muscle.at("id"));
    for (const Json& region : list("regions"))
        regions.insert(region.at("id"));
    const Json flags = list("red_flags");
    EXPECT_GE(flags.size(), 15u);
    for (const Json& flag : flags) {
        expect_keys(flag, {"id", "grade", "short", "words", "action", "why", "muscles", "places", "sources",
                           "confidence"});
        for (const char* said : {"words", "action", "why"})
            EXPECT_FALSE(flag.at(said).get<std::string>().empty()) << flag.at("id") << " " << said;
        for (const Json& muscle : flag.at("muscles"))
            EXPECT_TRUE(muscles.contains(muscle)) << flag.at("id") << ": " << muscle;
        for (const Json& place : flag.at("places"))
            EXPECT_TRUE(regions.contains(place)) << flag.at("id") << ": " << place;
        EXPECT_FALSE(flag.at("sources").empty()) << flag.at("id");
        grades.insert(flag.at("grade"));
    }
    EXPECT_EQ(grades, (std::set<std::string>{"emergency", "same_day", "see_doctor"}));
}

TEST(List, prints_a_line_a_record_for_people)
{
    for (const char* what : {"structures", "muscles", "points", "zones", "regions", "landmarks",
                             "techniques", "no_press", "red_flags", "views"}) {
        const Outcome text = run({"list", what});
        EXPECT_EQ(text.status, 0) << what << ": " << text.err;
        EXPECT_EQ(static_cast<std::size_t>(std::count(text.out.begin(), text.out.end(), '\n')),
                  list(what).size())
            << what;
    }
}
