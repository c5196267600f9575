// render/label_column.hpp: one column of names with their lines. No OpenGL.
//
// Names stand at the heights of what they name, moved apart where they would touch; the lines all
// bend on one upright, so that they cross only where two slanted ones do: those change places.
#pragma once

#include "render/label_layout.hpp"

#include <optional>
#include <vector>

namespace tpatlas::render {

struct ColumnEntry {
    std::size_t wanted = 0;  // index
    glm::vec2 text_px{0};
    glm::vec2 anchor{0};
};

enum class ColumnSide { left, right };

// None where they do not fit below each other, lines cannot be kept from crossing, a line would be
// steep, or one would end beside or under the column instead of before it.
std::optional<std::vector<SetLabel>> set_column(std::vector<ColumnEntry> entries, ColumnSide side,
                                                const LabelPage& page);

}  // namespace tpatlas::render
