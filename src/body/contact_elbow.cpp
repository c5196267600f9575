#include "body/contact_mesh.hpp"
#include "body/contact_shapes.hpp"
#include "body/field_shapes.hpp"

namespace tpatlas::body {

namespace {

using glm::vec3;

// A bent right arm, about eighty degrees between upper arm and forearm. Girths after a lean adult
// man (elbow 70 mm broad, forearm 275 mm round, upper arm 300 mm); the pose is our estimate.
struct Arm {
    vec3 up = glm::normalize(vec3(0, -0.22f, -0.97f));   // along the upper arm
    vec3 out = glm::normalize(vec3(0, 0.90f, -0.44f));   // along the forearm
    vec3 side{1, 0, 0};                                  // the outer side of the arm
    vec3 under = glm::normalize(vec3(0, 0.44f, 0.90f));  // of the forearm, where the ulna's edge is
    vec3 behind = glm::normalize(vec3(0, -0.97f, 0.22f));  // of the upper arm, where the triceps is
    float upper_mm = 215, fore_mm = 245;

    float upper_arm(vec3 p) const
    {
        float field = round_cone(p, {up * 28.0f, 29}, {up * upper_mm, 41});
        // The elbow is broader than thick.
        field = smooth_min(field,
                           round_cone(p, {side * -20.0f + up * 12.0f, 17},
                                      {side * -14.0f + up * 70.0f, 24}), 16);
        field = smooth_min(field,
                           round_cone(p, {side * 20.0f + up * 12.0f, 17},
                                      {side * 14.0f + up * 70.0f, 25}), 16);
        field = smooth_min(field,
                           ellipsoid(p, up * 125.0f + behind * 15.0f, {36, 82, 32},
                                     own_frame(up, side)), 14);
        return smooth_min(field,
                          ellipsoid(p, up * 130.0f - behind * 17.0f, {33, 72, 30},
                                    own_frame(up, side)), 14);
    }
    float forearm(vec3 p) const
    {
        float field = round_cone(p, {side * -12.0f + out * 12.0f, 22},
                                 {side * -15.0f + out * fore_mm, 14.5f});
        field = smooth_min(field,
                           round_cone(p, {side * 13.0f + out * 20.0f, 23},
                                      {side * 15.0f + out * fore_mm, 15.5f}), 16);
        // The bellies of the flexors (inner side) and of the extensors with the brachioradialis:
        // fullest near the elbow, thinning out toward the wrist.
        const vec3 inner = side * -13.0f - under * 2.0f, outer = side * 14.0f - under * 8.0f;
        const vec3 wrist = out * fore_mm;
        field = smooth_min(field, round_cone(p, {out * 62.0f + inner, 29},
                                             {wrist + side * -10.0f, 13}), 18);
        field = smooth_min(field, round_cone(p, {out * 12.0f + inner, 22},
                                             {out * 62.0f + inner, 29}), 14);
        field = smooth_min(field, round_cone(p, {out * 52.0f + outer, 27.5f},
                                             {wrist + side * 10.0f, 13}), 18);
        return smooth_min(field, round_cone(p, {up * 42.0f + side * 15.0f, 17},
                                            {out * 52.0f + outer, 27.5f}), 16);
    }
    // The blunt end of the ulna and the edge that runs from it along the forearm; the two bumps
    // beside it.
    float bones(vec3 p) const
    {
        const vec3 tip = out * -9.0f + behind * 9.0f + under * 8.0f;
        float field = round_cone(p, {tip, 15}, {out * 20.0f + under * 10.0f, 15});
        field = smooth_min(field,
                           round_cone(p, {out * 20.0f + under * 10.0f, 15},
                                      {out * fore_mm + under * 2.0f, 12}), 10);
        field = smooth_min(field, glm::length(p - side * -24.0f - up * 7.0f) - 11, 14);
        return smooth_min(field, glm::length(p - side * 23.0f - up * 6.0f) - 11, 14);
    }
    float operator()(vec3 p) const
    {
        return smooth_min(smooth_min(upper_arm(p), forearm(p), 22), bones(p), 20);
    }
};

}  // namespace

MeshData elbow()
{
    const Arm arm;
    // The lowest point: along z from below, under the end of the ulna.
    vec3 touch(0, 0, -1000);
    for (float y = -35; y <= 25; y += 0.5f) {
        vec3 p(0, y, 60);
        while (p.z > touch.z && arm(p) > 0.01f)
            p.z -= std::max(0.7f * arm(p), 0.02f);
        if (p.z > touch.z)
            touch = p;
    }
    const vec3 origin = touch - vec3(0, 0, 1.0f);
    const FieldFunction field = [&](vec3 p) { return smooth_max(arm(p + origin), p.z, 2); };
    Box box;
    for (const vec3 end : {vec3(0), arm.up * (arm.upper_mm + 10), arm.out * (arm.fore_mm + 10)}) {
        box.include(end - origin - 62.0f);
        box.include(end - origin + 62.0f);
    }
    return field_mesh(
        field, box, 2.5f,
        [](vec3 p) { return std::clamp(2.0f + 0.03f * glm::length(p), 2.2f, 5.0f); },
        [&](vec3 p) {
            const vec3 q = p + origin;
            const float left = std::min(arm.upper_mm - glm::dot(q, arm.up),
                                        arm.fore_mm - glm::dot(q, arm.out));
            return glm::vec2(ramp(left, 0, fade_mm), 0);
        });
}

}  // namespace tpatlas::body
