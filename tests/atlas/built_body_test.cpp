// What the build made from the tables: its structures, its sides, its named places.
#include "atlas/built_body.hpp"

#include "atlas/named_places.hpp"
#include "atlas/surface_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

const Body& body()
{
    return *built_body().body;
}

TEST(BuiltBody, has_the_structures_that_the_first_point_needs)
{
    for (const char* id :
         {"trapezius_upper.right", "trapezius_upper.left", "sternocleidomastoid_sternal.right",
          "sternocleidomastoid_clavicular.left", "supraspinatus.right", "deltoid_middle.left",
          "occipital_bone.middle", "mandible.middle", "scapula.right", "clavicle.left",
          "vertebra_c1.middle", "vertebra_t8.middle", "disc_c7_t1.middle", "humerus.right",
          "skin.middle"})
        EXPECT_TRUE(body().find({id})) << id;
    EXPECT_GE(body().structures().size(), 200u);
    EXPECT_LE(body().surfaces().mesh.triangles.size(), 700000u);
    for (std::size_t i = 0; i < contact_texts.size(); ++i)
        EXPECT_GT(body().contact(static_cast<Contact>(i)).triangles.size(), 500u)
            << contact_texts[i];
}

TEST(BuiltBody, has_every_muscle_and_bone_of_the_tables_and_a_record_for_every_muscle)
{
    std::set<std::string> recorded;
    for (const Muscle& muscle : shipped_catalogue()->muscles())
        recorded.insert(muscle->structures.begin(), muscle->structures.end());
    int muscles = 0, bones = 0;
    for (const Structure& s : body().structures()) {
        muscles += s.kind == StructureKind::muscle && s.side == Side::right;
        bones += s.kind == StructureKind::bone;
        if (s.kind == StructureKind::muscle) {
            EXPECT_TRUE(recorded.contains(s.name)) << s.name;
            EXPECT_GE(s.layer, 1) << s.name;
        }
        EXPECT_FALSE(s.name_en.empty()) << s.name;
        EXPECT_FALSE(s.name_la.empty()) << s.name;
        EXPECT_FALSE(s.region.empty() && s.kind != StructureKind::skin) << s.name;
        EXPECT_TRUE(s.fma || s.provenance != Provenance::surveyed) << s.name;
    }
    EXPECT_GE(muscles, 130);
    EXPECT_GE(bones, 190);
}

// Share of a muscle's vertices that are more tendon than flesh.
double tendinous(const char* id)
{
    const BodySurfaces& s = body().surfaces();
    const SurfaceRange range = s.ranges[*body().number({id})];
    std::size_t count = 0;
    for (std::uint32_t v = range.first_vertex; v < range.first_vertex + range.vertex_count; ++v)
        count += s.tendon[v] > 127;
    return static_cast<double>(count) / range.vertex_count;
}

TEST(BuiltBody, shows_long_tendons_and_fleshy_bellies)
{
    EXPECT_GT(tendinous("flexor_digitorum_profundus.right"), 0.3);
    EXPECT_GT(tendinous("extensor_digitorum_longus.left"), 0.3);
    EXPECT_LT(tendinous("deltoid_middle.right"), 0.25);
    EXPECT_LT(tendinous("gluteus_maximus.right"), 0.25);
    EXPECT_EQ(tendinous("femur.right"), 0);
}

TEST(BuiltBody, has_on_the_left_the_exact_image_of_the_right)
{
    for (const Structure& left : body().structures()) {
        if (left.side != Side::left)
            continue;
        const auto right = body().number({left.name + ".right"});
        ASSERT_TRUE(right) << left.id.text;
        const MeshData a = body().mesh_of(*right);
        const MeshData b = body().mesh_of(*body().number(left.id));
        ASSERT_EQ(a.positions.size(), b.positions.size());
        for (std::size_t v = 0; v < a.positions.size(); ++v) {
            ASSERT_EQ(b.positions[v], mirrored(a.positions[v]));
            ASSERT_EQ(b.fibres[v], a.fibres[v]); // (u, v) is mirrored with the muscle
        }
        EXPECT_NEAR(volume_mm3(b), volume_mm3(a), 1e-6 * volume_mm3(a)) << left.id.text;
        EXPECT_GT(volume_mm3(b), 0) << left.id.text;
    }
}

