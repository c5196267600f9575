// What is turned on a lathe: the knobber, the foam roller, the roller stick. Forms and colours are
// ours; sizes are our estimates after common products, where no source is named.
#include "body/contact_mesh.hpp"
#include "body/contact_shapes.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::body {

namespace {

using glm::vec3;
using Profile = std::vector<LatheRing>;

// Straight to a place, then a hard edge: the ring stands twice, a hair apart, so that light breaks.
void edge_to(Profile& profile, float along, float radius, float second)
{
    const LatheRing from = profile.back();
    const glm::vec2 way(along - from.along_mm, radius - from.radius_mm);
    const glm::vec2 hair = glm::normalize(way) * 0.3f;
    profile.push_back({from.along_mm + hair.x, from.radius_mm + hair.y, second});
    profile.push_back({along - hair.x, radius - hair.y, second});
    profile.push_back({along, radius, second});
}

// A smooth curve through stations (along, radius), from the last ring on.
void curve_through(Profile& profile, const std::vector<glm::vec2>& stations, int steps,
                   float second)
{
    std::vector<glm::vec2> all{{profile.back().along_mm, profile.back().radius_mm}};
    all.insert(all.end(), stations.begin(), stations.end());
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const glm::vec2 before = all[i > 0 ? i - 1 : 0];
        const glm::vec2 after = all[std::min(i + 2, all.size() - 1)];
        for (int s = 1; s <= steps; ++s) {
            const float t = float(s) / float(steps), t2 = t * t, t3 = t2 * t;
            const glm::vec2 squares =
                2.0f * before - 5.0f * all[i] + 4.0f * all[i + 1] - after;
            const glm::vec2 cubes = 3.0f * all[i] - before - 3.0f * all[i + 1] + after;
            const glm::vec2 p = 0.5f * (2.0f * all[i] + (all[i + 1] - before) * t +
                                        squares * t2 + cubes * t3);
            profile.push_back({p.x, std::max(p.y, 0.5f), second});
        }
    }
}

}  // namespace

// A ball that presses, a waist with two rings, a handle like a pear for the palm.
MeshData knobber()
{
    constexpr float tip_mm = 11;  // radius of the ball
    constexpr float tilt = 0.30f;  // radians from the upright, toward +y
    Profile profile{{0, 0, 0}};
    const int steps = 9;
    for (int i = 1; i <= steps; ++i) {  // the ball, down to where the waist begins
        const float a = 2.35f * float(i) / float(steps);
        profile.push_back({tip_mm * (1 - std::cos(a)), tip_mm * std::sin(a), 0});
    }
    curve_through(profile, {{24, 7.4f}, {29, 8.6f}}, 3, 0);
    edge_to(profile, 29.2f, 11.5f, 1);
    round_rim(profile, {30.7f, 12.6f}, true, 2, 1);
    round_rim(profile, {32.2f, 11.5f}, false, 2, 1);
    edge_to(profile, 32.4f, 9.8f, 0);
    curve_through(profile, {{37, 9.4f}, {46, 11.5f}, {60, 17}, {75, 20.5f}}, 4, 0);
    edge_to(profile, 75.6f, 19.9f, 1);
    edge_to(profile, 78.4f, 20.1f, 1);
    edge_to(profile, 79, 20.7f, 0);
    curve_through(profile, {{90, 20.6f}, {100, 17}, {106.5f, 11}, {109.4f, 5}}, 4, 0);
    profile.push_back({110, 0, 0});
    // The lowest point of the tilted ball lies under its middle.
    const vec3 axis(0, std::sin(tilt), -std::cos(tilt));
    return lathe(profile, {vec3(0, 0, -tip_mm) - axis * tip_mm, axis}, 44);
}

// Hollow; grooves between broad ridges.
MeshData foam_roller()
{
    constexpr float outer_mm = 75, inner_mm = 51, half_mm = 165;
    constexpr float rim_mm = 6, groove_depth_mm = 3.5f;
    Profile profile{{-half_mm, inner_mm + 2, 1}, {-half_mm, inner_mm + 2.4f, 0},
                    {-half_mm, outer_mm - rim_mm, 0}};
    round_rim(profile, {-half_mm + rim_mm, outer_mm}, true, 3, 0);
    // Nine ridges, the middle one over the origin.
    const float pitch = 35, flank = 2.5f, width = 4;
    for (int i = -4; i < 4; ++i) {
        const float at = (float(i) + 0.5f) * pitch;
        const float left = at - width / 2 - flank, right = at + width / 2 + flank;
        profile.push_back({left, outer_mm, 0});
        profile.push_back({at - width / 2, outer_mm - groove_depth_mm, 1});
        profile.push_back({at + width / 2, outer_mm - groove_depth_mm, 1});
        profile.push_back({right, outer_mm, 0});
    }
    profile.push_back({half_mm - rim_mm, outer_mm, 0});
    round_rim(profile, {half_mm, outer_mm - rim_mm}, false, 3, 0);
    // The hole is lined with a hard tube of the second colour; there the profile closes.
    profile.push_back({half_mm, inner_mm + 2.4f, 0});
    profile.push_back({half_mm, inner_mm + 2, 1});
    profile.push_back({half_mm - 0.2f, inner_mm, 1});
    profile.push_back({-half_mm + 0.2f, inner_mm, 1});
    return lathe(profile, {{0, 0, -outer_mm}, {1, 0, 0}}, 60, true);
}

// A bar of rings that turn, between two handles.
MeshData roller_stick()
{
    constexpr float bar_mm = 17.5f, half_mm = 225, handle_mm = 92, handle_radius_mm = 16;
    Profile profile{{-half_mm, 0, 1}, {-half_mm, handle_radius_mm - 7, 1}};
    round_rim(profile, {-half_mm + 7, handle_radius_mm}, true, 3, 1);
    const float bar_from = -half_mm + handle_mm + 8, bar_to = -bar_from;
    curve_through(profile, {{-half_mm + 30, 14.5f}, {-half_mm + 70, 15}}, 3, 1);
    round_rim(profile, {-half_mm + handle_mm, 17}, false, 3, 1);
    edge_to(profile, -half_mm + handle_mm + 2, 16.8f, 1);
    edge_to(profile, -half_mm + handle_mm + 2.4f, 9, 0);
    profile.push_back({bar_from - 0.5f, 9, 0});
    constexpr int rings = 9;
    const float length = (bar_to - bar_from) / rings;
    for (int i = 0; i < rings; ++i) {
        const float begin = bar_from + length * float(i) + 0.8f, end = begin + length - 1.6f;
        profile.push_back({begin, 12, 0});
        profile.push_back({begin, bar_mm - 2.5f, 0});
        round_rim(profile, {begin + 2.5f, bar_mm}, true, 1, 0);
        profile.push_back({end - 2.5f, bar_mm, 0});
        round_rim(profile, {end, bar_mm - 2.5f}, false, 1, 0);
        profile.push_back({end, 12, 0});
    }
    // The other half is its mirror image.
    Profile whole = profile;
    const std::size_t first_half = static_cast<std::size_t>(
        std::find_if(profile.begin(), profile.end(),
                     [&](const LatheRing& r) { return r.along_mm >= bar_from; }) -
        profile.begin());
    for (std::size_t i = first_half; i-- > 0;)
        whole.push_back({-profile[i].along_mm, profile[i].radius_mm, profile[i].second});
    return lathe(whole, {{0, 0, -bar_mm}, {1, 0, 0}}, 30);
}

}  // namespace tpatlas::body
