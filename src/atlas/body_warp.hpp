// atlas/body_warp.hpp: how the embedded body yields so that a user's structures fit into it.
//
//   const BodyWarp warp(shapes, registration.fits);
//   warp(landmark.position_mm);  warp.apply(skin.positions);
//
// Each fitted structure moves the space at its surface as its affine says; between them the moves
// are averaged, nearer ones weighing more (Shepard 1968, fourth power), and far from all of them
// nothing moves. Smooth everywhere. Never changed afterwards. Depends on core.
#pragma once

#include "atlas/embedded_shapes.hpp"
#include "atlas/registration.hpp"

#include <span>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

class BodyWarp {
public:
    BodyWarp(const EmbeddedShapes& embedded, std::span<const StructureFit> fits);

    glm::vec3 operator()(glm::vec3 p) const { return p + move_at(p); }
    // Many at once: from a grid of 16 mm, linear between its nodes.
    void apply(std::span<glm::vec3> positions) const;

private:
    struct Handle {
        glm::vec3 at{0};
        glm::vec3 move{0};
    };
    glm::vec3 move_at(glm::vec3 p) const;

    std::vector<Handle> handles_;
};

}  // namespace tpatlas