TEST(BuiltBody, has_fibre_directions_on_muscles_from_origin_to_insertion)
{
    const BodySurfaces& s = body().surfaces();
    for (std::size_t i = 0; i < body().structures().size(); ++i) {
        if (body().structures()[i].kind != StructureKind::muscle)
            continue;
        const SurfaceRange& range = s.ranges[i];
        std::size_t down = 0, edges = 0;
        for (std::uint32_t t = 0; t < range.triangle_count; ++t)
            for (int k = 0; k < 3; ++k) {
                const Triangle& triangle = s.mesh.triangles[range.first_triangle + t];
                const std::uint32_t a = triangle[k], b = triangle[(k + 1) % 3];
                const float du = s.mesh.fibres[b].x - s.mesh.fibres[a].x;
                const glm::vec3 way = s.mesh.positions[b] - s.mesh.positions[a];
                ASSERT_NEAR(glm::length(s.tangents[a]), 1, 1e-3);
                if (std::abs(du) < 0.01f || s.mesh.fibres[a].x < 0.05f ||
                    s.mesh.fibres[a].x > 0.95f)
                    continue;
                ++edges;
                down += glm::dot(way, s.tangents[a]) * du < 0;
            }
        EXPECT_LT(static_cast<double>(down), 0.05 * static_cast<double>(edges))
            << body().structures()[i].id.text;
    }
}

TEST(BuiltBody, has_one_closed_skin_that_is_its_own_mirror_image)
{
    const Surface& skin = built_skin().skin();
    for (std::uint32_t h = 0; h < 3 * skin.triangle_count(); ++h)
        ASSERT_NE(skin.twin(h), Surface::none);
    for (std::uint32_t v = 0; v < skin.vertex_count(); ++v)
        ASSERT_EQ(skin.mesh().positions[body().skin_mirror()[v]],
                  mirrored(skin.mesh().positions[v]));
}

// Landmarks read by hand on the reference bones (BodyParts3D): good to
// about 5 mm at corners and worse along smooth bone, to be put on the bone before use.
TEST(BuiltBody, has_its_landmarks_where_they_were_read_on_the_reference_bones)
{
    struct Reading {
        const char* landmark;
        const char* bone;
        glm::vec3 at;
    };
    for (const Reading& reading :
         {Reading{"glabella", "frontal_bone.middle", {0, 1557, 182}},
          {"vertex", "parietal_bone.right", {0, 1638, 86}},
          {"external_occipital_protuberance", "occipital_bone.middle", {0, 1517, 20}},
          {"mastoid_process", "temporal_bone.right", {-46, 1497, 76}},
          {"mandibular_condyle", "mandible.middle", {-41, 1517, 102}},
          {"mandible_angle", "mandible.middle", {-37, 1460, 114}},
          {"chin", "mandible.middle", {0, 1459, 179}},
          {"zygomatic_arch_mid", "zygomatic_bone.right", {-59, 1507, 128}},
          {"orbit_lateral_rim", "zygomatic_bone.right", {-47, 1528, 157}},
          {"nasion", "nasal_bone.right", {-4, 1541, 176}},
          {"nasal_bridge", "nasal_bone.right", {-7, 1511, 189}},
          {"hyoid", "hyoid_bone.middle", {0, 1439, 136}},
          {"c2_spinous_process", "vertebra_c2.middle", {-2, 1452, 47}},
          {"c4_spinous_process", "vertebra_c4.middle", {0, 1421, 47}},
          {"c4_transverse_process", "vertebra_c4.middle", {-29, 1431, 86}},
          {"c7_spinous_process", "vertebra_c7.middle", {0, 1384, 23}},
          {"jugular_notch", "manubrium.middle", {0, 1348, 138}}}) {
        const PlacedLandmark* landmark = body().landmark({reading.landmark}, Side::right);
        ASSERT_TRUE(landmark) << reading.landmark;
        const MeshData bone = body().mesh_of(*body().number({reading.bone}));
        const glm::vec3 on_bone =
            SurfaceTree(bone.positions, bone.triangles).nearest(reading.at).position_mm;
        // A reading off the bone counts where it is or where it meets the bone (whose inner face
        // may be the nearer one).
        EXPECT_LT(std::min(glm::distance(on_bone, landmark->position_mm),
                           glm::distance(reading.at, landmark->position_mm)),
                  8.0f)
            << reading.landmark;
    }
}

