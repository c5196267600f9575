// The shipped catalogue laid on the built body.
#include "atlas/atlas.hpp"

#include "atlas/built_body.hpp"
#include "atlas/point_placing.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const PointId tp1{"trapezius_upper.tp1"};
const PointId tp2{"trapezius_upper.tp2"};

const Body& body()
{
    return *built_body().body;
}

double winding(std::uint32_t number, glm::vec3 at)
{
    const SurfaceRange& range = body().surfaces().ranges[number];
    return winding_number(
        body().surfaces().mesh,
        {body().surfaces().mesh.triangles.data() + range.first_triangle, range.triangle_count}, at);
}

TEST(Atlas, places_each_point_inside_its_structure_and_under_the_skin)
{
    ASSERT_GE(built_atlas().points().size(), 90u);
    for (const PlacedPoint& point : built_atlas().points()) {
        const std::string& id = (*point.record)->id.text;
        EXPECT_GT(winding(point.structure, point.position_mm), 0.9) << id;
        EXPECT_GT(winding(*body().surfaces().skin, point.position_mm), 0.9) << id;
        EXPECT_EQ(body().structures()[point.structure].side, point.side) << id;
        EXPECT_GT(point.depth_mm, 3) << id;
        EXPECT_LT(point.depth_mm, 95) << id;  // piriformis lies under gluteus maximus
        EXPECT_GT(glm::dot(point.skin_normal, point.skin_mm - point.position_mm), 0) << id;
    }
}

TEST(Atlas, places_the_left_as_the_image_of_the_right)
{
    for (const PlacedPoint& right : built_atlas().points()) {
        if (right.side != Side::right)
            continue;
        const PlacedPoint* left = built_atlas().point((*right.record)->id, Side::left);
        ASSERT_TRUE(left);
        EXPECT_LT(glm::distance(left->position_mm, mirrored(right.position_mm)), 0.01f);
        EXPECT_LT(glm::distance(left->skin_mm, mirrored(right.skin_mm)), 0.05f);
        EXPECT_NEAR(left->depth_mm, right.depth_mm, 0.05f);
        ASSERT_EQ(left->approach.has_value(), right.approach.has_value());
        if (right.approach) {
            EXPECT_LT(glm::distance(left->approach->direction, mirrored(right.approach->direction)),
                      1e-4f);
            EXPECT_NEAR(left->approach->to_bone_mm, right.approach->to_bone_mm, 0.5f);
        }
        ASSERT_EQ(left->taut_band.size(), right.taut_band.size());
    }
}

// "Halfway from C7 to the tip of the shoulder, two fingers behind the front edge" (on the reference
// bones x is about -85, and the push meets the shoulder blade 44 mm below).
TEST(Atlas, places_the_second_point_of_the_upper_trapezius_where_its_words_say)
{
    const PlacedPoint* point = built_atlas().point(tp2, Side::right);
    ASSERT_TRUE(point);
    const glm::vec3 c7 = body().landmark({"c7_spinous_process"}, Side::middle)->position_mm;
    const glm::vec3 acromion = body().landmark({"acromion"}, Side::right)->position_mm;
    EXPECT_LT(glm::distance(point->position_mm, (c7 + acromion) * 0.5f), 25);
    EXPECT_NEAR(point->position_mm.x, -85, 10);
    ASSERT_TRUE(point->approach);
    EXPECT_LT(point->approach->direction.y, -0.8f);
    EXPECT_NEAR(point->approach->to_bone_mm, 44, 12);
    EXPECT_NEAR(point->approach->depth_mm,
                glm::distance(point->approach->from_mm, point->position_mm), 0.01f);
    const glm::vec3 along =
        point->approach->from_mm + point->approach->direction * point->approach->depth_mm;
    EXPECT_LT(glm::distance(along, point->position_mm), 0.01f);
}

TEST(Atlas, reaches_a_point_that_is_only_pinched_from_where_its_fold_is_lifted_to)
{
    const PlacedPoint* point = built_atlas().point(tp1, Side::right);
    ASSERT_TRUE(point);
    ASSERT_TRUE(point->approach);
    const Press& press = (*point->record)->press.front();
    ASSERT_TRUE(press.lifts());
    EXPECT_GT(glm::dot(*press.direction, point->skin_normal), 0.3f) << "it is lifted off the body";
    EXPECT_LT(glm::distance(point->approach->direction, -*press.direction), 1e-4f);
}

