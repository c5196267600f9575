#include "render/cut_pass.hpp"

#include "render/shown.hpp"
#include "render/surface_pass.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

void set_state()
{
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glFrontFace(GL_CCW);
    glCullFace(GL_BACK);
    glEnable(GL_CLIP_DISTANCE0);
}

void tell(const gl::Program& program, const CutPass::View& view, float dents_always)
{
    program.use();
    program.set("clip_from_world", view.eye.clip_from_world);
    program.set("world_from_mesh", glm::mat4(1));
    program.set("dents_always", dents_always);
    program.set_texture("looks", 0, GL_TEXTURE_2D, view.looks);
    program.set("cut_plane", plane_of(view.cut));
    tell_dent(program, view.dent);
}

// The box' rectangle in the layer: where its cap can be.
void set_scissor(const Box& box, const CutPass::View& view)
{
    const glm::vec2 layer = glm::vec2(view.tile.size_px * samples_per_px);
    glm::vec2 low(layer), high(0);
    for (int corner = 0; corner < 8; ++corner) {
        const auto p = view.eye.project({(corner & 1) ? box.max.x : box.min.x,
                                         (corner & 2) ? box.max.y : box.min.y,
                                         (corner & 4) ? box.max.z : box.min.z});
        const glm::vec2 at = p ? (glm::vec2(*p) - glm::vec2(view.tile.origin_px)) *
                                     static_cast<float>(samples_per_px)
                               : glm::vec2(0);
        low = p ? glm::min(low, at) : glm::vec2(0);
        high = p ? glm::max(high, at) : layer;
        if (!p)
            break;
    }
    const glm::ivec2 from(glm::floor(glm::clamp(low - 2.0f, glm::vec2(0), layer)));
    const glm::ivec2 to(glm::ceil(glm::clamp(high + 2.0f, glm::vec2(0), layer)));
    const glm::ivec2 size = glm::max(to - from, glm::ivec2(0));
    glScissor(from.x, from.y, size.x, size.y);
}

// One square for all caps of a call, so that where two structures hold the same place their caps
// have exactly the same depth, and the first wins.
void tell_square(const gl::Program& program, const Box& all, const scene::Cut& cut)
{
    const glm::vec3 n = cut.normal;
    const glm::vec3 middle = all.centre() - n * (glm::dot(n, all.centre()) - cut.offset_mm);
    const glm::vec3 other = std::abs(n.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 across = glm::normalize(glm::cross(other, n));
    const float half = glm::length(all.max - all.min) * 0.5f + 10;
    program.set("cap_middle", middle);
    program.set("cap_across", across * half);
    program.set("cap_along", glm::cross(n, across) * half);
}

}  // namespace

std::uint32_t cap_word(glm::vec3 n)
{
    n /= std::abs(n.x) + std::abs(n.y) + std::abs(n.z);
    glm::vec2 e(n.x, n.y);
    if (n.z < 0)
        e = glm::vec2((1 - std::abs(n.y)) * (n.x >= 0 ? 1.0f : -1.0f),
                      (1 - std::abs(n.x)) * (n.y >= 0 ? 1.0f : -1.0f));
    const auto bits = [](float v) {
        return static_cast<std::uint32_t>(std::clamp(v * 0.5f + 0.5f, 0.0f, 1.0f) * 8191 + 0.5f);
    };
    return bits(e.x) << 19u | bits(e.y) << 6u | 63u;
}

Result<CutPass> CutPass::make(const std::filesystem::path& shaders)
{
    auto structure = gl::Program::load(shaders, "surface_cut.vert", "structure.frag");
    auto skin = gl::Program::load(shaders, "surface_cut.vert", "skin_cut.frag");
    auto count = gl::Program::load(shaders, "surface_cut.vert", "nothing.frag");
    auto cap = gl::Program::load(shaders, "cut_cap.vert", "cut_cap.frag");
    for (const auto* program : {&structure, &skin, &count, &cap})
        if (!*program)
            return program->faults();
    return CutPass(Programs{structure.take(), skin.take(), count.take(), cap.take()});
}

void CutPass::draw_structures(const BodyBuffers& body, std::span<const std::uint32_t> numbers,
                              const View& view) const
{
    if (numbers.empty())
        return;
    std::vector<std::uint32_t> closed, open;
    for (const std::uint32_t number : numbers)
        (body.facts()[number].closed ? closed : open).push_back(number);
    set_state();
    tell(programs_.structure, view, 0);
    glEnable(GL_CULL_FACE);
    body.draw_structures(closed);
    glDisable(GL_CULL_FACE);
    body.draw_structures(open);
    // From the kept side no opening is seen.
    if (glm::dot(view.cut.normal, view.eye.position_mm) > view.cut.offset_mm)
        draw_caps(body, closed, view);
    glDisable(GL_CLIP_DISTANCE0);
}

void CutPass::draw_caps(const BodyBuffers& body, std::span<const std::uint32_t> numbers,
                        const View& view) const
{
    Box all;
    for (const std::uint32_t number : numbers)
        all.include(body.facts()[number].box);
    if (all.empty())
        return;
    tell(programs_.count, view, 0);
    programs_.cap.use();
    programs_.cap.set("clip_from_world", view.eye.clip_from_world);
    programs_.cap.set("cap_word", cap_word(view.cut.normal));
    tell_square(programs_.cap, all, view.cut);
    glEnable(GL_STENCIL_TEST);
    glStencilMask(0xff);
    glDisable(GL_CULL_FACE);
    glEnable(GL_SCISSOR_TEST);
    for (const std::uint32_t number : numbers) {
        set_scissor(body.facts()[number].box, view);
        programs_.count.use();
        glEnable(GL_CLIP_DISTANCE0);
        glDisable(GL_DEPTH_TEST);
        glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
        glStencilFunc(GL_ALWAYS, 0, 0xff);
        glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
        glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
        const std::array<std::uint32_t, 1> one{number};
        body.draw_structures(one);

        programs_.cap.use();
        programs_.cap.set("number", number);
        glDisable(GL_CLIP_DISTANCE0);
        glEnable(GL_DEPTH_TEST);
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
        glStencilFunc(GL_NOTEQUAL, 0, 0xff);
        glStencilOp(GL_KEEP, GL_ZERO, GL_ZERO);
        glBindVertexArray(no_vertices_.id());
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
}

void CutPass::draw_skin(const BodyBuffers& body, const View& view, float soft_edge_mm,
                        int overlay_kind) const
{
    set_state();
    glDisable(GL_CULL_FACE);
    tell(programs_.skin, view, 1);
    programs_.skin.set("soft_edge_mm", soft_edge_mm);
    programs_.skin.set("overlay_kind", overlay_kind);
    body.draw_skin();
    glDisable(GL_CLIP_DISTANCE0);
}

}  // namespace tpatlas::render
