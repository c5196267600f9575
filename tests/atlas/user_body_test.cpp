// Structures of the embedded body, changed as strangers change them, given back as a user's.
#include "atlas/learned_map.hpp"
#include "atlas/recognition.hpp"
#include "atlas/registration.hpp"
#include "atlas/user_body.hpp"

#include "atlas/users_meshes.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <glm/geometric.hpp>
#include <gtest/gtest.h>

namespace tpatlas {
namespace {

template <class Map>
void move_all(std::vector<UserMesh>& meshes, const Map& map, bool mirrors = false)
{
    for (UserMesh& mesh : meshes) {
        for (glm::vec3& p : mesh.mesh.positions)
            p = map(p);
        if (mirrors)
            for (Triangle& t : mesh.mesh.triangles)
                std::swap(t.y, t.z);
    }
}

float most_off(const Registration& found)
{
    float most = 0;
    for (const StructureFit& fit : found.fits)
        for (const std::uint32_t number : fit.structures)
            for (const SurfaceSample& s : our_shapes().of(number).samples(40))
                most = std::max(most, glm::distance(fit.user_from_embedded(s.position), s.position));
    return most;
}

TEST(Registration, lays_a_set_in_metres_with_z_up_on_ours)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    move_all(meshes, [](glm::vec3 p) { return glm::vec3(p.x, -p.z, p.y) * 0.001f; });
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    EXPECT_EQ(found.unit_mm, 1000);
    EXPECT_EQ(found.up, UpAxis::z);
    EXPECT_FALSE(found.mirrored);
    EXPECT_EQ(found.fits.size(), arm.size());
    EXPECT_LT(most_off(found), 0.1);
}

TEST(Registration, finds_left_and_right_exchanged)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    move_all(meshes, [](glm::vec3 p) { return mirrored(p); }, true);
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    EXPECT_TRUE(found.mirrored);
    EXPECT_LT(most_off(found), 0.1);
    // With sides that are not said it is the left arm, and nothing is exchanged.
    for (UserMesh& mesh : meshes)
        mesh.side.reset();
    const Registration left = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(left.registered);
    EXPECT_FALSE(left.mirrored);
    EXPECT_EQ(left.meshes[0].structures[0].text, "humerus.left");
}

TEST(Registration, gives_each_of_two_nameless_sides_its_own)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    for (const std::string& id : arm)
        meshes.push_back(mesh_of(id.substr(0, id.rfind('.')) + ".left"));
    for (UserMesh& mesh : meshes)
        mesh.side.reset();
    move_all(meshes, [](glm::vec3 p) { return glm::vec3(-p.z, p.y, p.x) * 0.01f; });
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    for (std::size_t i = 0; i < meshes.size(); ++i) {
        ASSERT_EQ(found.meshes[i].structures.size(), 1u);
        EXPECT_EQ(found.meshes[i].structures[0].text, meshes[i].name);
    }
}

TEST(Registration, follows_a_structure_that_is_longer_and_stands_elsewhere)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    const auto changed = [](glm::vec3 p) {
        return glm::vec3(p.x * 1.05f - 8, 0.9f * p.y + 100, p.z * 1.02f + 4);
    };
    UserMesh& muscle = meshes[6];
    for (glm::vec3& p : muscle.mesh.positions)
        p = changed(p);
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    const StructureFit& fit = found.fits[6];
    ASSERT_TRUE(fit.trusted);
    for (const SurfaceSample& s : our_shapes().of(fit.structures[0]).samples(50))
        EXPECT_LT(glm::distance(found.body_from_file(changed(s.position)),
                                fit.user_from_embedded(s.position)),
                  5);
}

TEST(Registration, does_not_trust_a_box_called_deltoid)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    MeshData& mesh = meshes[5].mesh;
    const Box box = bounds(mesh);
    for (glm::vec3& p : mesh.positions)  // a slab: every vertex on the nearer of two faces
        p.y = p.y < box.centre().y ? box.min.y : box.max.y + 300;
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    EXPECT_FALSE(found.fits[5].trusted);
    EXPECT_EQ(found.fits[5].user_from_embedded, Affine{});
}

TEST(Registration, says_nothing_of_meshes_that_nobody_knows)
{
    std::vector<UserMesh> meshes = meshes_of({"humerus.right", "radius.right"});
    for (UserMesh& mesh : meshes) {
        mesh.structures.clear();
        mesh.by = KnownBy::nothing;
    }
    const Registration found = register_meshes(our_shapes(), meshes, {});
    EXPECT_FALSE(found.registered);
    EXPECT_EQ(found.meshes.size(), 2u);
}

TEST(Recognition, knows_a_nameless_muscle_by_its_shape_wherever_it_lies)
{
    UserMesh mesh = mesh_of("infraspinatus.right");
    mesh.structures.clear();
    mesh.side.reset();
    mesh.by = KnownBy::nothing;
    std::vector<UserMesh> one{mesh};
    move_all(one, [](glm::vec3 p) { return (p - glm::vec3(-90, 1300, 20)) * 0.1f; });
    const Registration found = register_meshes(our_shapes(), one, {});
    ASSERT_TRUE(found.registered);
    EXPECT_EQ(found.meshes[0].by, KnownBy::shape);
    EXPECT_EQ(found.meshes[0].structures[0].text, "infraspinatus.right");
    EXPECT_EQ(found.unit_mm, 10);
    EXPECT_LT(most_off(found), 0.5);
    // And what was learned is said the next time.
    ASSERT_TRUE(is_learned({}, found));
    const BodyMap map = with_learned({}, found);
    ASSERT_EQ(map.meshes.size(), 1u);
    EXPECT_EQ(map.meshes[0].structures[0].text, "infraspinatus.right");
    EXPECT_EQ(map.unit_mm, 10);
    EXPECT_FALSE(is_learned(map, found));
}

