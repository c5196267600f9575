// render/visible_grid.hpp: which structure is seen where, on a coarse grid over the body's picture,
// and where on it a line may end. No OpenGL: VisibleStructures fills it.
#pragma once

#include <cstdint>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::render {

// Row by row from below.
struct VisibleGrid {
    glm::ivec2 size{0};
    std::vector<std::uint32_t> structures;  // number + 1; 0: none that can be named
    std::vector<float> mm;                  // along the view
    int body_from = 0, body_to = 0;         // columns that hold anything of the body

    std::size_t at(glm::ivec2 cell) const
    {
        return static_cast<std::size_t>(cell.y) * static_cast<std::size_t>(size.x) +
               static_cast<std::size_t>(cell.x);
    }
    // As shares of the picture's size.
    glm::vec2 middle_of(glm::ivec2 cell) const
    {
        return (glm::vec2(cell) + 0.5f) / glm::vec2(size);
    }
};

struct VisiblePatch {
    std::uint32_t structure = 0;
    int cells = 0;  // that show it
    // Cells well inside: one in each quarter about its middle, the best first.
    std::vector<glm::ivec2> places;
};

// Of each structure that is seen between the columns `from` and `to`, by number. A strip of fewer
// than three cells has no inside and is left out; so is what is seen only at the grid's very edge.
std::vector<VisiblePatch> visible_patches(const VisibleGrid& grid, int from, int to);

}  // namespace tpatlas::render