TEST(BuiltBody, has_its_landmarks_in_pairs_or_in_the_midline_with_skin_near)
{
    const std::set<std::string> deep{"sciatic_exit", "sciatic_mid",       "ischial_spine",
                                     "femoral_head", "knee_centre",       "femur_middle",
                                     "lesser_trochanter", "l3_transverse_process",
                                     "ischial_tuberosity", "anterior_inferior_iliac_spine"};
    std::map<Side, int> count;
    for (const PlacedLandmark& l : body().landmarks()) {
        ++count[l.side];
        EXPECT_FALSE(l.name_en.empty() || l.name_la.empty()) << l.id.text;
        if (l.side == Side::middle) {
            EXPECT_EQ(l.position_mm.x, 0) << l.id.text;
            EXPECT_EQ(l.skin_mm.x, 0) << l.id.text;
        } else {
            const PlacedLandmark* image = body().landmark(l.id, other(l.side));
            ASSERT_TRUE(image) << l.id.text;
            EXPECT_EQ(image->position_mm, mirrored(l.position_mm));
            EXPECT_EQ(image->skin_mm, mirrored(l.skin_mm));
            EXPECT_EQ(l.position_mm.x < 0, l.side == Side::right) << l.id.text;
        }
        const float depth = glm::distance(l.position_mm, l.skin_mm);
        // Deep bone is named too, by which nerves and muscles are found.
        EXPECT_LT(depth, deep.contains(l.id.text) ? 110 : 45) << l.id.text;
        EXPECT_LT(built_skin().skin().tree().nearest(l.skin_mm).distance_mm, 0.05f) << l.id.text;
        if (l.kind == LandmarkKind::skin) {
            EXPECT_EQ(depth, 0) << l.id.text;
        }
    }
    EXPECT_GE(count[Side::right], 60);
    EXPECT_GE(count[Side::left], 60);
    EXPECT_GE(count[Side::middle], 20);
}

TEST(BuiltBody, has_regions_that_cover_its_skin_alike_on_both_sides)
{
    double sum = 0;
    std::map<Side, int> count;
    for (const PlacedRegion& region : body().regions()) {
        sum += region.area_mm2;
        EXPECT_GT(region.area_mm2, 900) << region.id.text;
        EXPECT_LT(region.area_mm2, 60000) << region.id.text;
        EXPECT_FALSE(region.name_en.empty() || region.name_la.empty()) << region.id.text;
        ++count[region.side];
        EXPECT_FALSE(region.neighbours.empty()) << region.id.text;
        for (const std::uint16_t n : region.neighbours) {
            const auto& back = body().regions()[n].neighbours;
            const auto self = static_cast<std::uint16_t>(&region - body().regions().data());
            EXPECT_TRUE(std::find(back.begin(), back.end(), self) != back.end());
        }
        if (region.side == Side::middle)
            continue;
        const PlacedRegion& image = body().regions()[*body().region(region.id, other(region.side))];
        EXPECT_NEAR(image.area_mm2, region.area_mm2, 1e-4 * region.area_mm2) << region.id.text;
        EXPECT_LT(glm::distance(image.centroid_mm, mirrored(region.centroid_mm)), 0.1f);
    }
    EXPECT_GE(count[Side::right], 60);
    EXPECT_GE(count[Side::left], 60);
    EXPECT_NEAR(sum, area_mm2(built_skin().skin().mesh()), 1e-4 * sum);
}

TEST(BuiltBody, has_regions_of_one_piece)
{
    // Every vertex of a region is reached from its first one without leaving it.
    const Surface& skin = built_skin().skin();
    const std::vector<std::uint16_t>& of = body().skin_regions();
    std::vector<bool> seen(of.size(), false);
    std::map<std::uint16_t, int> pieces;
    for (std::uint32_t start = 0; start < of.size(); ++start) {
        if (seen[start])
            continue;
        std::size_t size = 0;
        std::vector<std::uint32_t> open{start};
        seen[start] = true;
        while (!open.empty()) {
            const std::uint32_t v = open.back();
            open.pop_back();
            ++size;
            for (const std::uint32_t h : skin.leaving(v))
                if (of[skin.to(h)] == of[v] && !seen[skin.to(h)]) {
                    seen[skin.to(h)] = true;
                    open.push_back(skin.to(h));
                }
        }
        if (size > 3) // a lone vertex at a border is no piece
            ++pieces[of[start]];
    }
    for (const auto& [region, count] : pieces) {
        const RegionId& id = body().regions()[region].id;
        EXPECT_EQ(count, 1) << id.text;
    }
}

