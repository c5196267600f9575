#include "body/contact_hand.hpp"

#include "body/field_shapes.hpp"
#include "body/field_surface.hpp"

#include <array>
#include <vector>

namespace tpatlas::body {

namespace {

using glm::vec3;

constexpr float pad_flattening_mm = 1.0f;

// A digit's joints from the knuckle to the tip's middle, and the thickness at each.
struct Digit {
    std::vector<Ball> joints;
    vec3 side{1, 0, 0};  // the axis that it bends about: toward the little finger's side
    float nail_width_mm = 12;

    // Nothing of it is nearer than this: spares most of the work away from it.
    float at_least_mm(vec3 p) const
    {
        const vec3 middle = (joints.front().centre + joints.back().centre) * 0.5f;
        const float reach = glm::length(joints.back().centre - joints.front().centre) * 0.5f;
        return glm::length(p - middle) - reach - 22;
    }
};

struct Hand {
    Digit thumb;                     // from the thumb's own knuckle
    std::array<Digit, 4> fingers;    // index, middle, ring, little
    std::array<Ball, 5> roots;       // the metacarpals' ends at the wrist, thumb first
    Ball wrist_radial, wrist_ulnar;  // the two sides of the wrist
    Ball elbow_radial, elbow_ulnar;  // the two sides of the forearm where the stub ends
};

// Bones after reference lengths of an adult man's hand; angles by eye: the thumb straight, thirty
// degrees to the skin; the fingers resting beside it, half bent.
Hand posed_hand()
{
    Hand h;
    h.thumb = {{{{9, 79, -60}, 12.0f}, {{2, 50, -39}, 10.2f}, {{0, 25, -21}, 10.1f},
                {{0, 3, -8.6f}, 8.8f}},
               {1, 0, 0}, 14.5f};
    h.fingers[0] = {{{{56, 42, -84}, 11.2f}, {{67, 4, -69}, 9.6f}, {{71, -14, -45}, 8.5f},
                     {{72, -16, -24}, 7.9f}}, {0.97f, 0.24f, 0}, 12};
    h.fingers[1] = {{{{80, 42, -88}, 11.4f}, {{93, 0, -72}, 9.7f}, {{98, -21, -45}, 8.6f},
                     {{98, -22, -22}, 8.0f}}, {0.97f, 0.24f, 0}, 12.5f};
    h.fingers[2] = {{{{100.5f, 49, -84}, 10.8f}, {{116.5f, 11, -69}, 9.2f}, {{122, -7, -44}, 8.2f},
                     {{123, -8, -22}, 7.6f}}, {0.97f, 0.24f, 0}, 11.5f};
    h.fingers[3] = {{{{119, 60, -76}, 9.8f}, {{136, 32, -64}, 8.3f}, {{144, 20, -46}, 7.3f},
                     {{146, 18, -27}, 6.8f}}, {0.97f, 0.24f, 0}, 9.5f};
    h.roots = {{{{36, 106, -82}, 12}, {{52, 110, -93}, 13}, {{64, 112, -96}, 13},
                {{76, 114, -94}, 13}, {{87, 116, -89}, 12}}};
    h.wrist_radial = {{50, 128, -98}, 17.5f};
    h.wrist_ulnar = {{78, 134, -97}, 16};
    h.elbow_radial = {{66, 240, -178}, 25};
    h.elbow_ulnar = {{96, 246, -178}, 25};
    return h;
}

float forearm_share(const Hand& h, vec3 p)
{
    const vec3 from = (h.wrist_radial.centre + h.wrist_ulnar.centre) * 0.5f;
    const vec3 to = (h.elbow_radial.centre + h.elbow_ulnar.centre) * 0.5f;
    return glm::dot(p - from, glm::normalize(to - from)) / glm::length(to - from);
}

// From the bone to the back of a phalanx, where a nail lies.
vec3 back_of(const Digit& digit, std::size_t phalanx)
{
    return glm::normalize(glm::cross(
        digit.side, digit.joints[phalanx + 1].centre - digit.joints[phalanx].centre));
}

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
    float plate = 0, rim = 0;
};
Nail nail_at(vec3 p, const Digit& digit)
{
    const Ball& tip = digit.joints.back();
    const vec3 axis = glm::normalize(tip.centre - digit.joints[digit.joints.size() - 2].centre);
    const vec3 back = back_of(digit, digit.joints.size() - 2);
    const vec3 side = glm::cross(axis, back);
    const vec3 q = p - tip.centre;
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
    return {1 - ramp(edge, -0.45f, 0.35f), std::exp(-(edge - 0.5f) * (edge - 0.5f) / 0.5f)};
}

float digit_field(vec3 p, const Digit& digit, bool thumb)
{
    if (const float away = digit.at_least_mm(p); away > 12)
        return away;
    float field = 1000;
    const std::size_t n = digit.joints.size();
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const bool last = i + 2 == n;
        field = smooth_min(field,
                           phalanx(p, digit.joints[i], digit.joints[i + 1], back_of(digit, i),
                                   last ? 0.88f : 0.92f),
                           2.5f);
        // Between its joints a finger is as thick as at them.
        const Ball& a = digit.joints[i];
        const Ball& b = digit.joints[i + 1];
        const float mean = (a.radius_mm + b.radius_mm) * 0.5f;
        field = smooth_min(
            field,
            ellipsoid(p, (a.centre + b.centre) * 0.5f - back_of(digit, i) * (mean * 0.12f),
                      {mean * 0.95f, glm::length(b.centre - a.centre) * 0.62f, mean * 0.94f},
                      own_frame(b.centre - a.centre, digit.side)),
            3);
    }
    // The pad: fuller on the palm's side of the last phalanx.
    const Ball& tip = digit.joints[n - 1];
    const Ball& joint = digit.joints[n - 2];
    const vec3 axis = glm::normalize(tip.centre - joint.centre);
    const vec3 back = back_of(digit, n - 2);
    const vec3 pad = glm::mix(joint.centre, tip.centre, thumb ? 0.70f : 0.72f) -
                     back * (tip.radius_mm * 0.30f);
    const float reach = glm::length(tip.centre - joint.centre) * 0.5f + tip.radius_mm * 0.35f;
    field = smooth_min(field,
                       ellipsoid(p, pad, {tip.radius_mm * 0.92f, reach, tip.radius_mm * 0.72f},
                                 own_frame(axis, glm::cross(axis, back))),
                       4);
    const Nail nail = nail_at(p, digit);
    return field - 0.35f * nail.plate + 0.4f * nail.rim * (1 - nail.plate);
}

