#include "body/contacts.hpp"

#include "body/field_checks.hpp"

#include <ostream>

#include <gtest/gtest.h>

namespace tpatlas::body {
namespace {

// What is expected of a contact beyond what holds for all.
struct Expected {
    Contact contact = Contact::thumb;
    std::size_t most_triangles = 14000;
    double least_cm3 = 0, most_cm3 = 0;
    bool fades = false;
    int nails = 0;                           // that are seen; 0: not counted
    float touch_x_mm = 16, touch_y_mm = 16;  // half of what comes to the skin
    int handles = 0;                         // of a tube or a ring: one
};

// The test's name shows it.
void PrintTo(const Expected& e, std::ostream* out) { *out << to_text(e.contact); }

// Pieces of the surface that have the second colour: nails.
int second_coloured_pieces(const MeshData& m)
{
    std::vector<std::uint32_t> piece(m.positions.size());
    for (std::uint32_t v = 0; v < piece.size(); ++v)
        piece[v] = v;
    const auto of = [&piece](std::uint32_t v) {
        while (piece[v] != v)
            v = piece[v] = piece[piece[v]];
        return v;
    };
    const auto coloured = [&m](std::uint32_t v) { return m.fibres[v].y > 0.8f; };
    for (const Triangle& t : m.triangles)
        for (int c = 0; c < 3; ++c)
            if (coloured(t[c]) && coloured(t[(c + 1) % 3]))
                piece[of(t[c])] = of(t[(c + 1) % 3]);
    int count = 0;
    for (std::uint32_t v = 0; v < piece.size(); ++v)
        count += coloured(v) && of(v) == v;
    return count;
}

// One closed surface, with normals that look outward.
void check_surface(const MeshData& m, const Expected& e)
{
    ASSERT_GT(m.triangles.size(), 500u);
    EXPECT_LE(m.triangles.size(), e.most_triangles);
    EXPECT_EQ(open_or_broken_edges(m), 0u);
    EXPECT_EQ(pinched_vertices(m), 0u);
    EXPECT_EQ(self_intersections(m), 0u);
    EXPECT_EQ(euler_number(m), 2 - 2 * e.handles);
    EXPECT_GT(volume_mm3(m), e.least_cm3 * 1000);
    EXPECT_LT(volume_mm3(m), e.most_cm3 * 1000);
    ASSERT_EQ(m.normals.size(), m.positions.size());
    const std::vector<glm::vec3> by_area = vertex_normals(m);
    std::size_t against = 0;
    for (std::size_t v = 0; v < m.normals.size(); ++v) {
        ASSERT_NEAR(glm::length(m.normals[v]), 1, 1e-3f);
        against += glm::dot(m.normals[v], by_area[v]) < 0.2f;
    }
    EXPECT_LE(against, m.normals.size() / 500);  // a deep crease may have a few
}

// It touches the skin at the origin, and nowhere near it.
void check_touch(const MeshData& mesh, const Expected& e)
{
    float touch = -1000, nearest = 1000;
    for (const glm::vec3 p : mesh.positions) {
        ASSERT_LT(p.z, 2);
        if (std::abs(p.x) < e.touch_x_mm && std::abs(p.y) < e.touch_y_mm)
            touch = std::max(touch, p.z);
        else if (std::hypot(p.x, p.y) < 70) {
            ASSERT_LT(p.z, -1) << p.x << ", " << p.y;
        }
        nearest = std::min(nearest, std::hypot(p.y, p.z));
    }
    EXPECT_NEAR(touch, 0, 0.6f);
    EXPECT_LT(nearest, 2.5f);
}

// It leaves along +y, away from the body.
void check_way_out(const MeshData& mesh, const Expected& e)
{
    const Box box = bounds(mesh);
    switch (e.contact) {
    case Contact::ball_on_wall:
    case Contact::ball_on_floor:
    case Contact::hard_ball:
    case Contact::ball_underfoot:
    case Contact::foam_roller:
    case Contact::roller_stick:
        EXPECT_NEAR(box.max.y, -box.min.y, 1);  // leaves no way more than another
        return;
    default:
        EXPECT_GT(box.max.y, -1.5f * box.min.y);
        EXPECT_LT(box.min.z, -100);
    }
    if (e.fades) {
        EXPECT_GT(box.max.y, 150);
    }
}

// It fades only at the end of what is cut off, and shows its second colour.
void check_look(const MeshData& m, const Expected& e)
{
    float least = 1, most_second = 0;
    ASSERT_EQ(m.fibres.size(), m.positions.size());
    for (std::size_t v = 0; v < m.positions.size(); ++v) {
        const glm::vec2 look = m.fibres[v];
        ASSERT_TRUE(look.x >= 0 && look.x <= 1 && look.y >= 0 && look.y <= 1);
        if (glm::length(m.positions[v]) < 100) {
            ASSERT_EQ(look.x, 1) << "what is near the contact never fades";
        }
        least = std::min(least, look.x);
        most_second = std::max(most_second, look.y);
    }
    EXPECT_EQ(least, e.fades ? 0 : 1);
    if (e.nails > 0) {
        EXPECT_EQ(second_coloured_pieces(m), e.nails);
    }
    EXPECT_EQ(most_second > 0.9f, e.contact != Contact::hard_ball && e.contact != Contact::elbow);
}

// How far apart the surface lies on both sides of the origin, along y.
float gap_at(const MeshData& mesh, float x, float z)
{
    float before = -1000, behind = 1000;
    for (const Triangle& t : mesh.triangles) {
        // Where the line through (x, z) along y goes through the triangle.
        const glm::vec3 a = mesh.positions[t.x], b = mesh.positions[t.y], c = mesh.positions[t.z];
        const auto area = [](glm::vec2 p, glm::vec2 q) { return p.x * q.y - p.y * q.x; };
        const glm::vec2 at(x, z), pa(a.x, a.z), pb(b.x, b.z), pc(c.x, c.z);
        const float whole = area(pb - pa, pc - pa);
        const float u = area(pb - at, pc - at) / whole, v = area(pc - at, pa - at) / whole;
        if (!(u >= 0 && v >= 0 && u + v <= 1))
            continue;
        const float y = a.y * u + b.y * v + c.y * (1 - u - v);
        (y < 0 ? before : behind) = y < 0 ? std::max(before, y) : std::min(behind, y);
    }
    return behind - before;
}

// It holds a fold between the thumb's pad and those of two fingers.
void check_fold(const MeshData& mesh)
{
    float narrowest = 1000, deepest = -1000;
    for (float x = -8; x <= 8; x += 1)
        for (float z = -5; z <= 5; z += 1)
            narrowest = std::min(narrowest, gap_at(mesh, x, z));
    EXPECT_NEAR(narrowest, pincer_gap_mm, 1);
    for (const glm::vec3 p : mesh.positions) {
        deepest = std::max(deepest, p.z);
        // Between the pads there is room for the fold, all along it.
        ASSERT_FALSE(std::abs(p.y) < pincer_gap_mm / 2 - 1 && p.z > -12) << p.x << ", " << p.z;
    }
    EXPECT_LT(deepest, pincer_reach_mm);
    EXPECT_GT(deepest, 5);  // the pads, not the very tips
}

// The deepest vertex within 9 mm of a place beside the origin.
float depth_near(const MeshData& mesh, glm::vec2 at)
{
    float deepest = -1000;
    for (const glm::vec3 p : mesh.positions)
        if (glm::length(glm::vec2(p) - at) < 9)
            deepest = std::max(deepest, p.z);
    return deepest;
}

// It lies on four fingers, with the wrist raised.
void check_flat(const MeshData& mesh)
{
    int touching = 0;
    for (const glm::vec3 p : mesh.positions) {
        touching += p.z > -0.5f;
        if (p.y > 95) {
            ASSERT_LT(p.z, -2);
        }
    }
    EXPECT_GT(touching, 300);
    for (const float x : {-30.0f, -10.0f, 10.0f, 30.0f})
        EXPECT_GT(depth_near(mesh, {x, 0}), -1.2f) << x;
}

class Contacts : public ::testing::TestWithParam<Expected>
{
};

// One test a contact: a hand takes seconds to build.
TEST_P(Contacts, stands_in_its_frame_as_promised)
{
    const Expected& e = GetParam();
    const MeshData mesh = build_contact(e.contact);
    check_surface(mesh, e);
    if (e.contact == Contact::pincer)
        check_fold(mesh);
    else
        check_touch(mesh, e);
    check_way_out(mesh, e);
    check_look(mesh, e);
    if (e.contact == Contact::flat_hand)
        check_flat(mesh);
    if (e.contact == Contact::fingertips) {
        for (const float x : {-18.0f, 0.0f, 18.0f})
            EXPECT_GT(depth_near(mesh, {x, 0}), -1.2f) << "three pads side by side: " << x;
    }
    // All are built in one of these ways; a second hand would take its seconds again.
    if (e.contact == Contact::flat_hand || e.most_triangles == 6000) {
        EXPECT_TRUE(build_contact(e.contact) == mesh) << "not the same every time";
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, Contacts,
    ::testing::Values(Expected{Contact::thumb, 14000, 400, 1000, true, 5},
                      Expected{Contact::fingertips, 14000, 400, 1000, true, 5, 40, 16},
                      Expected{Contact::pincer, 14000, 400, 1000, true, 5},
                      // The thumb makes a ring with the index finger; nails are in the fist.
                      Expected{Contact::knuckle, 14000, 400, 1000, true, 0, 16, 16, 1},
                      Expected{Contact::elbow, 14000, 1500, 2300, true, 0, 20, 45},
                      Expected{Contact::flat_hand, 14000, 400, 1000, true, 5, 60, 90},
                      Expected{Contact::ball_on_wall, 6000, 140, 160},
                      Expected{Contact::ball_on_floor, 6000, 140, 160},
                      Expected{Contact::hard_ball, 6000, 125, 135},
                      Expected{Contact::ball_underfoot, 6000, 38, 48},
                      Expected{Contact::hook_cane, 6000, 120, 250, true},
                      Expected{Contact::knobber, 6000, 50, 110},
                      Expected{Contact::foam_roller, 6000, 2800, 3400, false, 0, 166, 16, 1},
                      Expected{Contact::roller_stick, 6000, 300, 430, false, 0, 226, 8},
                      Expected{Contact::vibrating_tool, 6000, 350, 650}),
    [](const auto& of) { return std::string(to_text(of.param.contact)); });

}  // namespace
}  // namespace tpatlas::body
