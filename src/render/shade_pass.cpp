#include "render/shade_pass.hpp"

#include "render/colour.hpp"
#include "render/cut_pass.hpp"
#include "render/shown.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

// Skin and contact count as in front of what sticks out of them by less than this.
constexpr float lead_mm = 4;

// Of fullscreen.vert, chosen against the depths that mask.frag writes: 0.25 where one surface is,
// 0.5 where none, 0.75 on edges.
constexpr float depth_of_surfaces = 0.375f;  // GL_GREATER
constexpr float depth_of_edges = 0.625f;     // GL_LESS

void draw_triangle()
{
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

// A sampler that is not read still wants a complete texture of its kind.
GLuint or_else(GLuint texture, GLuint other)
{
    return texture != 0 ? texture : other;
}

// dot(p, xyz) + w runs from 0 to 1 over the passage; always below 0 where the skin has no plane.
glm::vec4 dense_plane(const scene::SkinLook& skin)
{
    if (!skin.dense)
        return {0, 0, 0, -1};
    const float per_mm = 1 / std::max(skin.dense->soft_mm, 0.1f);
    return {skin.dense->normal * per_mm,
            0.5f - glm::dot(skin.dense->point_mm, skin.dense->normal) * per_mm};
}

}  // namespace

struct ShadePass::Picture {
    const scene::Frame& frame;
    const Layers& layers;
    const Tile& tile;
    const Eye& eye;
    const ShadeInputs& inputs;
    const Surface& target;
};

struct ShadePass::Placing {
    int hiding_layer = -1;
    int parting_layer = -1;
    float parting_side = 1;
    float lead_mm = 0;
    glm::vec3 openness_channel{1, 0, 0};  // none: all is open
    glm::bvec4 writes{false};  // channels of the map of what lies where
};

Result<ShadePass> ShadePass::make(const std::filesystem::path& shaders)
{
    const auto load = [&](const char* fragment) {
        return gl::Program::load(shaders, "fullscreen.vert", fragment);
    };
    auto background = load("background.frag"), mask = load("mask.frag");
    auto structure = load("shade_structure.frag"), skin = load("shade_skin.frag");
    auto contact = load("shade_contact.frag");
    auto structure_cut = load("shade_structure_cut.frag"), skin_cut = load("shade_skin_cut.frag");
    for (const auto* program :
         {&background, &mask, &structure, &structure_cut, &skin, &skin_cut, &contact})
        if (!*program)
            return program->faults();
    return ShadePass(Programs{background.take(), mask.take(), structure.take(),
                              structure_cut.take(), skin.take(), skin_cut.take(),
                              contact.take()});
}

void ShadePass::draw_background(const Picture& p) const
{
    glBindFramebuffer(GL_FRAMEBUFFER, p.target.target.id());
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    const gl::Program& program = programs_.background;
    program.use();
    p.eye.tell(program);
    const scene::Palette& palette = p.frame.palette;
    const bool none = p.frame.transparent;
    program.set("background_top",
                none ? glm::vec4(0) : linear_from_srgb(palette.background_top));
    program.set("background_bottom",
                none ? glm::vec4(0) : linear_from_srgb(palette.background_bottom));
    draw_triangle();
}

void ShadePass::draw_layer(const Picture& p, const gl::Program& program, Role role,
                           const Placing& placing) const
{
    const int layer = p.layers.layer_of_role()[static_cast<int>(role)];
    glBindFramebuffer(GL_FRAMEBUFFER, p.target.mask_target.id());
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    programs_.mask.use();
    programs_.mask.set_texture("surfaces", 0, GL_TEXTURE_2D_ARRAY, p.layers.surfaces());
    programs_.mask.set("layer", layer);
    programs_.mask.set("tile_origin", p.tile.origin_px);
    programs_.mask.set("depth", 0.5f);
    draw_triangle();

    glBindFramebuffer(GL_FRAMEBUFFER, p.target.target.id());
    glDepthMask(GL_FALSE);
    glEnablei(GL_BLEND, 0);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const glm::bvec4 w = placing.writes;
    glColorMaski(1, w.x, w.y, w.z, w.w);
    program.use();
    p.eye.tell(program);
    p.eye.tell_lights(program);
    program.set_texture("surfaces", 0, GL_TEXTURE_2D_ARRAY, p.layers.surfaces());
    program.set_texture("depths", 1, GL_TEXTURE_2D_ARRAY, p.layers.depths());
    program.set_texture("edges", 2, GL_TEXTURE_2D, p.target.edges.id());
    program.set_texture("openness", 3, GL_TEXTURE_2D, or_else(p.inputs.openness, p.inputs.looks));
    const bool shaded = p.inputs.openness != 0 && placing.openness_channel != glm::vec3(0);
    program.set("has_openness", shaded ? 1.0f : 0.0f);
    program.set("openness_channel", placing.openness_channel);
    program.set("layer", layer);
    program.set("tile_origin", p.tile.origin_px);
    program.set("hiding_layer", placing.hiding_layer);
    program.set("parting_layer", placing.parting_layer);
    program.set("parting_side", placing.parting_side);
    program.set("lead_mm", placing.lead_mm);
    program.set("samples", 1);
    program.set("depth", depth_of_surfaces);
    glDepthFunc(GL_GREATER);
    draw_triangle();
    program.set("samples", 2);
    program.set("depth", depth_of_edges);
    glDepthFunc(GL_LESS);
    draw_triangle();
}

