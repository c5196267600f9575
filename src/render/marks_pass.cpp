#include "render/marks_pass.hpp"

#include <cstddef>
#include <utility>

namespace tpatlas::render {

Result<MarksPass> MarksPass::make(const std::filesystem::path& shaders)
{
    Result<gl::Program> program = gl::Program::load(shaders, "marks.vert", "marks.frag");
    if (!program)
        return program.faults();
    return MarksPass(program.take());
}

MarksPass::MarksPass(gl::Program program) : program_(std::move(program))
{
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
    const auto attribute = [](GLuint slot, GLint count, std::size_t offset) {
        glEnableVertexAttribArray(slot);
        glVertexAttribPointer(slot, count, GL_FLOAT, GL_FALSE, sizeof(MarkVertex),
                              reinterpret_cast<const void*>(offset));
    };
    attribute(0, 2, offsetof(MarkVertex, position_px));
    attribute(1, 2, offsetof(MarkVertex, place));
    attribute(2, 4, offsetof(MarkVertex, colour));
    attribute(3, 4, offsetof(MarkVertex, shape));
}

void MarksPass::draw(const MarkList& list, const Surface& whole, const MarksGround& ground,
                     const PicturePart& clip, const std::optional<scene::TargetRing>& ring,
                     GLuint glyphs)
{
    if (list.indices().empty())
        return;
    const glm::ivec2 size = whole.size_px;
    glBindFramebuffer(GL_FRAMEBUFFER, whole.target.id());
    glViewport(0, 0, size.x, size.y);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glEnable(GL_SCISSOR_TEST);
    glScissor(clip.from_px.x, clip.from_px.y, clip.size_px.x, clip.size_px.y);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);

    program_.use();
    ground.eye.tell(program_);
    program_.set("target_size", glm::vec2(size));
    program_.set("corner", ground.part.from_px);
    program_.set("places_per_px",
                 glm::vec2(ground.body.size_px) / glm::vec2(ground.part.size_px));
    if (ring) {
        program_.set("ring_centre", ring->centre_mm);
        program_.set("ring_normal", ring->normal);
    }
    program_.set_texture("glyphs", 0, GL_TEXTURE_2D, glyphs);
    program_.set_texture("places", 1, GL_TEXTURE_2D, ground.body.places.id());

    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
    glBufferData(GL_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(list.vertices().size() * sizeof(MarkVertex)),
                 list.vertices().data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(list.indices().size() * sizeof(std::uint32_t)),
                 list.indices().data(), GL_STREAM_DRAW);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(list.indices().size()), GL_UNSIGNED_INT,
                   nullptr);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace tpatlas::render
