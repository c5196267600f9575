// render/picture_part.hpp: a rectangle of the picture in whole pixels, from the lower left.
#pragma once

#include <glm/vec2.hpp>

namespace tpatlas::render {

struct PicturePart {
    glm::ivec2 from_px{0};  // lower left
    glm::ivec2 size_px{0};

    bool operator==(const PicturePart&) const = default;
};

}  // namespace tpatlas::render
