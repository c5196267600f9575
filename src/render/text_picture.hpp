// render/text_picture.hpp: a picture of nothing but words on white, in the type of our pictures.
//
//   Result<TextPicture> words = TextPicture::make(files);
//   Image image = words.value().draw({{"Trapezius", {10, 30}, {20, true}}}, {400, 60});
//
// For pages that are put together from pictures (tools/contact_sheets). Needs a current OpenGL
// context, as Renderer does, and must die before it. One thread.
#pragma once

#include "core/image.hpp"
#include "core/result.hpp"
#include "render/canvas.hpp"
#include "render/finish_pass.hpp"
#include "render/fonts.hpp"
#include "render/marks_pass.hpp"
#include "render/renderer.hpp"

#include <string>
#include <vector>

namespace tpatlas::render {

struct TextLine {
    std::string text;
    glm::vec2 base_line_px{0};  // left end, from the picture's upper left
    TextSize size;
    glm::vec3 ink{0.13f, 0.15f, 0.18f};  // sRGB
};

class TextPicture {
public:
    static Result<TextPicture> make(const RenderFiles& files);

    float width_px(const std::string& text, TextSize size) { return fonts_.width_px(text, size); }
    // What reaches beyond the edges is cut off.
    Image draw(const std::vector<TextLine>& lines, glm::ivec2 size_px);

private:
    TextPicture(MarksPass marks, FinishPass finish, Fonts fonts);

    MarksPass marks_;
    FinishPass finish_;
    Fonts fonts_;
    Canvas canvas_;
};

}  // namespace tpatlas::render
