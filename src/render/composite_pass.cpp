#include "render/composite_pass.hpp"

#include "render/colour.hpp"

#include <utility>

namespace tpatlas::render {

namespace {

void tell_colours(const gl::Program& program, const scene::Frame& frame)
{
    program.set("skin_colour", linear_from_srgb(frame.skin.colour));
    program.set("skin_opacity", frame.skin.opacity);
    program.set("zone_colour", linear_from_srgb(frame.zones.colour));
    program.set("zone_strength", frame.zones.distance_mm ? frame.zones.strength : 0.0f);
    const glm::vec4 none(0);
    program.set("background_top", frame.transparent ? none
                                                    : linear_from_srgb(frame.palette.background_top));
    program.set("background_bottom",
                frame.transparent ? none : linear_from_srgb(frame.palette.background_bottom));
    program.set("emphasis_colour", linear_from_srgb(frame.palette.emphasis));
    const scene::ContactPose contact = frame.contact.value_or(scene::ContactPose{});
    program.set("contact_colour", linear_from_srgb(contact.colour));
    program.set("nail_colour", linear_from_srgb(contact.nail_colour));
    program.set("contact_opacity", contact.opacity);
}

}  // namespace

Result<CompositePass> CompositePass::make(const std::filesystem::path& shaders)
{
    Result<gl::Program> program = gl::Program::load(shaders, "fullscreen.vert", "composite.frag");
    if (!program)
        return program.faults();
    return CompositePass(program.take());
}

CompositePass::CompositePass(gl::Program program) : program_(std::move(program)) {}

void CompositePass::draw(const scene::Frame& frame, const Layers& layers, const Tile& tile,
                         const Eye& eye, const CompositeInputs& inputs,
                         const Surface& target) const
{
    glBindFramebuffer(GL_FRAMEBUFFER, target.target.id());
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glEnable(GL_SCISSOR_TEST);
    glScissor(tile.keep_from.x, tile.keep_from.y, tile.keep_size.x, tile.keep_size.y);
    glViewport(0, 0, target.size_px.x, target.size_px.y);

    program_.use();
    eye.tell(program_);
    eye.tell_lights(program_);
    tell_colours(program_, frame);
    program_.set_texture("surfaces", 0, GL_TEXTURE_2D_ARRAY, layers.surfaces());
    program_.set_texture("depths", 1, GL_TEXTURE_2D_ARRAY, layers.depths());
    program_.set_texture("looks", 2, GL_TEXTURE_2D, inputs.looks);
    // A sampler that is not read still wants a complete texture of its kind.
    program_.set_texture("openness", 3, GL_TEXTURE_2D,
                         inputs.openness != 0 ? inputs.openness : inputs.looks);
    program_.set_texture("stipple", 4, GL_TEXTURE_2D,
                         inputs.stipple != 0 ? inputs.stipple : inputs.looks);
    program_.set("layer_of_role", layers.layer_of_role());
    program_.set("tile_origin", tile.origin_px);
    program_.set("has_openness", inputs.openness != 0 ? 1.0f : 0.0f);
    program_.set("has_stipple", inputs.stipple != 0 ? 1.0f : 0.0f);
    glBindVertexArray(no_vertices_.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace tpatlas::render
