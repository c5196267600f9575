#include "body/bone_section_field.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

struct Segment {
    glm::vec2 a;
    glm::vec2 b;
    std::int32_t ring;
};

float distance2(const Segment& s, glm::vec2 p)
{
    const glm::vec2 d = s.b - s.a;
    const float length2 = glm::dot(d, d);
    const float t = length2 > 0 ? std::clamp(glm::dot(p - s.a, d) / length2, 0.0f, 1.0f) : 0.0f;
    const glm::vec2 off = p - (s.a + d * t);
    return glm::dot(off, off);
}

std::vector<Segment> segments_of(const std::vector<Ring>& rings)
{
    std::vector<Segment> segments;
    for (std::size_t r = 0; r < rings.size(); ++r)
        for (std::size_t i = 0; i < rings[r].size(); ++i)
            segments.push_back(
                {rings[r][i], rings[r][(i + 1) % rings[r].size()], static_cast<std::int32_t>(r)});
    return segments;
}

// The nearest segment of every grid point within reach: exact beside the rings, then handed on from
// neighbour to neighbour (a vector distance transform), which is as good as exact.
class NearestSegments {
public:
    NearestSegments(const std::vector<Segment>& segments, const PlaneGrid& grid, float reach_mm)
        : segments_(segments), grid_(grid), nearest_(grid.size(), -1),
          distance2_(grid.size(), reach_mm * reach_mm)
    {
        for (std::size_t s = 0; s < segments_.size(); ++s)
            seed(static_cast<std::int32_t>(s));
        for (int round = 0; round < 2; ++round) {
            sweep(false);
            sweep(true);
        }
    }

    std::int32_t nearest(std::size_t at) const { return nearest_[at]; }
    float distance(std::size_t at) const { return std::sqrt(distance2_[at]); }

private:
    void offer(std::size_t at, glm::vec2 p, std::int32_t s)
    {
        const float d = distance2(segments_[static_cast<std::size_t>(s)], p);
        if (d < distance2_[at]) {
            distance2_[at] = d;
            nearest_[at] = s;
        }
    }

    glm::vec2 point(int i, int j) const
    {
        return grid_.origin +
               grid_.step_mm * glm::vec2(static_cast<float>(i), static_cast<float>(j));
    }

    void seed(std::int32_t s)
    {
        const Segment& segment = segments_[static_cast<std::size_t>(s)];
        const glm::vec2 low = (glm::min(segment.a, segment.b) - grid_.origin) / grid_.step_mm;
        const glm::vec2 high = (glm::max(segment.a, segment.b) - grid_.origin) / grid_.step_mm;
        const int i1 = std::min(grid_.columns - 1, static_cast<int>(std::ceil(high.x)) + 1);
        const int j1 = std::min(grid_.rows - 1, static_cast<int>(std::ceil(high.y)) + 1);
        for (int j = std::max(0, static_cast<int>(std::floor(low.y)) - 1); j <= j1; ++j)
            for (int i = std::max(0, static_cast<int>(std::floor(low.x)) - 1); i <= i1; ++i)
                offer(grid_.index(i, j), point(i, j), s);
    }

