// body/contact_hand.hpp: a life-size, calm mannequin hand that presses with its thumb.
//
//   MeshData hand = build_thumb_hand();           // a right hand; mirrored(hand) is a left one
//
// Contact frame: the origin is the middle of the thumb's pad where it touches; +z is the direction
// of pressing, into the body; +y the direction in which the forearm leaves, seen along the press;
// x completes a right-handed frame (the fingers lie at +x). Within 70 mm of the contact nothing but
// the pad comes below the plane z = 0, and nothing at all beyond z = 2 mm.
// `fibres` of a vertex: x its opacity, 1 on the hand, falling smoothly to 0 over the last 60 mm of
// forearm; y its share in a nail, 0...1. Built from signed distances, about 2 s; two threads
// inside; no state. Sizes after an adult man's hand of 187 mm; the pose is our estimate.
#pragma once

#include "core/mesh_data.hpp"

namespace tpatlas::body {

// At most 25 000 triangles; closed. The same every time.
MeshData build_thumb_hand();

}  // namespace tpatlas::body
