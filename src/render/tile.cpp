#include "render/tile.hpp"

#include <algorithm>

namespace tpatlas::render {

namespace {

// Tiles begin at multiples of this, so that the occlusion's pattern of 4 x 4 half pixels does not
// move with them.
constexpr int pattern_px = 8;

int rounded_up(int value)
{
    return (value + pattern_px - 1) / pattern_px * pattern_px;
}

}  // namespace

std::vector<Tile> tiles_of(glm::ivec2 picture_px, int edge_px, int guard_px)
{
    if (picture_px.x <= edge_px && picture_px.y <= edge_px)
        return {{glm::ivec2(0), {rounded_up(picture_px.x), rounded_up(picture_px.y)},
                 glm::ivec2(0), picture_px}};
    const int edge = rounded_up(std::max(edge_px, pattern_px));
    const int guard = rounded_up(guard_px);
    std::vector<Tile> tiles;
    for (int y = 0; y < picture_px.y; y += edge)
        for (int x = 0; x < picture_px.x; x += edge)
            tiles.push_back({{x - guard, y - guard},
                             glm::ivec2(edge + 2 * guard),
                             {x, y},
                             {std::min(edge, picture_px.x - x), std::min(edge, picture_px.y - y)}});
    return tiles;
}

}  // namespace tpatlas::render
