// body/contact_hand.hpp: one calm mannequin hand (a right one), posed by the angles of its joints.
//
//   Hand hand = posed(pose);                       // pose.proximal, pose.palmar: how it is turned
//   float d = hand_field(p, hand);                 // signed distance, negative inside
//   MeshData mesh = hand_mesh(hand, origin, true);
//
// Bones after reference lengths of an adult man's hand of 187 mm; the poses are our estimate.
#pragma once

#include "body/field_shapes.hpp"
#include "core/mesh_data.hpp"

#include <array>
#include <vector>

namespace tpatlas::body {

// Degrees; 0: straight on from the bone before. Positive bends toward the palm.
struct FingerPose {
    float knuckle = 0, middle = 0, end = 0;  // the three joints, from the palm on
    float spread = 0;                        // toward the little finger
    float roll = 0;                          // turns its palm side toward the thumb
};

// Millimetres in the hand's own frame: origin in the middle finger's knuckle, x to the little
// finger's side, y to the wrist, z out of the palm.
struct ThumbPose {
    glm::vec3 base;     // where its metacarpal begins
    glm::vec3 knuckle;  // where it ends; only the direction counts
    glm::vec3 tip;      // the middle of its end: the joint between is bent so that it gets there
    glm::vec3 back;     // where its nail looks
};

struct HandPose {
    std::array<FingerPose, 4> fingers;  // index, middle, ring, little
    ThumbPose thumb;
    float wrist_extension = 0, wrist_deviation = 0;  // degrees; toward the back, the little finger
    float webs = 0.30f;       // how far skin joins neighbouring fingers: share of the first phalanx
    float thenar = 1;         // fullness of the ball of the thumb along its metacarpal
    float fist_mm = 0;        // of a fist: radius of what fills the hollow of each finger; else 0
    glm::vec3 proximal, palmar;  // the hand's y and z, in the contact frame
};

// A digit's joints from the knuckle to the tip's middle, and the thickness at each.
struct Digit {
    std::vector<Ball> joints;
    std::vector<glm::vec3> backs;  // of a phalanx: from the bone to where a nail would lie
    float nail_width_mm = 12;

    // Nothing of it is nearer than this: spares most of the work away from it.
    float at_least_mm(glm::vec3 p) const { return glm::length(p - middle) - reach_mm; }
    glm::vec3 middle{0};
    float reach_mm = 0;
};

// In a frame turned like the contact's, its origin in the middle finger's knuckle.
struct Hand {
    glm::vec3 x, y, z;               // the hand's own directions
    Digit thumb;                     // from the beginning of its metacarpal
    std::array<Digit, 4> fingers;    // index, middle, ring, little
    std::array<Ball, 5> roots;       // the metacarpals' ends at the wrist, thumb first
    Ball wrist_radial, wrist_ulnar;  // the two sides of the wrist
    Ball elbow_radial, elbow_ulnar;  // the two sides of the forearm where the stub ends
    float webs = 0.30f, thenar = 1, fist_mm = 0;
};

Hand posed(const HandPose& pose);

float digit_field(glm::vec3 p, const Digit& digit, bool thumb);
float hand_field(glm::vec3 p, const Hand& hand);
// Share in a nail, 0...1.
float nails_at(glm::vec3 p, const Hand& hand);

// With `origin` moved to (0, 0, 0); what would reach beyond z = 0 is flattened there, if asked.
MeshData hand_mesh(const Hand& hand, glm::vec3 origin, bool flattened);

}  // namespace tpatlas::body
