// render/mark_list.hpp: flat shapes in the order in which they are laid over the picture: text,
// lines, symbols, marks. Gathered on the CPU, drawn in one call by MarksPass.
//
// Pixels from the lower left of the whole picture. Colours are linear with straight alpha.
#pragma once

#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::render {

// As shaders/marks.frag counts them.
enum class Shape { glyph, box, line, point_mark, essential, spillover, spindle, arrow, no_press,
                   target_ring, plate };

struct MarkVertex {
    glm::vec2 position_px;
    glm::vec2 place;
    glm::vec4 colour;
    // Kind, two numbers of the kind, distance along the view (0: before all; of a plate its radius).
    glm::vec4 shape;
};

struct MarkStyle {
    Shape shape = Shape::box;
    glm::vec4 colour{0, 0, 0, 1};
    float first = 0;
    float second = 0;  // of what lies in the body: how much shows through what covers it
};

class MarkList {
public:
    // Corners in the order lower left, lower right, upper right, upper left.
    void add_quad(const glm::vec2 (&corners)[4], const glm::vec2 (&places)[4],
                  const MarkStyle& style, float distance_mm = 0);
    // An upright rectangle whose places run over -1...1 by `half_place`.
    void add_symbol(glm::vec2 centre, glm::vec2 half_size, glm::vec2 half_place,
                    const MarkStyle& style);
    void add_box(glm::vec2 low, glm::vec2 high, glm::vec4 colour);
    // A rectangle with round corners.
    void add_plate(glm::vec2 low, glm::vec2 high, float radius_px, glm::vec4 colour);
    // With round ends.
    void add_line(glm::vec2 from, glm::vec2 to, float width_px, glm::vec4 colour);

    const std::vector<MarkVertex>& vertices() const { return vertices_; }
    const std::vector<std::uint32_t>& indices() const { return indices_; }

private:
    std::vector<MarkVertex> vertices_;
    std::vector<std::uint32_t> indices_;
};

}  // namespace tpatlas::render
