#include "body/contact_hand.hpp"
#include "body/contact_shapes.hpp"
#include "body/contacts.hpp"

#include <functional>

namespace tpatlas::body {

namespace {

using glm::vec3;
using Field = std::function<float(vec3)>;

constexpr float flattening_mm = 1.0f;  // of a pad, where it touches

// The farthest point of a shape in the direction of pressing: level ground meets it, along z from
// below, within `reach_mm` of a point beside.
vec3 deepest(const Field& shape, vec3 near, float reach_mm)
{
    vec3 best = near;
    for (float x = -reach_mm; x <= reach_mm; x += 0.5f)
        for (float y = -reach_mm; y <= reach_mm; y += 0.5f) {
            vec3 p = near + vec3(x, y, 30);
            while (p.z > best.z) {
                const float free = shape(p);
                if (free < 0.02f)
                    break;
                p.z -= std::max(0.8f * free, 0.02f);
            }
            if (p.z > best.z)
                best = p;
        }
    return best;
}

vec3 deepest_of_finger(const Hand& hand, std::size_t number)
{
    const Digit& digit = hand.fingers[number];
    return deepest([&digit](vec3 p) { return digit_field(p, digit, false); },
                   digit.joints.back().centre, 10);
}

// Fingers that rest, half bent.
constexpr std::array<FingerPose, 4> resting{FingerPose{13, 32, 33, 6, 0},
                                            {13, 32, 34, 7, 0},
                                            {13, 33, 34, 10, 0},
                                            {12, 33, 31, 18, 0}};

}  // namespace

// The thumb straight, thirty degrees to the skin; the fingers resting beside it.
MeshData thumb_hand()
{
    HandPose pose;
    pose.fingers = resting;
    pose.thumb = {{-55.9f, 48.5f, 41.4f}, {-66.7f, 19.6f, 61.0f}, {-75.6f, -28.9f, 87.6f},
                  {-0.24f, -0.45f, -0.85f}};
    pose.thenar = 0;
    pose.wrist_extension = 31.8f;
    pose.wrist_deviation = 15.7f;
    pose.proximal = {-0.2215f, 0.9689f, -0.1106f};
    pose.palmar = {-0.1550f, 0.0770f, 0.9849f};
    const Hand hand = posed(pose);
    const vec3 touch = deepest([&hand](vec3 p) { return digit_field(p, hand.thumb, true); },
                               hand.thumb.joints.back().centre, 16);
    return hand_mesh(hand, touch - vec3(0, 0, flattening_mm), true);
}

// Index, middle and ring finger side by side, slightly bent, on their pads.
MeshData fingertips_hand()
{
    HandPose pose;
    pose.fingers = {FingerPose{10, 24, 14, 1.5f, 0}, {14, 26, 16, 0, 0}, {10, 25, 14, -2.5f, 0},
                    {6, 22, 14, -5, 0}};
    pose.thumb = {{-37, 56, 26}, {-55, 30, 42}, {-52, -22, 60}, {-0.8f, -0.3f, -0.5f}};
    pose.wrist_extension = 16;
    pose.wrist_deviation = 6;
    pose.webs = 0.5f;
    // The back of the hand rises toward the wrist.
    pose.proximal = {0, 0.966f, -0.259f};
    pose.palmar = {0, 0.259f, 0.966f};
    const Hand hand = posed(pose);
    vec3 middle(0);
    float depth = -1000;
    for (const std::size_t finger : {0u, 1u, 2u}) {
        const vec3 touch = deepest_of_finger(hand, finger);
        middle += touch / 3.0f;
        depth = std::max(depth, touch.z);
    }
    return hand_mesh(hand, {middle.x, middle.y, depth - 1.5f * flattening_mm}, true);
}

MeshData pincer_hand() { return {}; }
MeshData knuckle_hand() { return {}; }
MeshData flat_hand() { return {}; }

}  // namespace tpatlas::body
