// render/label_ink.hpp: draws names, their lines, and the texts in a picture's corners.
#pragma once

#include "render/fonts.hpp"
#include "render/label_layout.hpp"
#include "render/mark_list.hpp"
#include "scene/frame.hpp"

#include <string>
#include <vector>

namespace tpatlas::render {

class LabelInk {
public:
    LabelInk(MarkList& list, Fonts& fonts, const scene::Palette& palette, float point_px);

    // Of a text's box.
    glm::vec2 size_px(const std::string& text, TextSize size);
    void text(const std::string& text, const PageBox& box, TextSize size);
    // A line that ends in a dot, or at the rim of a mark of that radius. Halos of all lines go
    // under all lines.
    void halo(const SetLabel& set, float mark_px);
    void line(const SetLabel& set, float mark_px);
    // Within `edge`, under or over what is `taken` there already; then it is taken too.
    void corner(const scene::CornerText& corner, const PageBox& edge, std::vector<PageBox>& taken);

private:
    void stroke(glm::vec2 from, glm::vec2 to, float width_points, glm::vec4 colour);
    void leader(const SetLabel& set, float mark_px, float more_points, glm::vec4 colour);

    MarkList& list_;
    Fonts& fonts_;
    glm::vec4 ink_;
    glm::vec4 halo_;
    float point_px_;
};

}  // namespace tpatlas::render