TEST(Recognition, asks_about_a_ball)
{
    UserMesh mesh;
    mesh.mesh = mesh_of("patella.right").mesh;
    const glm::vec3 middle = moments_of(mesh.mesh).middle;
    for (glm::vec3& p : mesh.mesh.positions)
        p = 30.0f * glm::normalize(p - middle);
    const Registration found = register_meshes(our_shapes(), {mesh}, {});
    EXPECT_FALSE(found.registered);
    EXPECT_FALSE(found.meshes[0].guesses.empty());
}

TEST(UserBody, lends_what_the_user_lacks_and_keeps_the_numbers_of_ours)
{
    const std::vector<UserMesh> meshes = meshes_of(arm);
    const Registration found = register_meshes(our_shapes(), meshes, {});
    const Body body = made(meshes, found);
    EXPECT_TRUE(body.is_users());
    ASSERT_EQ(body.structures().size(), ours_body().structures().size());
    for (std::uint32_t i = 0; i < body.structures().size(); ++i) {
        const StructureId& id = body.structures()[i].id;
        EXPECT_EQ(id, ours_body().structures()[i].id);
        EXPECT_EQ(body.is_ghost(i), std::find(arm.begin(), arm.end(), id.text) == arm.end())
            << id.text;
    }
    EXPECT_EQ(body.surfaces().skin, ours_body().surfaces().skin);
    // The user's muscle has our fibres.
    const std::uint32_t number = *body.number({"infraspinatus.right"});
    const SurfaceRange& range = body.surfaces().ranges[number];
    const SurfaceRange& ours = ours_body().surfaces().ranges[number];
    for (std::uint32_t v = 0; v < range.vertex_count; v += 97)
        EXPECT_LT(glm::distance(body.surfaces().mesh.fibres[range.first_vertex + v],
                                ours_body().surfaces().mesh.fibres[ours.first_vertex + v]),
                  0.05f);
}

TEST(UserBody, cuts_a_mesh_of_a_group_between_its_structures)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    UserMesh group = mesh_of("triceps_long.right");
    for (const char* other : {"triceps_lateral.right", "triceps_medial.right"})
        append(group.mesh, mesh_of(other).mesh);
    group.structures = {"triceps_long", "triceps_lateral", "triceps_medial"};
    meshes.push_back(group);
    const Registration found = register_meshes(our_shapes(), meshes, {});
    const Body body = made(meshes, found);
    for (const std::string& name : group.structures) {
        const std::uint32_t number = *body.number({name + ".right"});
        EXPECT_FALSE(body.is_ghost(number));
        EXPECT_NEAR(body.surfaces().ranges[number].triangle_count,
                    ours_body().surfaces().ranges[number].triangle_count,
                    0.1 * ours_body().surfaces().ranges[number].triangle_count)
            << name;
    }
}

TEST(UserBody, shows_what_is_none_of_ours_beside_it)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    UserMesh own = mesh_of("femur.left");
    own.structures.clear();
    own.by = KnownBy::note;
    meshes.push_back(own);
    const Registration found = register_meshes(our_shapes(), meshes, {});
    const Body body = made(meshes, found);
    ASSERT_EQ(body.structures().size(), ours_body().structures().size() + 1);
    EXPECT_FALSE(body.is_ghost(static_cast<std::uint32_t>(body.structures().size() - 1)));
    EXPECT_TRUE(body.is_ghost(*body.number({"femur.left"})));
}

TEST(UserBody, has_the_skin_drawn_after_the_muscle_that_is_larger)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    const glm::vec3 middle = our_shapes().moments(*ours_body().number({"deltoid_middle.right"})).middle;
    for (glm::vec3& p : meshes[5].mesh.positions)
        p = middle + 1.25f * (p - middle);
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.fits[5].trusted);
    const Body body = made(meshes, found);
    const std::uint32_t skin = *body.surfaces().skin;
    const SurfaceShape ours(ours_body().mesh_of(skin)), theirs(body.mesh_of(skin));
    // No place of the muscle is outside of it; at the left foot it has not moved.
    float most_outside = 0;
    for (const glm::vec3& p : body.mesh_of(*body.number({"deltoid_middle.right"})).positions) {
        const SurfaceSample hit = theirs.nearest(p);
        most_outside = std::max(most_outside, glm::dot(p - hit.position, hit.normal));
    }
    EXPECT_LT(most_outside, 0.5);
    const glm::vec3 foot(90, 10, 100);
    EXPECT_LT(glm::distance(theirs.nearest(foot).position, ours.nearest(foot).position), 0.5);
}

}  // namespace
}  // namespace tpatlas
