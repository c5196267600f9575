// tools/body_check/structures.hpp: the right half of a built body, ready to be asked.
//
//   const HalfBody half(body);
//   half.tree(number).nearest(p)
//
// Keeps a reference to the body. Depends on atlas.
#pragma once

#include "atlas/body.hpp"
#include "atlas/surface_tree.hpp"

#include <memory>
#include <span>
#include <vector>

namespace tpatlas {

// A point's distance to a surface; inside: behind the face nearest to it.
struct SignedDistance {
    float distance_mm = 0;
    bool inside = false;
};

class HalfBody {
public:
    explicit HalfBody(const Body& body);

    const Body& body() const { return body_; }
    const Structure& structure(std::uint32_t number) const { return body_.structures()[number]; }
    // Of the right side and the midline.
    const std::vector<std::uint32_t>& soft() const { return soft_; }    // muscles, tendons, ...
    const std::vector<std::uint32_t>& bones() const { return bones_; }  // cartilages and discs too
    std::span<const glm::vec3> positions(std::uint32_t number) const;
    std::span<const Triangle> triangles(std::uint32_t number) const;  // indices are absolute
    const SurfaceTree& tree(std::uint32_t number) const { return *trees_[number]; }
    SignedDistance distance(std::uint32_t number, glm::vec3 p) const;

private:
    const Body& body_;
    std::vector<std::uint32_t> soft_, bones_;
    std::vector<std::unique_ptr<SurfaceTree>> trees_;  // by number; empty for the left side
};

}  // namespace tpatlas
