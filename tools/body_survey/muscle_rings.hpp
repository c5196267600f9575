// tools/body_survey/muscle_rings.hpp: level lines of a fibre field as rings that match from one to
// the next.
//
//   std::vector<LevelRing> rings = level_rings(closed, field.u, 64);
//   match_edges(rings, skinward);
//   turn_toward(rings, skinward, medial);
//   straighten(rings);
//   RingSection section{rings[3].u, resampled(rings[3], 12, 0.5f)};
//
// Depends on core.
#pragma once

#include "core/mesh_data.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace tpatlas
{

// A closed line around the muscle. `edge` and `other_edge` are places on it, as shares of its
// length: the two edges that part its face toward the skin from its deep face.
struct LevelRing {
    float u = 0;
    std::vector<glm::vec3> points; // in order, all rings turning the same way
    float edge = 0;
    float other_edge = 0.5f;
    float left_out = 0; // length of further rings on the same level, over this one's
    // Where lines along the fibres cross the ring, as rising shares of its length, evenly spaced in
    // v: the first at `edge`, the middle one at `other_edge`. Empty: evenly spaced in length.
    std::vector<float> courses;
};

// `count` levels from close to one end to close to the other, denser at the ends; the longest line
// of each level.
std::vector<LevelRing> level_rings(const MeshData& closed, const std::vector<float>& u,
                                   std::size_t count);

// A unit vector toward the skin at a place.
using Skinward = std::function<glm::vec3(glm::vec3)>;

// Chooses the edges of all rings together: far apart on each ring, square to the direction of the
// skin where the ring is round, near to their neighbours' from ring to ring.
void match_edges(std::vector<LevelRing>& rings, const Skinward& skinward);

// The mean direction from `edge` to `other_edge`; shorter than 1 where the rings disagree.
glm::vec3 edge_direction(const std::vector<LevelRing>& rings);

// Makes the points run from `edge` over the face toward the skin to `other_edge`, which is the
// medial one. The directions are asked for at the rings' middles.
void turn_toward(std::vector<LevelRing>& rings, const Skinward& skinward, glm::vec3 medial);

// Sets the courses of all rings together, so that lines along the fibres run as straight as the
// rings allow; the edges stay nearly where they are. To be called last.
void straighten(std::vector<LevelRing>& rings);

// `points` of a table's ring: the first in the middle of the face toward the skin, the next toward
// `other_edge`. `crowding` 0 spaces them evenly on each face, 1 crowds them at the edges.
std::vector<glm::vec3> resampled(const LevelRing& ring, std::size_t points, float crowding);

} // namespace tpatlas
