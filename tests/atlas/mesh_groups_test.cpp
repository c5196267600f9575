// Several of a user's meshes that are the same structures of ours, or share some: none is lost, and
// what comes out is the same on each run.
#include "atlas/mesh_groups.hpp"

#include "atlas/users_meshes.hpp"

#include <set>
#include <stop_token>

#include <gtest/gtest.h>

namespace tpatlas {
namespace {

std::size_t triangles_of(const std::vector<UserMesh>& meshes)
{
    std::size_t count = 0;
    for (const UserMesh& mesh : meshes)
        count += mesh.mesh.triangles.size();
    return count;
}

// Of all that is the user's own.
std::size_t own_triangles(const Body& body)
{
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < body.structures().size(); ++i)
        if (!body.is_ghost(i))
            count += body.surfaces().ranges[i].triangle_count;
    return count;
}

std::uint32_t own_triangles(const Body& body, const std::string& id)
{
    const std::uint32_t number = *body.number({id});
    return body.is_ghost(number) ? 0 : body.surfaces().ranges[number].triangle_count;
}

bool none_is_in_two(const Registration& found)
{
    std::set<std::uint32_t> seen;
    for (const StructureFit& fit : found.fits)
        for (const std::uint32_t number : fit.structures)
            if (!seen.insert(number).second)
                return false;
    return true;
}

UserMesh noted(const std::vector<std::string>& ids)
{
    UserMesh mesh = mesh_of(ids.front());
    mesh.structures.clear();
    mesh.side.reset();
    mesh.by = KnownBy::note;
    mesh.mesh = {};
    for (const std::string& id : ids) {
        mesh.noted.push_back({id});
        mesh.structures.push_back(id.substr(0, id.rfind('.')));
        append(mesh.mesh, mesh_of(id).mesh);
    }
    return mesh;
}

TEST(MeshGroups, of_one_name_without_a_side_are_one_structure)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    for (int i = 0; i < 7; ++i) {
        UserMesh again = mesh_of("infraspinatus.right");
        again.side.reset();
        again.mesh.triangles.resize(again.mesh.triangles.size() - 40u * static_cast<unsigned>(i));
        meshes.push_back(again);
    }
    const Registration found = register_meshes(our_shapes(), meshes, {});
    ASSERT_TRUE(found.registered);
    EXPECT_TRUE(none_is_in_two(found));
    EXPECT_EQ(own_triangles(made(meshes, found)), triangles_of(meshes));
}

TEST(MeshGroups, leave_what_a_narrower_one_has_to_it_and_give_it_their_part)
{
    const std::vector<std::string> heads{"trapezius_upper.right", "trapezius_middle.right",
                                         "trapezius_lower.right"};
    for (std::size_t alone = 1; alone <= heads.size(); ++alone) {
        std::vector<UserMesh> meshes = meshes_of(arm);
        meshes.push_back(noted(heads));
        for (std::size_t i = 0; i < alone; ++i)
            meshes.push_back(mesh_of(heads[i]));
        const Registration found = register_meshes(our_shapes(), meshes, {});
        ASSERT_TRUE(found.registered);
        EXPECT_TRUE(none_is_in_two(found));
        EXPECT_EQ(found.meshes[arm.size()].structures.size(), heads.size());
        const Body body = made(meshes, found);
        EXPECT_EQ(own_triangles(body), triangles_of(meshes));
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const double once = static_cast<double>(mesh_of(heads[i]).mesh.triangles.size());
            EXPECT_NEAR(own_triangles(body, heads[i]), i < alone ? 2 * once : once, 0.1 * once);
        }
    }
}

TEST(MeshGroups, are_of_both_sides_where_a_note_says_so)
{
    for (const std::vector<std::string>& ids :
         {std::vector<std::string>{"femur.right", "femur.left"},
          std::vector<std::string>{"femur.right", "tibia.left"}}) {
        std::vector<UserMesh> meshes = meshes_of(arm);
        meshes.push_back(noted(ids));
        const Registration found = register_meshes(our_shapes(), meshes, {});
        ASSERT_TRUE(found.registered);
        const Body body = made(meshes, found);
        for (const std::string& id : ids)
            EXPECT_EQ(own_triangles(body, id), mesh_of(id).mesh.triangles.size()) << id;
    }
}

TEST(MeshGroups, never_cut_the_skin)
{
    std::vector<UserMesh> meshes = meshes_of(arm);
    UserMesh mesh = noted({"femur.right"});
    mesh.noted.push_back({"skin.middle"});
    mesh.structures.push_back("skin");
    meshes.push_back(mesh);
    const Registration found = register_meshes(our_shapes(), meshes, {});
    const Body body = made(meshes, found);
    const std::uint32_t skin = *body.surfaces().skin;
    EXPECT_EQ(body.surfaces().ranges[skin].vertex_count,
              ours_body().surfaces().ranges[skin].vertex_count);
    EXPECT_EQ(body.landmarks().size(), ours_body().landmarks().size());
    EXPECT_EQ(own_triangles(body), triangles_of(meshes));
}

TEST(MeshGroups, are_not_registered_once_a_stop_is_asked_for)
{
    std::stop_source source;
    source.request_stop();
    const Registration found =
        register_meshes(our_shapes(), meshes_of(arm), {}, source.get_token());
    EXPECT_FALSE(found.registered);
    EXPECT_TRUE(found.fits.empty());
}

TEST(MeshGroups, that_lie_in_place_are_not_registered_where_none_is_near_ours)
{
    std::vector<UserMesh> lone = meshes_of({"infraspinatus.right"});
    EXPECT_TRUE(register_in_place(our_shapes(), lone, {}).registered);
    for (glm::vec3& p : lone[0].mesh.positions)
        p *= 0.2f;
    const Registration far = register_in_place(our_shapes(), lone, {});
    EXPECT_FALSE(far.registered);
    EXPECT_TRUE(far.meshes[0].structures.empty());
    lone[0].structures.clear();
    EXPECT_FALSE(register_in_place(our_shapes(), lone, {}).registered);
}

}  // namespace
}  // namespace tpatlas
