// tests/support/users_body.hpp: users' bodies laid on the small one, for the panels that tell of them.
#pragma once

#include "atlas/carried_atlas.hpp"
#include "atlas/file_frame.hpp"
#include "atlas/user_body.hpp"
#include "core/structure_kind.hpp"
#include "support/small_atlas.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tpatlas::testing {

inline Structure lone_structure(const std::string& name)
{
    Structure structure;
    structure.name = name;
    structure.id = {name + ".middle"};
    structure.name_en = name;
    structure.kind = StructureKind::muscle;
    structure.provenance = Provenance::imported;
    return structure;
}

inline std::shared_ptr<const Atlas> users_atlas(std::vector<UserMesh> meshes,
                                                std::vector<Structure> lone,
                                                Registration registration)
{
    const std::shared_ptr<const Atlas> ours = small_atlas();
    const EmbeddedShapes shapes(ours->body());
    for (const UserMesh& mesh : meshes)
        if (registration.meshes.size() < meshes.size())
            registration.meshes.push_back(
                {mesh.file, mesh.node, mesh.name, {}, KnownBy::nothing, {}});
    Result<Body> body = make_user_body(&shapes, std::move(meshes), std::move(lone),
                                       convention(1, UpAxis::y, false), registration);
    if (!body)
        throw std::runtime_error(body.error().message());
    return carried_atlas(*ours, std::make_shared<const Body>(body.take()),
                         std::make_shared<const Registration>(std::move(registration)));
}

// The right flank muscle alone, and nothing tells that it is one.
inline std::shared_ptr<const Atlas> unknown_muscle()
{
    const std::shared_ptr<const Atlas> ours = small_atlas();
    UserMesh mesh;
    mesh.file = "blob.obj";
    mesh.node = "Blob";
    mesh.name = "Blob";
    mesh.mesh = ours->body().mesh_of(*ours->body().number({"flank_muscle.right"}));
    Registration registration;
    registration.meshes = {{mesh.file, mesh.node, mesh.name, {}, KnownBy::nothing,
                            {{{{"flank_muscle.right"}}, 0.031f}, {{{"flank_muscle.left"}}, 0.046f}}}};
    return users_atlas({mesh}, {lone_structure("blob")}, registration);
}

// The same muscle, known; its partner too unlike ours; `unknown` further meshes of one file that
// nothing is known of. Alone in it a mesh is called by the file.
inline std::shared_ptr<const Atlas> half_known_body(int unknown = 1,
                                                    const char* rest = "rest.obj")
{
    const std::shared_ptr<const Atlas> ours = small_atlas();
    const std::uint32_t right = *ours->body().number({"flank_muscle.right"});
    const std::uint32_t left = *ours->body().number({"flank_muscle.left"});
    std::vector<UserMesh> meshes;
    std::vector<Structure> lone;
    Registration registration;
    registration.registered = true;
    registration.body_from_file = convention(1, UpAxis::y, false);
    registration.up = UpAxis::z;
    registration.unit_mm = 1000;
    registration.mirrored = true;
    const auto add = [&](const char* file, const std::string& name, std::uint32_t like) {
        UserMesh mesh;
        mesh.file = file;
        mesh.node = name;
        mesh.name = name;
        mesh.mesh = ours->body().mesh_of(like);
        meshes.push_back(std::move(mesh));
        lone.push_back(lone_structure("mesh_" + std::to_string(lone.size())));
        registration.meshes.push_back({file, name, name, {}, KnownBy::nothing, {}});
    };
    add("flank.obj", "Flank_R", right);
    registration.meshes.back().structures = {{"flank_muscle.right"}};
    registration.meshes.back().by = KnownBy::name;
    add("flank.obj", "Flank_L", left);
    registration.meshes.back().structures = {{"flank_muscle.left"}};
    registration.meshes.back().by = KnownBy::shape;
    for (int i = 0; i < unknown; ++i)
        add(rest, "Cube." + std::to_string(i + 1), right);
    StructureFit fit;
    fit.structures = {right};
    fit.meshes = {0};
    fit.median_mm = 0.84f;
    registration.fits.push_back(fit);
    fit.structures = {left};
    fit.meshes = {1};
    fit.median_mm = 31;
    fit.trusted = false;
    registration.fits.push_back(fit);
    return users_atlas(std::move(meshes), std::move(lone), std::move(registration));
}

}  // namespace tpatlas::testing