TEST(Atlas, draws_the_taut_band_through_the_point_along_the_fibres)
{
    for (const PlacedPoint& point : built_atlas().points()) {
        ASSERT_GE(point.taut_band.size(), 8u);
        double length = 0;
        float nearest = 1e9f;
        for (std::size_t i = 0; i < point.taut_band.size(); ++i) {
            nearest = std::min(nearest, glm::distance(point.taut_band[i], point.position_mm));
            EXPECT_GT(winding(point.structure, point.taut_band[i]), 0.5)
                << (*point.record)->id.text;
            if (i > 0)
                length +=
                    static_cast<double>(glm::distance(point.taut_band[i - 1], point.taut_band[i]));
        }
        EXPECT_LT(nearest, 0.01f);
        EXPECT_GT(length, 25);  // shorter near an end of the fibres
        EXPECT_LT(length, 95);
    }
}

TEST(Atlas, gives_each_zone_the_same_area_on_both_sides)
{
    ASSERT_GE(built_atlas().zones().size(), 130u);
    for (const PlacedZone& zone : built_atlas().zones()) {
        const std::string& id = zone.record->id.text;
        const PlacedZone* image = built_atlas().zone(zone.record->id, other(zone.side));
        ASSERT_TRUE(image) << id;
        EXPECT_NEAR(zone.area_mm2, image->area_mm2, 1e-3 * zone.area_mm2) << id;
        EXPECT_LT(glm::distance(zone.centroid_mm, mirrored(image->centroid_mm)), 0.5f) << id;
        EXPECT_GT(zone.area_mm2, 450) << id;  // the ear canal, on the ear
        float sum = 0;
        for (const RegionShare& share : zone.regions)
            sum += share.share;
        EXPECT_NEAR(sum, 1, 1e-3f) << id;
        EXPECT_LT(built_skin().skin().tree().nearest(zone.centroid_mm).distance_mm, 0.01f);
    }
}

// As many regions as its words name, those that it covers most, are the ones that they name.
TEST(Atlas, covers_with_each_zone_most_of_all_the_regions_that_its_words_name)
{
    for (const PlacedZone& zone : built_atlas().zones()) {
        std::map<std::string, float> covered;  // both sides of a region together
        for (const RegionShare& share : zone.regions)
            covered[body().regions()[share.region].id.text] += share.share;
        std::vector<std::pair<float, std::string>> order;
        for (const auto& [region, share] : covered)
            order.emplace_back(-share, region);
        std::sort(order.begin(), order.end());
        std::set<std::string> most, named;
        for (const RegionId& name : zone.record->names)
            named.insert(name.text);
        for (std::size_t i = 0; i < std::min(named.size(), order.size()); ++i)
            most.insert(order[i].second);
        EXPECT_FALSE(named.empty()) << zone.record->id.text;
        EXPECT_EQ(most, named) << zone.record->id.text;
    }
}

// What is felt on one side is painted there.
TEST(Atlas, keeps_zones_on_the_side_that_their_words_name)
{
    for (const PlacedZone& zone : built_atlas().zones()) {
        if (zone.record->side != ZoneSide::other && crosses(*zone.record))
            continue;
        const Side wrong = zone.record->side == ZoneSide::other ? zone.side : other(zone.side);
        float beyond = 0;
        for (const RegionShare& share : zone.regions)
            if (body().regions()[share.region].side == wrong)
                beyond += share.share;
        EXPECT_LT(beyond, 0.25f) << zone.record->id.text;
    }
}

TEST(Atlas, keeps_zones_on_their_own_face_of_the_neck)
{
    // The second point's zone runs up the back of the neck; nothing of it shows on throat or face.
    const PlacedZone* zone = built_atlas().zone({"trapezius_upper.tp2.essential"}, Side::right);
    ASSERT_TRUE(zone);
    const std::set<std::string> back{"neck_back", "mastoid_region", "shoulder_top",
                                     "occiput",   "neck_side",      "upper_back"};
    for (const RegionShare& share : zone->regions)
        EXPECT_TRUE(back.contains(body().regions()[share.region].id.text))
            << body().regions()[share.region].id.text;
}

