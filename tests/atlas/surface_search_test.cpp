// Searches for the nearest place on a surface: with a bound that is wrong, and on what is none.
#include "atlas/recognition.hpp"
#include "atlas/search_cost.hpp"
#include "atlas/surface_tree.hpp"
#include "atlas/users_meshes.hpp"

#include "atlas/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

// Long triangles about one place, each across all others.
MeshData tangle(int count)
{
    MeshData mesh;
    std::mt19937 random(2);
    const auto any = [&] { return static_cast<float>(random() % 801) - 400; };
    for (int i = 0; i < count; ++i) {
        const glm::vec3 a(any(), any(), any()), b(any(), any(), any());
        const auto at = static_cast<std::uint32_t>(mesh.positions.size());
        mesh.positions.insert(mesh.positions.end(), {a, b, -a - b});
        mesh.triangles.emplace_back(at, at + 1, at + 2);
    }
    return mesh;
}

TEST(SurfaceTree, finds_the_nearest_place_however_wrong_the_bound_is)
{
    const MeshData mesh = shapes::sphere(100, 3);
    const SurfaceTree tree(mesh.positions, mesh.triangles);
    for (const glm::vec3 p :
         {glm::vec3(0, 250, 0), glm::vec3(1, 2, 3), glm::vec3(-1e6f, 7, 1e5f)}) {
        const SurfaceHit right = tree.nearest(p);
        for (const float likely : {0.0f, 0.5f * right.distance_mm, 2 * right.distance_mm,
                                   std::numeric_limits<float>::quiet_NaN()}) {
            const SurfaceHit hit = tree.nearest(p, likely);
            EXPECT_EQ(hit.triangle, right.triangle) << likely;
            EXPECT_EQ(hit.position_mm, right.position_mm) << likely;
        }
        EXPECT_FALSE(tree.nearest_within(p, 0.5f * right.distance_mm));
        EXPECT_TRUE(tree.nearest_within(p, 1.1f * right.distance_mm));
    }
}

TEST(SurfaceTree, gives_one_of_its_triangles_to_what_is_nowhere)
{
    const MeshData mesh = shapes::sphere(100, 2);
    const SurfaceTree tree(mesh.positions, mesh.triangles);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    for (const glm::vec3 p : {glm::vec3(nan, 0, 0), glm::vec3(1e38f), glm::vec3(0, nan, 1e38f)})
        for (const float likely : {0.0f, 10.0f, nan, std::numeric_limits<float>::infinity()}) {
            const SurfaceHit hit = tree.nearest(p, likely);
            EXPECT_LT(hit.triangle, mesh.triangles.size());
            EXPECT_TRUE(std::isfinite(hit.position_mm.x));
        }
}

TEST(SearchCost, is_little_of_every_structure_and_much_of_a_tangle)
{
    float most = 0;
    for (std::uint32_t i = 0; i < ours_body().structures().size(); ++i)
        most = std::max(most, search_cost(ours_body().mesh_of(i)));
    EXPECT_LT(most, most_search_cost / 3);
    EXPECT_GT(search_cost(tangle(2000)), most_search_cost);
    EXPECT_EQ(search_cost({}), 0);
}

TEST(Recognition, does_not_try_a_tangle_on_every_muscle)
{
    UserMesh mesh;
    mesh.mesh = tangle(20'000);
    const Recognition nameless = recognise(our_shapes(), mesh, {});
    EXPECT_FALSE(nameless.sure);
    EXPECT_TRUE(nameless.guesses.empty());
    // What its name says is proposed all the same.
    mesh.structures = {"sartorius"};
    mesh.by = KnownBy::name;
    const Recognition named = recognise(our_shapes(), mesh, {});
    EXPECT_FALSE(named.sure);
    EXPECT_EQ(named.guesses.size(), 3u);  // right, left, both
}

// The largest of few meshes says where all lie; a tangle cannot.
TEST(Registration, lays_ours_on_what_is_a_surface_beside_a_larger_tangle)
{
    std::vector<UserMesh> meshes = meshes_of({"soleus.right", "tibialis_anterior.right"});
    meshes[1].mesh = tangle(20'000);
    ASSERT_GT(meshes[1].mesh.triangles.size(), meshes[0].mesh.triangles.size());
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    EXPECT_EQ(found.meshes[0].structures, (std::vector<StructureId>{{"soleus.right"}}));
    ASSERT_FALSE(found.fits.empty());
    EXPECT_LT(found.fits[0].median_mm, 0.1f);
}

TEST(Registration, does_not_ask_again_what_a_tangle_is_that_was_said)
{
    std::vector<UserMesh> meshes = meshes_of({"soleus.right"});
    meshes[0].mesh = tangle(20'000);
    meshes[0].by = KnownBy::note;
    meshes[0].noted = {{"soleus.right"}};
    const Registration found = register_meshes(our_shapes(), meshes, {});
    EXPECT_FALSE(found.registered);
    EXPECT_TRUE(found.meshes[0].guesses.empty());
    EXPECT_EQ(found.meshes[0].by, KnownBy::note);
    EXPECT_EQ(found.meshes[0].structures, meshes[0].noted);
    EXPECT_TRUE(is_said_but_tangled(found, found.meshes[0]));
}

TEST(Registration, says_an_unusual_unit_where_it_was_said_and_is_so)
{
    std::vector<UserMesh> meshes = meshes_of({"soleus.right"});
    for (glm::vec3& p : meshes[0].mesh.positions)
        p *= 10.0f;  // tenths of millimetres
    BodyMap said;
    said.unit_mm = 0.1f;
    EXPECT_EQ(register_meshes(our_shapes(), meshes, said).unit_mm, 0.1f);
    said.unit_mm = 10.0f;  // what the shape shows counts
    const Registration found = register_meshes(our_shapes(), meshes, said);
    EXPECT_TRUE(!found.registered || found.unit_mm == 1.0f);
}

TEST(Registration, does_not_lay_ours_on_a_tangle)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    const glm::vec3 middle = our_shapes().moments(*ours_body().number({arm[5]})).middle;
    meshes[5].mesh = tangle(20'000);
    for (glm::vec3& p : meshes[5].mesh.positions)
        p = middle + 0.1f * p;
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    EXPECT_FALSE(found.fits[5].trusted);
    EXPECT_GT(found.fits[5].median_mm, 0);
    EXPECT_TRUE(found.fits[4].trusted);
}

}  // namespace
}  // namespace tpatlas
