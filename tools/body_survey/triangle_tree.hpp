// tools/body_survey/triangle_tree.hpp: the nearest point of a surface, quickly.
//
//   const TriangleTree tree(mesh);
//   const NearestPoint hit = tree.nearest(p);   // hit.distance_mm, hit.point, hit.triangle
//
// Keeps its own copy of the corners; any number of threads may ask. Depends on core.
#pragma once

#include "core/mesh_data.hpp"

#include <vector>

namespace tpatlas
{

struct NearestPoint {
    float distance_mm = 0;
    glm::vec3 point{0};
    std::uint32_t triangle = 0;
};

class TriangleTree
{
public:
    // The mesh must have triangles.
    explicit TriangleTree(const MeshData& mesh);

    NearestPoint nearest(glm::vec3 p) const;

    // Square to a triangle of the mesh, to the side from which it winds counter-clockwise.
    glm::vec3 normal(std::uint32_t triangle) const;

private:
    struct Node {
        Box box;
        std::uint32_t first = 0; // a leaf's first triangle in order_, or the left child
        std::uint32_t count = 0; // triangles of a leaf; 0 for an inner node
    };
    struct Corners {
        glm::vec3 a, b, c;
    };

    void split(std::uint32_t node, std::uint32_t first, std::uint32_t count,
               const std::vector<glm::vec3>& centres);

    std::vector<Corners> corners_;
    std::vector<std::uint32_t> order_;
    std::vector<Node> nodes_;
};

// Christer Ericson, Real-Time Collision Detection (2005), 5.1.5.
glm::vec3 nearest_on_triangle(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c);

} // namespace tpatlas
