// body/field_shapes.hpp: signed distances to simple shapes, and how to blend them.
//
//   float thumb = round_cone(p, {knuckle, 11}, {tip, 9});
//   float hand = smooth_min(palm, thumb, 6);
//
// Millimetres, negative inside. Pure functions of the point; any thread.
#pragma once

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

namespace tpatlas::body {

// Quadratic blends: a fillet of about k / 4 where the two surfaces meet, exact beyond k.
inline float smooth_min(float a, float b, float k)
{
    const float h = std::max(k - std::abs(a - b), 0.0f) / k;
    return std::min(a, b) - h * h * k * 0.25f;
}
inline float smooth_max(float a, float b, float k) { return -smooth_min(-a, -b, k); }

// 0 up to `from`, 1 from `to` on, with level ends; falling where to < from.
inline float ramp(float x, float from, float to)
{
    const float t = std::clamp((x - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

inline float mix(float a, float b, float share) { return a + (b - a) * share; }

struct Ball {
    glm::vec3 centre{0};
    float radius_mm = 1;
};
// The hull of two balls, exactly.
inline float round_cone(glm::vec3 p, const Ball& a, const Ball& b)
{
    const glm::vec3 axis = b.centre - a.centre;
    const float length2 = glm::dot(axis, axis);
    const float shrink = a.radius_mm - b.radius_mm;
    const float side2 = length2 - shrink * shrink;
    const glm::vec3 off = p - a.centre;
    if (side2 <= 0)  // one ball holds the other
        return std::min(glm::length(off) - a.radius_mm,
                        glm::length(p - b.centre) - b.radius_mm);
    const float along = glm::dot(off, axis);
    const glm::vec3 across_vector = off * length2 - axis * along;
    const float across2 = glm::dot(across_vector, across_vector);
    const float beyond = along - length2;
    const float k = (shrink < 0 ? -1.0f : 1.0f) * shrink * shrink * across2;
    if ((beyond < 0 ? -1.0f : 1.0f) * side2 * beyond * beyond * length2 > k)
        return std::sqrt(across2 + beyond * beyond * length2) / length2 - b.radius_mm;
    if ((along < 0 ? -1.0f : 1.0f) * side2 * along * along * length2 < k)
        return std::sqrt(across2 + along * along * length2) / length2 - a.radius_mm;
    return (std::sqrt(across2 * side2 / length2) + along * shrink) / length2 - a.radius_mm;
}

// Close to the distance near the surface; `own_from_body` turns into the ellipsoid's axes.
inline float ellipsoid(glm::vec3 p, glm::vec3 centre, glm::vec3 radii,
                       const glm::mat3& own_from_body = glm::mat3(1))
{
    const glm::vec3 q = own_from_body * (p - centre);
    const float k0 = glm::length(q / radii);
    const float k1 = glm::length(q / (radii * radii));
    return k1 > 1e-6f ? k0 * (k0 - 1) / k1 : -std::min({radii.x, radii.y, radii.z});
}

// Rows are the directions x, y, z of the turned frame: y as given, x as near as can be to `x`.
inline glm::mat3 own_frame(glm::vec3 y, glm::vec3 x)
{
    const glm::vec3 up = glm::normalize(y);
    const glm::vec3 side = glm::normalize(x - up * glm::dot(x, up));
    return glm::transpose(glm::mat3(side, up, glm::cross(side, up)));
}

}  // namespace tpatlas::body
