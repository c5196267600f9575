// atlas/surface_shape.hpp: a surface as registration asks about it: even samples, nearest places, moments.
//
//   const SurfaceShape muscle(mesh);
//   for (const SurfaceSample& s : muscle.samples(200)) ... muscle.nearest(s.position)
//
// Says the same always; any number of threads may ask. Depends on core.
#pragma once

#include "atlas/surface_tree.hpp"
#include "core/mesh_data.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <vector>

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

namespace tpatlas {

struct SurfaceSample {
    glm::vec3 position{0};
    glm::vec3 normal{0};  // of its triangle, unit
};

// Area, middle and spread of a surface's points.
struct SurfaceMoments {
    double area = 0;
    glm::vec3 middle{0};
    glm::mat3 axes{1};        // its principal axes, right-handed, the longest first
    glm::vec3 spread{0};      // standard deviation along each
    float size() const;       // root mean square distance from the middle
};

SurfaceMoments moments_of(const MeshData& mesh);

// Evenly by area, always the same ones of the same mesh.
std::vector<SurfaceSample> samples_of(const MeshData& mesh, std::size_t count);

class SurfaceShape {
public:
    // The mesh must have triangles.
    explicit SurfaceShape(MeshData mesh);

    const MeshData& mesh() const { return mesh_; }
    const SurfaceMoments& moments() const;  // measured when first asked for
    std::vector<SurfaceSample> samples(std::size_t count) const { return samples_of(mesh_, count); }
    // As SurfaceTree does.
    SurfaceSample nearest(glm::vec3 p, float likely_mm = anywhere) const;
    SurfaceSample sample_at(const SurfaceHit& hit) const;
    SurfaceHit hit(glm::vec3 p, float likely_mm = anywhere) const
    {
        return tree_.nearest(p, likely_mm);
    }
    float distance_mm(std::uint32_t triangle, glm::vec3 p) const;
    std::optional<SurfaceHit> hit_within(glm::vec3 p, float most_mm) const
    {
        return tree_.nearest_within(p, most_mm);
    }

private:
    static constexpr float anywhere = std::numeric_limits<float>::infinity();
    MeshData mesh_;
    SurfaceTree tree_;
    mutable std::once_flag measured_;
    mutable SurfaceMoments moments_;
};

// Nearest places of one that moves little by little, or of many that lie near each other in a row:
// the triangle of the last is near the next, which spares most of the search.
class NearestInRow {
public:
    explicit NearestInRow(const SurfaceShape& on) : on_(&on) {}
    SurfaceHit next(glm::vec3 p);

private:
    const SurfaceShape* on_;
    std::optional<std::uint32_t> last_;  // triangle
};

}  // namespace tpatlas
