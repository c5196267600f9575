#include "render/finish_pass.hpp"

#include <utility>

namespace tpatlas::render {

Result<FinishPass> FinishPass::make(const std::filesystem::path& shaders)
{
    Result<gl::Program> program = gl::Program::load(shaders, "fullscreen.vert", "finish.frag");
    if (!program)
        return program.faults();
    return FinishPass(program.take());
}

FinishPass::FinishPass(gl::Program program) : program_(std::move(program)) {}

void FinishPass::draw(const Surface& from, const Surface& to) const
{
    glBindFramebuffer(GL_FRAMEBUFFER, to.target.id());
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glViewport(0, 0, to.size_px.x, to.size_px.y);
    program_.use();
    program_.set_texture("picture", 0, GL_TEXTURE_2D, from.colour.id());
    glBindVertexArray(no_vertices_.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace tpatlas::render
