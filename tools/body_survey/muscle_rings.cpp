#include "body_survey/muscle_rings.hpp"

#include "body_survey/ring_walk.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>
#include <unordered_map>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

constexpr std::size_t places = 96; // of a ring that the edges are chosen among

using Edge = std::pair<std::uint32_t, std::uint32_t>;

Edge edge_of(std::uint32_t a, std::uint32_t b)
{
    return a < b ? Edge{a, b} : Edge{b, a};
}

float length_of(const std::vector<glm::vec3>& ring)
{
    float sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        sum += glm::distance(ring[i], ring[(i + 1) % ring.size()]);
    return sum;
}

// All closed lines of one level, each with the higher u on its left seen from outside.
std::vector<std::vector<glm::vec3>> level_lines(const MeshData& mesh, const std::vector<float>& u,
                                                float level)
{
    std::map<Edge, Edge> next; // from the edge where a triangle is entered to where it is left
    for (const Triangle& t : mesh.triangles) {
        std::optional<Edge> rising, falling;
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t i = t[k], j = t[(k + 1) % 3];
            if (u[i] <= level && u[j] > level)
                rising = edge_of(i, j);
            else if (u[i] > level && u[j] <= level)
                falling = edge_of(i, j);
        }
        if (rising && falling)
            next[*falling] = *rising;
    }
    std::vector<std::vector<glm::vec3>> lines;
    while (!next.empty()) {
        std::vector<glm::vec3> line;
        for (auto at = next.begin(); at != next.end();) {
            const auto [i, j] = at->first;
            line.push_back(
                glm::mix(mesh.positions[i], mesh.positions[j], (level - u[i]) / (u[j] - u[i])));
            const Edge to = at->second;
            next.erase(at);
            at = next.find(to);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

using Places = std::vector<glm::vec3>;

Places evenly_placed(const LevelRing& ring)
{
    const RingWalk walk(ring.points);
    Places out;
    for (std::size_t i = 0; i < places; ++i)
        out.push_back(walk.at(static_cast<float>(i) / places));
    return out;
}

// The value at the share `way` of a list.
float between(const std::vector<float>& values, float way)
{
    const float at = std::clamp(way, 0.0f, 1.0f) * static_cast<float>(values.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), values.size() - 2);
    return glm::mix(values[i], values[i + 1], at - static_cast<float>(i));
}

glm::vec3 middle_of(const Places& ring)
{
    glm::vec3 sum(0);
    for (const glm::vec3& p : ring)
        sum += p;
    return sum / static_cast<float>(ring.size());
}

float widest_of(const Places& ring)
{
    float widest = 1e-3f;
    for (std::size_t i = 0; i < ring.size(); ++i)
        for (std::size_t j = i + 1; j < ring.size(); ++j)
            widest = std::max(widest, glm::distance(ring[i], ring[j]));
    return widest;
}

// What a pair of edges costs on one ring: little where they are far apart and where neither lies
// toward the skin.
std::vector<float> pair_costs(const Places& ring, glm::vec3 skinward)
{
    // Against the cost of moving; tried on the reference set.
    constexpr float weight = 3.0f, skin_weight = 0.8f;
    const float widest = widest_of(ring);
    std::vector<float> costs(places * places, std::numeric_limits<float>::infinity());
    for (std::size_t i = 0; i < places; ++i)
        for (std::size_t j = 0; j < places; ++j) {
            const std::size_t ahead = (j + places - i) % places;
            if (ahead < places / 5 || ahead > places - places / 5)
                continue;
            const float apart = glm::distance(ring[i], ring[j]);
            const float tilt = glm::dot(ring[j] - ring[i], skinward) / std::max(apart, 1e-3f);
            costs[i * places + j] = weight * (1 - apart / widest) + skin_weight * tilt * tilt;
        }
    return costs;
}

// What it costs that an edge goes from place i of one ring to place j of the next.
std::vector<float> move_costs(const Places& from, const Places& to)
{
    const glm::vec3 shift = middle_of(to) - middle_of(from);
    const float size = 0.5f * (widest_of(from) + widest_of(to));
    std::vector<float> costs(places * places);
    for (std::size_t i = 0; i < places; ++i)
        for (std::size_t j = 0; j < places; ++j) {
            const float d = glm::distance(from[i] + shift, to[j]) / size;
            costs[i * places + j] = 6 * d * d;
        }
    return costs;
}

struct Cheapest {
    std::vector<float> cost;
    std::vector<std::uint16_t> from; // place of the ring before
};

// For each (i, j): the cheapest k in place of the first (by_first) or second index.
Cheapest cheapest_move(const std::vector<float>& sums, const std::vector<float>& moves,
                       bool by_first)
{
    Cheapest out{std::vector<float>(places * places, std::numeric_limits<float>::infinity()),
                 std::vector<std::uint16_t>(places * places, 0)};
    for (std::size_t i = 0; i < places; ++i)
        for (std::size_t j = 0; j < places; ++j) {
            float& best = out.cost[i * places + j];
            for (std::size_t k = 0; k < places; ++k) {
                const float c = by_first ? sums[k * places + j] + moves[k * places + i]
                                         : sums[i * places + k] + moves[k * places + j];
                if (c < best) {
                    best = c;
                    out.from[i * places + j] = static_cast<std::uint16_t>(k);
                }
            }
        }
    return out;
}

} // namespace

