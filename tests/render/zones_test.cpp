// Zones in the skin: where they are painted, stippled, and how they fade.

#include "render/small_zones.hpp"

#include <cmath>

namespace tpatlas {

namespace {

using test::RendererTest;
using test::at;
using test::projected;
using test::redness;
using test::small_frame;
using test::zones;

constexpr glm::ivec2 size{480, 360};

}  // namespace

TEST_F(RendererTest, paints_the_essential_zone_inside_its_edge_alone)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = 1;
    const glm::vec3 front(0, 0, 120);
    frame.zones.distance_mm = zones(front, 30, {0, 0, 1000}, 1);
    frame.zones.soft_edge_mm = 3;
    const Image image = drawn(frame, size);
    const auto on_skin = [&](float away_mm) {
        const float angle = away_mm / 140;
        return glm::vec3(140 * std::sin(angle), 0, -20 + 140 * std::cos(angle));
    };
    EXPECT_GT(redness(at(image, projected(frame, front, size))), 90);
    EXPECT_GT(redness(at(image, projected(frame, on_skin(25), size))), 90);
    EXPECT_LT(redness(at(image, projected(frame, on_skin(36), size))), 75);
    frame.zones.distance_mm = nullptr;
    const Image plain = drawn(frame, size);
    EXPECT_LT(redness(at(plain, projected(frame, front, size))), 75);
}

TEST_F(RendererTest, stipples_the_spillover_zone_and_leaves_skin_between_the_dots)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.skin.opacity = 1;
    frame.zones.distance_mm = zones({0, 0, 1000}, 1, {0, 0, 120}, 60);
    const Image image = drawn(frame, {960, 720});
    int red = 0, plain = 0;
    for (int y = 300; y < 420; ++y)
        for (int x = 420; x < 540; ++x)
            ++(redness(at(image, {x, y})) > 90 ? red : plain);
    EXPECT_GT(red, 300);
    EXPECT_GT(plain, 3000);
}

TEST_F(RendererTest, fades_a_zone_with_its_strength)
{
    scene::Frame frame = small_frame();
    frame.skin.shown = true;
    frame.zones.distance_mm = zones({0, 0, 120}, 30, {0, 0, 1000}, 1);
    const glm::vec2 pixel = projected(frame, {0, 0, 120}, size);
    float before = 1000;
    for (const float strength : {1.0f, 0.6f, 0.2f, 0.0f}) {
        frame.zones.strength = strength;
        const float now = redness(at(drawn(frame, size), pixel));
        EXPECT_LT(now, before) << strength;
        before = now;
    }
}

}  // namespace tpatlas