void ShadePass::draw_contact(const Picture& p, float side) const
{
    const gl::Program& program = programs_.contact;
    const scene::ContactPose contact = p.frame.contact.value_or(scene::ContactPose{});
    program.use();
    program.set("contact_colour", linear_from_srgb(contact.colour));
    program.set("accent_colour", linear_from_srgb(contact.accent_colour));
    program.set("contact_gloss", contact.gloss);
    program.set("contact_opacity", contact.opacity);
    const glm::ivec4 layer = p.layers.layer_of_role();
    draw_layer(p, program, Role::contact,
               {layer[static_cast<int>(Role::structures)], layer[static_cast<int>(Role::skin)],
                side, lead_mm, {0, 0, 1}, {false, false, false, true}});
}

void ShadePass::draw_structures(const Picture& p) const
{
    const int solid = p.layers.layer_of_role()[static_cast<int>(Role::structures)];
    const bool cut = p.inputs.cut_structures && p.frame.cut;
    const gl::Program& structure = cut ? programs_.structure_cut : programs_.structure;
    structure.use();
    if (cut) {
        structure.set("cut_normal", p.frame.cut->normal);
        structure.set("cap_word", cap_word(p.frame.cut->normal));
        structure.set("cap_outline", std::max(samples_per_px,
                                              static_cast<int>(std::lround(
                                                  1.2f * p.inputs.point_px * samples_per_px))));
    }
    structure.set_texture("looks", 4, GL_TEXTURE_2D, p.inputs.looks);
    structure.set("emphasis_colour", linear_from_srgb(p.frame.palette.emphasis));
    if (p.layers.has(Role::structures)) {
        structure.set("ghost", 0.0f);
        draw_layer(p, structure, Role::structures,
                   {-1, -1, 1, 0, {1, 0, 0}, {true, true, false, false}});
    }
    if (p.layers.has(Role::ghosts)) {
        structure.use();
        structure.set("ghost", 1.0f);
        draw_layer(p, structure, Role::ghosts,
                   {solid, -1, 1, 0, {0, 0, 0}, {true, true, false, false}});
    }
}

void ShadePass::draw_skin(const Picture& p, float side) const
{
    const bool cut = p.inputs.cut_skin && p.frame.cut;
    const gl::Program& skin = cut ? programs_.skin_cut : programs_.skin;
    skin.use();
    if (cut) {
        skin.set("cut_plane", plane_of(*p.frame.cut));
        skin.set("cut_line", std::max(1.0f, 1.3f * p.inputs.point_px));
    }
    skin.set_texture("stipple", 4, GL_TEXTURE_2D, or_else(p.inputs.stipple, p.inputs.looks));
    skin.set("has_stipple", p.inputs.stipple != 0 ? 1.0f : 0.0f);
    skin.set("skin_colour", linear_from_srgb(p.frame.skin.colour));
    skin.set("skin_opacity", p.frame.skin.opacity);
    const scene::ContactPose contact = p.frame.contact.value_or(scene::ContactPose{});
    skin.set("contact_tip", glm::vec3(contact.world_from_contact[3]));
    skin.set("contact_shadow", p.layers.has(Role::contact) ? contact.opacity : 0.0f);
    skin.set("dense", dense_plane(p.frame.skin));
    // Where nearly no skin is wanted, none is dense: who peels the body reaches the skull.
    skin.set("dense_share", glm::smoothstep(0.08f, 0.30f, p.frame.skin.opacity));
    skin.set("zone_colour", linear_from_srgb(p.frame.zones.colour));
    skin.set("zone_strength", p.frame.zones.distance_mm ? p.frame.zones.strength : 0.0f);
    skin.set("overlay_kind", p.inputs.overlay_kind);
    skin.set("overlay_ink", linear_from_srgb(p.frame.overlay.ink));
    skin.set("overlay_paper", linear_from_srgb(p.frame.overlay.paper));
    constexpr std::array<const char*, 5> tints{"tints[0]", "tints[1]", "tints[2]", "tints[3]",
                                               "tints[4]"};
    for (std::size_t i = 0; i < tints.size(); ++i)
        skin.set(tints[i], linear_from_srgb(p.frame.overlay.tints[i]));
    const int solid = p.layers.layer_of_role()[static_cast<int>(Role::structures)];
    if (side < 0)
        draw_layer(p, skin, Role::skin, {-1, solid, side, lead_mm, {0, 1, 0}, glm::bvec4(false)});
    else
        draw_layer(p, skin, Role::skin,
                   {solid, -1, 1, lead_mm, {0, 1, 0}, {false, false, true, false}});
}

void ShadePass::draw(const scene::Frame& frame, const Layers& layers, const Tile& tile,
                     const Eye& eye, const ShadeInputs& inputs, const Surface& target)
{
    const Picture picture{frame, layers, tile, eye, inputs, target};
    glDisable(GL_CULL_FACE);
    glEnable(GL_SCISSOR_TEST);
    glScissor(tile.keep_from.x, tile.keep_from.y, tile.keep_size.x, tile.keep_size.y);
    glViewport(0, 0, target.size_px.x, target.size_px.y);
    glBindVertexArray(no_vertices_.id());
    draw_background(picture);
    // What of an opened skin is seen around structures lies behind their soft edges.
    if (layers.has(Role::skin) && inputs.cut_skin)
        draw_skin(picture, -1);
    draw_structures(picture);
    if (layers.has(Role::contact) && layers.has(Role::skin))
        draw_contact(picture, -1);
    if (layers.has(Role::skin))
        draw_skin(picture, 1);
    if (layers.has(Role::contact))
        draw_contact(picture, 1);
    glDisablei(GL_BLEND, 0);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace tpatlas::render