std::vector<LevelRing> level_rings(const MeshData& closed, const std::vector<float>& u,
                                   std::size_t count)
{
    std::vector<LevelRing> rings;
    for (std::size_t i = 0; i < count; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(count - 1);
        const float dense = 0.5f - 0.5f * std::cos(std::numbers::pi_v<float> * share);
        const float level = 0.008f + 0.984f * glm::mix(share, dense, 0.6f);
        auto lines = level_lines(closed, u, level);
        if (lines.empty())
            continue;
        std::stable_sort(lines.begin(), lines.end(),
                         [](const auto& a, const auto& b) { return length_of(a) > length_of(b); });
        float rest = 0;
        for (std::size_t k = 1; k < lines.size(); ++k)
            rest += length_of(lines[k]);
        if (lines.front().size() < 6)
            continue;
        const float left_out = rest / length_of(lines.front());
        rings.push_back({level, std::move(lines.front()), 0, 0.5f, left_out, {}});
    }
    return rings;
}

void match_edges(std::vector<LevelRing>& rings, const Skinward& skinward)
{
    std::vector<Places> placed;
    for (const LevelRing& ring : rings)
        placed.push_back(evenly_placed(ring));
    std::vector<Cheapest> firsts, seconds;
    std::vector<float> sums;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        std::vector<float> costs = pair_costs(placed[r], skinward(middle_of(placed[r])));
        if (r > 0) {
            const std::vector<float> moves = move_costs(placed[r - 1], placed[r]);
            firsts.push_back(cheapest_move(sums, moves, true));
            seconds.push_back(cheapest_move(firsts.back().cost, moves, false));
            for (std::size_t k = 0; k < costs.size(); ++k)
                costs[k] += seconds.back().cost[k];
        }
        sums = std::move(costs);
    }
    auto at = static_cast<std::size_t>(std::min_element(sums.begin(), sums.end()) - sums.begin());
    for (std::size_t r = rings.size(); r-- > 0;) {
        const std::size_t i = at / places, j = at % places;
        rings[r].edge = static_cast<float>(i) / places;
        rings[r].other_edge = static_cast<float>(j) / places;
        if (r > 0) {
            const std::size_t from_j = seconds[r - 1].from[at];
            const std::size_t from_i = firsts[r - 1].from[i * places + from_j];
            at = from_i * places + from_j;
        }
    }
}

glm::vec3 edge_direction(const std::vector<LevelRing>& rings)
{
    glm::vec3 sum(0);
    for (const LevelRing& ring : rings) {
        const RingWalk walk(ring.points);
        const glm::vec3 d = walk.at(ring.other_edge) - walk.at(ring.edge);
        sum += d / std::max(glm::length(d), 1e-6f);
    }
    return sum / static_cast<float>(std::max<std::size_t>(rings.size(), 1));
}

void turn_toward(std::vector<LevelRing>& rings, const Skinward& skinward, glm::vec3 medial)
{
    float outer = 0, inner = 0;
    for (const LevelRing& ring : rings) {
        const RingWalk walk(ring.points);
        const float ahead = ring.other_edge - ring.edge + (ring.other_edge < ring.edge ? 1 : 0);
        const glm::vec3 face = walk.at(ring.edge + ahead / 2);
        const glm::vec3 back = walk.at(ring.edge + ahead / 2 + 0.5f);
        outer += glm::dot(face - back, skinward((face + back) * 0.5f));
        inner += glm::dot(walk.at(ring.other_edge) - walk.at(ring.edge), medial);
    }
    if (outer < 0) // the other way round the ring lies the face toward the skin
        for (LevelRing& ring : rings)
            std::swap(ring.edge, ring.other_edge);
    if ((outer < 0) == (inner > 0)) // and so did the medial edge change
        for (LevelRing& ring : rings) {
            std::reverse(ring.points.begin(), ring.points.end());
            // Reversal keeps the last point first: shares count back from its place.
            const RingWalk walk(ring.points);
            const float whole = length_of(ring.points);
            const float step = glm::distance(ring.points.front(), ring.points.back()) / whole;
            const float edge = 1 - step - ring.other_edge, other = 1 - step - ring.edge;
            ring.edge = edge - std::floor(edge);
            ring.other_edge = other - std::floor(other);
        }
}

std::vector<glm::vec3> resampled(const LevelRing& ring, std::size_t points, float crowding)
{
    assert(points >= 4);
    const RingWalk walk(ring.points);
    const float face = ring.other_edge - ring.edge + (ring.other_edge < ring.edge ? 1 : 0);
    const std::vector<float> even{ring.edge, ring.edge + face, ring.edge + 1};
    // Share f of the way over a face, from edge to edge.
    const auto spaced = [crowding](float f) {
        const float round = 0.5f - 0.5f * std::cos(std::numbers::pi_v<float> * f);
        return glm::mix(f, round, crowding);
    };
    std::vector<glm::vec3> out;
    for (std::size_t k = 0; k < points; ++k) {
        float v = static_cast<float>(k) / static_cast<float>(points);
        v -= v > 0.75f ? 1 : 0; // -0.25 ... 0.75: first the face toward the skin, then the deep one
        const float way = v <= 0.25f ? 0.5f * spaced((v + 0.25f) / 0.5f)
                                     : 0.5f + 0.5f * spaced((v - 0.25f) / 0.5f);
        out.push_back(walk.at(between(ring.courses.empty() ? even : ring.courses, way)));
    }
    return out;
}

} // namespace tpatlas
