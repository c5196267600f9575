#include "scene/skin_overlay.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>

namespace tpatlas::scene {

namespace {

constexpr int tint_count = 5;
constexpr std::array<glm::vec3, tint_count> calm_tints{
    glm::vec3(0.61f, 0.71f, 0.60f), glm::vec3(0.90f, 0.80f, 0.58f), glm::vec3(0.55f, 0.67f, 0.80f),
    glm::vec3(0.85f, 0.62f, 0.55f), glm::vec3(0.69f, 0.61f, 0.77f)};

// Borders of regions are kept as one number a vertex; this many means with the neighbours take the
// teeth of the triangles off them.
constexpr int softening_passes = 3;

std::size_t skin_vertices(const Body& body)
{
    const BodySurfaces& all = body.surfaces();
    return all.skin ? all.ranges[*all.skin].vertex_count : 0;
}

// Shares of five tints at each vertex.
using Shares = std::vector<std::array<float, tint_count>>;

void soften(const BodySurfaces& all, Shares& shares)
{
    const SurfaceRange& skin = all.ranges[*all.skin];
    for (int pass = 0; pass < softening_passes; ++pass) {
        Shares sums(shares.size(), std::array<float, tint_count>{});
        std::vector<float> counts(shares.size(), 0);
        for (std::uint32_t t = 0; t < skin.triangle_count; ++t) {
            const Triangle& triangle = all.mesh.triangles[skin.first_triangle + t];
            for (int k = 0; k < 3; ++k) {
                const std::uint32_t to = triangle[k] - skin.first_vertex;
                for (int n = 1; n < 3; ++n) {
                    const std::uint32_t from = triangle[(k + n) % 3] - skin.first_vertex;
                    counts[to] += 1;
                    for (std::size_t i = 0; i < tint_count; ++i)
                        sums[to][i] += shares[from][i];
                }
            }
        }
        for (std::size_t v = 0; v < shares.size(); ++v)
            for (std::size_t i = 0; i < tint_count && counts[v] > 0; ++i)
                shares[v][i] = 0.4f * shares[v][i] + 0.6f * sums[v][i] / counts[v];
    }
}

using Taken = std::array<bool, tint_count>;

} // namespace

std::vector<int> tints_of_regions(const std::vector<PlacedRegion>& regions)
{
    constexpr int none = -1;
    std::vector<int> tints(regions.size(), none);
    const auto taken_around = [&](std::size_t region) {
        Taken taken{};
        for (const std::uint16_t n : regions[region].neighbours)
            if (tints[n] != none)
                taken[static_cast<std::size_t>(tints[n])] = true;
        return taken;
    };
    const auto touch = [&](std::size_t a, std::size_t b) {
        const std::vector<std::uint16_t>& around = regions[a].neighbours;
        return std::find(around.begin(), around.end(), b) != around.end();
    };
    // The most hemmed in goes next (Brelaz 1979); of equals the one with more neighbours. None left:
    // one past the last.
    const auto most_hemmed_in = [&] {
        std::size_t found = regions.size();
        std::size_t most = 0;
        for (std::size_t i = 0; i < regions.size(); ++i) {
            if (tints[i] != none)
                continue;
            const Taken taken = taken_around(i);
            const auto hemmed =
                static_cast<std::size_t>(std::count(taken.begin(), taken.end(), true));
            const std::size_t weight = 1 + hemmed * 1000 + regions[i].neighbours.size();
            if (weight > most) {
                most = weight;
                found = i;
            }
        }
        return found;
    };
    const auto image_of = [&](std::size_t region) {
        for (std::size_t i = 0; i < regions.size(); ++i)
            if (i != region && regions[i].id == regions[region].id)
                return i;
        return region;
    };
    // Of the free tints the one that is used least so far, so that all five appear.
    const auto rarest = [&](const Taken& taken) {
        int best = none;
        for (int i = 0; i < tint_count; ++i)
            if (!taken[static_cast<std::size_t>(i)] &&
                (best == none || std::count(tints.begin(), tints.end(), i) <
                                     std::count(tints.begin(), tints.end(), best)))
                best = i;
        return best;
    };
    for (std::size_t next = most_hemmed_in(); next < regions.size(); next = most_hemmed_in()) {
        const std::size_t image = image_of(next);
        const Taken alone = taken_around(next);
        if (image != next && tints[image] == none && !touch(next, image)) {
            Taken both = taken_around(image);
            for (std::size_t i = 0; i < both.size(); ++i)
                both[i] = both[i] || alone[i];
            if (const int tint = rarest(both); tint != none) {
                tints[next] = tints[image] = tint;
                continue;
            }
        }
        const int wish = tints[image];
        const bool granted = wish != none && !alone[static_cast<std::size_t>(wish)];
        tints[next] = granted ? wish : std::max(rarest(alone), 0);
    }
    return tints;
}

SkinOverlay region_tints(const Atlas& atlas)
{
    SkinOverlay overlay;
    overlay.tints = calm_tints;
    const Body& body = atlas.body();
    const std::size_t count = skin_vertices(body);
    if (count == 0 || body.skin_regions().size() != count)
        return overlay;
    const std::vector<int> tints = tints_of_regions(body.regions());
    Shares shares(count, std::array<float, tint_count>{});
    for (std::size_t v = 0; v < count; ++v)
        shares[v][static_cast<std::size_t>(tints[body.skin_regions()[v]])] = 1;
    soften(body.surfaces(), shares);
    auto values = std::make_shared<std::vector<glm::vec4>>(count);
    for (std::size_t v = 0; v < count; ++v)
        (*values)[v] = {shares[v][0], shares[v][1], shares[v][2], shares[v][3]};
    overlay.kind = SkinOverlay::Kind::tint;
    overlay.values = values;
    return overlay;
}

SkinOverlay no_press_overlay(const Atlas& atlas)
{
    SkinOverlay overlay;
    const std::size_t count = skin_vertices(atlas.body());
    if (count == 0 || atlas.no_press().empty())
        return overlay;
    auto values =
        std::make_shared<std::vector<glm::vec4>>(count, glm::vec4(SkinDistances::reach_mm));
    for (const PlacedNoPress& zone : atlas.no_press()) {
        if (zone.field->distances.vertex_count() != count)
            continue;
        const int axis = static_cast<int>((*zone.record)->grade);
        zone.field->distances.for_each([&](std::uint32_t vertex, float mm) {
            float& least = (*values)[vertex][axis];
            least = std::min(least, mm);
        });
    }
    overlay.kind = SkinOverlay::Kind::no_press;
    overlay.values = values;
    return overlay;
}

} // namespace tpatlas::scene
