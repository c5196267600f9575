#include "body/contact_hand.hpp"

#include <glm/trigonometric.hpp>

namespace tpatlas::body {

namespace {

using glm::vec3;

// In the hand's own frame: origin in the middle finger's knuckle, x to the little finger's side, y
// to the wrist, z out of the palm.
constexpr std::array<vec3, 4> knuckles{
    vec3(-22.6f, 4.9f, 7.0f), {0, 0, 0}, {21.9f, 1.8f, 1.3f}, {42.0f, 8.5f, 6.2f}};
constexpr std::array<std::array<float, 3>, 4> bones{
    {{42.3f, 30.3f, 21.1f}, {46.8f, 34.6f, 23.0f}, {43.9f, 31.3f, 22.0f}, {34.9f, 23.1f, 19.2f}}};
constexpr std::array<std::array<float, 4>, 4> radii{{{11.2f, 9.6f, 8.5f, 7.9f},
                                                     {11.4f, 9.7f, 8.6f, 8.0f},
                                                     {10.8f, 9.2f, 8.2f, 7.6f},
                                                     {9.8f, 8.3f, 7.3f, 6.8f}}};
constexpr std::array<float, 4> nail_widths{12, 12.5f, 11.5f, 9.5f};
constexpr std::array<float, 3> thumb_bones{36.5f, 30.9f, 25.3f};
constexpr std::array<float, 4> thumb_radii{12.0f, 10.2f, 10.1f, 8.8f};
constexpr std::array<Ball, 5> roots{Ball{{-26.5f, 71.1f, 17.7f}, 12},
                                    Ball{{-11.6f, 72.6f, 4.7f}, 13}, Ball{{0, 72.2f, 0}, 13},
                                    Ball{{12.3f, 71.3f, 0.2f}, 13}, Ball{{24, 70.3f, 3.6f}, 12}};
constexpr Ball wrist_radial{{-10.0f, 91.1f, 1.4f}, 17.5f};
constexpr Ball wrist_ulnar{{18.5f, 90.6f, -1.5f}, 16};
constexpr float forearm_mm = 139;        // of the stub that is shown
constexpr float forearm_radius_mm = 25;  // of each of its two sides where it ends
constexpr float forearm_breadth_mm = 30.6f;

vec3 perpendicular(vec3 v, vec3 to) { return glm::normalize(v - to * glm::dot(v, to)); }

// Turned about an axis of length 1.
vec3 turned(vec3 v, vec3 axis, float degrees)
{
    const float a = glm::radians(degrees);
    return v * std::cos(a) + glm::cross(axis, v) * std::sin(a) +
           axis * (glm::dot(axis, v) * (1 - std::cos(a)));
}

Digit finger(std::size_t number, const FingerPose& pose)
{
    Digit digit;
    digit.nail_width_mm = nail_widths[number];
    const float spread = glm::radians(pose.spread);
    const vec3 forward(std::sin(spread), -std::cos(spread), 0);
    // The axis that it bends about.
    const vec3 side = turned({std::cos(spread), std::sin(spread), 0}, forward, pose.roll);
    vec3 at = knuckles[number];
    digit.joints.push_back({at, radii[number][0]});
    float bent = 0;
    const std::array<float, 3> angles{pose.knuckle, pose.middle, pose.end};
    for (std::size_t i = 0; i < 3; ++i) {
        bent -= angles[i];  // about `side`, the palm's direction comes with the negative sense
        const vec3 along = turned(forward, side, bent);
        at += along * bones[number][i];
        digit.joints.push_back({at, radii[number][i + 1]});
        digit.backs.push_back(glm::cross(side, along));
    }
    return digit;
}

Digit thumb(const ThumbPose& pose)
{
    const vec3 base = pose.base;
    const vec3 knuckle = base + glm::normalize(pose.knuckle - base) * thumb_bones[0];
    // Two bones that reach the tip, the joint between them on the nail's side.
    const float a = thumb_bones[1];
    const float b = thumb_bones[2];
    vec3 way = pose.tip - knuckle;
    const float far = std::clamp(glm::length(way), std::abs(a - b) + 1, a + b - 0.2f);
    way = glm::normalize(way);
    const float along = (far * far + a * a - b * b) / (2 * far);
    const float off = std::sqrt(std::max(a * a - along * along, 0.0f));
    const vec3 joint = knuckle + way * along + perpendicular(pose.back, way) * off;
    Digit digit;
    digit.nail_width_mm = 14.5f;
    digit.joints = {{base, thumb_radii[0]}, {knuckle, thumb_radii[1]}, {joint, thumb_radii[2]},
                    {knuckle + way * far, thumb_radii[3]}};
    for (std::size_t i = 0; i < 3; ++i)
        digit.backs.push_back(perpendicular(
            pose.back,
            glm::normalize(digit.joints[i + 1].centre - digit.joints[i].centre)));
    return digit;
}

}  // namespace

Hand posed(const HandPose& pose)
{
    Hand h;
    h.y = glm::normalize(pose.proximal);
    h.z = perpendicular(pose.palmar, h.y);
    h.x = glm::cross(h.y, h.z);
    h.webs = pose.webs;
    h.thenar = pose.thenar;
    h.fist_mm = pose.fist_mm;
    const auto out = [&h](Ball ball) {
        return Ball{h.x * ball.centre.x + h.y * ball.centre.y + h.z * ball.centre.z,
                    ball.radius_mm};
    };
    const auto turn = [&](Digit digit) {
        for (Ball& joint : digit.joints)
            joint = out(joint);
        for (vec3& back : digit.backs)
            back = out({back, 1}).centre;
        Ball around{(digit.joints.front().centre + digit.joints.back().centre) * 0.5f, 0};
        for (const Ball& joint : digit.joints)
            digit.reach_mm = std::max(digit.reach_mm, glm::length(joint.centre - around.centre) +
                                                          joint.radius_mm + 2);
        digit.middle = around.centre;
        return digit;
    };
    for (std::size_t i = 0; i < 4; ++i)
        h.fingers[i] = turn(finger(i, pose.fingers[i]));
    h.thumb = turn(thumb(pose.thumb));
    for (std::size_t i = 0; i < roots.size(); ++i)
        h.roots[i] = out(roots[i]);
    h.wrist_radial = out(wrist_radial);
    h.wrist_ulnar = out(wrist_ulnar);
    // The forearm: straight on from the palm, then bent to the back and to the little finger.
    const auto bent = [&pose](vec3 v) {
        return turned(turned(v, {1, 0, 0}, -pose.wrist_extension), {0, 0, 1},
                      -pose.wrist_deviation);
    };
    const vec3 wrist = (wrist_radial.centre + wrist_ulnar.centre) * 0.5f;
    const vec3 end = wrist + bent({0, forearm_mm, 0});
    const vec3 across = bent({forearm_breadth_mm * 0.5f, 0, 0});
    h.elbow_radial = out({end - across, forearm_radius_mm});
    h.elbow_ulnar = out({end + across, forearm_radius_mm});
    return h;
}

}  // namespace tpatlas::body
