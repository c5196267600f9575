#include "render/surface_pass.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

namespace tpatlas::render {

namespace {

void set_state(bool cull)
{
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glFrontFace(GL_CCW);
    glCullFace(GL_BACK);
    if (cull)
        glEnable(GL_CULL_FACE);
    else
        glDisable(GL_CULL_FACE);
}

void tell(const gl::Program& program, const Eye& eye, const glm::mat4& world_from_mesh,
          GLuint looks, float dents_always)
{
    program.use();
    program.set("clip_from_world", eye.clip_from_world);
    program.set("world_from_mesh", world_from_mesh);
    program.set("dents_always", dents_always);
    program.set_texture("looks", 0, GL_TEXTURE_2D, looks);
}

}  // namespace

void tell_dent(const gl::Program& program, const scene::Dent& dent)
{
    program.set("dent_centre", dent.centre_mm);
    program.set("dent_direction", dent.direction);
    program.set("dent_depth", dent.depth_mm);
    program.set("dent_axis", dent.axis);
    program.set("dent_radius", std::max(dent.radius_mm, 0.1f));
    program.set("dent_length", std::max(dent.length_mm, 0.1f));
    program.set("dent_half_depth", std::max(dent.half_depth_mm, 0.1f));
}

Result<SurfacePass> SurfacePass::make(const std::filesystem::path& shaders)
{
    Result<gl::Program> structure = gl::Program::load(shaders, "surface.vert", "structure.frag");
    Result<gl::Program> skin = gl::Program::load(shaders, "surface.vert", "skin.frag");
    Result<gl::Program> contact = gl::Program::load(shaders, "surface.vert", "contact.frag");
    for (const Result<gl::Program>* program : {&structure, &skin, &contact})
        if (!*program)
            return program->faults();
    return SurfacePass(structure.take(), skin.take(), contact.take());
}

SurfacePass::SurfacePass(gl::Program structure, gl::Program skin, gl::Program contact)
    : structure_(std::move(structure)), skin_(std::move(skin)), contact_(std::move(contact))
{
}

void SurfacePass::draw_structures(const BodyBuffers& body, std::span<const std::uint32_t> numbers,
                                  const Eye& eye, const scene::Dent& dent, GLuint looks) const
{
    std::vector<std::uint32_t> closed, open;
    for (const std::uint32_t number : numbers)
        (body.facts()[number].closed ? closed : open).push_back(number);
    tell(structure_, eye, glm::mat4(1), looks, 0);
    tell_dent(structure_, dent);
    set_state(true);
    body.draw_structures(closed);
    set_state(false);
    body.draw_structures(open);
}

void SurfacePass::draw_skin(const BodyBuffers& body, bool closed, const Eye& eye,
                            const scene::Dent& dent, float soft_edge_mm, int overlay_kind,
                            GLuint looks) const
{
    tell(skin_, eye, glm::mat4(1), looks, 1);
    tell_dent(skin_, dent);
    skin_.set("soft_edge_mm", soft_edge_mm);
    skin_.set("overlay_kind", overlay_kind);
    set_state(closed);
    body.draw_skin();
}

void SurfacePass::draw_contact(const MeshBuffers& mesh, const glm::mat4& world_from_contact,
                               const Eye& eye, GLuint looks) const
{
    tell(contact_, eye, world_from_contact, looks, 0);
    tell_dent(contact_, scene::Dent{});
    set_state(true);
    // A mirrored hand is wound the other way round.
    if (glm::determinant(glm::mat3(world_from_contact)) < 0)
        glFrontFace(GL_CW);
    mesh.draw();
}

}  // namespace tpatlas::render
