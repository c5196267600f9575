// atlas/surface.hpp: a triangle surface to walk on: who is whose neighbour, and where is a point.
//
//   const Surface skin(body.mesh_of(*body.surfaces().skin));
//   const SurfacePoint at = skin.nearest(landmark.skin_mm);
//   skin.position(at)
//
// Made once for a skin and shared by everything that measures along it. Never changed afterwards;
// any number of threads may ask. Depends on core.
#pragma once

#include "atlas/surface_tree.hpp"
#include "core/mesh_data.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tpatlas {

struct SurfacePoint {
    std::uint32_t triangle = 0;
    glm::vec3 weights{1, 0, 0};  // of the triangle's corners

    bool operator==(const SurfacePoint&) const = default;
};

// Half-edge 3 t + k runs in triangle t from its corner k to the next one.
class Surface {
public:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

    explicit Surface(MeshData mesh);

    const MeshData& mesh() const { return mesh_; }
    const SurfaceTree& tree() const { return tree_; }
    std::size_t vertex_count() const { return mesh_.positions.size(); }
    std::size_t triangle_count() const { return mesh_.triangles.size(); }

    static std::uint32_t next(std::uint32_t half_edge)
    {
        return half_edge % 3 == 2 ? half_edge - 2 : half_edge + 1;
    }
    static std::uint32_t previous(std::uint32_t half_edge)
    {
        return half_edge % 3 == 0 ? half_edge + 2 : half_edge - 1;
    }
    std::uint32_t from(std::uint32_t half_edge) const
    {
        return mesh_.triangles[half_edge / 3][static_cast<int>(half_edge % 3)];
    }
    std::uint32_t to(std::uint32_t half_edge) const { return from(next(half_edge)); }
    // The same edge in the neighbouring triangle; none at a border.
    std::uint32_t twin(std::uint32_t half_edge) const { return twins_[half_edge]; }
    double length(std::uint32_t half_edge) const { return lengths_[half_edge]; }
    // A half-edge that leaves the vertex for each of its triangles, in no special order.
    std::span<const std::uint32_t> leaving(std::uint32_t vertex) const
    {
        return {leaving_.data() + leaving_first_[vertex],
                leaving_first_[vertex + 1] - leaving_first_[vertex]};
    }
    // True where shortest ways may bend: more than 2 pi of surface around the vertex, or a border.
    bool bends_ways(std::uint32_t vertex) const { return bends_ways_[vertex]; }

    glm::vec3 position(const SurfacePoint& point) const;
    glm::vec3 normal(std::uint32_t triangle) const;
    glm::vec3 smooth_normal(const SurfacePoint& point) const;  // of the mesh's vertex normals
    SurfacePoint nearest(glm::vec3 p) const;
    // A vertex as a point in one of its triangles.
    SurfacePoint at_vertex(std::uint32_t vertex) const;

private:
    void find_twins();
    void find_bends();

    MeshData mesh_;
    SurfaceTree tree_;
    std::vector<std::uint32_t> twins_;
    std::vector<double> lengths_;
    std::vector<std::uint32_t> leaving_first_;
    std::vector<std::uint32_t> leaving_;
    std::vector<bool> bends_ways_;
};

}  // namespace tpatlas
