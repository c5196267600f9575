#include "render/occlusion_pass.hpp"

#include <utility>

namespace tpatlas::render {

namespace {

// Among its own kind a surface is darkened by what is near; the contact throws a wider shadow.
constexpr float own_radius_mm = 42.0f, contact_radius_mm = 75.0f;
constexpr float own_strength = 2.4f, contact_strength = 4.5f;

}  // namespace

Result<OcclusionPass> OcclusionPass::make(const std::filesystem::path& shaders)
{
    Result<gl::Program> gather = gl::Program::load(shaders, "fullscreen.vert", "occlusion.frag");
    if (!gather)
        return gather.faults();
    Result<gl::Program> blur = gl::Program::load(shaders, "fullscreen.vert", "occlusion_blur.frag");
    if (!blur)
        return blur.faults();
    return OcclusionPass(gather.take(), blur.take());
}

OcclusionPass::OcclusionPass(gl::Program gather, gl::Program blur)
    : gather_(std::move(gather)), blur_(std::move(blur))
{
}

int OcclusionPass::reach_px(int picture_height_px)
{
    return picture_height_px / 8;
}

void OcclusionPass::prepare(glm::ivec2 size_px)
{
    if (size_px == size_px_)
        return;
    size_px_ = size_px;
    for (int i = 0; i < 2; ++i) {
        textures_[i] = gl::Texture::create();
        glBindTexture(GL_TEXTURE_2D, textures_[i].id());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size_px.x, size_px.y, 0, GL_RGBA,
                     GL_UNSIGNED_BYTE, nullptr);
        for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
            glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
        targets_[i] = gl::Framebuffer::create();
        glBindFramebuffer(GL_FRAMEBUFFER, targets_[i].id());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                               textures_[i].id(), 0);
    }
}

void OcclusionPass::gather(const Layers& layers, Role role, Role occluder) const
{
    const glm::ivec4 layer = layers.layer_of_role();
    gather_.set("layer", layer[static_cast<int>(role)]);
    gather_.set("occluder", layer[static_cast<int>(occluder)]);
    const bool own = role == occluder;
    gather_.set("radius_mm", own ? own_radius_mm : contact_radius_mm);
    gather_.set("strength", own ? own_strength : contact_strength);
    glColorMask(role == Role::structures, own && role == Role::skin, role == Role::contact, !own);
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

void OcclusionPass::draw(const Layers& layers, const Tile& tile, const Eye& eye)
{
    prepare(layers.size_px() / 2);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glViewport(0, 0, size_px_.x, size_px_.y);
    glBindVertexArray(no_vertices_.id());

    constexpr GLfloat open[4] = {1, 1, 1, 1};
    glBindFramebuffer(GL_FRAMEBUFFER, targets_[0].id());
    glClearBufferfv(GL_COLOR, 0, open);
    gather_.use();
    eye.tell(gather_);
    gather_.set_texture("surfaces", 0, GL_TEXTURE_2D_ARRAY, layers.surfaces());
    gather_.set_texture("depths", 1, GL_TEXTURE_2D_ARRAY, layers.depths());
    gather_.set("tile_origin", glm::vec2(tile.origin_px));
    gather_.set("samples_per_px", static_cast<float>(samples_per_px));
    gather_.set("largest_radius_px",
                static_cast<float>(reach_px(static_cast<int>(eye.picture_px.y))));
    for (const Role role : {Role::structures, Role::skin, Role::contact})
        if (layers.has(role))
            gather(layers, role, role);
    if (layers.has(Role::skin) && layers.has(Role::contact))
        gather(layers, Role::skin, Role::contact);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);

    blur_.use();
    eye.tell(blur_);
    blur_.set_texture("depths", 1, GL_TEXTURE_2D_ARRAY, layers.depths());
    blur_.set("layer_of_role", layers.layer_of_role());
    blur_.set("samples_per_px", static_cast<float>(samples_per_px));
    for (int axis = 0; axis < 2; ++axis) {
        blur_.set_texture("openness_in", 0, GL_TEXTURE_2D, textures_[axis].id());
        blur_.set("along", axis == 0 ? glm::ivec2(1, 0) : glm::ivec2(0, 1));
        glBindFramebuffer(GL_FRAMEBUFFER, targets_[1 - axis].id());
        glDrawArrays(GL_TRIANGLES, 0, 3);
    }
}

}  // namespace tpatlas::render
