#include "body_check/depth.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <set>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

struct Start {
    glm::vec3 position, inward;
};

// Places of the right half of the skin, as many a square millimetre everywhere.
std::vector<Start> starts_on_skin(const Body& body, int count)
{
    const std::uint32_t skin = *body.surfaces().skin;
    const SurfaceRange range = body.surfaces().ranges[skin];
    const MeshData& mesh = body.surfaces().mesh;
    std::vector<float> sums{0};
    std::vector<Triangle> right;
    for (std::uint32_t i = 0; i < range.triangle_count; ++i) {
        const Triangle t = mesh.triangles[range.first_triangle + i];
        const glm::vec3 a = mesh.positions[t.x];
        if (a.x > 0)
            continue;
        right.push_back(t);
        sums.push_back(sums.back() + glm::length(glm::cross(mesh.positions[t.y] - a,
                                                            mesh.positions[t.z] - a)));
    }
    std::mt19937 random(4);
    const auto share = [&random] {  // the library's distributions differ from system to system
        return static_cast<float>(random() >> 8) / static_cast<float>(1u << 24);
    };
    std::vector<Start> starts;
    for (int i = 0; i < count; ++i) {
        const float at = share() * sums.back();
        const auto after = std::upper_bound(sums.begin() + 1, sums.end() - 1, at);
        const Triangle& t = right[static_cast<std::size_t>(after - sums.begin()) - 1];
        float s = share(), r = share();
        if (s + r > 1) {
            s = 1 - s;
            r = 1 - r;
        }
        const auto mixed = [&](const std::vector<glm::vec3>& v) {
            return v[t.x] * (1 - s - r) + v[t.y] * s + v[t.z] * r;
        };
        starts.push_back({mixed(mesh.positions), -glm::normalize(mixed(mesh.normals))});
    }
    return starts;
}

// Structures in the order in which a ray enters them; it ends at bone.
std::vector<std::uint32_t> met(const HalfBody& half, const Start& start, float reach_mm)
{
    float end_mm = reach_mm;
    for (const std::uint32_t bone : half.bones())
        if (meets(half.structure(bone).bounds, start.position, start.inward, end_mm))
            if (const auto hit =
                    half.tree(bone).first_hit(start.position, start.inward, 0, end_mm))
                end_mm = hit->distance_mm;
    std::vector<std::pair<float, std::uint32_t>> entered;
    for (const std::uint32_t muscle : half.soft())
        if (meets(half.structure(muscle).bounds, start.position, start.inward, end_mm))
            if (const auto hit =
                    half.tree(muscle).first_hit(start.position, start.inward, 0, end_mm))
                entered.emplace_back(hit->distance_mm, muscle);
    std::sort(entered.begin(), entered.end());
    std::vector<std::uint32_t> order;
    for (const auto& [distance, muscle] : entered)
        order.push_back(muscle);
    return order;
}

bool touch(const HalfBody& half, std::uint32_t a, std::uint32_t b, float touch_mm)
{
    Box room = half.structure(b).bounds;
    room.min -= touch_mm;
    room.max += touch_mm;
    const std::span<const glm::vec3> points = half.positions(a);
    return std::any_of(points.begin(), points.end(), [&](const glm::vec3& p) {
        return room.contains(p) && half.distance(b, p).distance_mm <= touch_mm;
    });
}

}  // namespace

std::vector<DepthOrder> depth_orders(const HalfBody& half, int rays, float reach_mm)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> counts;
    for (const Start& start : starts_on_skin(half.body(), rays)) {
        const std::vector<std::uint32_t> order = met(half, start, reach_mm);
        for (std::size_t i = 0; i + 1 < order.size(); ++i)
            ++counts[{order[i], order[i + 1]}];
    }
    std::vector<DepthOrder> orders;
    for (const auto& [pair, count] : counts) {
        const Structure& above = half.structure(pair.first);
        const Structure& below = half.structure(pair.second);
        const auto other = counts.find({pair.second, pair.first});
        orders.push_back({above.name, below.name, above.layer, below.layer, count,
                          other == counts.end() ? 0 : other->second});
    }
    std::stable_sort(orders.begin(), orders.end(),
                     [](const DepthOrder& a, const DepthOrder& b) { return a.rays > b.rays; });
    return orders;
}

std::vector<Scrap> scraps(const HalfBody& half, float touch_mm)
{
    const std::vector<std::uint32_t>& soft = half.soft();
    std::vector<bool> on_bone(soft.size(), false);
    std::vector<std::vector<std::size_t>> beside(soft.size());
    int deepest = 0;
    for (std::size_t i = 0; i < soft.size(); ++i) {
        deepest = std::max(deepest, half.structure(soft[i]).layer);
        on_bone[i] = std::any_of(half.bones().begin(), half.bones().end(), [&](std::uint32_t b) {
            return touch(half, soft[i], b, touch_mm);
        });
        if (on_bone[i])
            continue;
        for (std::size_t j = 0; j < soft.size(); ++j)
            if (i != j && touch(half, soft[i], soft[j], touch_mm))
                beside[i].push_back(j);
    }
    std::vector<Scrap> found;
    for (int peeled = 0; peeled < deepest; ++peeled) {
        std::vector<bool> held = on_bone;
        for (bool more = true; more;) {
            more = false;
            for (std::size_t i = 0; i < soft.size(); ++i) {
                if (held[i])
                    continue;
                held[i] = std::any_of(beside[i].begin(), beside[i].end(), [&](std::size_t j) {
                    return held[j] && half.structure(soft[j]).layer > peeled;
                });
                more = more || held[i];
            }
        }
        for (std::size_t i = 0; i < soft.size(); ++i)
            if (!held[i] && half.structure(soft[i]).layer > peeled)
                found.push_back({half.structure(soft[i]).name, peeled});
    }
    return found;
}

}  // namespace tpatlas
