#include "body/contact_hand.hpp"

#include "body/contact_mesh.hpp"

#include <cmath>

namespace tpatlas::body {

namespace {

using glm::vec3;

// So wide that no cleft between two fingers is narrower than the triangles.
constexpr float finger_blend_mm = 4.5f;


// One phalanx, wider than thick.
float phalanx(vec3 p, const Ball& a, const Ball& b, vec3 n, float flat)
{
    // Stretched along the thickness, so that the round cone comes out oval.
    const auto stretched = [&](vec3 q) {
        return q + n * (glm::dot(q - a.centre, n) * (1 / flat - 1));
    };
    return round_cone(stretched(p), a, {stretched(b.centre), b.radius_mm}) *
           (0.5f + 0.5f * flat);
}

// Where a point lies on the nail: 1 on the plate, 0 away from it; `rim` is the fold round it.
struct Nail {
    float plate = 0, rim = 0, edge_mm = 1000;
};
Nail nail_at(vec3 p, const Digit& digit)
{
    const Ball& tip = digit.joints.back();
    const vec3 q = p - tip.centre;
    if (glm::dot(q, q) > 400)
        return {};
    const vec3 axis = glm::normalize(tip.centre - digit.joints[digit.joints.size() - 2].centre);
    const vec3 back = digit.backs.back();
    const vec3 side = glm::cross(axis, back);
    const float half = digit.nail_width_mm * 0.5f;
    const float up = glm::dot(q, back);
    if (up < 0)
        return {};
    // Along the curve of the back, so that the plate wraps round it.
    const float across = std::atan2(glm::dot(q, side), up + 0.25f * tip.radius_mm) *
                         (tip.radius_mm * 1.15f);
    const float along = glm::dot(q, axis) + half * 0.42f;
    const vec3 d(std::max(std::abs(across) - half * 0.42f, 0.0f),
                 std::max(std::abs(along) - half * 0.55f, 0.0f), 0);
    const float edge = glm::length(d) - half * 0.5f;
    // No sharper than the triangles can follow.
    return {1 - ramp(edge, -0.8f, 0.6f), std::exp(-(edge - 0.9f) * (edge - 0.9f) / 1.1f), edge};
}

float palm_field(vec3 p, const Hand& h)
{
    const auto own = [&h](float x, float y, float z) { return h.x * x + h.y * y + h.z * z; };
    float field = 1000;
    for (int i = 0; i < 4; ++i)
        field = smooth_min(field, round_cone(p, h.roots[i + 1], h.fingers[i].joints[0]), 12);
    // Webs: the palm reaches nearly half-way along the first phalanges.
    for (int i = 0; i + 1 < 4; ++i) {
        const auto web = [&](int f) {
            const Digit& d = h.fingers[f];
            return Ball{glm::mix(d.joints[0].centre, d.joints[1].centre, h.webs) -
                            d.backs[0] * 1.5f, 8.2f};
        };
        field = smooth_min(field, round_cone(p, web(i), web(i + 1)), 13);
    }
    // The hollow of the palm, and the balls of thumb and little finger.
    for (int i = 1; i < 3; ++i)
        field = smooth_min(field,
                           round_cone(p, {h.roots[i + 1].centre + h.z * 5.0f, 13},
                                      {h.fingers[i].joints[0].centre + h.z * 5.0f, 10.5f}),
                           14);
    const vec3 root = h.roots[0].centre;
    const vec3 base = h.thumb.joints[0].centre;
    const vec3 knuckle = h.thumb.joints[1].centre;
    field = smooth_min(field, round_cone(p, h.roots[0], h.thumb.joints[0]), 14);
    field = smooth_min(field,
                       round_cone(p, {glm::mix(root, base, 0.15f) + own(12.8f, -5.5f, 3.7f), 17},
                                  {glm::mix(root, base, 0.80f) + own(8.6f, -4.3f, 1.4f), 12.5f}),
                       22);
    const vec3 inward = glm::normalize(h.roots[2].centre * 0.6f + h.z * 6.0f -
                                       (base + knuckle) * 0.5f);
    if (h.thenar > 0)
        field = smooth_min(field,
                           round_cone(p, {base + inward * 9.0f, 14 * h.thenar},
                                      {glm::mix(base, knuckle, 0.75f) + inward * 4.0f,
                                       9.5f * h.thenar}),
                           18);
    field = smooth_min(field,
                       round_cone(p, {h.roots[4].centre + own(-4.5f, -6, 9.5f), 14},
                                  {h.fingers[3].joints[0].centre + own(-4.8f, 8.6f, 9.7f), 11.5f}),
                       14);
    const vec3 index_middle = glm::mix(h.roots[1].centre, h.fingers[0].joints[0].centre, 0.55f);
    // Between thumb and index: a web of skin and the muscle in it.
    field = smooth_min(field,
                       round_cone(p, {glm::mix(root, base, 0.55f) + own(6.2f, -5.2f, -5.5f), 8},
                                  {index_middle + own(-3.2f, 0.3f, 5.5f), 9}),
                       16);
    if (h.thenar > 0)
        field = smooth_min(field,
                           round_cone(p, {glm::mix(base, knuckle, 0.55f) + inward * 3.0f, 6.5f},
                                      {index_middle + own(-3, -4, 6), 8}),
                           14);
    return field;
}

// Nothing is seen of it but that no light falls through between the curled fingers.
float fist_filling(vec3 p, const Hand& h)
{
    const auto hollow = [&h](int f) {
        vec3 sum(0);
        for (const Ball& joint : h.fingers[f].joints)
            sum += joint.centre * 0.25f;
        return Ball{sum, h.fist_mm};
    };
    float field = 1000;
    for (int i = 0; i + 1 < 4; ++i) {
        field = std::min(field, round_cone(p, hollow(i), hollow(i + 1)));
        // Where neighbours lie side by side; the index finger's middle joint stands alone.
        for (std::size_t j = i == 0 ? 2 : 1; j < 4; ++j)
            field = std::min(field, round_cone(p, {h.fingers[i].joints[j].centre, 6},
                                               {h.fingers[i + 1].joints[j].centre, 6}));
    }
    return field;
}

float forearm_field(vec3 p, const Hand& h)
{
    float field = round_cone(p, h.wrist_radial, h.elbow_radial);
    field = smooth_min(field, round_cone(p, h.wrist_ulnar, h.elbow_ulnar), 14);
    const auto middle = [](const Ball& a, const Ball& b, float more) {
        return Ball{(a.centre + b.centre) * 0.5f, (a.radius_mm + b.radius_mm) * 0.5f + more};
    };
    field = smooth_min(field,
                       round_cone(p, middle(h.wrist_radial, h.wrist_ulnar, 1.5f),
                                  middle(h.elbow_radial, h.elbow_ulnar, 5)),
                       14);
    return smooth_min(field, round_cone(p, h.wrist_radial, {h.roots[1].centre, 16}), 16);
}

// Of the forearm, from a point to where it ends.
float left_of_forearm_mm(vec3 p, const Hand& h)
{
    const vec3 from = (h.wrist_radial.centre + h.wrist_ulnar.centre) * 0.5f;
    const vec3 to = (h.elbow_radial.centre + h.elbow_ulnar.centre) * 0.5f;
    return glm::dot(to - p, glm::normalize(to - from));
}

// What the edges of triangles should be: short round the nails and at the tips.
float edge_at(vec3 p, const Hand& h)
{
    float edge = 5.8f;
    const auto look = [&](const Digit& digit) {
        if (const float away = digit.at_least_mm(p); away > 8)
            return;
        const float near = glm::length(p - digit.joints.back().centre);
        edge = std::min(edge, 2.0f + 0.055f * std::max(near - 12, 0.0f));
        const float rim = std::abs(nail_at(p, digit).edge_mm - 0.3f);
        edge = std::min(edge, 1.05f + 0.45f * std::max(rim - 0.9f, 0.0f));
    };
    for (const Digit& finger : h.fingers)
        look(finger);
    look(h.thumb);
    for (int i = 0; i + 1 < 4; ++i) {  // where two fingers part
        const auto at = [&](int f) {
            const auto& joints = h.fingers[f].joints;
            return glm::mix(joints[0].centre, joints[1].centre, h.webs + 0.15f);
        };
        const float near = glm::length(p - (at(i) + at(i + 1)) * 0.5f);
        edge = std::min(edge, 2.0f + 0.12f * std::max(near - 9, 0.0f));
    }
    return edge;
}

Box box_of(const Hand& h)
{
    Box box;
    const auto include = [&box](const Ball& b) {
        box.include(b.centre - (b.radius_mm + 14));
        box.include(b.centre + (b.radius_mm + 14));
    };
    for (const Digit& finger : h.fingers)
        for (const Ball& joint : finger.joints)
            include(joint);
    for (const Ball& joint : h.thumb.joints)
        include(joint);
    for (const Ball& b : {h.wrist_radial, h.wrist_ulnar, h.elbow_radial, h.elbow_ulnar})
        include(b);
    return box;
}

}  // namespace

float digit_field(vec3 p, const Digit& digit, bool thumb)
{
    if (const float away = digit.at_least_mm(p); away > 12)
        return away;
    float field = 1000;
    const std::size_t n = digit.joints.size();
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const Ball& a = digit.joints[i];
        const Ball& b = digit.joints[i + 1];
        const vec3 back = digit.backs[i];
        field = smooth_min(field, phalanx(p, a, b, back, i + 2 == n ? 0.88f : 0.92f), 1.2f);
        // Between its joints a finger is as thick as at them.
        const float mean = (a.radius_mm + b.radius_mm) * 0.5f;
        const vec3 along = b.centre - a.centre;
        field = smooth_min(
            field,
            ellipsoid(p, (a.centre + b.centre) * 0.5f - back * (mean * 0.12f),
                      {mean * 0.99f, glm::length(along) * 0.66f, mean * 0.96f},
                      own_frame(along, glm::cross(along, back))),
            3);
    }
    // The pad: fuller on the palm's side of the last phalanx.
    const Ball& tip = digit.joints[n - 1];
    const Ball& joint = digit.joints[n - 2];
    const vec3 axis = glm::normalize(tip.centre - joint.centre);
    const vec3 back = digit.backs[n - 2];
    const vec3 pad = glm::mix(joint.centre, tip.centre, thumb ? 0.70f : 0.72f) -
                     back * (tip.radius_mm * 0.30f);
    const float reach = glm::length(tip.centre - joint.centre) * 0.5f + tip.radius_mm * 0.35f;
    field = smooth_min(field,
                       ellipsoid(p, pad, {tip.radius_mm * 0.92f, reach, tip.radius_mm * 0.72f},
                                 own_frame(axis, glm::cross(axis, back))),
                       4);
    const Nail nail = nail_at(p, digit);
    return field - 0.4f * nail.plate + 0.3f * nail.rim * (1 - nail.plate);
}

