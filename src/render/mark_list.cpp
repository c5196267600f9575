#include "render/mark_list.hpp"

#include <glm/geometric.hpp>

namespace tpatlas::render {

void MarkList::add_quad(const glm::vec2 (&corners)[4], const glm::vec2 (&places)[4],
                        const MarkStyle& style, float distance_mm)
{
    const auto first = static_cast<std::uint32_t>(vertices_.size());
    const glm::vec4 shape(static_cast<float>(style.shape), style.first, style.second, distance_mm);
    for (int i = 0; i < 4; ++i)
        vertices_.push_back({corners[i], places[i], style.colour, shape});
    for (const std::uint32_t i : {0u, 1u, 2u, 0u, 2u, 3u})
        indices_.push_back(first + i);
}

void MarkList::add_symbol(glm::vec2 centre, glm::vec2 half_size, glm::vec2 half_place,
                          const MarkStyle& style)
{
    const glm::vec2 s = half_size, p = half_place;
    add_quad({centre - s, centre + glm::vec2(s.x, -s.y), centre + s, centre + glm::vec2(-s.x, s.y)},
             {-p, {p.x, -p.y}, p, {-p.x, p.y}}, style);
}

void MarkList::add_box(glm::vec2 low, glm::vec2 high, glm::vec4 colour)
{
    add_symbol((low + high) * 0.5f, (high - low) * 0.5f, glm::vec2(1),
               {Shape::box, colour, 0, 0});
}

void MarkList::add_plate(glm::vec2 low, glm::vec2 high, float radius_px, glm::vec4 colour)
{
    const glm::vec2 middle = (low + high) * 0.5f, half = (high - low) * 0.5f, s = half + 1.0f;
    const glm::vec2 places[4] = {-s, {s.x, -s.y}, s, {-s.x, s.y}};
    const glm::vec2 corners[4] = {middle + places[0], middle + places[1], middle + places[2],
                                  middle + places[3]};
    add_quad(corners, places, {Shape::plate, colour, half.x, half.y}, radius_px);
}

void MarkList::add_line(glm::vec2 from, glm::vec2 to, float width_px, glm::vec4 colour)
{
    const float length = glm::length(to - from);
    const glm::vec2 along = length > 1e-3f ? (to - from) / length : glm::vec2(1, 0);
    const glm::vec2 across(-along.y, along.x);
    const float half = length / 2, half_width = width_px / 2;
    const float end = half + half_width + 1, side = half_width + 1;
    const glm::vec2 middle = (from + to) * 0.5f;
    const auto at = [&](float x, float y) { return middle + along * x + across * y; };
    add_quad({at(-end, -side), at(end, -side), at(end, side), at(-end, side)},
             {{-end, -side}, {end, -side}, {end, side}, {-end, side}},
             {Shape::line, colour, half, half_width});
}

}  // namespace tpatlas::render