float palm_field(vec3 p, const Hand& h)
{
    float field = 1000;
    for (int i = 0; i < 4; ++i)
        field = smooth_min(field, round_cone(p, h.roots[i + 1], h.fingers[i].joints[0]), 9);
    // Webs: the palm reaches nearly half-way along the first phalanges.
    for (int i = 0; i + 1 < 4; ++i) {
        const auto web = [&](int f) {
            const auto& j = h.fingers[f].joints;
            return Ball{glm::mix(j[0].centre, j[1].centre, 0.30f) + vec3(0, 0, 2), 8.0f};
        };
        field = smooth_min(field, round_cone(p, web(i), web(i + 1)), 8);
    }
    // The hollow of the palm, and the balls of thumb and little finger.
    const vec3 palmar(-0.155f, 0.077f, 0.985f);
    for (int i = 1; i < 3; ++i)
        field = smooth_min(field,
                           round_cone(p, {h.roots[i + 1].centre + palmar * 5.0f, 13},
                                      {h.fingers[i].joints[0].centre + palmar * 5.0f, 10.5f}),
                           14);
    const vec3 thumb_root = h.roots[0].centre;
    const vec3 knuckle = h.thumb.joints[0].centre;
    field = smooth_min(field, round_cone(p, h.roots[0], h.thumb.joints[0]), 14);
    field = smooth_min(field,
                       round_cone(p, {glm::mix(thumb_root, knuckle, 0.15f) + vec3(13, -2, 6), 17},
                                  {glm::mix(thumb_root, knuckle, 0.80f) + vec3(9, -2, 3), 12.5f}),
                       22);
    field = smooth_min(field,
                       round_cone(p, {h.roots[4].centre + vec3(-4, -6, 10), 14},
                                  {h.fingers[3].joints[0].centre + vec3(-8, 8, 8), 11.5f}),
                       14);
    const vec3 index_middle =
        glm::mix(h.roots[1].centre, h.fingers[0].joints[0].centre, 0.55f);
    // Between thumb and index: a web of skin and the muscle in it.
    field = smooth_min(field,
                       round_cone(p, {glm::mix(thumb_root, knuckle, 0.55f) + vec3(8, -4, -4), 8},
                                  {index_middle + vec3(-4, 0, 5), 9}),
                       16);
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
    return smooth_min(field,
                      round_cone(p, h.wrist_radial, {h.roots[1].centre, 16}), 16);
}

