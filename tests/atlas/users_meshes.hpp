// tests/atlas/users_meshes.hpp: structures of the embedded body, given as a user's meshes.
#pragma once

#include "atlas/built_body.hpp"
#include "atlas/registration.hpp"
#include "atlas/user_body.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace tpatlas {

inline const std::vector<std::string> arm{
    "humerus.right", "scapula.right",       "clavicle.right",      "radius.right",
    "ulna.right",    "deltoid_middle.right", "infraspinatus.right", "biceps_brachii_long.right"};

inline const Body& ours_body()
{
    return *built_body().body;
}

inline const EmbeddedShapes& our_shapes()
{
    static const EmbeddedShapes all(ours_body());
    return all;
}

inline UserMesh mesh_of(const std::string& id)
{
    const std::size_t dot = id.rfind('.');
    UserMesh mesh;
    mesh.file = id + ".obj";
    mesh.name = id;
    MeshData whole = ours_body().mesh_of(*ours_body().number({id}));
    mesh.mesh.positions = std::move(whole.positions);
    mesh.mesh.triangles = std::move(whole.triangles);
    mesh.structures = {id.substr(0, dot)};
    mesh.side = side_from_text(id.substr(dot + 1));
    mesh.by = KnownBy::name;
    return mesh;
}

inline std::vector<UserMesh> meshes_of(const std::vector<std::string>& ids)
{
    std::vector<UserMesh> meshes;
    for (const std::string& id : ids)
        meshes.push_back(mesh_of(id));
    return meshes;
}

// A body whose id and names do not matter to a test.
inline std::vector<Structure> lone_of(const std::vector<UserMesh>& meshes)
{
    std::vector<Structure> lone;
    while (lone.size() < meshes.size()) {
        Structure structure;
        structure.name = "own_" + std::to_string(lone.size());
        structure.id = {structure.name + ".middle"};
        structure.provenance = Provenance::imported;
        lone.push_back(structure);
    }
    return lone;
}

inline Body made(std::vector<UserMesh> meshes, const Registration& found)
{
    std::vector<Structure> lone = lone_of(meshes);
    Result<Body> body = make_user_body(&our_shapes(), std::move(meshes), std::move(lone),
                                       found.body_from_file, found);
    EXPECT_TRUE(body) << body.error().message();
    return body.take();
}

}  // namespace tpatlas