float hand_field(vec3 p, const Hand& h)
{
    float fingers = 1000;
    for (const Digit& finger : h.fingers)
        fingers = smooth_min(fingers, digit_field(p, finger, false), finger_blend_mm);
    float field = smooth_min(palm_field(p, h), forearm_field(p, h), 16);
    field = smooth_min(field, fingers, 9);
    if (h.fist_mm > 0)
        field = smooth_min(field, fist_filling(p, h), 4);
    return smooth_min(field, digit_field(p, h.thumb, true), 8);
}

float nails_at(vec3 p, const Hand& h)
{
    // Only where the digit's own skin is: a neighbour may lie in the nail's way.
    const auto own_nail = [p](const Digit& digit, bool thumb) {
        const float share = 1 - ramp(nail_at(p, digit).edge_mm, -0.7f, 0.7f);
        return share > 0 && digit_field(p, digit, thumb) < 0.5f ? share : 0.0f;
    };
    float most = own_nail(h.thumb, true);
    for (const Digit& finger : h.fingers)
        most = std::max(most, own_nail(finger, false));
    return most;
}

MeshData hand_mesh(const Hand& hand, vec3 origin, bool flattened)
{
    const FieldFunction field = [&](vec3 p) {
        const float hand_alone = hand_field(p + origin, hand);
        return flattened ? smooth_max(hand_alone, p.z, 2) : hand_alone;
    };
    const auto edge_mm = [&](vec3 p) { return edge_at(p + origin, hand); };
    Box box = box_of(hand);
    box.min -= origin;
    box.max -= origin;
    return field_mesh(field, box, 1.3f, edge_mm, [&](vec3 p) {
        return glm::vec2(ramp(left_of_forearm_mm(p + origin, hand), 0, fade_mm),
                         nails_at(p + origin, hand));
    });
}

}  // namespace tpatlas::body
