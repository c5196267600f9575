#include "build_body/muscle_thinning.hpp"

#include <meshoptimizer.h>

namespace tpatlas {

MeshData thinned_muscle(const MeshData& mesh, float tolerance_mm, float least_share)
{
    if (mesh.triangles.empty())
        return mesh;
    MeshData light = mesh;
    const float* positions = &mesh.positions.front().x;
    const std::size_t count = 3 * mesh.triangles.size();
    // The library counts errors in shares of the mesh's extent.
    const float extent =
        meshopt_simplifyScale(positions, mesh.positions.size(), sizeof(glm::vec3));
    const auto least = static_cast<std::size_t>(static_cast<float>(mesh.triangles.size()) *
                                                least_share) * 3;
    const std::size_t kept = meshopt_simplify(
        &light.triangles.front().x, &mesh.triangles.front().x, count, positions,
        mesh.positions.size(), sizeof(glm::vec3), least, tolerance_mm / extent, 0, nullptr);
    light.triangles.resize(kept / 3);
    return light; // the vertices that no triangle uses go when the body is put together
}

} // namespace tpatlas
