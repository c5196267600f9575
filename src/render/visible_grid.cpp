#include "render/visible_grid.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

constexpr float diagonal = 1.41f;

// More room than this is of no use: then the patch's middle is the better place.
constexpr float enough_room = 6;
constexpr float least_room = 1.9f;
constexpr float per_cell_off_middle = 0.03f;

// To the nearest cell of another structure or beyond the edge, by two sweeps.
std::vector<float> rooms_of(const VisibleGrid& grid, int from, int to)
{
    std::vector<float> room(grid.structures.size(), 0.0f);
    const auto step = [&](glm::ivec2 cell, glm::ivec2 by, float length) {
        const glm::ivec2 other = cell + by;
        if (other.x < from || other.x >= to || other.y < 0 || other.y >= grid.size.y)
            return length;
        return grid.structures[grid.at(other)] == grid.structures[grid.at(cell)]
                   ? room[grid.at(other)] + length
                   : length;
    };
    for (int y = 0; y < grid.size.y; ++y)
        for (int x = from; x < to; ++x) {
            const glm::ivec2 cell(x, y);
            if (grid.structures[grid.at(cell)] != 0)
                room[grid.at(cell)] =
                    std::min({step(cell, {-1, 0}, 1), step(cell, {0, -1}, 1),
                              step(cell, {-1, -1}, diagonal), step(cell, {1, -1}, diagonal)});
        }
    for (int y = grid.size.y - 1; y >= 0; --y)
        for (int x = to - 1; x >= from; --x) {
            const glm::ivec2 cell(x, y);
            if (grid.structures[grid.at(cell)] != 0)
                room[grid.at(cell)] =
                    std::min({room[grid.at(cell)], step(cell, {1, 0}, 1), step(cell, {0, 1}, 1),
                              step(cell, {1, 1}, diagonal), step(cell, {-1, 1}, diagonal)});
        }
    return room;
}

struct Sum {
    int cells = 0;
    glm::vec2 places{0};
};

}  // namespace

std::vector<VisiblePatch> visible_patches(const VisibleGrid& grid, int from, int to)
{
    from = std::max(from, 0);
    to = std::min(to, grid.size.x);
    const std::vector<float> room = rooms_of(grid, from, to);
    const std::uint32_t largest =
        grid.structures.empty()
            ? 0
            : *std::max_element(grid.structures.begin(), grid.structures.end());
    std::vector<Sum> sums(largest + 1);
    for (int y = 0; y < grid.size.y; ++y)
        for (int x = from; x < to; ++x) {
            Sum& sum = sums[grid.structures[grid.at({x, y})]];
            ++sum.cells;
            sum.places += glm::vec2(x, y);
        }
    struct Best {
        float score = -1e9f;
        glm::ivec2 cell{0};
    };
    std::vector<Best> best(largest + 1);
    for (int y = 0; y < grid.size.y; ++y)
        for (int x = from; x < to; ++x) {
            const glm::ivec2 cell(x, y);
            const std::uint32_t number = grid.structures[grid.at(cell)];
            const float here = room[grid.at(cell)];
            if (number == 0 || here < least_room)
                continue;
            const glm::vec2 middle = sums[number].places / static_cast<float>(sums[number].cells);
            const float score = std::min(here, enough_room) -
                                per_cell_off_middle * glm::distance(glm::vec2(cell), middle);
            if (score > best[number].score)
                best[number] = {score, cell};
        }
    std::vector<VisiblePatch> patches;
    for (std::uint32_t number = 1; number <= largest; ++number)
        if (best[number].score > -1e9f)
            patches.push_back({number - 1, sums[number].cells, best[number].cell,
                               room[grid.at(best[number].cell)]});
    return patches;
}

}  // namespace tpatlas::render
