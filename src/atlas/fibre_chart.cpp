#include "atlas/fibre_chart.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// The face toward the skin is |v| <= 1/4; the way through the muscle from v there ends at half a
// turn less v on the deep face.
float partner(float v)
{
    return v < 0 ? -0.5f - v : 0.5f - v;
}

} // namespace

FibreChart::FibreChart(const Body& body, std::uint32_t structure, const std::string& stack)
    : body_(&body)
{
    const SurfaceRange& range = body.surfaces().ranges[structure];
    const Structure& facts = body.structures()[structure];
    first_triangle_ = range.first_triangle;
    triangle_count_ = range.triangle_count;
    if (facts.stack_triangles.empty()) {
        if (!stack.empty())
            triangle_count_ = 0;
        return;
    }
    for (std::size_t i = 0; i < facts.stack_triangles.size(); ++i) {
        triangle_count_ = facts.stack_triangles[i];
        if (stack.empty() || facts.stacks[i] == stack)
            return;
        first_triangle_ += triangle_count_;
    }
    triangle_count_ = 0;
}

std::optional<glm::vec3> FibreChart::on_surface(glm::vec2 uv) const
{
    const MeshData& mesh = body_->surfaces().mesh;
    // The triangle that holds (u, v), or, since rounding leaves slits, the one nearest to it.
    float best = -1e-3f;
    std::optional<glm::vec3> found;
    for (std::uint32_t i = first_triangle_; i < first_triangle_ + triangle_count_; ++i) {
        const Triangle& t = mesh.triangles[i];
        const glm::vec2 a = mesh.fibres[t.x];
        const glm::vec2 ab = mesh.fibres[t.y] - a, ac = mesh.fibres[t.z] - a, ap = uv - a;
        const float det = ab.x * ac.y - ab.y * ac.x;
        if (std::abs(det) < 1e-12f)
            continue;
        const float v = (ap.x * ac.y - ap.y * ac.x) / det;
        const float w = (ab.x * ap.y - ab.y * ap.x) / det;
        const float inside = std::min({1 - v - w, v, w});
        if (inside <= best)
            continue;
        best = inside;
        found =
            mesh.positions[t.x] * (1 - v - w) + mesh.positions[t.y] * v + mesh.positions[t.z] * w;
        if (inside >= 0)
            break;
    }
    return found;
}

std::optional<glm::vec3> FibreChart::inside(glm::vec2 uv, float depth) const
{
    const bool toward_skin = std::abs(uv.y) <= 0.25f;
    const std::optional<glm::vec3> here = on_surface(uv);
    const std::optional<glm::vec3> there = on_surface({uv.x, partner(uv.y)});
    if (!here || !there)
        return std::nullopt;
    return toward_skin ? glm::mix(*here, *there, depth) : glm::mix(*there, *here, depth);
}

std::vector<glm::vec3> FibreChart::fibre(glm::vec2 uv, float depth, float reach_mm,
                                         float step_mm) const
{
    const std::optional<glm::vec3> middle = inside(uv, depth);
    if (!middle)
        return {};
    const auto walk = [&](float direction) {
        std::vector<glm::vec3> places;
        constexpr float du = 0.004f; // small against the bends of any muscle
        float walked = 0, since = 0;
        glm::vec3 last = *middle;
        for (float u = uv.x + direction * du; u > 0.02f && u < 0.98f && walked < reach_mm;
             u += direction * du) {
            const std::optional<glm::vec3> at = inside({u, uv.y}, depth);
            if (!at)
                break;
            walked += glm::distance(*at, last);
            since += glm::distance(*at, last);
            last = *at;
            if (since >= step_mm) {
                places.push_back(*at);
                since = 0;
            }
        }
        return places;
    };
    std::vector<glm::vec3> way = walk(-1);
    std::reverse(way.begin(), way.end());
    way.push_back(*middle);
    const std::vector<glm::vec3> onward = walk(1);
    way.insert(way.end(), onward.begin(), onward.end());
    return way;
}

} // namespace tpatlas
