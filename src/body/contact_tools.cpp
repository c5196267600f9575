// Tools of several parts: the hook cane and the massage gun, as fields. Forms and colours are ours;
// sizes are our estimates after common products.
#include "body/contact_mesh.hpp"
#include "body/contact_shapes.hpp"
#include "body/field_shapes.hpp"

#include <cmath>

namespace tpatlas::body {

namespace {

using glm::vec3;

// A cylinder from a to b whose rims are rounded.
float rounded_cylinder(vec3 p, vec3 a, vec3 b, float radius, float rim)
{
    const vec3 axis = glm::normalize(b - a);
    const float half = glm::length(b - a) * 0.5f;
    const vec3 q = p - (a + b) * 0.5f;
    const float along = glm::dot(q, axis);
    const float across = glm::length(q - axis * along);
    const float x = across - radius + rim;
    const float y = std::abs(along) - half + rim;
    return std::min(std::max(x, y), 0.0f) +
           std::hypot(std::max(x, 0.0f), std::max(y, 0.0f)) - rim;
}

// ---- hook cane: in the plane x = 0, from the knob at the tip over the bend to the shaft ----

constexpr float rod_mm = 9;            // radius
constexpr float tip_knob_mm = 13;      // radius
constexpr float side_knob_mm = 12;
constexpr float bend_mm = 76;          // radius of the bend
constexpr float stub_mm = 46;          // from the knob's middle to where the bend begins
constexpr float shaft_mm = 330;        // that is shown, from the bend on; the real one is longer
constexpr float begin_turn = -0.42f;   // of the rod against -z, toward +y
constexpr float end_turn = 1.80f;

struct Cane {
    vec3 knob{0, 0, -tip_knob_mm};
    vec3 stub_end, bend_middle, bend_end, shaft_end, shaft_way, side_knob, side_root;

    Cane()
    {
        const auto heading = [](float turn) { return vec3(0, std::sin(turn), -std::cos(turn)); };
        const auto inward = [](float turn) { return vec3(0, std::cos(turn), std::sin(turn)); };
        stub_end = knob + heading(begin_turn) * stub_mm;
        bend_middle = stub_end + inward(begin_turn) * bend_mm;
        bend_end = bend_middle - inward(end_turn) * bend_mm;
        shaft_way = heading(end_turn);
        shaft_end = bend_end + shaft_way * shaft_mm;
        side_root = bend_end + shaft_way * 120.0f;
        side_knob = side_root - inward(end_turn) * 46.0f;
    }
    float bend(vec3 p) const
    {
        const vec3 q = p - bend_middle;
        const float turn = std::atan2(-q.z, -q.y);  // 0 where the rod heads along -z
        if (turn < begin_turn || turn > end_turn)
            return 1000;
        return std::hypot(std::hypot(q.y, q.z) - bend_mm, q.x) - rod_mm;
    }
    float operator()(vec3 p) const
    {
        float field = std::min(round_cone(p, {knob, rod_mm}, {stub_end, rod_mm}), bend(p));
        // The straight pieces reach a little into the bend, so that there is no seam.
        field = std::min(field, rounded_cylinder(p, bend_end - shaft_way * 5.0f, shaft_end,
                                                 rod_mm, 3));
        field = smooth_min(field, round_cone(p, {side_root, 6.5f}, {side_knob, 6.5f}), 6);
        field = smooth_min(field, glm::length(p - side_knob) - side_knob_mm, 5);
        return smooth_min(field, glm::length(p - knob) - tip_knob_mm, 5);
    }
};

}  // namespace

MeshData hook_cane()
{
    const Cane cane;
    const auto off_knobs = [&](vec3 p) {
        return std::min(glm::length(p - cane.knob) - tip_knob_mm,
                        glm::length(p - cane.side_knob) - side_knob_mm);
    };
    Box box;
    for (const vec3 p : {cane.knob, cane.stub_end, cane.bend_end, cane.shaft_end, cane.side_knob,
                         cane.bend_middle - vec3(0, bend_mm, bend_mm)}) {
        box.include(p - 20.0f);
        box.include(p + 20.0f);
    }
    return field_mesh(
        [&](vec3 p) { return cane(p); }, box, 2,
        [&](vec3 p) { return std::clamp(2.4f + 0.2f * off_knobs(p), 2.4f, 5.0f); },
        [&](vec3 p) {
            return glm::vec2(ramp(glm::dot(cane.shaft_end - p, cane.shaft_way), 0, fade_mm),
                             1 - ramp(off_knobs(p), 0.3f, 2.0f));
        });
}

MeshData massage_gun()
{
    constexpr float head_mm = 20;  // radius of the ball
    const vec3 head(0, 0, -head_mm);
    const vec3 front(0, 0, -66), rear(0, 0, -198);
    const vec3 grip_from(0, 10, -152), grip_to(0, 146, -164);
    const auto ball = [&](vec3 p) {
        // A seat behind the ball, where it is put on the piston.
        return smooth_min(glm::length(p - head) - head_mm,
                          rounded_cylinder(p, {0, 0, -34}, {0, 0, -50}, 10.5f, 2), 5);
    };
    const auto barrel = [&](vec3 p) {
        float field = rounded_cylinder(p, front - vec3(0, 0, 20), rear, 29, 9);
        field = smooth_min(field, rounded_cylinder(p, front, front - vec3(0, 0, 40), 21, 4), 9);
        // Grooves for air round the motor's end.
        for (const float z : {-172.0f, -184.0f})
            field += 1.5f * std::exp(-(p.z - z) * (p.z - z) / 6);
        return field;
    };
    const auto grip = [&](vec3 p) {
        const vec3 axis = glm::normalize(grip_to - grip_from);
        const float along = glm::dot(p - grip_from, axis);
        // A little fuller in the palm, and a rim at the end.
        const float radius = 17.5f + 1.8f * std::exp(-(along - 85) * (along - 85) / 900);
        return 0.95f * rounded_cylinder(p, grip_from, grip_to, radius, 7);
    };
    const FieldFunction field = [&](vec3 p) {
        float whole = smooth_min(barrel(p), grip(p), 16);
        whole = std::min(whole, rounded_cylinder(p, {0, 0, -30}, {0, 0, -80}, 7.5f, 1));
        return smooth_min(whole, ball(p), 1);
    };
    const auto second = [&](vec3 p) {
        const float on_head = 1 - ramp(ball(p), 0.2f, 1.2f);
        const float on_grip = ramp(p.y, 47, 49.5f) * (1 - ramp(p.y, 136.5f, 139));
        return std::max(on_head * ramp(p.z, -53, -51.5f), on_grip);
    };
    const auto edge_mm = [&](vec3 p) {
        float edge = 6.5f;
        if (p.z > -80)
            edge = 3.3f;
        for (const float z : {-172.0f, -184.0f})
            edge = std::min(edge, 2.6f + 0.6f * std::max(std::abs(p.z - z) - 3, 0.0f));
        for (const float y : {48.0f, 138.0f})
            edge = std::min(edge, 2.5f + 0.8f * std::max(std::abs(p.y - y) - 1.5f, 0.0f));
        return edge;
    };
    const Box box{vec3(-40, -40, -210), vec3(40, 160, 5)};
    return field_mesh(field, box, 2, edge_mm,
                      [&](vec3 p) { return glm::vec2(1, second(p)); });
}

}  // namespace tpatlas::body