    void sweep(bool backward)
    {
        constexpr std::array<std::array<int, 2>, 4> before{{{-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};
        for (int row = 0; row < grid_.rows; ++row) {
            const int j = backward ? grid_.rows - 1 - row : row;
            for (int column = 0; column < grid_.columns; ++column) {
                const int i = backward ? grid_.columns - 1 - column : column;
                for (const auto& [di, dj] : before)
                    take_from(i, j, backward ? i - di : i + di, backward ? j - dj : j + dj);
            }
            // The same row the other way, or nothing travels against the sweep within a row.
            for (int column = grid_.columns - 1; column >= 0; --column) {
                const int i = backward ? grid_.columns - 1 - column : column;
                take_from(i, j, backward ? i - 1 : i + 1, j);
            }
        }
    }

    void take_from(int i, int j, int from_i, int from_j)
    {
        if (from_i < 0 || from_j < 0 || from_i >= grid_.columns || from_j >= grid_.rows)
            return;
        const std::int32_t s = nearest_[grid_.index(from_i, from_j)];
        const std::size_t at = grid_.index(i, j);
        if (s >= 0 && s != nearest_[at])
            offer(at, point(i, j), s);
    }

    const std::vector<Segment>& segments_;
    const PlaneGrid& grid_;
    std::vector<std::int32_t> nearest_;
    std::vector<float> distance2_;
};

// Marks the points of row j that the segments wind around counter-clockwise.
void mark_inside(const std::vector<Segment>& segments, const std::vector<std::int32_t>& crossing,
                 const PlaneGrid& grid, int j, std::vector<bool>& inside)
{
    const float y = grid.origin.y + grid.step_mm * static_cast<float>(j);
    std::vector<std::pair<float, int>> turns;
    for (const std::int32_t s : crossing) {
        const Segment& g = segments[static_cast<std::size_t>(s)];
        if ((g.a.y <= y) == (g.b.y <= y))
            continue;
        const float x = g.a.x + (g.b.x - g.a.x) * (y - g.a.y) / (g.b.y - g.a.y);
        turns.emplace_back(x, g.b.y < g.a.y ? 1 : -1);  // a ring's left side runs downward
    }
    std::sort(turns.begin(), turns.end());
    int winding = 0;
    std::size_t next = 0;
    for (int i = 0; i < grid.columns; ++i) {
        const float x = grid.origin.x + grid.step_mm * static_cast<float>(i);
        while (next < turns.size() && turns[next].first <= x)
            winding += turns[next++].second;
        inside[grid.index(i, j)] = winding > 0;
    }
}

std::vector<bool> inside_of(const std::vector<Segment>& segments, const PlaneGrid& grid)
{
    std::vector<std::vector<std::int32_t>> by_row(static_cast<std::size_t>(grid.rows));
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const float low = std::min(segments[s].a.y, segments[s].b.y);
        const float high = std::max(segments[s].a.y, segments[s].b.y);
        const int j0 = static_cast<int>(std::floor((low - grid.origin.y) / grid.step_mm));
        const int j1 = static_cast<int>(std::ceil((high - grid.origin.y) / grid.step_mm));
        for (int j = std::max(0, j0); j <= std::min(grid.rows - 1, j1); ++j)
            by_row[static_cast<std::size_t>(j)].push_back(static_cast<std::int32_t>(s));
    }
    std::vector<bool> inside(grid.size(), false);
    for (int j = 0; j < grid.rows; ++j)
        mark_inside(segments, by_row[static_cast<std::size_t>(j)], grid, j, inside);
    return inside;
}

}  // namespace

std::vector<Ring> rings_of(const PlaneSection& section, bool midline, float step_mm)
{
    std::vector<Ring> rings;
    for (const FourierContour& contour : section.contours) {
        rings.push_back(contour_points(contour, fitting_point_count(contour, step_mm)));
        if (!midline || contour.centre.x == 0.0f)
            continue;
        Ring image = rings.back();
        for (glm::vec2& p : image)
            p.x = -p.x;
        std::reverse(image.begin(), image.end());  // keeps the direction of turning
        rings.push_back(std::move(image));
    }
    return rings;
}

SectionField section_field(const std::vector<Ring>& rings, const PlaneGrid& grid, float reach_mm)
{
    const std::vector<Segment> segments = segments_of(rings);
    const NearestSegments nearest(segments, grid, reach_mm);
    const std::vector<bool> inside = inside_of(segments, grid);
    SectionField field;
    field.distance_mm.resize(grid.size());
    field.half_width_mm.assign(grid.size(), reach_mm);  // deep inside no ring is near
    std::vector<float> half_width(rings.size(), 0.0f);
    for (std::size_t at = 0; at < grid.size(); ++at) {
        const float d = nearest.distance(at);
        field.distance_mm[at] = inside[at] ? -d : d;
        const std::int32_t s = nearest.nearest(at);
        if (s >= 0 && inside[at]) {
            float& widest =
                half_width[static_cast<std::size_t>(segments[static_cast<std::size_t>(s)].ring)];
            widest = std::max(widest, d);
        }
    }
    for (std::size_t at = 0; at < grid.size(); ++at) {
        const std::int32_t s = nearest.nearest(at);
        if (s >= 0)
            field.half_width_mm[at] =
                half_width[static_cast<std::size_t>(segments[static_cast<std::size_t>(s)].ring)];
    }
    return field;
}

}  // namespace tpatlas
