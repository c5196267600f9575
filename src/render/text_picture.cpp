#include "render/text_picture.hpp"

#include "render/colour.hpp"

#include <optional>
#include <utility>

namespace tpatlas::render {

Result<TextPicture> TextPicture::make(const RenderFiles& files)
{
    Result<MarksPass> marks = MarksPass::make(files.shaders);
    if (!marks)
        return marks.faults();
    Result<FinishPass> finish = FinishPass::make(files.shaders);
    if (!finish)
        return finish.faults();
    Result<Fonts> fonts = Fonts::make(files.font, files.strong_font);
    if (!fonts)
        return fonts.faults();
    return TextPicture(marks.take(), finish.take(), fonts.take());
}

TextPicture::TextPicture(MarksPass marks, FinishPass finish, Fonts fonts)
    : marks_(std::move(marks)), finish_(std::move(finish)), fonts_(std::move(fonts))
{
}

Image TextPicture::draw(const std::vector<TextLine>& lines, glm::ivec2 size_px)
{
    // The body's pane, of which marks ask what covers them, is empty: one pixel.
    canvas_.prepare(size_px, {1, 1}, 1);
    fonts_.begin_frame();
    MarkList list;
    for (const TextLine& line : lines)
        fonts_.add(list, line.text,
                   {line.base_line_px.x, static_cast<float>(size_px.y) - line.base_line_px.y},
                   line.size, glm::vec4(linear_from_srgb(line.ink), 1));
    const PicturePart whole{{0, 0}, size_px};
    glBindFramebuffer(GL_FRAMEBUFFER, canvas_.whole().target.id());
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    marks_.draw(list, canvas_.whole(), {canvas_.body(0), whole, Eye()}, whole, std::nullopt,
                fonts_.atlas());
    finish_.draw(canvas_.whole(), canvas_.finished());
    return image_of(canvas_.finished());
}

}  // namespace tpatlas::render
