// body/contacts.hpp: what presses: life-size hands, an elbow and simple tools.
//
//   MeshData knuckle = build_contact(Contact::knuckle);  // a right hand
// A left hand or arm is mirrored(...) of it, with x = -x.
//
// Contact frame: the origin is the middle of what touches the skin; +z is the direction of
// pressing, into the body; +y the direction in which forearm or handle leaves, seen along the
// press; x completes a right-handed frame. Within 70 mm of the origin nothing but what touches
// comes to the plane z = 0, and nothing lies beyond z = 2 mm. A roller's axis lies along x.
//
// The pincer holds a fold that runs along x: the origin is its middle at the height of the pads, +z
// points into the body (the fold is lifted along -z); the thumb's pad is at y = +gap / 2, on the
// forearm's side, those of index and middle finger at y = -gap / 2. It has one gap and is drawn
// unchanged while it squeezes: the fold gives way, as skin does under any other contact. Beside the
// fold its fingertips reach on into the body's side, less than pincer_reach_mm beyond z = 0.
//
// `fibres` of a vertex: x its opacity, 1, falling smoothly to 0 over the last 60 mm of a forearm,
// an upper arm or a shaft; y its share in a second colour, 0...1: nails; a seam; grips, knobs,
// rings, heads. A hand takes two seconds of one core, a tool a tenth; no state; always the same.
#pragma once

#include "core/mesh_data.hpp"
#include "domain/press.hpp"

namespace tpatlas::body {

constexpr float pincer_gap_mm = 14;    // between the pads; our estimate of a skin fold held firmly
constexpr float pincer_reach_mm = 16;  // of the fingertips beyond the middle of the pads

// Closed; with normals and fibres. Hands and elbow at most 14 000 triangles, tools 6 000.
MeshData build_contact(Contact contact);

}  // namespace tpatlas::body
