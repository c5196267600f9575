#include "atlas/geodesic_path.hpp"

#include "atlas/geodesics.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Walks down a distance field, linear in each triangle, from triangle to triangle.
class Descent
{
public:
    Descent(const Surface& surface, const std::vector<double>& distance)
        : surface_(surface), distance_(distance)
    {
    }

    // From `start` until a triangle that touches `goal` is reached; false where there is no way.
    bool walk(const SurfacePoint& start, std::uint32_t goal, std::vector<glm::vec3>& way)
    {
        triangle_ = start.triangle;
        position_ = surface_.position(start);
        entered_ = Surface::none;
        way.push_back(position_);
        for (std::size_t step = 0; step < 4 * surface_.triangle_count(); ++step) {
            if (touches(triangle_, goal))
                return true;
            if (!cross() && !slide(way))
                return false;
            way.push_back(position_);
        }
        return false;
    }

private:
    bool touches(std::uint32_t triangle, std::uint32_t goal) const
    {
        const Triangle& t = surface_.mesh().triangles[triangle];
        const Triangle& g = surface_.mesh().triangles[goal];
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j < 3; ++j)
                if (t[i] == g[j])
                    return true;
        return false;
    }

    glm::dvec3 corner(std::uint32_t half_edge) const
    {
        return surface_.mesh().positions[surface_.from(half_edge)];
    }

    glm::dvec3 slope(std::uint32_t triangle) const
    {
        const std::uint32_t h = 3 * triangle;
        const glm::dvec3 a = corner(h), ab = corner(h + 1) - a, ac = corner(h + 2) - a;
        const double db = distance_[surface_.from(h + 1)] - distance_[surface_.from(h)];
        const double dc = distance_[surface_.from(h + 2)] - distance_[surface_.from(h)];
        const double bb = glm::dot(ab, ab), bc = glm::dot(ab, ac), cc = glm::dot(ac, ac);
        const double det = bb * cc - bc * bc;
        if (det <= 0)
            return glm::dvec3(0);
        return ab * ((db * cc - dc * bc) / det) + ac * ((dc * bb - db * bc) / det);
    }

    // Straight down through the triangle to another of its edges; false where the way down leads
    // back over the edge it came through.
    bool cross()
    {
        const glm::dvec3 down = -slope(triangle_);
        const glm::dvec3 n = surface_.normal(triangle_);
        const glm::dvec3 at = position_;
        double best = std::numeric_limits<double>::infinity();
        std::uint32_t through = Surface::none;
        for (std::uint32_t h = 3 * triangle_; h < 3 * triangle_ + 3; ++h) {
            const glm::dvec3 outward =
                glm::cross(corner(Surface::next(h)) - corner(h), n); // in the plane
            const double speed = glm::dot(down, outward);
            if (speed <= 0)
                continue;
            const double reach = std::max(0.0, glm::dot(corner(h) - at, outward) / speed);
            if (reach < best) {
                best = reach;
                through = h;
            }
        }
        if (through == Surface::none || through == entered_ ||
            surface_.twin(through) == Surface::none)
            return false;
        position_ = at + down * best;
        entered_ = surface_.twin(through);
        triangle_ = entered_ / 3;
        return true;
    }

    // Along the valley: to the lower end of the edge, and on through the triangle around that
    // vertex that leads down most steeply.
    bool slide(std::vector<glm::vec3>& way)
    {
        std::uint32_t lowest = surface_.from(3 * triangle_);
        for (std::uint32_t h = 3 * triangle_; h < 3 * triangle_ + 3; ++h)
            if (distance_[surface_.from(h)] < distance_[lowest])
                lowest = surface_.from(h);
        // The lowest neighbour of the lowest corner, and the triangle beside the edge to it.
        std::uint32_t out = Surface::none;
        double steepest = 0;
        for (const std::uint32_t h : surface_.leaving(lowest))
            for (const std::uint32_t edge : {h, Surface::previous(h)}) {
                const std::uint32_t end = edge == h ? surface_.to(edge) : surface_.from(edge);
                const double fall = (distance_[lowest] - distance_[end]) / surface_.length(edge);
                if (fall > steepest) {
                    steepest = fall;
                    out = edge;
                }
            }
        if (out == Surface::none)
            return false;
        const std::uint32_t end =
            surface_.from(out) == lowest ? surface_.to(out) : surface_.from(out);
        way.push_back(surface_.mesh().positions[lowest]);
        position_ = (surface_.mesh().positions[lowest] + surface_.mesh().positions[end]) * 0.5f;
        triangle_ = out / 3;
        entered_ = Surface::none;
        return true;
    }

    const Surface& surface_;
    const std::vector<double>& distance_;
    std::uint32_t triangle_ = 0;
    std::uint32_t entered_ = Surface::none; // the half-edge it came in through
    glm::vec3 position_{0};
};

} // namespace

std::vector<glm::vec3> shortest_way(const Surface& surface, const SurfacePoint& a,
                                    const SurfacePoint& b)
{
    const GeodesicField field = distances_up_to(surface, {a, 0}, b.triangle);
    const Triangle& t = surface.mesh().triangles[b.triangle];
    for (int k = 0; k < 3; ++k)
        if (std::isinf(field.distance_mm[t[k]]))
            return {};
    std::vector<glm::vec3> way;
    if (!Descent(surface, field.distance_mm).walk(b, a.triangle, way))
        return {};
    way.push_back(surface.position(a));
    std::reverse(way.begin(), way.end());
    return way;
}

double length_mm(const std::vector<glm::vec3>& way)
{
    double length = 0;
    for (std::size_t i = 1; i < way.size(); ++i)
        length += static_cast<double>(glm::distance(way[i - 1], way[i]));
    return length;
}

std::vector<glm::vec3> evenly_spaced(const std::vector<glm::vec3>& way, float step_mm)
{
    const double length = length_mm(way);
    if (way.size() < 2 || length == 0)
        return way;
    const int parts =
        std::max(1, static_cast<int>(std::ceil(length / static_cast<double>(step_mm))));
    std::vector<glm::vec3> even{way.front()};
    double walked = 0;
    std::size_t i = 1;
    for (int k = 1; k < parts; ++k) {
        const double at = length * k / parts;
        double piece = static_cast<double>(glm::distance(way[i - 1], way[i]));
        while (walked + piece < at && i + 1 < way.size()) {
            walked += piece;
            ++i;
            piece = static_cast<double>(glm::distance(way[i - 1], way[i]));
        }
        const double share = piece > 0 ? (at - walked) / piece : 0;
        even.push_back(
            glm::mix(way[i - 1], way[i], static_cast<float>(std::clamp(share, 0.0, 1.0))));
    }
    even.push_back(way.back());
    return even;
}

std::vector<glm::vec3> rounded(const Surface& surface, std::vector<glm::vec3> way, int passes)
{
    for (int pass = 0; pass < passes; ++pass) {
        std::vector<glm::vec3> softer = way;
        for (std::size_t i = 1; i + 1 < way.size(); ++i)
            softer[i] = way[i - 1] * 0.25f + way[i] * 0.5f + way[i + 1] * 0.25f;
        way = std::move(softer);
    }
    for (std::size_t i = 1; i + 1 < way.size(); ++i)
        way[i] = surface.tree().nearest(way[i]).position_mm;
    return way;
}

} // namespace tpatlas
