#include "body/contact_hand.hpp"
#include "body/contact_shapes.hpp"
#include "body/contacts.hpp"

#include <functional>

#include <glm/trigonometric.hpp>

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

// Of a finger, near one of its joints: 1 the middle one, 3 the tip.
vec3 deepest_of_finger(const Hand& hand, std::size_t number, std::size_t joint = 3)
{
    const Digit& digit = hand.fingers[number];
    return deepest([&digit](vec3 p) { return digit_field(p, digit, false); },
                   digit.joints[joint].centre, 10);
}

// Bends a finger by `angle` until it reaches as deep as `z`, near one of its joints.
void bend_down_to(float z, HandPose& pose, std::size_t number, float FingerPose::* angle,
                  std::size_t joint)
{
    constexpr float lever_mm = 60;  // about as long as the part that moves
    for (int i = 0; i < 5; ++i) {
        const float short_mm = z - deepest_of_finger(posed(pose), number, joint).z;
        pose.fingers[number].*angle += glm::degrees(short_mm / lever_mm);
    }
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
    pose.fingers = {FingerPose{12, 25, 14, 3, 0}, {10, 33, 18, 0, 0}, {13, 28, 15, -3.2f, 0},
                    {9, 24, 15, -6, 0}};
    pose.thumb = {{-37, 56, 26}, {-55, 30, 42}, {-52, -22, 60}, {-0.8f, -0.3f, -0.5f}};
    pose.wrist_extension = 16;
    pose.wrist_deviation = 6;
    pose.webs = 0.5f;
    // The back of the hand rises toward the wrist.
    pose.proximal = {0, 0.966f, -0.259f};
    pose.palmar = {0, 0.259f, 0.966f};
    const vec3 middle = deepest_of_finger(posed(pose), 1);
    // Its neighbours bend at the knuckle until they reach as far.
    for (const std::size_t finger : {0u, 2u})
        bend_down_to(middle.z, pose, finger, &FingerPose::knuckle, 3);
    const Hand hand = posed(pose);
    const vec3 sum = middle + deepest_of_finger(hand, 0) + deepest_of_finger(hand, 2);
    return hand_mesh(hand, {sum.x / 3, sum.y / 3, middle.z - 1.3f * flattening_mm}, true);
}

// The thumb's pad against those of index and middle finger; ring and little finger curled away.
MeshData pincer_hand()
{
    HandPose pose;
    pose.fingers = {FingerPose{48, 30, 12, 3, 0}, {45, 30, 14, 1, 0}, {64, 84, 48, -1, 0},
                    {70, 88, 50, -3, 0}};
    pose.thumb = {{-35, 56, 28}, {-47, 34, 58}, {-11, 8, 88}, {0.1f, 1, 0}};
    pose.wrist_extension = 12;
    pose.wrist_deviation = 8;
    pose.proximal = {0, 0.966f, -0.259f};
    pose.palmar = {0, 0.259f, 0.966f};
    Hand hand = posed(pose);
    // Between the two fingers' pads, where the fold ends on their side.
    vec3 pads(0);
    for (const std::size_t finger : {0u, 1u})
        pads += glm::mix(hand.fingers[finger].joints[2].centre,
                         hand.fingers[finger].joints[3].centre, 0.8f) / 2.0f;
    const auto fingers = [&hand](vec3 p) {
        return std::min(digit_field(p, hand.fingers[0], false),
                        digit_field(p, hand.fingers[1], false));
    };
    vec3 origin = pads;
    for (const std::size_t finger : {0u, 1u}) {
        vec3 p = {hand.fingers[finger].joints[3].centre.x, pads.y + 40, pads.z};
        for (int i = 0; i < 60; ++i)
            p.y -= fingers(p);
        origin.y = std::max(origin.y, p.y);
    }
    origin.y += pincer_gap_mm / 2;
    // The thumb's tip moves until its pad is as far on the other side.
    vec3 tip = origin + vec3(0, pincer_gap_mm / 2 + 8, 6);
    for (int i = 0; i < 8; ++i) {
        pose.thumb.tip = {glm::dot(tip, hand.x), glm::dot(tip, hand.y), glm::dot(tip, hand.z)};
        hand = posed(pose);
        const Digit& thumb = hand.thumb;
        float y = origin.y + pincer_gap_mm / 2, least = 1000;
        for (float x = -8; x <= 8; x += 1)
            for (float z = -6; z <= 6; z += 1)
                least = std::min(least, digit_field({origin.x + x, y, origin.z + z}, thumb, true));
        tip.y -= least;
    }
    return hand_mesh(hand, origin, false);
}

// A calm fist; the bent index finger stands out, the thumb steadies it from the side.
MeshData knuckle_hand()
{
    HandPose pose;
    pose.fingers = {FingerPose{55, 110, 72, 1, 0}, {80, 100, 64, 0, 0}, {83, 100, 64, -2, 0},
                    {86, 98, 66, -5, 0}};
    pose.thumb = {{-34, 57, 25}, {-54, 31, 34}, {-41, -12, 40}, {-1, -0.1f, -0.2f}};
    pose.wrist_extension = 4;
    pose.wrist_deviation = 6;
    pose.fist_mm = 13.5f;
    pose.proximal = {0, 0.643f, -0.766f};
    pose.palmar = {0, 0.766f, 0.643f};
    const Hand hand = posed(pose);
    const Digit& index = hand.fingers[0];
    const vec3 touch = deepest([&index](vec3 p) { return digit_field(p, index, false); },
                               index.joints[1].centre, 10);
    return hand_mesh(hand, touch - vec3(0, 0, flattening_mm), true);
}

// The four fingers flat on the skin, the palm a little raised, the thumb beside it.
MeshData flat_hand()
{
    HandPose pose;
    pose.fingers = {FingerPose{-31, 3, 1, -2, 0}, {-27, 2, 1, 0, 0}, {-28, 2, 1, 2.5f, 0},
                    {-31, 3, 1, 6, 0}};
    pose.thumb = {{-35, 55, 20}, {-58, 32, 11}, {-80, -20, -14}, {-0.35f, -0.25f, -1}};
    pose.wrist_extension = 8;
    pose.wrist_deviation = 6;
    pose.webs = 0.45f;
    pose.proximal = {0, 0.875f, -0.485f};
    pose.palmar = {0, 0.485f, 0.875f};
    const float depth = deepest_of_finger(posed(pose), 1).z;
    for (const std::size_t finger : {0u, 1u, 2u, 3u}) {
        bend_down_to(depth, pose, finger, &FingerPose::knuckle, 1);
        bend_down_to(depth, pose, finger, &FingerPose::middle, 3);
    }
    const Hand hand = posed(pose);
    vec3 middle(0);
    for (const Digit& finger : hand.fingers)
        middle += finger.joints[1].centre / 4.0f;
    return hand_mesh(hand, {middle.x, middle.y, depth - 1.4f * flattening_mm}, true);
}

}  // namespace tpatlas::body
