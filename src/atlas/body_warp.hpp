// atlas/body_warp.hpp: how the embedded body yields so that a user's structures fit into it.
//
//   const BodyWarp warp(shapes, registration.fits);
//   warp(landmark.position_mm);  warp.apply(skin.positions);
//
// Each fitted structure moves the space around it as its affine says, so that skin turns with a limb
// that is turned; between structures their moves are averaged, nearer ones weighing more (Shepard
// 1968, sixth power of the distance to places spread over each surface: with a lower one a far trunk
// of many places outweighs the arm beside it), and far from all of them nothing moves. Smooth
// everywhere. Never changed afterwards. Depends on core.
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
    // Many at once: from a grid of 16 mm (30 mm where little moves), linear between its nodes.
    void apply(std::span<glm::vec3> positions) const;
    // The skin follows what lies under it, not what lies before it: the hip does not go with the hand
    // beside it. Where little moves it is as apply().
    void apply_to_skin(MeshData& skin) const;

private:
    struct Mover {
        Affine map;
        std::vector<glm::vec3> places;  // on the structure's surface
    };
    glm::vec3 move_at(glm::vec3 p) const;
    // Only what lies inward counts.
    glm::vec3 move_of_skin(glm::vec3 p, glm::vec3 outward) const;
    // `weight_of(d)`: how much a place counts that lies at p + d.
    template <class WeightOf>
    glm::vec3 mean_move(glm::vec3 p, const WeightOf& weight_of) const;

    std::vector<Mover> movers_;
    bool little_ = true;  // nearly all places stay nearly where they are
};

}  // namespace tpatlas
