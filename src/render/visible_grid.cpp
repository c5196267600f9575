#include "render/visible_grid.hpp"

#include <algorithm>
#include <array>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::render {

namespace {

constexpr float diagonal = 1.41f;

// More room than this is of no use: then the patch's middle is the better place.
constexpr float enough_room = 6;
constexpr float least_room = 1.9f;
constexpr float per_cell_off_middle = 0.03f;

// So near to the picture's edge nothing is pointed at.
constexpr int edge_cells = 4;

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

struct Best {
    float score = none;
    glm::ivec2 cell{0};

    static constexpr float none = -1e9f;
    void consider(float other, glm::ivec2 at)
    {
        if (other > score)
            *this = {other, at};
    }
};

using Quarters = std::array<Best, 4>;

std::vector<Sum> sums_of(const VisibleGrid& grid, int from, int to, std::uint32_t largest)
{
    std::vector<Sum> sums(largest + 1);
    for (int y = 0; y < grid.size.y; ++y)
        for (int x = from; x < to; ++x) {
            Sum& sum = sums[grid.structures[grid.at({x, y})]];
            ++sum.cells;
            sum.places += glm::vec2(x, y);
        }
    return sums;
}

VisiblePatch patch_of(std::uint32_t structure, int cells, Quarters quarters)
{
    std::stable_sort(quarters.begin(), quarters.end(),
                     [](const Best& a, const Best& b) { return a.score > b.score; });
    VisiblePatch patch{structure, cells, {}};
    for (const Best& quarter : quarters)
        if (quarter.score > Best::none)
            patch.places.push_back(quarter.cell);
    return patch;
}

}  // namespace

std::vector<VisiblePatch> visible_patches(const VisibleGrid& grid, int from, int to)
{
    if (grid.structures.empty())
        return {};
    from = std::max(from, edge_cells);
    to = std::min(to, grid.size.x - edge_cells);
    const std::vector<float> room = rooms_of(grid, from, to);
    const std::uint32_t largest = *std::max_element(grid.structures.begin(), grid.structures.end());
    const std::vector<Sum> sums = sums_of(grid, from, to, largest);
    std::vector<Quarters> best(largest + 1);
    for (int y = edge_cells; y < grid.size.y - edge_cells; ++y)
        for (int x = from; x < to; ++x) {
            const glm::ivec2 cell(x, y);
            const std::uint32_t number = grid.structures[grid.at(cell)];
            const float here = room[grid.at(cell)];
            if (number == 0 || here < least_room)
                continue;
            const glm::vec2 middle = sums[number].places / static_cast<float>(sums[number].cells);
            const glm::vec2 off = glm::vec2(cell) - middle;
            const std::size_t quarter = (off.x > 0 ? 1u : 0u) + (off.y > 0 ? 2u : 0u);
            best[number][quarter].consider(
                std::min(here, enough_room) - per_cell_off_middle * glm::length(off), cell);
        }
    std::vector<VisiblePatch> patches;
    for (std::uint32_t number = 1; number <= largest; ++number) {
        VisiblePatch patch = patch_of(number - 1, sums[number].cells, best[number]);
        if (!patch.places.empty())
            patches.push_back(std::move(patch));
    }
    return patches;
}

}  // namespace tpatlas::render
