#include "render/stipple_pass.hpp"

#include "render/surface_pass.hpp"

#include <algorithm>
#include <array>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

struct Dot {
    glm::vec3 centre_mm;
    glm::vec4 normal_radius;
};

// Dots grow from the edge of the zone inward over this way.
constexpr float taper_mm = 9.0f;

}  // namespace

Result<StipplePass> StipplePass::make(const std::filesystem::path& shaders)
{
    Result<gl::Program> program = gl::Program::load(shaders, "stipple.vert", "stipple.frag");
    if (!program)
        return program.faults();
    Result<gl::Program> clipped = gl::Program::load(shaders, "stipple_cut.vert", "stipple.frag");
    if (!clipped)
        return clipped.faults();
    return StipplePass(program.take(), clipped.take());
}

StipplePass::StipplePass(gl::Program program, gl::Program clipped)
    : program_(std::move(program)), clipped_(std::move(clipped))
{
    constexpr std::array<glm::vec2, 4> square{glm::vec2(-1, -1), glm::vec2(1, -1),
                                              glm::vec2(-1, 1), glm::vec2(1, 1)};
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, corners_.id());
    glBufferData(GL_ARRAY_BUFFER, sizeof square, square.data(), GL_STATIC_DRAW);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    glBindBuffer(GL_ARRAY_BUFFER, dots_.id());
    for (const GLuint slot : {1u, 2u}) {
        glEnableVertexAttribArray(slot);
        glVertexAttribDivisor(slot, 1);
    }
    glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, sizeof(Dot), nullptr);
    glVertexAttribPointer(2, 4, GL_FLOAT, GL_FALSE, sizeof(Dot),
                          reinterpret_cast<const void*>(sizeof(glm::vec3)));
}

void StipplePass::choose_dots(const BodySurfaces& body, const scene::ZonePaint& zones)
{
    std::vector<Dot> dots;
    const bool any = body.skin && zones.distance_mm && zones.strength > 0 &&
                     zones.distance_mm->size() == body.ranges[*body.skin].vertex_count;
    for (std::size_t i = 0; any && i < body.stipple.size(); ++i) {
        const SkinSample& sample = body.stipple[i];
        const SurfaceRange& skin = body.ranges[*body.skin];
        const Triangle& t = body.mesh.triangles[skin.first_triangle + sample.triangle];
        const glm::vec3 w(1 - sample.barycentric.x - sample.barycentric.y, sample.barycentric.x,
                          sample.barycentric.y);
        const auto mixed = [&](const auto& values, std::uint32_t first) {
            return values[t.x - first] * w.x + values[t.y - first] * w.y + values[t.z - first] * w.z;
        };
        const glm::vec2 distance = mixed(*zones.distance_mm, skin.first_vertex);
        const float inside = std::min(-distance.y, distance.x + 0.4f * zones.soft_edge_mm);
        if (inside < 0)
            continue;
        const float size = glm::mix(0.55f, 1.0f, std::min(-distance.y / taper_mm, 1.0f));
        dots.push_back({mixed(body.mesh.positions, 0u),
                        glm::vec4(glm::normalize(mixed(body.mesh.normals, 0u)),
                                  zones.dot_radius_mm * size)});
    }
    count_ = static_cast<GLsizei>(dots.size());
    glBindBuffer(GL_ARRAY_BUFFER, dots_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(dots.size() * sizeof(Dot)), dots.data(),
                 GL_DYNAMIC_DRAW);
}

void StipplePass::prepare(const Layers& layers)
{
    const int layer = layers.layer_of_role().y;
    if (generation_of_target_ == layers.generation() && layer_of_target_ == layer)
        return;
    generation_of_target_ = layers.generation();
    layer_of_target_ = layer;
    const glm::ivec2 size = layers.size_px() * samples_per_px;
    cover_ = gl::Texture();
    cover_ = gl::Texture::create();
    glBindTexture(GL_TEXTURE_2D, cover_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, size.x, size.y, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    target_ = gl::Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, target_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, cover_.id(), 0);
    glFramebufferTextureLayer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, layers.depths(), 0, layer);
}

void StipplePass::draw(const Layers& layers, const Eye& eye, const scene::Dent& dent,
                       const std::optional<glm::vec4>& cut)
{
    prepare(layers);
    glBindFramebuffer(GL_FRAMEBUFFER, target_.id());
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    constexpr GLfloat none[4] = {0, 0, 0, 0};
    glClearBufferfv(GL_COLOR, 0, none);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_FALSE);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    const gl::Program& program = cut ? clipped_ : program_;
    program.use();
    program.set("clip_from_world", eye.clip_from_world);
    program.set("eye", eye.position_mm);
    // Far away a dot keeps half a pixel, so that the pattern greys out evenly.
    program.set("smallest_mm_at_1m", 0.55f / eye.px_per_mm(1000));
    tell_dent(program, dent);
    if (cut) {
        program.set("cut_plane", *cut);
        glEnable(GL_CLIP_DISTANCE0);
    }
    glBindVertexArray(array_.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count_);
    glDisable(GL_CLIP_DISTANCE0);
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_BLEND);
}

}  // namespace tpatlas::render
