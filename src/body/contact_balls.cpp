#include "body/contact_mesh.hpp"
#include "body/contact_shapes.hpp"
#include "body/field_shapes.hpp"

#include <array>
#include <numbers>

namespace tpatlas::body {

namespace {

using glm::vec3;

// International Tennis Federation, rules of tennis, appendix I: 65.4 to 68.6 mm.
constexpr float tennis_ball_mm = 67;
// A lacrosse ball; its standard (NOCSAE) asks for 7.75 to 8 inches round: 62.7 to 64.7 mm.
constexpr float hard_ball_mm = 63;
// Our estimate, after common small massage balls (40 to 50 mm).
constexpr float small_ball_mm = 45;

Box box_of_ball(float diameter_mm)
{
    const float r = diameter_mm * 0.5f + 4;
    return {vec3(-r, -r, -diameter_mm - 4), vec3(r, r, 4)};
}

// The seam of a tennis ball: x = a cos t + b cos 3t, y = a sin t - b sin 3t, z = c sin 2t with
// a = 3/4, b = 1/4, c = 2 sqrt(ab) lies on the unit sphere and has the right look.
constexpr int seam_pieces = 240;
std::array<vec3, seam_pieces> seam_of(float radius_mm)
{
    std::array<vec3, seam_pieces> seam;
    const float a = 0.75f, b = 0.25f, c = 2 * std::sqrt(a * b);
    // Turned so that the contact lies beside the seam and the seam is seen from every side.
    const glm::mat3 turn = own_frame({0.35f, 0.75f, 0.55f}, {1, 0.1f, -0.4f});
    for (int i = 0; i < seam_pieces; ++i) {
        const float t = 2 * std::numbers::pi_v<float> * float(i) / seam_pieces;
        seam[i] = turn * vec3(a * std::cos(t) + b * std::cos(3 * t),
                              a * std::sin(t) - b * std::sin(3 * t), c * std::sin(2 * t)) *
                  radius_mm;
    }
    return seam;
}

// The middles of the nubs: the corners and faces of an icosahedron, one of them toward +z.
std::array<vec3, 32> nubs()
{
    std::array<vec3, 32> all;
    const float golden = (1 + std::sqrt(5.0f)) * 0.5f;
    int n = 0;
    for (const float s : {-1.0f, 1.0f})
        for (const float t : {-golden, golden}) {
            all[n++] = {0, s, t};
            all[n++] = {s, t, 0};
            all[n++] = {t, 0, s};
        }
    for (const float s : {-1.0f, 1.0f})
        for (const float t : {-1.0f, 1.0f}) {
            for (const float u : {-1.0f, 1.0f})
                all[n++] = {s, t, u};
            all[n++] = {0, s * golden, t / golden};
            all[n++] = {s * golden, t / golden, 0};
            all[n++] = {s / golden, 0, t * golden};
        }
    const glm::mat3 turn = own_frame({0, golden, -1}, {1, 0, 0});  // (0, 1, golden) to +z
    for (vec3& nub : all)
        nub = turn * glm::normalize(nub);
    return all;
}

}  // namespace

MeshData tennis_ball()
{
    const float radius = tennis_ball_mm * 0.5f;
    const vec3 middle(0, 0, -radius);
    const std::array<vec3, seam_pieces> seam = seam_of(radius);
    const auto off_seam = [&](vec3 p) {
        vec3 q = p - middle;
        q *= radius / std::max(glm::length(q), 1e-3f);
        float least = 1e9f;
        for (const vec3& s : seam)
            least = std::min(least, glm::dot(q - s, q - s));
        return std::sqrt(least);
    };
    const FieldFunction field = [&](vec3 p) {
        const float ball = glm::length(p - middle) - radius;
        if (std::abs(ball) > 3)
            return ball;
        const float off = off_seam(p);
        // The rubber lies in a shallow groove between two swells of felt.
        return ball + 0.7f * (1 - ramp(off, 0.8f, 2.6f)) - 0.25f * std::exp(-(off - 3) * (off - 3));
    };
    return field_mesh(
        field, box_of_ball(tennis_ball_mm), 2,
        [&](vec3 p) { return 1.35f + 0.35f * std::max(off_seam(p) - 3, 0.0f); },
        [&](vec3 p) { return glm::vec2(1, 1 - ramp(off_seam(p), 1.3f, 2.3f)); });
}

MeshData hard_ball()
{
    const float radius = hard_ball_mm * 0.5f;
    return field_mesh([&](vec3 p) { return glm::length(p - vec3(0, 0, -radius)) - radius; },
                      box_of_ball(hard_ball_mm), 2.5f, [](vec3) { return 2.6f; },
                      [](vec3) { return glm::vec2(1, 0); });
}

MeshData small_ball()
{
    constexpr float nub_height_mm = 1.6f, nub_radius_mm = 4;
    const float radius = small_ball_mm * 0.5f - nub_height_mm;
    const vec3 middle(0, 0, -small_ball_mm * 0.5f);
    const std::array<vec3, 32> all = nubs();
    const auto off_nub = [&](vec3 p) {
        const vec3 q = glm::normalize(p - middle);
        float most = -1;
        for (const vec3& nub : all)
            most = std::max(most, glm::dot(q, nub));
        return std::acos(std::min(most, 1.0f)) * radius;
    };
    const FieldFunction field = [&](vec3 p) {
        const float ball = glm::length(p - middle) - radius;
        const float off = off_nub(p) / nub_radius_mm;
        return ball - nub_height_mm * std::exp(-off * off * off * off);
    };
    return field_mesh(
        field, box_of_ball(small_ball_mm), 1.5f,
        [&](vec3 p) { return 1.35f + 0.2f * std::abs(off_nub(p) - 0.9f * nub_radius_mm); },
        [&](vec3 p) { return glm::vec2(1, 1 - ramp(off_nub(p), 2.6f, 4.6f)); });
}

}  // namespace tpatlas::body
