#include "atlas/learned_map.hpp"

#include <algorithm>

namespace tpatlas {

namespace {

bool is_new(const BodyMap& map, const MeshPlace& mesh)
{
    return mesh.by == KnownBy::shape && mapped_mesh(map, mesh.file, mesh.node) == nullptr;
}

}  // namespace

bool is_learned(const BodyMap& map, const Registration& registration)
{
    return std::any_of(registration.meshes.begin(), registration.meshes.end(),
                       [&](const MeshPlace& mesh) { return is_new(map, mesh); });
}

BodyMap with_learned(const BodyMap& map, const Registration& registration)
{
    BodyMap learned = map;
    for (const MeshPlace& mesh : registration.meshes)
        if (is_new(learned, mesh))  // two nodes of a file may have one name: one line tells of both
            learned.meshes.push_back({mesh.file, mesh.node, mesh.structures});
    if (registration.registered) {
        // As found, which is as said wherever the said counts (docs/bodies.md).
        learned.unit_mm = registration.unit_mm;
        learned.up = registration.up;
        learned.mirrored = registration.mirrored;
    }
    return learned;
}

}  // namespace tpatlas
