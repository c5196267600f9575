// tests/render/small_body.hpp: balls whose places on the picture are known, and a renderer without
// a display.
#pragma once

#include "core/image.hpp"
#include "render/offscreen.hpp"
#include "render/renderer.hpp"
#include "scene/frame.hpp"

#include <cmath>
#include <memory>
#include <numbers>
#include <optional>

#include <gtest/gtest.h>

namespace tpatlas::test {

// Rings of vertices about the y axis; u along y, v around.
inline void add_ball(BodySurfaces& body, glm::vec3 centre, float radius_mm, bool muscle)
{
    constexpr std::uint32_t rings = 48, around = 64;
    SurfaceRange range;
    range.first_vertex = static_cast<std::uint32_t>(body.mesh.positions.size());
    range.first_triangle = static_cast<std::uint32_t>(body.mesh.triangles.size());
    for (std::uint32_t i = 0; i <= rings; ++i)
        for (std::uint32_t k = 0; k <= around; ++k) {
            const float u = static_cast<float>(i) / rings, v = static_cast<float>(k) / around;
            const float polar = std::numbers::pi_v<float> * u;
            const float turn = 2 * std::numbers::pi_v<float> * v;
            const glm::vec3 n(std::sin(polar) * std::cos(turn), -std::cos(polar),
                              -std::sin(polar) * std::sin(turn));
            body.mesh.positions.push_back(centre + n * radius_mm);
            body.mesh.normals.push_back(n);
            body.mesh.fibres.push_back(muscle ? glm::vec2(u, v - 0.5f) : glm::vec2(0));
            body.tangents.push_back(muscle ? glm::vec3(std::cos(polar) * std::cos(turn),
                                                       std::sin(polar),
                                                       -std::cos(polar) * std::sin(turn))
                                           : glm::vec3(0));
        }
    for (std::uint32_t i = 0; i < rings; ++i)
        for (std::uint32_t k = 0; k < around; ++k) {
            const std::uint32_t a = range.first_vertex + i * (around + 1) + k;
            const std::uint32_t b = a + around + 1;
            body.mesh.triangles.emplace_back(a, a + 1, b + 1);
            body.mesh.triangles.emplace_back(a, b + 1, b);
        }
    range.vertex_count = static_cast<std::uint32_t>(body.mesh.positions.size()) - range.first_vertex;
    range.triangle_count =
        static_cast<std::uint32_t>(body.mesh.triangles.size()) - range.first_triangle;
    body.ranges.push_back(range);
}

enum : std::uint32_t { left_ball = 0, right_ball = 1, back_ball = 2, skin_ball = 3 };

// A muscle at the viewer's left, a bone at the viewer's right, another behind the first, and a
// skin around all.
inline std::shared_ptr<const BodySurfaces> small_body()
{
    static const std::shared_ptr<const BodySurfaces> body = [] {
        auto made = std::make_shared<BodySurfaces>();
        add_ball(*made, {-50, 0, 0}, 35, true);
        add_ball(*made, {50, 0, 0}, 35, false);
        add_ball(*made, {-50, 0, -80}, 30, true);
        add_ball(*made, {0, 0, -20}, 140, false);
        made->skin = skin_ball;
        const SurfaceRange& skin = made->ranges[skin_ball];
        for (std::uint32_t t = 0; t < skin.triangle_count; t += 3)
            made->stipple.push_back({t, {0.3f, 0.3f}});
        return made;
    }();
    return body;
}

inline scene::Frame small_frame()
{
    scene::Frame frame;
    frame.camera.target_mm = {0, 0, 0};
    frame.camera.distance_mm = 800;
    frame.surfaces = small_body();
    for (std::uint32_t number = 0; number < 4; ++number) {
        scene::StructureLook look;
        look.layer = number == skin_ball ? scene::Layer::hidden : scene::Layer::solid;
        look.material = number == right_ball ? scene::Material::bone : scene::Material::muscle;
        look.colour = number == right_ball ? glm::vec3(0.88f, 0.84f, 0.75f)
                                           : glm::vec3(0.66f, 0.33f, 0.28f);
        frame.looks.push_back(look);
    }
    frame.skin.shown = false;
    return frame;
}

// (0, 0) at the top left; for pictures without a strip.
inline glm::vec2 projected(const scene::Frame& frame, glm::vec3 world_mm, glm::ivec2 size)
{
    const float aspect = static_cast<float>(size.x) / static_cast<float>(size.y);
    const glm::vec4 clip = frame.camera.clip_from_view(aspect) * frame.camera.view_from_world() *
                           glm::vec4(world_mm, 1);
    return {(clip.x / clip.w * 0.5f + 0.5f) * static_cast<float>(size.x),
            (0.5f - clip.y / clip.w * 0.5f) * static_cast<float>(size.y)};
}

class RendererTest : public testing::Test {
protected:
    static void SetUpTestSuite() { context().emplace(render::OffscreenContext::make()); }
    static void TearDownTestSuite() { context().reset(); }

    void SetUp() override
    {
        ASSERT_TRUE(*context()) << context()->error().message();
        renderer_.emplace(made({}));
        ASSERT_TRUE(*renderer_) << renderer_->error().message();
    }

    static Result<render::Renderer> made(const render::RenderOptions& options)
    {
        const auto files = render::find_files(TPATLAS_SOURCE_DIR "/shaders", "/usr/share/fonts");
        if (!files)
            return files.faults();
        return render::Renderer::make(files.value(), options);
    }

    render::Renderer& renderer() { return renderer_->value(); }

    Image drawn(const scene::Frame& frame, glm::ivec2 size)
    {
        renderer().draw(frame, size);
        return renderer().read_pixels();
    }

private:
    static std::optional<Result<render::OffscreenContext>>& context()
    {
        static std::optional<Result<render::OffscreenContext>> kept;
        return kept;
    }
    std::optional<Result<render::Renderer>> renderer_;
};

}  // namespace tpatlas::test
