#include "body/skin.hpp"

#include "body/field.hpp"
#include "body/field_checks.hpp"
#include "body/manikin.hpp"
#include "body/field_surface.hpp"
#include "body/skin_marks.hpp"
#include "io/skin_tables.hpp"

#include <cmath>
#include <filesystem>

#include <gtest/gtest.h>

namespace tpatlas::body {
namespace {

SkinTable shipped_table()
{
    const Result<SkinTable> table =
        io::read_skin_tables(std::filesystem::path(TPATLAS_SOURCE_DIR) / "assets/body/skin");
    EXPECT_TRUE(table) << (table ? "" : table.error().message());
    SkinTable coarse = table ? table.value() : SkinTable{};
    for (SkinSegment& segment : coarse.segments)  // a manikin has no face worth a millimetre
        segment.step_mm = std::max(segment.step_mm, 3.0f);
    for (EdgeLength& edge : coarse.edges)
        edge.edge_mm = std::max(edge.edge_mm, 2.0f);
    for (DigitsTable* digits : {&coarse.hand, &coarse.foot})
        digits->edge_mm = digits->tip_edge_mm = digits->nail_edge_mm = 2.5f;
    return coarse;
}

bool is_inside(const MeshData& mesh, glm::vec3 p)
{
    // Along a direction that is no axis, so that no edge is met.
    const glm::dvec3 a(p);
    const glm::dvec3 b = a + glm::dvec3(701.3, 402.7, 1803.9);
    int hits = 0;
    for (const Triangle& t : mesh.triangles)
        hits += pierces(a, b, {mesh.positions[t.x], mesh.positions[t.y], mesh.positions[t.z]});
    return hits % 2 == 1;
}

// One test: the skin takes seconds to build.
TEST(Skin, is_closed_and_its_own_mirror_image_and_covers_every_structure)
{
    const std::vector<MeshData> meshes = manikin();
    const SkinTable table = shipped_table();
    float last = -1;
    const Result<BuiltSkin> built =
        build_skin(inputs_of(meshes), table, [&](std::string_view, float share) {
            EXPECT_GT(share, last);
            last = share;
        });
    ASSERT_TRUE(built) << built.error().message();
    EXPECT_EQ(last, 1);
    const MeshData& skin = built.value().mesh;

    EXPECT_EQ(open_or_broken_edges(skin), 0u);
    EXPECT_EQ(pinched_vertices(skin), 0u);
    // Handles there may be: toes as thick as their boxes touch. The real body's skin has none, as
    // tests/atlas sees to.
    EXPECT_EQ(self_intersections(skin), 0u);
    EXPECT_LE(skin.triangles.size(), 120000u);
    EXPECT_GT(volume_mm3(skin), 40e6);
    EXPECT_LT(volume_mm3(skin), 75e6);
    EXPECT_LT(bounds(skin).min.y, -5);  // the soles
    EXPECT_GT(bounds(skin).max.y, 1640);

    const std::vector<std::uint32_t>& image = built.value().mirror_of;
    ASSERT_EQ(image.size(), skin.positions.size());
    for (std::size_t v = 0; v < image.size(); ++v) {
        const glm::vec3 p = skin.positions[v];
        ASSERT_EQ(skin.positions[image[v]], glm::vec3(-p.x, p.y, p.z));
        ASSERT_EQ(image[image[v]], v);
    }

    const FieldGrid like = FieldGrid::covering(bounds(skin), 2.0f);
    const FieldGrid from_skin = distance_to(sampled(skin, 1.5f), like);
    for (const MeshData& mesh : meshes)
        for (std::size_t v = 0; v < mesh.positions.size(); v += 97) {
            const glm::vec3 p = mesh.positions[v];
            ASSERT_TRUE(is_inside(skin, p)) << p.x << " " << p.y << " " << p.z;
            ASSERT_GT(sample(from_skin, p), 0.5f)  // on grids this coarse
                << p.x << " " << p.y << " " << p.z;
        }
}

TEST(Skin, is_refused_with_the_names_of_the_masses_that_have_no_structure)
{
    const std::vector<MeshData> meshes = manikin();
    std::vector<SkinInput> inputs = inputs_of(meshes);
    std::erase_if(inputs, [](const SkinInput& input) {
        return input.name == "femur" || input.name == "hip_bone" ||
               input.name.starts_with("gluteus");
    });
    const Result<BuiltSkin> built = build_skin(inputs, shipped_table());
    ASSERT_FALSE(built);
    ASSERT_EQ(built.faults().size(), 2u);
    EXPECT_EQ(built.faults()[0].where, "skin segment 'hip'");
    EXPECT_EQ(built.faults()[1].where, "skin segment 'thigh'");
}

TEST(Skin, is_refused_with_the_mark_that_no_bone_gives)
{
    const std::vector<MeshData> meshes = manikin();
    std::vector<SkinInput> inputs = inputs_of(meshes);
    std::erase_if(inputs, [](const SkinInput& input) { return input.name == "clavicle"; });
    const Result<BuiltSkin> built = build_skin(inputs, shipped_table());
    ASSERT_FALSE(built);
    EXPECT_EQ(built.faults()[0].where, "mark 'clavicle_medial'");
}

TEST(BoneMarks, are_found_on_the_left_half_by_their_rules)
{
    MeshData bar;
    bar.positions = {{-10, 5, 0}, {-2, 9, 1}, {0.5f, 3, 8}};
    bar.triangles = {{0, 1, 2}};
    MeshData dot;
    dot.positions = {{-12, 5, 0}};
    const std::vector<SkinInput> inputs{{"humerus", &bar}, {"scapula", &dot}};
    SkinTable table;
    table.marks = {{"heart", BoneMark::Rule::centre, {"humerus"}, {}, {}, 1, "", "", 0.5f},
                   {"side", BoneMark::Rule::extreme, {"hum*"}, {}, {1, 0, 0}, 0, "", "", 0.5f},
                   {"front", BoneMark::Rule::extreme, {"humerus"}, {}, {0, 0, 1}, 3, "", "", 0.5f},
                   {"joint", BoneMark::Rule::nearest, {"humerus"}, {"scapula"}, {}, 0, "", "", 0},
                   {"half", BoneMark::Rule::middle, {}, {}, {}, 0, "side", "joint", 0.5f}};
    const Result<BoneMarks> marks = find_marks(table, inputs);
    ASSERT_TRUE(marks);
    EXPECT_EQ(marks.value().place({"side", {}}), glm::vec3(10, 5, 0));
    EXPECT_NEAR(glm::length(marks.value().place({"heart", {}}) - glm::vec3(0, 17.0f / 3, 3)), 0,
                1e-4f);
    EXPECT_EQ(marks.value().place({"front", {1, 0, 0}}), glm::vec3(1, 3, 8));
    EXPECT_EQ(marks.value().place({"joint", {}}), glm::vec3(11, 5, 0));
    EXPECT_EQ(marks.value().place({"half", {}}), glm::vec3(10.5f, 5, 0));
    EXPECT_EQ(marks.value().place({"", {7, 8, 9}}), glm::vec3(7, 8, 9));
}

TEST(Patterns, take_a_star_for_any_run_of_characters)
{
    EXPECT_TRUE(matches("rib_*", "rib_3"));
    EXPECT_TRUE(matches("*sternum*", "sternum_body"));
    EXPECT_TRUE(matches("humerus*", "humerus"));
    EXPECT_FALSE(matches("rib_*", "trapezius_upper"));
    EXPECT_FALSE(matches("humerus", "humerus_head"));
}

}  // namespace
}  // namespace tpatlas::body