float hand_field(vec3 p, const Hand& h)
{
    float fingers = 1000;
    for (const Digit& finger : h.fingers)
        fingers = smooth_min(fingers, digit_field(p, finger, false), 1.5f);
    float field = smooth_min(palm_field(p, h), forearm_field(p, h), 16);
    field = smooth_min(field, fingers, 9);
    return smooth_min(field, digit_field(p, h.thumb, true), 8);
}

// The farthest point of the thumb's end in the direction of pressing.
vec3 contact_of(const Hand& h)
{
    const auto thumb = [&h](vec3 p) { return digit_field(p, h.thumb, true); };
    // Level ground meets the pad: along z from below, over the neighbourhood of the tip.
    const vec3 tip = h.thumb.joints.back().centre;
    vec3 deepest = tip;
    for (float y = -12; y <= 20; y += 0.25f) {
        vec3 p = tip + vec3(0, y, 14);
        while (p.z > tip.z && thumb(p) > 0)
            p.z -= 0.05f;
        if (p.z > deepest.z)
            deepest = p;
    }
    return deepest;
}

}  // namespace

MeshData build_thumb_hand()
{
    const Hand hand = posed_hand();
    const vec3 contact = contact_of(hand);
    // The pad flattens where it touches.
    const vec3 pressed = contact - vec3(0, 0, pad_flattening_mm);
    const FieldFunction field = [&](vec3 p) {
        return smooth_max(hand_field(p + pressed, hand), p.z, 2);
    };
    const auto nails = [&](vec3 p) {
        float most = nail_at(p + pressed, hand.thumb).plate;
        for (const Digit& finger : hand.fingers)
            most = std::max(most, nail_at(p + pressed, finger).plate);
        return most;
    };
    const auto edge_mm = [&](vec3 p) {
        float near = glm::length(p + pressed - hand.thumb.joints.back().centre);
        for (const Digit& finger : hand.fingers)
            near = std::min(near, glm::length(p + pressed - finger.joints.back().centre));
        return std::clamp(1.0f + 0.07f * std::max(near - 13, 0.0f), 1.0f, 4.5f);
    };
    const Box box{vec3(-40, -60, -225), vec3(190, 290, 20)};
    MeshData mesh = remeshed(extract_surface(field, box, 0.9f), field, edge_mm);
    mesh.normals = vertex_normals(mesh);
    mesh.fibres.reserve(mesh.positions.size());
    const float length = glm::length(hand.elbow_radial.centre - hand.wrist_radial.centre);
    for (const vec3& p : mesh.positions) {
        const float left = (1 - forearm_share(hand, p + pressed)) * length;
        mesh.fibres.push_back({ramp(left, 0, 60), nails(p)});
    }
    return mesh;
}

}  // namespace tpatlas::body