TEST(BuiltBody, has_places_where_a_clinician_expects_them)
{
    const auto region_at = [](const char* landmark) {
        const SurfaceHit hit =
            built_skin().skin().tree().nearest(body().landmark({landmark}, Side::right)->skin_mm);
        const Triangle& t = built_skin().skin().mesh().triangles[hit.triangle];
        const int corner = hit.barycentric.x > 0.5f ? 0 : hit.barycentric.y > 0.5f ? 1 : 2;
        return body().regions()[body().skin_regions()[t[corner]]].id.text;
    };
    const std::map<std::string, std::string> expected{{"temple_centre", "temple"},
                                                      {"nose_tip", "nose"},
                                                      {"chin", "chin_region"},
                                                      {"ear_top", "ear"},
                                                      {"mandible_angle", "mandible_angle_region"},
                                                      {"lower_molars_cheek", "lower_molars_region"},
                                                      {"neck_side_c4", "neck_side"},
                                                      {"c4_spinous_process", "neck_back"},
                                                      {"occiput_lateral", "occiput"},
                                                      {"vertex", "scalp_top"},
                                                      {"mouth", "mouth_region"},
                                                      {"eye_centre", "orbital_region"},
                                                      {"t4_spinous_process", "interscapular"},
                                                      {"infraspinatus_middle", "scapular_region"},
                                                      {"deltoid_middle_belly", "deltoid_region"},
                                                      {"biceps_belly", "arm_front"},
                                                      {"triceps_belly", "arm_back"},
                                                      {"sternal_angle", "sternal_region"},
                                                      {"pectoralis_middle", "chest_lower"},
                                                      {"cheekbone", "cheek"},
                                                      {"olecranon", "elbow_point"},
                                                      {"elbow_crease_middle", "elbow_crease"},
                                                      {"forearm_front_middle", "forearm_front"},
                                                      {"wrist_back_middle", "wrist_back"},
                                                      {"palm_middle", "palm"},
                                                      {"hand_back_middle", "hand_back"},
                                                      {"finger_1_tip", "thumb"},
                                                      {"finger_2_tip", "index_finger"},
                                                      {"finger_5_tip", "little_finger"},
                                                      {"umbilicus", "umbilical_region"},
                                                      {"l3_spinous_process", "loin"},
                                                      {"sacral_middle", "sacral_region"},
                                                      {"greater_trochanter", "hip_side_region"},
                                                      {"thigh_front_middle", "thigh_front"},
                                                      {"thigh_back_middle", "thigh_back"},
                                                      {"patella_centre", "knee_front"},
                                                      {"popliteal_centre", "knee_back"},
                                                      {"shin_middle", "shin"},
                                                      {"medial_malleolus", "ankle_inner"},
                                                      {"lateral_malleolus", "ankle_outer"},
                                                      {"calcaneal_tendon_middle", "achilles"},
                                                      {"heel_back", "heel"},
                                                      {"sole_middle", "sole"},
                                                      {"instep_middle", "instep"},
                                                      {"toe_1_tip", "great_toe"},
                                                      {"toe_4_tip", "lesser_toes"}};
    for (const auto& [landmark, region] : expected)
        EXPECT_EQ(region_at(landmark.c_str()), region) << landmark;
}

TEST(BuiltBody, has_a_stipple_that_is_even_and_symmetric)
{
    const Surface& skin = built_skin().skin();
    std::vector<glm::vec3> right, left;
    for (const SkinSample& dot : body().surfaces().stipple) {
        const glm::vec2 w = dot.barycentric;
        const glm::vec3 at = skin.position({dot.triangle, {1 - w.x - w.y, w.x, w.y}});
        (at.x < 0 ? right : left).push_back(at.x < 0 ? at : mirrored(at));
    }
    ASSERT_EQ(right.size(), left.size());
    const auto before = [](glm::vec3 a, glm::vec3 b) { return a.y < b.y; };
    std::sort(right.begin(), right.end(), before);
    std::sort(left.begin(), left.end(), before);
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        auto image =
            std::lower_bound(left.begin(), left.end(), right[i] - glm::vec3(0.01f), before);
        while (image != left.end() && glm::distance(*image, right[i]) > 0.01f &&
               image->y < right[i].y + 0.01f)
            ++image;
        ASSERT_TRUE(image != left.end() && glm::distance(*image, right[i]) <= 0.01f) << i;
        const bool trunk = right[i].y > 1000 && right[i].y < 1350 && right[i].x > -100;
        if (i % 25 != 0 || !trunk)
            continue; // there no other face of the skin is near
        float nearest = 1e9f;
        for (std::size_t j = 0; j < right.size(); ++j)
            if (j != i)
                nearest = std::min(nearest, glm::distance(right[i], right[j]));
        EXPECT_GE(nearest, 3.79f);
        sum += static_cast<double>(nearest);
        ++count;
    }
    EXPECT_NEAR(sum / static_cast<double>(count), 4.1, 0.2);
}

} // namespace
} // namespace tpatlas