TEST(Atlas, computes_a_field_that_was_not_made_with_the_body_just_the_same)
{
    const PlacedZone* zone = built_atlas().zone({"trapezius_upper.tp2.essential"}, Side::left);
    ASSERT_TRUE(zone);
    const Result<ZoneField> field = zone_field(built_skin(), *zone->record, Side::left);
    ASSERT_TRUE(field);
    const std::vector<float> made = field.value().distances.all();
    const std::vector<float> stored = zone->field->distances.all();
    ASSERT_EQ(made.size(), stored.size());
    EXPECT_EQ(field.value().recipe, zone->field->recipe);
    for (std::size_t v = 0; v < made.size(); ++v)
        ASSERT_NEAR(made[v], stored[v], 0.6f) << v;
}

TEST(Atlas, makes_a_new_field_where_a_zone_was_drawn_anew)
{
    std::vector<ZoneField> stale = built_body().zone_fields;
    for (ZoneField& field : stale) {
        field.recipe += 1;
        field.distances =
            SkinDistances(std::vector<float>(field.distances.vertex_count(), -60.0f));
    }
    const auto atlas = make_atlas(built_body().body, shipped_catalogue(), stale);
    ASSERT_TRUE(atlas) << atlas.error().message();
    const ZoneId id{"trapezius_upper.tp2.essential"};
    EXPECT_NEAR(atlas.value()->zone(id, Side::right)->area_mm2,
                built_atlas().zone(id, Side::right)->area_mm2, 1);
}

// One point of the shipped catalogue, changed, and what make_atlas says to it.
Faults faults_with(const std::function<void(TriggerPoint::Fields&)>& change)
{
    TriggerPoint::Fields fields = **shipped_catalogue()->point(tp2);
    change(fields);
    std::vector<Muscle> muscles;
    for (const Muscle& muscle : shipped_catalogue()->muscles()) {
        Muscle::Fields with = *muscle;
        if (with.id == fields.muscle && fields.structure != "trapezius_upper")
            with.structures.push_back(fields.structure);
        muscles.push_back(Muscle::make(with).take());
    }
    Result<TriggerPoint> point = TriggerPoint::make(fields);
    EXPECT_TRUE(point) << point.error().message();
    Catalogue::Records records;
    records.sources = shipped_catalogue()->sources();
    records.muscles = muscles;
    records.points = {point.take()};
    records.techniques = shipped_catalogue()->techniques();
    Result<Catalogue> catalogue = Catalogue::make(std::move(records));
    EXPECT_TRUE(catalogue) << catalogue.error().message();
    const auto atlas =
        make_atlas(built_body().body, std::make_shared<const Catalogue>(catalogue.take()),
                   built_body().zone_fields);
    return atlas ? Faults{} : atlas.faults();
}

bool says(const Faults& faults, const std::string& words)
{
    return std::any_of(faults.begin(), faults.end(), [&](const Error& fault) {
        return fault.message().find(words) != std::string::npos;
    });
}

TEST(Atlas, takes_the_shipped_point_as_it_is)
{
    EXPECT_TRUE(faults_with([](TriggerPoint::Fields&) {}).empty());
}

TEST(Atlas, rejects_a_point_far_from_what_its_words_name)
{
    EXPECT_TRUE(says(faults_with([](TriggerPoint::Fields& f) { f.u = 0.2f; }),
                     "the middle of c7_spinous_process and acromion"));
}

TEST(Atlas, rejects_an_approach_through_bone)
{
    // From below, through ribs and shoulder blade.
    EXPECT_TRUE(says(faults_with([](TriggerPoint::Fields& f) {
                         f.press.front().direction = glm::vec3(0, 1, 0);
                     }),
                     "passes through bone"));
}

TEST(Atlas, rejects_a_zone_between_places_that_the_body_lacks)
{
    const Faults faults = faults_with([](TriggerPoint::Fields& f) {
        f.essential->shapes = {Patch{{"big_toe", {0, 0, 0}}, 20}};
    });
    EXPECT_TRUE(says(faults, "trapezius_upper.tp2.essential: big_toe"));
}

TEST(Atlas, rejects_a_stack_that_the_structure_lacks)
{
    EXPECT_TRUE(says(faults_with([](TriggerPoint::Fields& f) { f.stack = "slip_9"; }), "slip_9"));
}

TEST(Atlas, leaves_out_points_of_structures_that_the_body_lacks)
{
    EXPECT_TRUE(faults_with([](TriggerPoint::Fields& f) { f.structure = "sternalis_absent"; }).empty());
}

} // namespace
} // namespace tpatlas
