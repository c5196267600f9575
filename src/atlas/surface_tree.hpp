// atlas/surface_tree.hpp: where a ray meets a surface, and which of its points is nearest.
//
//   const SurfaceTree tree(mesh.positions, mesh.triangles);
//   if (std::optional<SurfaceHit> hit = tree.first_hit(from, direction)) ... hit->distance_mm
//
// Keeps its own copy of the triangles' corners; never changed afterwards, so any number of threads
// may ask. Depends on core.
#pragma once

#include "core/box.hpp"
#include "core/mesh_data.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace tpatlas {

struct SurfaceHit {
    float distance_mm = 0;
    std::uint32_t triangle = 0;
    glm::vec3 barycentric{0};  // weights of the triangle's corners
    glm::vec3 position_mm{0};
};

class SurfaceTree {
public:
    SurfaceTree(std::span<const glm::vec3> positions, std::span<const Triangle> triangles);

    bool empty() const { return corners_.empty(); }

    // The first crossing from either side, at a distance in (least, most); `direction` is unit.
    std::optional<SurfaceHit> first_hit(glm::vec3 from, glm::vec3 direction, float least = 1e-4f,
                                        float most = std::numeric_limits<float>::max()) const;

    // Of two equally near triangles the one with the lower number. The tree must not be empty.
    // `likely_mm`: something is thought to lie so near, which spares most of the search.
    SurfaceHit nearest(glm::vec3 p,
                       float likely_mm = std::numeric_limits<float>::infinity()) const;
    // Nothing where all lies that far off or farther.
    std::optional<SurfaceHit> nearest_within(glm::vec3 p, float most_mm) const;

private:
    struct Corners {
        glm::vec3 a, b, c;
    };
    struct Node {
        Box box;
        std::uint32_t first = 0;  // a leaf's first place in order_, or the left child
        std::uint32_t count = 0;  // of a leaf's triangles; 0 for an inner node, right = left + 1
    };
    void split(std::uint32_t node, std::span<const glm::vec3> centres);

    std::vector<Corners> corners_;  // in the order of order_
    std::vector<std::uint32_t> order_;
    std::vector<Node> nodes_;
};

float distance_to_triangle(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c);

// For a single question, without a tree: whether the way from `from` along the unit `direction`
// meets the box before `most`, and the distance to the first of the triangles before `most`.
bool meets(const Box& box, glm::vec3 from, glm::vec3 direction, float most);
std::optional<float> first_hit(std::span<const glm::vec3> positions,
                               std::span<const Triangle> triangles, glm::vec3 from,
                               glm::vec3 direction, float most);

}  // namespace tpatlas
